#include "app/gui/calendar/calendar_view.h"

#include "app/gui/context/context.h"
#include "app/gui/palette/actions.h"

namespace throughline::gui::calendar {

struct CalendarView::State {
};

CalendarView::CalendarView() : state_(std::make_unique<State>()) {}
CalendarView::~CalendarView() = default;

bool CalendarView::is_busy() const {
    return false;
}

void CalendarView::draw(Context&) {}

void CalendarView::add_actions(palette::Actions&) {}

}  // namespace throughline::gui::calendar
