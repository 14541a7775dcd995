#include "core/report/chart_ticks.h"

#include "core/base/words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace throughline::report {
namespace {

std::string day_label(const CivilDate& date, bool with_year) {
    std::string label = std::to_string(date.day) + " " + std::string(short_month_name(date.month));
    return with_year ? label + " " + std::to_string(date.year) : label;
}

std::string month_label(const CivilDate& date, bool with_year) {
    std::string label(short_month_name(date.month));
    return with_year ? label + " " + std::to_string(date.year) : label;
}

std::vector<DayTick> month_ticks(Day from, Day to, int step) {
    std::vector<DayTick> ticks;
    CivilDate date = civil(from);
    if (date.day > 1) {
        date = date.month == 12 ? CivilDate{date.year + 1, 1, 1}
                                : CivilDate{date.year, date.month + 1, 1};
    }
    while ((date.month - 1) % step != 0) {
        ++date.month;  // a step divides twelve, so January always fits
        if (date.month > 12) {
            date = {date.year + 1, 1, 1};
        }
    }
    for (Day day = day_from_civil(date.year, date.month, 1); day <= to;
         day = day_from_civil(date.year, date.month, 1)) {
        ticks.push_back({day, month_label(date, ticks.empty() || date.month == 1)});
        const int months = date.year * 12 + date.month - 1 + step;
        date = {months / 12, months % 12 + 1, 1};
    }
    return ticks;
}

std::vector<DayTick> stepped(Day from, Day to, int step) {
    std::vector<DayTick> ticks;
    Day day = from;
    if (step >= 7) {
        day = from + (7 - weekday(from)) % 7;
    }
    int year = 0;
    for (; day <= to; day = day + step) {
        const CivilDate date = civil(day);
        ticks.push_back({day, day_label(date, date.year != year)});
        year = date.year;
    }
    return ticks;
}

}  // namespace

NumberTicks number_ticks(double low, double high, int most, bool whole) {
    const double span = std::max(high - low, whole ? 1.0 : 1e-6);
    double power = whole ? 1.0 : std::pow(10.0, std::floor(std::log10(span)) - 2);
    for (;; power *= 10) {
        for (const int factor : {1, 2, 5}) {
            const double step = factor * power;
            const double first = std::floor(low / step + 1e-9);
            const double last = std::max(std::ceil(high / step - 1e-9), first + 1);
            if (last - first < std::max(most, 2)) {
                NumberTicks ticks{.step = step, .at = {}};
                for (double i = first; i <= last; ++i) {
                    ticks.at.push_back(i * step);
                }
                return ticks;
            }
        }
    }
}

std::string tick_label(double value, double step) {
    const int places = step >= 1 ? 0 : static_cast<int>(std::ceil(-std::log10(step) - 1e-9));
    std::array<char, 400> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value + 0.0,
                                   std::chars_format::fixed, places)
                         .ptr;
    std::string digits(buffer.data(), end);
    if (places == 0) {
        for (std::size_t at = digits.size(); at > 3 + (value < 0 ? 1U : 0U); at -= 3) {
            digits.insert(at - 3, ",");
        }
    }
    return digits;
}

std::vector<DayTick> day_ticks(Day from, Day to, int most) {
    const int days = to - from + 1;
    for (const int step : {1, 7, 14}) {
        if (days / step <= most) {
            return stepped(from, to, step);
        }
    }
    for (const int step : {1, 3, 6}) {
        if (days / (30 * step) <= most) {
            return month_ticks(from, to, step);
        }
    }
    return month_ticks(from, to, 12);
}

}  // namespace throughline::report
