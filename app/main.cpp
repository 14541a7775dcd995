// The program: gathers what it needs of the machine and hands over to the command line, which opens
// the window when no verb is given.
#include "app/cli/cli.h"
#include "app/demo/demo.h"
#include "app/gui/headless/chart_picture.h"
#include "app/gui/headless/screenshot.h"
#include "app/gui/shell/run_window.h"
#include "core/base/zone.h"

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#if defined(__unix__) || defined(__APPLE__)
#include <pwd.h>
#include <unistd.h>
#endif

namespace {

using namespace throughline;

std::string variable(const char* name) {
    const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): before any thread
    return value != nullptr ? value : "";
}

struct User {
    std::string name;
    std::string full_name;
};

User system_user() {
#if defined(__unix__) || defined(__APPLE__)
    if (const passwd* entry = getpwuid(geteuid())) {  // NOLINT(concurrency-mt-unsafe)
        std::string full = entry->pw_gecos != nullptr ? entry->pw_gecos : "";
        return {entry->pw_name, full.substr(0, full.find(','))};
    }
#endif
    const std::string user = variable("USER");
    return {user.empty() ? variable("USERNAME") : user, ""};
}

bool is_terminal([[maybe_unused]] int stream) {
#if defined(__unix__) || defined(__APPLE__)
    return isatty(stream) != 0 && variable("TERM") != "dumb";
#else
    return false;
#endif
}

Status write_chart_picture(const std::function<void(report::Canvas&)>& draw, report::Size size,
                           double scale, bool dark, const std::string& file) {
    if (!gui::headless::write_png(gui::headless::draw_chart_picture(draw, size, scale, dark),
                                  file)) {
        return Error{ErrorCode::Io, "The picture cannot be written.", file};
    }
    return Done{};
}

Status open_window(const cli::WindowRequest& request) {
    gui::shell::WindowRun run;
    run.board = request.board;
    run.actor = request.actor;
    run.actor_named = request.actor_named;
    run.actor_name = request.actor_name;
    run.zone = system_zone_name();
    run.clock = request.clock;
    run.make_demo = &demo::make_demo;
    run.write_picture = &write_chart_picture;
    return gui::shell::run_window(run);
}

Status draw_screenshot(desk::Desk& desk, const cli::ScreenshotRequest& request) {
    gui::headless::ScreenshotOptions options;
    options.view = request.view;
    options.width = request.width;
    options.height = request.height;
    options.scale = request.scale;
    options.dark = request.dark;
    options.high_contrast = request.high_contrast;
    options.at = request.at;
    return gui::headless::write_screenshot(desk, options, request.file);
}

cli::Environment environment() {
    cli::Environment result;
    for (const char* name : {"THROUGHLINE_BOARD", "XDG_DATA_HOME", "HOME", "NO_COLOR"}) {
        if (const std::string value = variable(name); !value.empty()) {
            result.variables[name] = value;
        }
    }
    const User user = system_user();
    result.user = user.name;
    result.user_name = user.full_name;
    result.zone = system_zone_name();
    result.terminal = is_terminal(1);  // standard output and standard error
    result.error_terminal = is_terminal(2);
    result.window = &open_window;
    result.screenshot = &draw_screenshot;
    return result;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        const std::vector<std::string> args(argv + (argc > 0 ? 1 : 0), argv + argc);
        return cli::run(args, std::cin, std::cout, std::cerr, environment());
    } catch (const std::exception& error) {  // out of memory, or a mistake of ours
        std::fprintf(stderr, "throughline: stopped: %s\n", error.what());
        return static_cast<int>(cli::Exit::Store);
    }
}
