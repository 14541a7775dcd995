// The alerts screen: what the figures say somebody should look at, and the rules that say so. Fills
// what is left of the current ImGui window. Knows no other screen; the workbench calls it.
#pragma once

#include <memory>

namespace throughline::gui {
class Context;
}
namespace throughline::gui::palette {
class Actions;
}

namespace throughline::gui::alerts {

class AlertsView {
public:
    AlertsView();
    ~AlertsView();
    AlertsView(const AlertsView&) = delete;
    AlertsView& operator=(const AlertsView&) = delete;

    void draw(Context& context);
    // "alerts.rules".
    void add_actions(palette::Actions& actions);

    struct State;

private:
    std::unique_ptr<State> state_;
};

}  // namespace throughline::gui::alerts
