#include "core/rules/action_brief.h"

#include "core/base/text.h"
#include "core/rules/due_meetings.h"

#include <charconv>

namespace throughline::rules {
namespace {

// Among the answers of a brief, never shown; stored in drafts: never rename.
const std::string kAction = "for_action";

// As many whole words as a title may have.
std::string title_from(const std::string& text) {
    std::string title = text;
    while (utf8_length(title) > static_cast<std::size_t>(kLongestTitle)) {
        const std::size_t space = title.rfind(' ');
        title = to_valid_utf8(title.substr(0, space == std::string::npos ? kLongestTitle : space));
        if (space == std::string::npos) {
            break;
        }
    }
    return title;
}

}  // namespace

BriefText brief_of_action(const model::Workspace& workspace, const model::ActionItem& action) {
    BriefText brief;
    brief.title = title_from(action.text);
    brief.answers[std::string(kWhat)] = action.text;
    brief.answers[std::string(kObjective)] = "triage";
    brief.answers[std::string(kNeededBy)] = to_text(action.due);
    brief.answers[std::string(kNeededByReason)] = "Agreed as " + key_of(action);
    name_action(brief.answers, action.id);
    if (const std::size_t colon = action.source.find(':'); colon != std::string::npos) {
        brief.answers[std::string(kWhyNow)] =
            "It follows from " + action.source.substr(colon + 1) + ".";
    }
    for (const model::Meeting& one : workspace.rows<model::Meeting>()) {
        if (source_of(one) == action.source) {
            brief.answers[std::string(kWhyNow)] = "Agreed in the meeting " + key_of(one);
        }
    }
    return brief;
}

void name_action(model::TextMap& answers, model::ActionItemId action) {
    if (action) {
        answers[kAction] = std::to_string(action.value);
    }
}

model::ActionItemId take_action(model::TextMap& answers) {
    model::ActionItemId action;
    if (const auto found = answers.extract(kAction)) {
        const std::string& text = found.mapped();
        std::from_chars(text.data(), text.data() + text.size(), action.value);
    }
    return action;
}

Command file_brief(model::TemplateVersionId version, model::PersonId requester, BriefText brief,
                   model::ActionItemId action) {
    if (action) {
        return FileAction{action, version, std::move(brief.title), std::move(brief.answers)};
    }
    return SubmitBrief{version, requester, std::move(brief.title), std::move(brief.answers)};
}

}  // namespace throughline::rules
