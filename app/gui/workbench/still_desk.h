// A LiveDesk that stands still: the board as it is in a desk, or as it was at a moment. For
// pictures: nothing is written, no thread runs, the clock does not move.
#pragma once

#include "core/desk/live_desk.h"

#include <memory>

namespace throughline::gui::workbench {

// The desk must outlive the result. With `past`, that workspace is shown instead of the desk's own.
std::unique_ptr<desk::LiveDesk> make_still_desk(
    desk::Desk& desk, Instant now, std::optional<model::Workspace> past = std::nullopt);

}  // namespace throughline::gui::workbench
