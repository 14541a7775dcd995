// Instants and days. An Instant is UTC; a Day is a date on the wall of the team. Which day an
// instant falls on is asked of a Zone (zone.h), at the edge where a person reads it.
#pragma once

#include "core/base/result.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace throughline {

inline constexpr std::int64_t kMicrosPerSecond = 1'000'000;
inline constexpr std::int64_t kMicrosPerMinute = 60 * kMicrosPerSecond;
inline constexpr std::int64_t kMicrosPerHour = 60 * kMicrosPerMinute;
inline constexpr std::int64_t kMicrosPerDay = 24 * kMicrosPerHour;

// A length of exact elapsed time, in microseconds.
struct Duration {
    std::int64_t us = 0;

    double days() const { return static_cast<double>(us) / static_cast<double>(kMicrosPerDay); }
    double hours() const { return static_cast<double>(us) / static_cast<double>(kMicrosPerHour); }

    friend auto operator<=>(const Duration&, const Duration&) = default;
    friend Duration operator+(Duration a, Duration b) { return {a.us + b.us}; }
    friend Duration operator-(Duration a, Duration b) { return {a.us - b.us}; }
    Duration& operator+=(Duration b) { return us += b.us, *this; }
};

constexpr Duration minutes(std::int64_t n) {
    return {n * kMicrosPerMinute};
}
constexpr Duration hours(std::int64_t n) {
    return {n * kMicrosPerHour};
}
constexpr Duration days(std::int64_t n) {
    return {n * kMicrosPerDay};
}

// A point in time: microseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
struct Instant {
    std::int64_t us = 0;

    friend auto operator<=>(const Instant&, const Instant&) = default;
    friend Instant operator+(Instant a, Duration b) { return {a.us + b.us}; }
    friend Instant operator-(Instant a, Duration b) { return {a.us - b.us}; }
    friend Duration operator-(Instant a, Instant b) { return {a.us - b.us}; }
};

// A date in the proleptic Gregorian calendar: days since 1970-01-01.
struct Day {
    std::int32_t number = 0;

    friend auto operator<=>(const Day&, const Day&) = default;
    friend Day operator+(Day a, int days) { return {a.number + days}; }
    friend Day operator-(Day a, int days) { return {a.number - days}; }
    friend int operator-(Day a, Day b) { return a.number - b.number; }
    Day& operator++() { return ++number, *this; }
};

// Monday is 0, Sunday 6 (ISO 8601 order).
int weekday(Day day);

struct CivilDate {
    int year = 1970;
    int month = 1;  // 1..12
    int day = 1;    // 1..31

    friend bool operator==(const CivilDate&, const CivilDate&) = default;
};
CivilDate civil(Day day);
// The date must exist; is_valid says so. Years 1..9999.
Day day_from_civil(int year, int month, int day);
bool is_valid_date(int year, int month, int day);

// "2026-03-29"
std::string to_text(Day day);
// "2026-03-29T07:05:01Z", with ".123456" when there are fractions of a second.
std::string to_text(Instant instant);

// "YYYY-MM-DD", strictly. Invalid names the text and the form that is wanted.
Result<Day> parse_day(std::string_view text);
// "YYYY-MM-DDTHH:MM[:SS[.ffffff]](Z|+HH:MM|-HH:MM)". A time without a zone is refused.
Result<Instant> parse_instant(std::string_view text);

}  // namespace throughline
