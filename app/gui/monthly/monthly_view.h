// The monthly report: drafted from the data, edited, issued.
#pragma once

#include "app/gui/context/screen_view.h"

#include <memory>
#include <string>

namespace throughline::gui::monthly {

class MonthlyView final : public ScreenView {
public:
    MonthlyView();
    ~MonthlyView() override;

    void draw(Context& context) override;
    bool is_busy() const override;
    void add_actions(palette::Actions& actions) override;

    // Carried out at the next draw; a month as "2026-10", "" for the one that is due.
    void open(const std::string& month);
    struct State;

private:
    std::unique_ptr<State> state_;
};

}  // namespace throughline::gui::monthly
