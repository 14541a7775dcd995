// An action as the beginning of a brief, and a brief that belongs to an action: it is filed for the
// action (FileAction), not submitted by itself.
#pragma once

#include "core/rules/brief.h"
#include "core/rules/command.h"

namespace throughline::rules {

// What is known of the action, filled in: title, what, why now, the day with its reason. A draft of
// it names the action among its answers.
BriefText brief_of_action(const model::Workspace& workspace, const model::ActionItem& action);
void name_action(model::TextMap& answers, model::ActionItemId action);
// Takes the name out again, since it is no question; 0 when there is none.
model::ActionItemId take_action(model::TextMap& answers);
// What files the brief: for the action, or for 0 by itself.
Command file_brief(model::TemplateVersionId version, model::PersonId requester, BriefText brief,
                   model::ActionItemId action);

}  // namespace throughline::rules
