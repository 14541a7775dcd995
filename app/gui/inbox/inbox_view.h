// What concerns the acting person: mentions, questions, approvals, actions, decisions to carry out.
// Fills what is left of the current ImGui window. Knows no other screen; the workbench calls it.
#pragma once

#include <memory>

namespace throughline::gui {
class Context;
namespace palette {
class Actions;
}
}  // namespace throughline::gui

namespace throughline::gui::inbox {

class InboxView {
public:
    InboxView();
    ~InboxView();
    InboxView(const InboxView&) = delete;
    InboxView& operator=(const InboxView&) = delete;

    // One frame. Runs the commands it collected after drawing.
    void draw(Context& context);
    bool is_busy() const;
    // Each frame, whatever screen is shown: what waits is counted beside the screen's name.
    void refresh(Context& context);
    int unseen() const;
    // Adds the screen's actions; the view must outlive the table.
    void add_actions(palette::Actions& actions);

    struct State;

private:
    std::unique_ptr<State> state_;
};

}  // namespace throughline::gui::inbox
