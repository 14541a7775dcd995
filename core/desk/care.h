// Check and rebuild of a board whose tables cannot be read, so that no desk opens on it: both need
// the file and its journal only. What is damaged below that (the file itself) fails as Desk::open
// does.
#pragma once

#include "core/desk/desk.h"

namespace throughline::desk {

struct ClosedCheck {
    CheckReport report;  // without what only a loaded board shows
    std::string store;   // as Desk::describe_store
};
Result<ClosedCheck> check_closed(const std::string& where, const OpenOptions& options);

// The tables made anew from the journal; the desk that now opens.
Result<std::unique_ptr<Desk>> rebuild_closed(const std::string& where, const OpenOptions& options);

}  // namespace throughline::desk
