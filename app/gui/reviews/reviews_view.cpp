#include "app/gui/reviews/reviews_view.h"

#include "app/gui/context/context.h"
#include "app/gui/palette/actions.h"

namespace throughline::gui::reviews {

struct ReviewsView::State {
    model::MeetingId meeting;
    std::string part;
    std::int64_t record = 0;
};

ReviewsView::ReviewsView() : state_(std::make_unique<State>()) {}
ReviewsView::~ReviewsView() = default;

bool ReviewsView::is_busy() const {
    return false;
}

void ReviewsView::open(model::MeetingId meeting) {
    state_->meeting = meeting;
}

void ReviewsView::show(const std::string& part, std::int64_t record) {
    state_->part = part;
    state_->record = record;
}

void ReviewsView::draw(Context&) {}

void ReviewsView::add_actions(palette::Actions&) {}

}  // namespace throughline::gui::reviews
