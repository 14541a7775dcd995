// The forecast screen: when will it be done, how many by then, will the objectives' cards be done,
// how often such forecasts were right, and what other WIP limits would do.
#pragma once

#include "app/gui/context/screen_view.h"

#include <memory>

namespace throughline::gui::outlook {

enum class Part { Forecast, Objectives, Backtest, Told, WhatIf };

class OutlookView final : public ScreenView {
public:
    OutlookView();
    ~OutlookView() override;

    void draw(Context& context) override;
    bool is_busy() const override;
    // "forecast.what-if" and one for each other part.
    void add_actions(palette::Actions& actions) override;

    struct State;

private:
    std::unique_ptr<State> state_;
};

}  // namespace throughline::gui::outlook
