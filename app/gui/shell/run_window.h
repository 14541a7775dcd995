// The window with its board, from start to close: what `throughline` without a verb runs.
#pragma once

#include "app/gui/flow/chart_export.h"
#include "core/desk/desk.h"

#include <cstdint>
#include <functional>
#include <string>

namespace throughline::gui::shell {

struct WindowRun {
    std::string board;         // file; when it is missing the welcome is shown
    std::string actor;         // handle of the acting person; for a new board: of its first person
    bool actor_named = false;  // asked for, so it goes before the person last acted as
    std::string actor_name;    // in full, for a new board
    std::string zone = "UTC";  // of this machine, for a new board
    desk::Clock clock = desk::system_clock();
    desk::NonceSource nonces = desk::system_nonces();
    bool automatic_backups = true;
    // Fills an empty board for looking around; absent: the welcome does not offer it.
    std::function<Status(desk::Desk&, std::uint64_t seed, Instant now)> make_demo = {};
    flow_screen::PictureWriter write_picture = {};  // absent: charts are not saved as PNG
};

// Until the window is closed and every change is durable. Unsupported when there is no display or
// no OpenGL; Io when the window system fails while it runs.
Status run_window(const WindowRun& run);

}  // namespace throughline::gui::shell
