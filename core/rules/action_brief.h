// An action as the beginning of a brief, and a brief that belongs to an action: it is filed for the
// action (FileAction), not submitted by itself.
#pragma once

#include "core/rules/brief.h"
#include "core/rules/command.h"

namespace throughline::rules {

// What is known of the action, filled in: title, what, why now, the day with its reason. Names the
// action among the answers, where drafts keep it too.
BriefText brief_of_action(const model::Workspace& workspace, const model::ActionItem& action);
// The action that a brief names; 0 for none.
model::ActionItemId action_of(const BriefText& brief);
// What files the brief: for its action when it names one, else by itself.
Command file_brief(model::TemplateVersionId version, model::PersonId requester, BriefText brief);

}  // namespace throughline::rules
