#pragma once
// The list of keyboard shortcuts, drawn from the table of actions: what is not in the table has no
// shortcut, and what has one is listed.

#include "app/gui/palette/actions.h"

namespace throughline::gui::palette {

class ShortcutsView {
public:
    void open() { wants_open_ = true; }
    // Once per frame, outside any window.
    void draw(const Actions& actions);

private:
    void draw_sections(const Actions& actions);

    bool wants_open_ = false;
    std::string query_;
};

}  // namespace throughline::gui::palette
