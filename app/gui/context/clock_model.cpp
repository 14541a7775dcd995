#include "app/gui/context/clock_model.h"

#include <algorithm>

namespace throughline::gui {
namespace {

std::string two(std::int64_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string left_words(Duration elapsed, Duration length) {
    const std::int64_t over = elapsed.us - length.us;
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

std::string short_clock(Duration length) {
    const std::int64_t seconds = std::max<std::int64_t>(0, length.us) / kMicrosPerSecond;
    return std::to_string(seconds / 60) + ":" + two(seconds % 60);
}

Clock make_clock(Duration elapsed, Duration length) {
    const Duration almost{length.us / 5 * 4};
    return {.pace = elapsed >= length   ? Pace::Red
                    : elapsed >= almost ? Pace::Amber
                                        : Pace::Good,
            .elapsed = clock_text(elapsed),
            .words = left_words(elapsed, length)};
}

}  // namespace throughline::gui
