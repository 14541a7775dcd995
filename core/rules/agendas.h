// The agendas of the meetings, as shipped and as the team has changed them.
#pragma once

#include "core/model/workspace.h"

namespace throughline::rules {

std::vector<model::AgendaPart> shipped_agenda(model::MeetingKind kind);
// The team's own, else the shipped one.
std::vector<model::AgendaPart> agenda_of(const model::Workspace& workspace,
                                         model::MeetingKind kind);

}  // namespace throughline::rules
