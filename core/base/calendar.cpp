#include "core/base/calendar.h"

#include <algorithm>

namespace throughline {

bool WorkingCalendar::is_working(Day day) const {
    return ((weekdays >> weekday(day)) & 1U) != 0 &&
           !std::binary_search(holidays.begin(), holidays.end(), day);
}

int WorkingCalendar::working_days(Day first, Day last) const {
    if (last < first) {
        return 0;
    }
    // Whole weeks by count, the rest day by day, then the holidays that fall on working weekdays.
    int per_week = 0;
    for (int d = 0; d < 7; ++d) {
        per_week += (weekdays >> d) & 1;
    }
    const int weeks = (last - first + 1) / 7;
    int count = weeks * per_week;
    for (Day day = first + weeks * 7; day <= last; ++day) {
        count += (weekdays >> weekday(day)) & 1;
    }
    auto from = std::lower_bound(holidays.begin(), holidays.end(), first);
    for (; from != holidays.end() && *from <= last; ++from) {
        count -= (weekdays >> weekday(*from)) & 1;
    }
    return count;
}

Duration WorkingCalendar::working_time(const Zone& zone, Instant from, Instant to) const {
    Duration total;
    if (to <= from) {
        return total;
    }
    const Day first = zone.day(from);
    const Day last = zone.day(to);
    const auto part_of = [&](Day day) {
        const Instant opens = std::max(zone.at(day, begin), from);
        const Instant closes = std::min(zone.at(day, end), to);
        return is_working(day) && opens < closes ? closes - opens : Duration{};
    };
    total = part_of(first);
    if (last > first) {
        total += part_of(last);
    }
    if (last - first > 1) {
        total.us += working_days(first + 1, last - 1) * (end - begin).us;
    }
    return total;
}

Instant WorkingCalendar::after(const Zone& zone, Instant from, Duration amount) const {
    if ((weekdays & 0x7FU) == 0 || amount.us <= 0) {
        return from;
    }
    Day day = zone.day(from);
    // A year in a row without working time ends the search: such a calendar has none to offer.
    for (int idle = 0; idle < 366; ++day, ++idle) {
        if (!is_working(day)) {
            continue;
        }
        const Instant opens = std::max(zone.at(day, begin), from);
        const Instant closes = zone.at(day, end);
        if (opens < closes) {
            if (closes - opens >= amount) {
                return opens + amount;
            }
            amount = amount - (closes - opens);
            idle = 0;
        }
    }
    return from;
}

}  // namespace throughline
