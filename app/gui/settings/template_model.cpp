#include "app/gui/settings/template_model.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>

namespace throughline::gui::settings {
namespace {

bool same(const rules::ReviseTemplate& a, const rules::ReviseTemplate& b) {
    return a.form == b.form && a.name == b.name && a.description == b.description &&
           a.sla_hours == b.sla_hours && a.service_class == b.service_class &&
           a.checklist == b.checklist && a.fields == b.fields;
}

std::string plain(double number) {
    std::string words = std::to_string(number);
    words.erase(words.find_last_not_of('0') + 1);
    if (!words.empty() && words.back() == '.') {
        words.pop_back();
    }
    return words;
}

}  // namespace

bool TemplateDraft::is_changed() const {
    return !same(revision_of(*this), present);
}

TemplateDraft draft_of(const model::Workspace& workspace, model::TemplateId form) {
    TemplateDraft draft;
    const model::Template* held = workspace.find(form);
    const model::TemplateVersion* version =
        held == nullptr ? nullptr : workspace.find(held->current);
    if (version == nullptr) {
        return draft;
    }
    draft.present = {.form = form,
                     .name = held->name,
                     .description = version->description,
                     .sla_hours = version->sla_hours,
                     .service_class = version->service_class,
                     .checklist = version->checklist,
                     .fields = version->fields,
                     .why = ""};
    draft.revision = draft.present;
    draft.checklist = join(version->checklist, "\n");
    draft.number = version->number;
    return draft;
}

rules::ReviseTemplate revision_of(const TemplateDraft& draft) {
    rules::ReviseTemplate revision = draft.revision;
    revision.checklist.clear();
    for (const std::string& line : split(draft.checklist, '\n')) {
        if (!trim(line).empty()) {
            revision.checklist.emplace_back(trim(line));
        }
    }
    return revision;
}

std::vector<const model::Template*> templates_of(const model::Workspace& workspace) {
    std::vector<const model::Template*> forms;
    for (const model::Template& form : workspace.rows<model::Template>()) {
        forms.push_back(&form);
    }
    std::ranges::sort(forms, {}, [](const model::Template* form) {
        return std::pair(form->retired, fold(form->name));
    });
    return forms;
}

std::string field_handle(const std::string& label, const std::vector<model::BriefField>& fields,
                         std::size_t except) {
    std::string base = slug(label).empty() ? "question" : slug(label);
    std::replace(base.begin(), base.end(), '-', '_');
    std::string handle = base;
    const auto taken = [&] {
        for (std::size_t i = 0; i < fields.size(); ++i) {
            if (i != except && fields[i].handle == handle) {
                return true;
            }
        }
        return false;
    };
    for (int number = 2; taken(); ++number) {
        handle = base + "_" + std::to_string(number);
    }
    return handle;
}

model::BriefField new_field(const std::vector<model::BriefField>& fields) {
    model::BriefField field;
    field.label = "New question";
    field.handle = field_handle(field.label, fields, fields.size());
    return field;
}

std::string_view kind_title(model::AnswerKind kind) {
    constexpr std::array<std::string_view, kAnswerKinds> kTitles{
        "Short text", "Long text", "One of a list", "Several of a list", "Number",        "Money",
        "Date",       "Link",      "Person",        "Objective",         "Taxonomy value"};
    return kTitles[static_cast<std::size_t>(kind)];
}

std::string constraint_words(const model::BriefField& field) {
    std::vector<std::string> words;
    if (field.required) words.emplace_back("required");
    if (field.min_length)
        words.push_back("at least " + plural(*field.min_length, "character", "characters"));
    if (field.max_length)
        words.push_back("at most " + plural(*field.max_length, "character", "characters"));
    if (field.min_value) words.push_back("from " + plain(*field.min_value));
    if (field.max_value) words.push_back("to " + plain(*field.max_value));
    if (!field.pattern.empty()) words.emplace_back("fits a pattern");
    if (field.not_in_past) words.emplace_back("not in the past");
    if (!field.choices.empty())
        words.push_back(
            plural(static_cast<std::int64_t>(field.choices.size()), "choice", "choices"));
    if (!field.term_kind.empty()) words.push_back("a " + field.term_kind);
    return join(words, ", ");
}

}  // namespace throughline::gui::settings
