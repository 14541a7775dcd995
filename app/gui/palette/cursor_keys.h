#pragma once
// Who has the arrows and Enter: a cursor of the screen's own, until Tab goes to its buttons; Escape
// or a click gives them back. For screens that move through rows or days of their own.

namespace throughline::gui::palette {

class CursorKeys {
public:
    // Each frame, inside the screen's window, before its items are drawn.
    void take();
    // In this frame the keys are the cursor's: nobody types, no dialog is open, and the window that
    // has the keyboard is the screen's.
    bool listens() const { return listens_; }
    // The same for the table of actions: false too when the screen is not drawn any more.
    bool is_here() const;

private:
    bool listens_ = false;
    bool on_controls_ = false;
    int frame_ = -10;
};

}  // namespace throughline::gui::palette
