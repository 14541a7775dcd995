#include "app/gui/standup/timer_model.h"

#include <algorithm>

namespace throughline::gui::standup {
namespace {

std::string two(std::int64_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

// "1:10"
std::string short_clock(Duration length) {
    const std::int64_t seconds = std::max<std::int64_t>(0, length.us) / kMicrosPerSecond;
    return std::to_string(seconds / 60) + ":" + two(seconds % 60);
}

std::string left_words(Duration elapsed) {
    const std::int64_t over = elapsed.us - kLength.us;
    if (over >= kMicrosPerMinute) return std::to_string(over / kMicrosPerMinute) + " min over";
    if (over >= 0) return "time is up";
    return std::to_string((-over + kMicrosPerMinute - 1) / kMicrosPerMinute) + " min left";
}

}  // namespace

std::string clock_text(Duration elapsed) {
    const std::int64_t seconds = std::max<std::int64_t>(0, elapsed.us) / kMicrosPerSecond;
    if (seconds >= 3600) return std::to_string(seconds / 3600) + " h " + two(seconds / 60 % 60);
    return two(seconds / 60) + ":" + two(seconds % 60);
}

Timer make_timer(Instant started, Instant now, Instant card_since, std::size_t to_come,
                 std::size_t present) {
    const Duration elapsed = now - started;
    Timer timer{.elapsed = clock_text(elapsed), .words = left_words(elapsed)};
    timer.pace = elapsed >= kLength ? Pace::Red : elapsed >= kAlmost ? Pace::Amber : Pace::Good;
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
