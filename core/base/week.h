// Weeks as people write them: "2026-W41", from Monday to Sunday, by ISO 8601. Meetings are about a
// week or about one of the periods of period.h.
#pragma once

#include "core/base/period.h"

namespace throughline {

bool is_week(std::string_view text);
std::string week_of_year(Day day);  // "2026-W01" holds the year's first Thursday
// The week after (before, with -1) the given one, which must be one.
std::string next_week(std::string_view week, int step = 1);

// As parse_period, and weeks too.
std::optional<Period> parse_period_or_week(std::string_view text);

}  // namespace throughline
