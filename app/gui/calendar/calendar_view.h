// The content calendar: cards and requests by launch date, month and week, by channel.
// Fills what is left of the current ImGui window. Knows no other screen; the workbench calls it.
#pragma once

#include <memory>

namespace throughline::gui {
class Context;
namespace palette {
class Actions;
}
}  // namespace throughline::gui

namespace throughline::gui::calendar {

class CalendarView {
public:
    CalendarView();
    ~CalendarView();
    CalendarView(const CalendarView&) = delete;
    CalendarView& operator=(const CalendarView&) = delete;

    // One frame. Runs the commands it collected after drawing.
    void draw(Context& context);
    bool is_busy() const;
    // Adds the screen's actions; the view must outlive the table.
    void add_actions(palette::Actions& actions);

    struct State;

private:
    std::unique_ptr<State> state_;
};

}  // namespace throughline::gui::calendar
