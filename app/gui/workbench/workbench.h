// The whole window: navigation at the side, top bar, the screens, card panel, palette, toasts and
// dialogs; the welcome while there is no board. Puts the screens together and carries out what they
// ask of each other. Needs an ImGui context, but no window: the shell, pictures and tests all draw
// it.
#pragma once

#include "app/gui/flow/chart_export.h"
#include "app/gui/workbench/prefs_model.h"
#include "core/desk/live_desk.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace throughline::gui::palette {
class Palette;
}

namespace throughline::gui::workbench {

// Fills an empty desk with the demonstration board.
using MakeDemo = std::function<Status(desk::Desk& desk, std::uint64_t seed, Instant now)>;

struct WorkbenchSetup {
    std::string where;          // the board's file; it need not be there yet
    std::string actor;          // handle of the acting person
    bool actor_named = false;   // asked for by --as: goes before the person last acted as
    std::string actor_name;     // for the first person of a new board; may be ""
    std::string zone = "UTC";   // of this machine, for new boards
    std::string config_folder;  // prefs_model.h; "": nothing is remembered
    desk::Clock clock = desk::system_clock();
    desk::NonceSource nonces = desk::system_nonces();
    bool automatic_backups = true;
    MakeDemo make_demo = {};  // absent: the welcome does not offer the demo
    // Writes charts as PNG, between two frames; absent: this build draws no pictures.
    flow_screen::PictureWriter write_picture = {};
    std::function<void()> wake = {};       // any thread: draw soon
    std::function<double()> seconds = {};  // a steady clock; absent: ImGui's time
};

class Workbench {
public:
    // Starts to open the board when the file is there.
    explicit Workbench(WorkbenchSetup setup);
    // Waits for pending commits.
    ~Workbench();
    Workbench(const Workbench&) = delete;
    Workbench& operator=(const Workbench&) = delete;

    // Takes the board over, instead of opening the file.
    void show_board(std::unique_ptr<desk::LiveDesk> live);
    bool has_board() const;

    // Before each frame, outside of ImGui's: takes in what other threads brought. Result: draw
    // again.
    bool before_frame();
    // Draws everything into the current ImGui frame.
    void frame();
    // On `seconds`; infinity when nothing is due.
    double next_deadline_s() const;
    // Remembers the person's state; true once every change is durable, or cannot be made so.
    bool may_close();
    // Something is being opened, read or computed.
    bool is_busy() const;

    // What the screens are given. Only with a board.
    Context& context();
    palette::Palette& palette();
    std::string title() const;  // of the window
    const WindowPrefs& window_prefs() const;
    void set_window(int width, int height, bool maximized);  // to be remembered
    void set_appearance(const Appearance& appearance);
    // A file was dropped onto the window: offers to import it.
    void file_dropped(const std::string& path);
    // "templates", "columns" ...: a section of the settings, by go(Screen::Settings) or
    // open_settings.
    void open_import();

    struct State;

private:
    std::unique_ptr<State> state_;
};

}  // namespace throughline::gui::workbench
