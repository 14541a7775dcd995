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
// Half a year or so: most slots hold one clock change.
constexpr std::int64_t kSlotUs = 182 * kMicrosPerDay;
// No offset from UTC has ever been this large.
constexpr Duration kMoreThanAnyOffset = hours(26);

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
            const Instant begin = result.spans_.empty()
                                      ? kBeginning
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
        result.index_spans();
        return result;
    } catch (const std::exception&) {
        return Error{ErrorCode::NotFound,
                     "time zone '" + std::string(name) +
                         "' is not known on this machine; use a name such as Europe/Berlin or UTC",
                     ""};
    }
}

Zone Zone::utc() {
    Zone zone;
    zone.name_ = "UTC";
    zone.spans_.push_back({kBeginning, 0});
    zone.index_spans();
    return zone;
}

void Zone::index_spans() {
    std::size_t span = 0;
    for (std::int64_t at = kFirstSecond * kMicrosPerSecond; at < kLastSecond * kMicrosPerSecond;
         at += kSlotUs) {
        while (span + 1 < spans_.size() && spans_[span + 1].begin.us <= at) {
            ++span;
        }
        index_.push_back(static_cast<std::uint16_t>(span));
    }
}

std::size_t Zone::span_at(Instant instant) const {
    const std::int64_t first = kFirstSecond * kMicrosPerSecond;
    if (instant.us < first) {
        return 0;
    }
    if (instant.us >= kLastSecond * kMicrosPerSecond) {
        return spans_.size() - 1;
    }
    const auto slot = static_cast<std::size_t>((instant.us - first) / kSlotUs);
    std::size_t span = index_[slot];
    while (span + 1 < spans_.size() && spans_[span + 1].begin <= instant) {
        ++span;
    }
    return span;
}

std::int64_t Zone::offset_us(Instant instant) const {
    return spans_[span_at(instant)].offset_us;
}

Day Zone::day(Instant instant) const {
    const std::int64_t local = instant.us + offset_us(instant);
    const std::int64_t day =
        local / kMicrosPerDay - static_cast<std::int64_t>(local % kMicrosPerDay < 0);
    return {static_cast<std::int32_t>(day)};
}

Duration Zone::time_of_day(Instant instant) const {
    return {instant.us + offset_us(instant) - day(instant).number * kMicrosPerDay};
}

Instant Zone::start_of(Day day) const {
    return at(day, {});
}

Instant Zone::at(Day day, Duration time_of_day) const {
    const std::int64_t local = day.number * kMicrosPerDay + time_of_day.us;
    // A span that holds local - offset is the answer; the earlier one wins in the doubled hour.
    for (std::size_t i = span_at(Instant{local} - kMoreThanAnyOffset); i < spans_.size(); ++i) {
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
