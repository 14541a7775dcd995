// What every screen is to the workbench: it fills what is left of the current ImGui window, says
// whether it still computes, and adds its actions. Screens know no other screen.
#pragma once

namespace throughline::gui {

class Context;
namespace palette {
class Actions;
}

class ScreenView {
public:
    virtual ~ScreenView() = default;
    ScreenView(const ScreenView&) = delete;
    ScreenView& operator=(const ScreenView&) = delete;

    // One frame. Runs the commands it collected after drawing.
    virtual void draw(Context& context) = 0;
    // Something that is shown is still being computed.
    virtual bool is_busy() const { return false; }
    // Adds the screen's actions; the view must outlive the table.
    virtual void add_actions(palette::Actions&) {}

protected:
    ScreenView() = default;
};

}  // namespace throughline::gui
