// The team's working calendar: which days are worked, which are holidays, and the working hours.
// Used for working-day views, SLA clocks and forecasts; calendar days need none of it.
#pragma once

#include "core/base/zone.h"

#include <cstdint>
#include <vector>

namespace throughline {

struct WorkingCalendar {
    std::uint8_t weekdays = 0b0011111;  // bit 0 = Monday ... bit 6 = Sunday
    std::vector<Day> holidays;          // ascending
    Duration begin = hours(9);          // of the working day, local time
    Duration end = hours(17);           // exclusive; later than begin

    bool is_working(Day day) const;

    // Working days in the closed range [first, last]; 0 when last < first.
    int working_days(Day first, Day last) const;

    // Working time between two instants: the hours begin..end of working days, local wall time
    // counted as exact elapsed time. 0 when to <= from.
    Duration working_time(const Zone& zone, Instant from, Instant to) const;

    // The instant at which `amount` of working time after `from` has passed. With no working day
    // in the week at all, `from` itself.
    Instant after(const Zone& zone, Instant from, Duration amount) const;

    friend bool operator==(const WorkingCalendar&, const WorkingCalendar&) = default;
};

}  // namespace throughline
