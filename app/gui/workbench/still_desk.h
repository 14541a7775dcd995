// A LiveDesk that stands still: the board as it is in a desk, or as it was at a moment. For
// pictures and for travelling in time: nothing is written, no thread runs, the clock does not move,
// commands are refused with words.
#pragma once

#include "core/desk/live_desk.h"

#include <memory>

namespace throughline::gui::workbench {

// The desk must outlive the result. With `past`, that workspace is shown instead of the desk's own.
std::unique_ptr<desk::LiveDesk> make_still_desk(
    desk::Desk& desk, Instant now, std::optional<model::Workspace> past = std::nullopt);

// The board of a past moment over the window's desk, which must outlive the result and goes on by
// itself. `revision` differs from that of every desk shown before.
std::unique_ptr<desk::LiveDesk> make_past_desk(desk::LiveDesk& live, Instant at,
                                               model::Workspace past, std::uint64_t revision);

}  // namespace throughline::gui::workbench
