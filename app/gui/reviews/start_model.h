// What a meeting is started with: its kind, the period it is about, who is there. No drawing.
#pragma once

#include "core/rules/command.h"

#include <set>
#include <string>
#include <vector>

namespace throughline::gui::reviews {

struct StartForm {
    model::MeetingKind kind = model::MeetingKind::WeeklySync;
    std::vector<std::string> periods;     // to choose from, earlier ones first
    int period = 0;                       // index of the chosen one
    std::vector<model::PersonId> people;  // who may be there, by name
    std::set<model::PersonId> away;

    rules::StartMeeting command() const;
};
// `period`: "" takes the usual one of the kind.
StartForm start_form(const model::Workspace& workspace, model::MeetingKind kind,
                     const std::string& period, Day today);

// The meeting of a kind that runs; null for none.
const model::Meeting* running_meeting(const model::Workspace& workspace, model::MeetingKind kind);

}  // namespace throughline::gui::reviews
