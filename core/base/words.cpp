#include "core/base/words.h"

#include "core/base/zone.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace throughline {
namespace {

constexpr std::array<std::string_view, 12> kMonths{"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> kWeekdays{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                    "Friday", "Saturday", "Sunday"};
constexpr std::size_t kShort = 3;  // letters

std::string day_and_month(const CivilDate& date) {
    return std::to_string(date.day) + " " + std::string(short_month_name(date.month));
}

}  // namespace

std::string_view month_name(int month) {
    return kMonths[static_cast<std::size_t>(month - 1)];
}

std::string_view short_month_name(int month) {
    return month_name(month).substr(0, kShort);
}

std::string_view weekday_name(int weekday) {
    return kWeekdays[static_cast<std::size_t>(weekday)];
}

std::string_view short_weekday_name(int weekday) {
    return weekday_name(weekday).substr(0, kShort);
}

std::string short_date(Day day) {
    const CivilDate date = civil(day);
    return day_and_month(date) + " " + std::to_string(date.year);
}

std::string short_date(Day day, Day today) {
    const CivilDate date = civil(day);
    return date.year == civil(today).year ? day_and_month(date) : short_date(day);
}

std::string long_date(Day day) {
    return std::string(short_weekday_name(weekday(day))) + " " + short_date(day);
}

std::string clock_time(const Zone& zone, Instant at) {
    const std::string text = zone.local_text(at);  // "2026-10-12 09:31"
    return text.substr(text.size() - 5);
}

std::string moment_words(const Zone& zone, Instant at) {
    return short_date(zone.day(at)) + ", " + clock_time(zone, at);
}

std::string decimal(double value, int places) {
    const double power = std::pow(10.0, places);
    constexpr double kExact = 1e15;  // from here on there is nothing behind the point
    const double rounded =
        (std::abs(value) < kExact ? std::round(value * power) / power : value) + 0.0;  // no "-0"
    std::array<char, 400> buffer{};  // the largest has 309 digits
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), rounded,
                                   std::chars_format::fixed, places)
                         .ptr;
    return {buffer.data(), end};
}

std::string short_decimal(double value) {
    std::string text = decimal(value, 2);
    text.erase(text.find_last_not_of('0') + 1);
    return text.ends_with('.') ? text.substr(0, text.size() - 1) : text;
}

std::string number_words(std::optional<double> number, std::string_view unit) {
    if (!number) {
        return "-";
    }
    std::string text = short_decimal(*number);
    const std::size_t first = text.front() == '-' ? 1 : 0;
    std::size_t at = std::min(text.find('.'), text.size());
    while (at > first + 3) {
        at -= 3;
        text.insert(at, ",");
    }
    const std::string space = unit.empty() || unit == "%" ? "" : " ";
    return text + space + std::string(unit);
}

std::string signed_words(double number, std::string_view unit) {
    // What rounds to 0 has no sign.
    const bool is_above = number > 0 && short_decimal(number) != "0";
    return (is_above ? "+" : "") + number_words(number, unit);
}

}  // namespace throughline
