#include "app/gui/monthly/monthly_view.h"

#include "app/gui/context/context.h"
#include "app/gui/palette/actions.h"

namespace throughline::gui::monthly {

struct MonthlyView::State {
    std::string month;
};

MonthlyView::MonthlyView() : state_(std::make_unique<State>()) {}
MonthlyView::~MonthlyView() = default;

bool MonthlyView::is_busy() const {
    return false;
}

void MonthlyView::open(const std::string& month) {
    state_->month = month;
}

void MonthlyView::draw(Context&) {}

void MonthlyView::add_actions(palette::Actions&) {}

}  // namespace throughline::gui::monthly
