#include "app/demo/demo.h"

#include "app/demo/studio.h"
#include "core/desk/sources.h"

namespace throughline::demo {

Status make_demo(desk::Desk& desk, std::uint64_t seed, Instant now) {
    if (desk.workspace().board() != nullptr) {
        return Error{ErrorCode::Conflict,
                     "there is a board in this file already; the demo needs a new file", ""};
    }
    constexpr int kWeeks = 26;
    const auto clock = std::make_shared<Instant>(now - days(kWeeks * 7));
    const auto nonces = std::make_shared<Random>(seed + 1);
    desk::Sources own = desk::exchange_sources(
        desk, {[clock] { return *clock; }, [nonces] { return nonces->next(); }});
    Studio studio(desk, clock, seed);
    const Instant begin = *clock;
    Status status = studio.set_up(begin);
    if (status) {
        status = studio.work(begin, now);
    }
    desk::exchange_sources(desk, std::move(own));
    return status;
}

}  // namespace throughline::demo
