// What the program remembers for one person on one machine, never in the board: how the window
// looks, and where they were on each board. JSON files in the user's configuration folder; a
// damaged or missing file gives the defaults.
#pragma once

#include "app/gui/card/comment_draft.h"
#include "app/gui/context/context.h"
#include "app/gui/intake/card_draft.h"

#include <string>
#include <string_view>
#include <vector>

namespace throughline::gui::workbench {

// The same for every board. File: window.json.
struct WindowPrefs {
    Appearance appearance;
    int width = 1440;  // unscaled
    int height = 900;
    bool maximized = false;

    friend bool operator==(const WindowPrefs&, const WindowPrefs&) = default;
};

// Of one board. File: board-<digest of its place>.json.
struct BoardPrefs {
    std::string actor;  // handle of the person last acted as
    Screen screen = Screen::Board;
    FilterState filter;
    std::vector<std::string> collapsed_columns;
    std::vector<std::string> collapsed_lanes;
    std::vector<std::string> recents;  // of the palette
    std::string settings_section;
    int flow_weeks = 12;
    bool working_days = false;
    std::string limits_from;  // a day, of process behaviour charts; "": their first values
    std::vector<card::CommentDraft> comment_drafts;  // begun, not sent
    std::vector<intake::CardDraft> card_drafts;      // briefs begun for imported cards

    friend bool operator==(const BoardPrefs&, const BoardPrefs&) = default;
};

std::string to_json(const WindowPrefs& prefs);
std::string to_json(const BoardPrefs& prefs);
WindowPrefs window_prefs(std::string_view json);
BoardPrefs board_prefs(std::string_view json);

// "settings" for Screen::Settings, and back (Board for an unknown word).
std::string_view screen_name(Screen screen);
Screen screen_of(std::string_view name);

// XDG_CONFIG_HOME/throughline, or ~/.config/throughline; on Windows APPDATA. "" when neither is
// known.
std::string config_folder();
// Paths below `folder`.
std::string window_file(const std::string& folder);
std::string board_file(const std::string& folder, const std::string& where);

std::string read_text(const std::string& path);  // "" when it cannot be read
// Whole or not at all; makes the folder. False when it could not be written.
bool write_text(const std::string& path, const std::string& text);

}  // namespace throughline::gui::workbench
