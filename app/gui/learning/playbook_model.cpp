#include "app/gui/learning/playbook_model.h"

#include "core/base/text.h"
#include "core/base/words.h"
#include "core/model/column_name.h"
#include "core/report/chart_parts.h"
#include "core/report/chart_ticks.h"

#include <algorithm>

namespace throughline::gui::learning {
namespace {

using model::TemplateVersion;
using model::Workspace;

// Lines of `after` that `before` has not.
void add_new_lines(const model::TextList& before, const model::TextList& after,
                   const std::string& words, std::vector<std::string>& changes) {
    for (const std::string& line : after) {
        if (std::ranges::find(before, line) == before.end()) {
            changes.push_back(words + line);
        }
    }
}

const model::BriefField* field_of(const TemplateVersion& version, const std::string& handle) {
    const auto found = std::ranges::find(version.fields, handle, &model::BriefField::handle);
    return found == version.fields.end() ? nullptr : &*found;
}

void add_question_changes(const TemplateVersion& before, const TemplateVersion& after,
                          std::vector<std::string>& changes) {
    for (const model::BriefField& field : after.fields) {
        const model::BriefField* was = field_of(before, field.handle);
        if (was == nullptr) {
            changes.push_back("Question added: " + field.label);
        } else if (was->required != field.required) {
            changes.push_back("Question " + field.label +
                              (field.required ? " must be answered" : " may be left open"));
        } else if (*was != field) {
            changes.push_back("Question changed: " + field.label);
        }
    }
    for (const model::BriefField& field : before.fields) {
        if (field_of(after, field.handle) == nullptr) {
            changes.push_back("Question removed: " + field.label);
        }
    }
}

VersionRow version_row(const Workspace& workspace, const Zone& zone, const TemplateVersion& version,
                       const TemplateVersion* before) {
    VersionRow row{
        .number = version.number, .when = short_date(zone.day(version.at)), .why = version.why};
    if (const model::Person* by = workspace.find(version.by)) {
        row.by = by->name;
    }
    row.changes = before == nullptr ? std::vector<std::string>{"First version"}
                                    : version_changes(*before, version);
    return row;
}

void add_versions(const Workspace& workspace, const Zone& zone, Playbook& book) {
    std::vector<const TemplateVersion*> versions;
    for (const TemplateVersion& version : workspace.rows<TemplateVersion>()) {
        if (version.form == book.id) {
            versions.push_back(&version);
        }
    }
    std::ranges::sort(versions, {}, &TemplateVersion::number);
    const TemplateVersion* before = nullptr;
    for (const TemplateVersion* version : versions) {
        book.versions.push_back(version_row(workspace, zone, *version, before));
        before = version;
    }
    std::ranges::reverse(book.versions);
}

void add_steps(const Workspace& workspace, Playbook& book) {
    std::vector<const model::ProcessStep*> steps;
    for (const model::ProcessStep& step : workspace.rows<model::ProcessStep>()) {
        if (step.form == book.id) {
            steps.push_back(&step);
        }
    }
    std::ranges::sort(steps, {}, [](const auto* one) { return std::pair(one->position, one->id); });
    int hours = 0;
    for (const model::ProcessStep* step : steps) {
        hours += step->hours.value_or(0);
        book.steps.push_back({.id = step->id,
                              .place = static_cast<int>(book.steps.size()) + 1,
                              .title = step->title,
                              .role = step->role,
                              .inputs = step->inputs,
                              .outputs = step->outputs,
                              .hours = step->hours ? std::to_string(*step->hours) + " h" : "",
                              .rule = step->decision_rule});
    }
    book.hours = hours == 0 ? "" : std::to_string(hours) + " h";
}

std::vector<PolicyRow> policy_rows(const Workspace& workspace) {
    std::vector<PolicyRow> rows;
    const auto add = [&](model::ColumnId column, PolicyRow row) {
        for (const model::GateItem& item : workspace.rows<model::GateItem>()) {
            if (item.column == column && !item.removed) {
                row.gate.push_back(item.title +
                                   (item.kind == model::GateKind::Approval ? " (approval)" : ""));
            }
        }
        if (!row.entry.empty() || !row.exit.empty() || !row.gate.empty()) {
            rows.push_back(std::move(row));
        }
    };
    add({}, {.column = "Definition of ready"});
    for (const model::ColumnId id : workspace.columns()) {
        const model::Column& column = *workspace.find(id);
        add(id, {.column = model::column_name(workspace, column),
                 .entry = column.entry_policy,
                 .exit = column.exit_policy});
    }
    return rows;
}

}  // namespace

std::vector<std::string> version_changes(const TemplateVersion& before,
                                         const TemplateVersion& after) {
    std::vector<std::string> changes;
    add_question_changes(before, after, changes);
    add_new_lines(before.checklist, after.checklist, "Checklist, added: ", changes);
    add_new_lines(after.checklist, before.checklist, "Checklist, removed: ", changes);
    if (before.sla_hours != after.sla_hours) {
        changes.push_back("Answered within " + std::to_string(after.sla_hours) +
                          " working hours, before " + std::to_string(before.sla_hours));
    }
    if (before.service_class != after.service_class) {
        changes.push_back("Class of service " + report::class_words(after.service_class) +
                          ", before " + report::class_words(before.service_class));
    }
    if (before.description != after.description) {
        changes.emplace_back("Description rewritten");
    }
    if (changes.empty()) {
        changes.emplace_back("Nothing that a brief shows");
    }
    return changes;
}

const Playbook* PlaybooksModel::find(model::TemplateId id) const {
    const auto found = std::ranges::find(all_, id, &Playbook::id);
    return found == all_.end() ? nullptr : &*found;
}

void PlaybooksModel::refresh(const Workspace& workspace, const Zone& zone, std::uint64_t revision) {
    if (revision == revision_) {
        return;
    }
    revision_ = revision;
    all_.clear();
    for (const model::Template& form : workspace.rows<model::Template>()) {
        const TemplateVersion* version = workspace.find(form.current);
        if (form.retired || version == nullptr) {
            continue;
        }
        Playbook book{.id = form.id,
                      .handle = form.handle,
                      .name = form.name,
                      .description = version->description,
                      .checklist = version->checklist};
        book.promise = "Answered within " +
                       plural(version->sla_hours, "working hour", "working hours") +
                       ". Class: " + report::class_words(version->service_class) + ".";
        add_versions(workspace, zone, book);
        add_steps(workspace, book);
        all_.push_back(std::move(book));
    }
    std::ranges::sort(all_, {}, [](const Playbook& book) { return fold(book.name); });
    policies_ = policy_rows(workspace);
}

}  // namespace throughline::gui::learning
