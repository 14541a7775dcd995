// Days of the core as the dates that fields for dates take, and back.
#pragma once

#include "core/base/time.h"

#include <chrono>

namespace throughline::gui {

inline std::chrono::year_month_day to_ymd(Day day) {
    const CivilDate date = civil(day);
    return {std::chrono::year(date.year), std::chrono::month(static_cast<unsigned>(date.month)),
            std::chrono::day(static_cast<unsigned>(date.day))};
}

inline Day to_day(std::chrono::year_month_day date) {
    return day_from_civil(static_cast<int>(date.year()),
                          static_cast<int>(static_cast<unsigned>(date.month())),
                          static_cast<int>(static_cast<unsigned>(date.day())));
}

}  // namespace throughline::gui
