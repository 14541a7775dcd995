#include "app/gui/intake/field_choices.h"

#include "app/gui/intake/accept_model.h"
#include "app/gui/intake/words.h"
#include "core/base/text.h"

#include <algorithm>

namespace throughline::gui::intake {
namespace {

std::vector<FieldChoice> people(const model::Workspace& workspace) {
    std::vector<FieldChoice> choices;
    for (const model::Person& person : workspace.rows<model::Person>()) {
        if (!person.active) continue;
        choices.push_back({person.handle, person.name, person.handle,
                           static_cast<int>(colour_of(person.id)), true});
    }
    std::sort(choices.begin(), choices.end(), [](const FieldChoice& a, const FieldChoice& b) {
        return fold(a.label) < fold(b.label);
    });
    return choices;
}

std::vector<FieldChoice> objectives(const model::Workspace& workspace, Day today) {
    std::vector<FieldChoice> choices{{"triage", "Let triage decide", "", -1, false}};
    for (const ObjectiveOption& one : open_objectives(workspace, today)) {
        const model::Objective* row = workspace.find(one.id);
        choices.push_back({model::key_of(*row), one.label, one.note, one.colour, false});
    }
    return choices;
}

std::vector<FieldChoice> terms(const model::Workspace& workspace, const std::string& kind) {
    std::vector<FieldChoice> choices;
    for (const model::Term& term : workspace.rows<model::Term>()) {
        if (term.kind == kind && !term.retired)
            choices.push_back({term.value, term.value, "", -1, false});
    }
    std::sort(choices.begin(), choices.end(), [](const FieldChoice& a, const FieldChoice& b) {
        return fold(a.label) < fold(b.label);
    });
    return choices;
}

std::vector<FieldChoice> choices_of(const model::Workspace& workspace,
                                    const model::BriefField& field, Day today) {
    switch (field.kind) {
        case model::AnswerKind::Person: return people(workspace);
        case model::AnswerKind::Objective: return objectives(workspace, today);
        case model::AnswerKind::Term: return terms(workspace, field.term_kind);
        case model::AnswerKind::Choice:
        case model::AnswerKind::MultiChoice: {
            std::vector<FieldChoice> choices;
            for (const std::string& one : field.choices)
                choices.push_back({one, one, "", -1, false});
            return choices;
        }
        case model::AnswerKind::ShortText:
        case model::AnswerKind::LongText:
        case model::AnswerKind::Number:
        case model::AnswerKind::Money:
        case model::AnswerKind::Date:
        case model::AnswerKind::Link: break;
    }
    return {};
}

}  // namespace

void FieldChoices::refresh(const model::Workspace& workspace,
                           const std::vector<model::BriefField>& fields, std::uint64_t revision,
                           Day today) {
    if (revision == revision_ && today == today_ && fields == fields_) return;
    revision_ = revision;
    today_ = today;
    fields_ = fields;
    choices_.clear();
    for (const model::BriefField& field : fields)
        choices_[field.handle] = choices_of(workspace, field, today);
}

const std::vector<FieldChoice>& FieldChoices::of(std::string_view handle) const {
    static const std::vector<FieldChoice> kNone;
    const auto found = choices_.find(handle);
    return found != choices_.end() ? found->second : kNone;
}

int index_of_answer(const std::vector<FieldChoice>& choices, std::string_view answer) {
    const auto found = std::find_if(choices.begin(), choices.end(),
                                    [&](const FieldChoice& one) { return one.answer == answer; });
    return found == choices.end() ? -1 : static_cast<int>(found - choices.begin());
}

}  // namespace throughline::gui::intake
