#include "app/gui/intake/brief_model.h"

#include "app/gui/intake/words.h"
#include "core/base/text.h"
#include "core/rules/brief.h"

#include <fmt/format.h>

namespace throughline::gui::intake {
namespace {

std::string objective_words(const model::Workspace& workspace, const std::string& answer) {
    if (answer == "triage") return "Triage decides";
    const model::Objective* objective = model::objective_by_key(workspace, answer);
    return objective != nullptr ? answer + " " + objective->title : answer;
}

std::string date_words(const std::string& answer, Day today) {
    if (answer == "none") return "No date";
    const Result<Day> day = parse_day(answer);
    return day ? day_words(*day, today) : answer;
}

}  // namespace

std::string answer_words(const model::Workspace& workspace, const model::BriefField& field,
                         const std::string& answer, Day today) {
    if (answer.empty()) return {};
    switch (field.kind) {
        case model::AnswerKind::Date: return date_words(answer, today);
        case model::AnswerKind::Objective: return objective_words(workspace, answer);
        case model::AnswerKind::MultiChoice: return join(split(answer, '\n'), ", ");
        case model::AnswerKind::Money: return answer + " EUR";
        case model::AnswerKind::Person: {
            const model::Person* person = workspace.person_by_handle(answer);
            return person != nullptr ? person->name : answer;
        }
        case model::AnswerKind::ShortText:
        case model::AnswerKind::LongText:
        case model::AnswerKind::Choice:
        case model::AnswerKind::Number:
        case model::AnswerKind::Link:
        case model::AnswerKind::Term: break;
    }
    return answer;
}

std::vector<AnswerRow> brief_rows(const model::Workspace& workspace, const model::Request& request,
                                  Day today) {
    std::vector<AnswerRow> rows;
    const model::TemplateVersion* version = workspace.find(request.version);
    if (version == nullptr) return rows;
    const rules::BriefText brief = rules::brief_text(workspace, request);
    for (const model::BriefField& field : rules::fields_of(*version)) {
        const auto answer = brief.answers.find(field.handle);
        const std::string words = answer == brief.answers.end()
                                      ? ""
                                      : answer_words(workspace, field, answer->second, today);
        if (words.empty() && !field.required) continue;
        rows.push_back({field.handle, field.label, words, field.kind == model::AnswerKind::Link});
    }
    return rows;
}

std::string template_name(const model::Workspace& workspace, model::TemplateVersionId version) {
    const model::TemplateVersion* row = workspace.find(version);
    const model::Template* form = row != nullptr ? workspace.find(row->form) : nullptr;
    return form != nullptr ? form->name : "No template";
}

}  // namespace throughline::gui::intake
