// The content calendar: cards and requests by launch date, month and week, by channel.
#pragma once

#include "app/gui/context/screen_view.h"

#include <memory>

namespace throughline::gui::calendar {

class CalendarView final : public ScreenView {
public:
    CalendarView();
    ~CalendarView() override;

    void draw(Context& context) override;
    bool is_busy() const override;
    void add_actions(palette::Actions& actions) override;

    struct State;

private:
    std::unique_ptr<State> state_;
};

}  // namespace throughline::gui::calendar
