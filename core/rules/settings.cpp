#include "core/base/text.h"
#include "core/rules/acts.h"
#include "core/rules/brief.h"
#include "core/rules/decide.h"
#include "core/rules/set_fields.h"

#include <algorithm>
#include <regex>
#include <set>

namespace throughline::rules {
namespace {

using model::BriefField;
using model::Template;
using model::TemplateVersion;

Verdict bad_field(const BriefField& field, std::string problem) {
    return refusal("bad_field",
                   "Question '" + (field.label.empty() ? field.handle : field.label) + "' " +
                       std::move(problem) + ".",
                   "");
}

Verdict check_field(const BriefField& field) {
    if (slug(field.handle).empty() || trim(field.label).empty()) {
        return bad_field(field, "needs a handle and a label");
    }
    const bool choice =
        field.kind == model::AnswerKind::Choice || field.kind == model::AnswerKind::MultiChoice;
    if (choice && field.choices.size() < 2) {
        return bad_field(field, "needs at least two choices");
    }
    if (field.kind == model::AnswerKind::Term && field.term_kind.empty()) {
        return bad_field(field, "needs the kind of taxonomy value it takes");
    }
    if ((field.min_length && field.max_length && *field.min_length > *field.max_length) ||
        (field.min_value && field.max_value && *field.min_value > *field.max_value)) {
        return bad_field(field, "has a smallest value above its greatest");
    }
    try {
        const std::regex compiled(field.pattern);
    } catch (const std::regex_error&) {
        return bad_field(field, "has a pattern that is not a regular expression");
    }
    return Done{};
}

Verdict check_fields(const std::vector<BriefField>& fields) {
    std::set<std::string> handles{"title", "requester"};
    for (const BriefField& field : common_fields()) {
        handles.insert(field.handle);
    }
    for (const BriefField& field : fields) {
        TL_CHECK(check_field(field));
        if (!handles.insert(field.handle).second) {
            return bad_field(field, "has the handle '" + field.handle +
                                        "', which every brief or another question has already");
        }
    }
    return Done{};
}

}  // namespace

Verdict decide(const AddTemplate& command, Edit& edit, const Context& context) {
    if (slug(command.name).empty()) {
        return refusal("title_missing", "The template has no name.",
                       "Write a name with letters or digits.");
    }
    TemplateVersion version;
    if (const Template* original = edit.get(command.copy_of)) {
        version = *edit.get(original->current);
    }
    version.id = edit.new_id<model::TemplateVersionId>();
    version.form = edit.new_id<model::TemplateId>();
    version.number = 1;
    version.at = context.now;
    version.by = context.actor;
    version.why = "new";
    edit.put(Template{version.form, slug(command.name), std::string(trim(command.name)), version.id,
                      false});
    edit.put(std::move(version));
    return Done{};
}

Verdict decide(const ReviseTemplate& command, Edit& edit, const Context& context) {
    const Template* form = edit.get(command.form);
    if (form == nullptr) {
        return not_found("template");
    }
    if (trim(command.name).empty()) {
        return refusal("title_missing", "The template would have no name.", "Write a name.");
    }
    if (command.sla_hours < 1 || command.sla_hours > 2000) {
        return refusal("bad_value", std::to_string(command.sla_hours) + " working hours is no SLA.",
                       "Give 1 to 2000 working hours; 8 is a day.");
    }
    TL_CHECK(check_fields(command.fields));
    TemplateVersion version;
    version.id = edit.new_id<model::TemplateVersionId>();
    version.form = command.form;
    version.number = edit.get(form->current)->number + 1;
    version.description = trim(command.description);
    version.sla_hours = command.sla_hours;
    version.service_class = command.service_class;
    version.checklist = command.checklist;
    version.fields = command.fields;
    version.at = context.now;
    version.by = context.actor;
    version.why = trim(command.why);
    edit.change(command.form, [&](Template& one) {
        one.name = trim(command.name);
        one.current = version.id;
    });
    edit.put(std::move(version));
    return Done{};
}

Verdict decide(const RetireTemplate& command, Edit& edit, const Context&) {
    if (edit.get(command.form) == nullptr) {
        return not_found("template");
    }
    if (command.retired) {
        for (const model::Schedule& one : edit.before().rows<model::Schedule>()) {
            if (one.form == command.form && !one.paused) {
                return refusal("template_in_use",
                               key_of(one) + " '" + one.title + "' files its request from it.",
                               "Pause that recurring request, or give it another template, first.",
                               "schedule:" + key_of(one));
            }
        }
    }
    edit.change(command.form, [&](Template& form) { form.retired = command.retired; });
    return Done{};
}

Verdict decide(const AddTerm& command, Edit& edit, const Context&) {
    if (trim(command.kind).empty() || trim(command.value).empty()) {
        return refusal("title_missing", "A taxonomy value needs a kind and a text.", "");
    }
    edit.put(model::Term{edit.new_id<model::TermId>(), slug(command.kind),
                         std::string(trim(command.value)), false});
    return Done{};
}

Verdict decide(const EditTerm& command, Edit& edit, const Context&) {
    const model::Term* found = edit.get(command.term);
    if (found == nullptr) {
        return not_found("taxonomy value");
    }
    model::Term term = *found;
    TL_CHECK(set_fields(edit, term, command.set, {"value", "retired"}));
    if (term.value.empty()) {
        return refusal("title_missing", "The value would be empty.", "Retire it instead.");
    }
    edit.put(std::move(term));
    return Done{};
}

Verdict decide(const SetServiceLevel& command, Edit& edit, const Context&) {
    if (command.probability < 50 || command.probability > 99 || command.days < 1 ||
        command.days > 3650) {
        return refusal("bad_value",
                       "A service level is 50 to 99 percent of cards within 1 to 3650 days.",
                       "For example 85 percent within 10 days.");
    }
    const model::ServiceLevel* found = edit.before().service_level(command.service_class);
    const auto id = found != nullptr ? found->id : edit.new_id<model::ServiceLevelId>();
    edit.put(model::ServiceLevel{id, command.service_class, command.probability, command.days});
    return Done{};
}

Verdict decide(const SaveView& command, Edit& edit, const Context& context) {
    if (trim(command.name).empty()) {
        return refusal("title_missing", "The view has no name.", "Write a name.");
    }
    const model::PersonId owner = command.shared ? model::PersonId{} : context.actor;
    if (const model::Person* actor = edit.get(context.actor);
        command.shared && actor != nullptr && !may(actor->role, Right::Work)) {
        return refusal("no_right", "A shared view is for members and leads to save.",
                       "Save it for yourself.");
    }
    model::SavedView view{{}, owner, std::string(trim(command.name)), command.query, command.lanes};
    edit.each<model::SavedView>([&](const model::SavedView& one) {
        if (one.owner == owner && one.name == view.name) {
            view.id = one.id;
        }
    });
    if (!view.id) {
        view.id = edit.new_id<model::SavedViewId>();
    }
    edit.put(std::move(view));
    return Done{};
}

Verdict decide(const RemoveView& command, Edit& edit, const Context& context) {
    const model::SavedView* view = edit.get(command.view);
    if (view == nullptr) {
        return not_found("view");
    }
    if (const model::Person* actor = edit.get(context.actor);
        view->owner != context.actor && actor != nullptr && !may(actor->role, Right::Work)) {
        return refusal("no_right", "This view belongs to somebody else.", "");
    }
    edit.remove(command.view);
    return Done{};
}

}  // namespace throughline::rules
