// The alerts screen: what the figures say somebody should look at, and the rules that say so.
#pragma once

#include "app/gui/context/screen_view.h"

#include <memory>

namespace throughline::gui::alerts {

class AlertsView final : public ScreenView {
public:
    AlertsView();
    ~AlertsView() override;

    void draw(Context& context) override;
    // "alerts.rules".
    void add_actions(palette::Actions& actions) override;

    struct State;

private:
    std::unique_ptr<State> state_;
};

}  // namespace throughline::gui::alerts
