#include "app/gui/inbox/inbox_view.h"

#include "app/gui/context/context.h"
#include "app/gui/palette/actions.h"

namespace throughline::gui::inbox {

struct InboxView::State {
};

InboxView::InboxView() : state_(std::make_unique<State>()) {}
InboxView::~InboxView() = default;

bool InboxView::is_busy() const {
    return false;
}

void InboxView::draw(Context&) {}

void InboxView::add_actions(palette::Actions&) {}

}  // namespace throughline::gui::inbox
