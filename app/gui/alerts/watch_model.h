// The watch of an open window: asks core/flow/alerts.h off the frame what is due, once a minute and
// after each new entry of the journal, and raises it. No drawing.
//
// Nothing is raised twice: what another window raised is known here as soon as its entry is, and of
// two at the same moment the rules refuse the second. Who may not raise, does not, and nothing is
// recorded of it; a desk that stands still is left alone in the same way.
#pragma once

#include "app/gui/context/background.h"
#include "core/desk/live_desk.h"
#include "core/flow/alerts.h"

#include <memory>

namespace throughline::gui::alerts {

// The rule of the refusal when another window was faster: nobody need hear of it.
inline constexpr std::string_view kRaisedBefore = "already_raised";

class AlertWatch {
public:
    // Each frame, on the board of the present. `wake` is called on the other thread when there is
    // something to raise; may be empty.
    void look(desk::LiveDesk& desk, const Zone& zone, const std::function<void()>& wake);
    bool is_busy() const { return work_.is_busy(); }

private:
    struct Seen {
        std::int64_t seq = -1;
        std::int64_t minute = 0;
        friend bool operator==(const Seen&, const Seen&) = default;
    };
    struct Found {
        std::unique_ptr<flow::Flow> digest;
        std::vector<flow::Signal> due;
    };

    Seen seen_;
    std::unique_ptr<flow::Flow> digest_;  // advanced from look to look
    Background<Found> work_;
};

}  // namespace throughline::gui::alerts
