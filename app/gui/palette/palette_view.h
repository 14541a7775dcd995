// The command palette (Ctrl+K), the list of shortcuts (F1, ?) and the keyboard dispatch, over one
// table of actions. The workbench owns one, lets screens add their actions, and draws it last.
#pragma once

#include "app/gui/palette/actions.h"

#include <memory>

namespace throughline::gui::palette {

class Palette {
public:
    // Has the actions that need no screen: undo, redo, the screens, new brief, the palette itself.
    Palette();
    ~Palette();
    Palette(const Palette&) = delete;
    Palette& operator=(const Palette&) = delete;

    Actions& actions();

    // Opens with the next frame. `query` is put into the field.
    void open(std::string_view query = {});
    void open_shortcuts();
    bool is_open() const;

    // Runs shortcuts, draws what is open. After the screens, outside any window.
    void draw(Context& context);

    // Ids of what was chosen last, newest first, to be kept between sessions by the workbench.
    std::vector<std::string> recents() const;
    void set_recents(std::vector<std::string> recents);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace throughline::gui::palette
