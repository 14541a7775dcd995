#include "core/base/zone.h"

#include <date/tz.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <exception>
#include <limits>

namespace throughline {
namespace {

constexpr Instant kBeginning{std::numeric_limits<std::int64_t>::min()};
// Clock changes are listed from 1900 to 2200; before and after, the nearest offset holds.
constexpr std::int64_t kFirstSecond = -2208988800;
constexpr std::int64_t kLastSecond = 7258118400;

}  // namespace

Result<Zone> Zone::load(std::string_view name) {
    if (name == "UTC") {
        return utc();
    }
    try {
        const date::time_zone* zone = date::locate_zone(std::string(name));
        Zone result;
        result.name_ = name;
        date::sys_seconds at{std::chrono::seconds{kFirstSecond}};
        while (at.time_since_epoch().count() < kLastSecond) {
            const date::sys_info info = zone->get_info(at);
            const Instant begin = result.spans_.empty() ? kBeginning
                                                        : Instant{at.time_since_epoch().count() * kMicrosPerSecond};
            const std::int64_t offset = info.offset.count() * kMicrosPerSecond;
            if (result.spans_.empty() || result.spans_.back().offset_us != offset) {
                result.spans_.push_back({begin, offset});
            }
            if (info.end <= at) {
                break;
            }
            at = info.end;
        }
        return result;
    } catch (const std::exception&) {
        return Error{ErrorCode::NotFound,
                     "time zone '" + std::string(name) + "' is not known on this machine; use a name such as Europe/Berlin or UTC",
                     ""};
    }
}

Zone Zone::utc() {
    Zone zone;
    zone.name_ = "UTC";
    zone.spans_.push_back({kBeginning, 0});
    return zone;
}

std::int64_t Zone::offset_us(Instant instant) const {
    const auto after = std::upper_bound(spans_.begin(), spans_.end(), instant,
                                        [](Instant t, const Span& span) { return t < span.begin; });
    return std::prev(after)->offset_us;
}

Day Zone::day(Instant instant) const {
    const std::int64_t local = instant.us + offset_us(instant);
    const std::int64_t day = local / kMicrosPerDay - static_cast<std::int64_t>(local % kMicrosPerDay < 0);
    return {static_cast<std::int32_t>(day)};
}

Duration Zone::time_of_day(Instant instant) const {
    return {instant.us + offset_us(instant) - day(instant).number * kMicrosPerDay};
}

Instant Zone::start_of(Day day) const { return at(day, {}); }

Instant Zone::at(Day day, Duration time_of_day) const {
    const std::int64_t local = day.number * kMicrosPerDay + time_of_day.us;
    // A span that holds local - offset is the answer; the earlier one wins in the doubled hour.
    for (std::size_t i = 0; i < spans_.size(); ++i) {
        const std::int64_t utc_us = local - spans_[i].offset_us;
        const bool before_end = i + 1 == spans_.size() || utc_us < spans_[i + 1].begin.us;
        if (before_end) {
            return {std::max(utc_us, spans_[i].begin.us)};
        }
    }
    return {local};
}

std::string Zone::local_text(Instant instant) const {
    const auto minute = static_cast<int>(time_of_day(instant).us / kMicrosPerMinute);
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), " %02d:%02d", minute / 60, minute % 60);
    return to_text(day(instant)) + text.data();
}

std::string system_zone_name() {
    try {
        return date::current_zone()->name();
    } catch (const std::exception&) {
        return "UTC";
    }
}

}  // namespace throughline
