// A team's time zone (IANA name) with all its clock changes, so that days come out right in spring
// and autumn too. Loading reads the system's zone files once; asking is a table look-up and a step
// or two, a few nanoseconds.
#pragma once

#include "core/base/time.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace throughline {

class Zone {
public:
    // "UTC", "Europe/Berlin" ... NotFound when this machine does not know the name.
    static Result<Zone> load(std::string_view name);
    static Zone utc();

    const std::string& name() const { return name_; }

    // The local date on which `instant` falls.
    Day day(Instant instant) const;
    // Microseconds since local midnight; 0 .. 25 h (a day with a clock change may be longer).
    Duration time_of_day(Instant instant) const;
    // The first instant of the local day.
    Instant start_of(Day day) const;
    // The instant of a local wall time on a day. In the gap of spring: the moment the clocks
    // jump. In the doubled hour of autumn: the first of the two.
    Instant at(Day day, Duration time_of_day) const;

    // "2026-03-29 09:05", local.
    std::string local_text(Instant instant) const;

private:
    struct Span {
        Instant begin;           // from here on
        std::int64_t offset_us;  // local minus UTC
    };

    std::int64_t offset_us(Instant instant) const;
    std::size_t span_at(Instant instant) const;  // the last span that begins at or before
    void index_spans();

    std::string name_;
    std::vector<Span> spans_;           // ascending; the first begins before every instant
    std::vector<std::uint16_t> index_;  // the span at the begin of each time slot of half a year
};

// The zone of this machine, or UTC when it cannot be told.
std::string system_zone_name();

}  // namespace throughline
