// The table of actions: what can be done, what it is called, which keys do it, whether it is
// possible now. Menus, the command palette, the list of shortcuts and the keyboard all read this
// one table. Screens add their actions once, at start; they are asked and run on the frame thread.
#pragma once

#include "app/gui/context/context.h"

#include <deque>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::gui::palette {

struct Action {
    std::string id;       // stable and unique: "board.block"; test name, key of what was used last
    std::string title;    // "Block card"
    std::string section;  // heading in the list of shortcuts: "Board"
    const char* icon = nullptr;
    // As shown and as pressed: "Ctrl+Shift+P", "Alt+Left", "F1", "?", "Delete". The first is shown
    // where the action is; all of them work.
    std::vector<std::string> shortcuts = {};
    std::string keywords = {};  // more words to find it by
    // Offered in the palette and run by keys only while true; absent means always.
    std::function<bool(Context&)> enabled = {};
    // Keys are listened to only while true (a screen has the keyboard); absent means always.
    std::function<bool(Context&)> keys_when = {};
    bool while_typing = false;  // its keys work in a text field too
    bool repeats = false;       // again while the key is held
    bool in_palette = true;     // false: only keys (arrows)
    std::function<void(Context&)> run = {};

    bool is_enabled(Context& context) const { return !enabled || enabled(context); }
};

class Actions {
public:
    // An id already there is replaced.
    void add(Action action);
    // Null when there is none. Valid until the table changes.
    const Action* find(std::string_view id) const;
    const std::deque<Action>& all() const { return actions_; }
    // Its first shortcut, "" for none or an unknown id: for buttons and menus.
    std::string_view shortcut_of(std::string_view id) const;

    // Runs the actions whose keys were pressed in this frame; call once per frame, after the
    // screens are drawn. Nothing runs under an open dialog or menu. Result: something ran.
    bool dispatch(Context& context) const;
    // Runs it if it is enabled. Result: it ran.
    bool run(std::string_view id, Context& context) const;

private:
    std::deque<Action> actions_;  // in the order they were added
};

}  // namespace throughline::gui::palette
