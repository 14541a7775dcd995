// The board as it was at a past moment, imported history included.
//
// Desk::at replays the journal, and an import is an entry of the day it was made. Its rows carry their
// own times, though: cards that it brought are placed by their moves up to the moment asked for, with
// the other fields at the oldest value known (the one that came in).
#pragma once

#include "core/desk/desk.h"

namespace throughline::desk {

// No board in it when there was none yet. Errors as of Desk::at and Desk::since.
Result<model::Workspace> board_at(Desk& desk, Instant at);

}  // namespace throughline::desk
