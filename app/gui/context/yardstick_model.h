// What ages are judged by, per class of service. Small boards are computed at once; large ones on a
// thread of their own, so that no frame waits. No drawing.
#pragma once

#include "core/flow/age.h"
#include "core/model/workspace.h"

#include <functional>
#include <future>
#include <vector>

namespace throughline::gui {

class Yardsticks {
public:
    Yardsticks() = default;
    ~Yardsticks();
    Yardsticks(const Yardsticks&) = delete;
    Yardsticks& operator=(const Yardsticks&) = delete;

    // Made anew when the day or the service levels changed. Result: other yardsticks than before.
    // `wake` is called on the other thread when its result is there; may be empty.
    bool refresh(const model::Workspace& workspace, const Zone& zone, Instant now,
                 std::function<void()> wake = {});
    // A result of the thread is still out: ask again soon.
    bool is_waiting() const { return waiting_.valid(); }
    // Without history only the adopted SLE is known.
    const flow::AgeYardstick& of(model::ServiceClass service_class) const;

private:
    bool take(std::vector<flow::AgeYardstick> result);

    std::vector<flow::AgeYardstick> yardsticks_;
    std::vector<model::ServiceLevel> levels_;
    Day day_{INT32_MIN};
    std::future<std::vector<flow::AgeYardstick>> waiting_;
    flow::AgeYardstick unknown_;
};

}  // namespace throughline::gui
