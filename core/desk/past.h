// Imported history in the board of a past moment; a part of Desk::at.
//
// An import is an entry of the day it was made, but its rows carry their own times: cards that it
// brought are placed by their moves up to the moment asked for, with the other fields at the oldest
// value known (the one that came in).
#pragma once

#include "core/desk/desk.h"

namespace throughline::desk {

// `past` is the replay of the journal up to `at`, `present` the state of today. Errors as of
// Desk::since.
Status place_imported(model::Workspace& past, const model::Workspace& present, Desk& desk,
                      Instant at);

}  // namespace throughline::desk
