// The forecast screen: when will it be done, how many by then, will the objectives' cards be done,
// how often such forecasts were right, and what other WIP limits would do. Fills what is left of
// the current ImGui window. Knows no other screen; the workbench calls it.
#pragma once

#include <memory>

namespace throughline::gui {
class Context;
}
namespace throughline::gui::palette {
class Actions;
}

namespace throughline::gui::outlook {

enum class Part { Forecast, Objectives, Backtest, Told, WhatIf };

class OutlookView {
public:
    OutlookView();
    ~OutlookView();
    OutlookView(const OutlookView&) = delete;
    OutlookView& operator=(const OutlookView&) = delete;

    void draw(Context& context);
    // Something is being computed.
    bool is_busy() const;
    // "forecast.what-if" and one for each other part.
    void add_actions(palette::Actions& actions);

    struct State;

private:
    std::unique_ptr<State> state_;
};

}  // namespace throughline::gui::outlook
