#include "app/gui/learning/learning_view.h"

#include "app/gui/context/context.h"
#include "app/gui/palette/actions.h"

namespace throughline::gui::learning {

struct LearningView::State {
    std::string part;
    std::int64_t record = 0;
};

LearningView::LearningView() : state_(std::make_unique<State>()) {}
LearningView::~LearningView() = default;

bool LearningView::is_busy() const {
    return false;
}

void LearningView::show(const std::string& part, std::int64_t record) {
    state_->part = part;
    state_->record = record;
}

void LearningView::draw(Context&) {}

void LearningView::add_actions(palette::Actions&) {}

}  // namespace throughline::gui::learning
