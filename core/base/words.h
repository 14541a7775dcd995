// Days and numbers as people read them, the same wherever they stand. English, no locale.
#pragma once

#include "core/base/time.h"

#include <optional>
#include <string>
#include <string_view>

namespace throughline {

class Zone;

std::string_view month_name(int month);        // 1 to 12: "October"
std::string_view short_month_name(int month);  // "Oct"
// 0, a Monday, to 6, as weekday(Day) gives it: "Monday", "Mon".
std::string_view weekday_name(int weekday);
std::string_view short_weekday_name(int weekday);

// "12 Oct 2026"
std::string short_date(Day day);
// "12 Oct"; with the year when it is not that of today.
std::string short_date(Day day, Day today);
// "Mon 12 Oct 2026", for reading one value.
std::string long_date(Day day);

// Of the local day in the zone: "09:31", "12 Oct 2026, 09:31".
std::string clock_time(const Zone& zone, Instant at);
std::string moment_words(const Zone& zone, Instant at);

// "2.7"; halves away from zero. At most 6 places.
std::string decimal(double value, int places = 1);
// At most two places: "46", "12.5".
std::string short_decimal(double value);
// "12,500 EUR", "46.5%": at most two places; "-" for none.
std::string number_words(std::optional<double> number, std::string_view unit = {});
// The same with a plus before what is above 0.
std::string signed_words(double number, std::string_view unit = {});

}  // namespace throughline
