#include "app/gui/alerts/watch_model.h"

namespace throughline::gui::alerts {
namespace {

void raise(desk::LiveDesk& desk, std::vector<flow::Signal> due) {
    // The board may have moved on since they were found.
    for (const flow::Signal& signal :
         flow::unraised(std::move(due), desk.workspace().rows<model::Alert>())) {
        const rules::RaiseAlert command{signal.rule, signal.subject, signal.period, signal.text};
        if (desk.preview(command)) {
            (void)desk.run(command);
        }
    }
}

}  // namespace

void AlertWatch::look(desk::LiveDesk& desk, const Zone& zone, const std::function<void()>& wake) {
    if (auto found = work_.take()) {
        digest_ = std::move(found->digest);
        raise(desk, std::move(found->due));
    }
    const Seen now{desk.workspace().seq(), desk.now().us / kMicrosPerMinute};
    if (work_.is_running() || now == seen_) {
        return;
    }
    seen_ = now;
    auto digest = std::make_shared<std::unique_ptr<flow::Flow>>(std::move(digest_));
    work_.start(
        [digest, rows = flow::rows_of(desk.workspace(), zone),
         alerts = flow::alert_rows(desk.workspace()), as_of = desk.now()] {
            if (*digest) {
                (*digest)->advance(rows, as_of);
            } else {
                *digest = std::make_unique<flow::Flow>(rows, as_of);
            }
            std::vector<flow::Signal> due = flow::due(**digest, alerts);
            return Found{std::move(*digest), std::move(due)};
        },
        wake);
}

}  // namespace throughline::gui::alerts
