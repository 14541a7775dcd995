#include "app/gui/standup/timer_model.h"

#include <algorithm>

namespace throughline::gui::standup {

Timer make_timer(Instant started, Instant now, Instant card_since, std::size_t to_come,
                 std::size_t present) {
    const Clock clock = make_clock(now - started, kLength);
    Timer timer{.pace = clock.pace, .elapsed = clock.elapsed, .words = clock.words};
    if (to_come > 0) {
        const std::int64_t left = kLength.us - (card_since - started).us;
        const Duration share{std::max(left / static_cast<std::int64_t>(to_come), kLeastShare.us)};
        const Duration spent = now - card_since;
        timer.card_pace = spent.us > 2 * share.us ? Pace::Red
                          : spent > share         ? Pace::Amber
                                                  : Pace::Good;
        timer.card_words = short_clock(spent) + " of about " + short_clock(share);
    }
    if (present > 0) {
        const Duration each{kLength.us / static_cast<std::int64_t>(present)};
        timer.person_words = "about " + short_clock(each) + " each for " + std::to_string(present) +
                             (present == 1 ? " person" : " people");
    }
    return timer;
}

}  // namespace throughline::gui::standup
