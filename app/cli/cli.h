// The command line as a function: arguments and streams in, exit status out, so that tests run it
// inside their own process. What the program needs of the machine comes in with the Environment.
//
// Standard output carries the answer (text, or one JSON document with --json); messages go to
// standard error. What scripts may rely on: README.md.
#pragma once

#include "core/desk/desk.h"

#include <functional>
#include <iosfwd>
#include <map>
#include <string>
#include <vector>

namespace throughline::cli {

// Exit statuses; scripts rely on them.
enum class Exit {
    Done = 0,
    Usage = 2,     // wrong usage: an unknown verb or option, a missing argument
    Refused = 3,   // a rule said no: nothing changed
    BadInput = 4,  // a file, line, field or value that cannot be used: nothing changed
    Store = 5,     // the board cannot be read or written
};

// What the window is opened on.
struct WindowRequest {
    std::string board;  // a file path; the folder exists, the file may not
    std::string actor;  // handle; of nobody yet when the board is new
    std::string actor_name;
    bool actor_named = false;  // by --as, not merely the operating system's user
    desk::Clock clock;
};

// A picture of a view, drawn without a display.
struct ScreenshotRequest {
    std::string view;
    std::string file;
    int width = 1440;
    int height = 900;
    double scale = 1;
    bool dark = false;
    bool high_contrast = false;
    std::optional<Instant> at;  // the board as it was then
};

struct Environment {
    std::map<std::string, std::string>
        variables;                // THROUGHLINE_BOARD, XDG_DATA_HOME, HOME, NO_COLOR
    std::string user;             // the operating system's name of the person
    std::string user_name;        // in full; may be ""
    std::string zone = "UTC";     // of this machine, for new boards
    bool terminal = false;        // standard output is a terminal: colours
    bool error_terminal = false;  // standard error is one: progress of long work
    desk::Clock clock = desk::system_clock();
    desk::NonceSource nonces = desk::system_nonces();
    bool automatic_backups = true;

    // The faces that need more than streams. Empty: this build has none.
    std::function<Status(const WindowRequest&)> window;
    std::function<Status(desk::Desk&, const ScreenshotRequest&)> screenshot;
};

// `args` without the program's name.
int run(const std::vector<std::string>& args, std::istream& in, std::ostream& out,
        std::ostream& err, const Environment& environment);

}  // namespace throughline::cli
