#include "core/base/zone.h"

#include <doctest/doctest.h>

#include <string>

using namespace throughline;

namespace {

Instant utc(std::string_view text) {
    return parse_instant(text).value();
}

}  // namespace

TEST_CASE("a local day may be 23 or 25 hours long") {
    const Zone berlin = Zone::load("Europe/Berlin").value();
    const auto length = [&](Day day) { return berlin.start_of(day + 1) - berlin.start_of(day); };
    CHECK(length(day_from_civil(2026, 3, 29)) == hours(23));
    CHECK(length(day_from_civil(2026, 10, 25)) == hours(25));
    CHECK(length(day_from_civil(2026, 7, 1)) == hours(24));
}

TEST_CASE("the local date is asked of the zone") {
    const Zone berlin = Zone::load("Europe/Berlin").value();
    CHECK(to_text(berlin.day(utc("2026-06-30T22:30Z"))) == "2026-07-01");
    CHECK(to_text(Zone::utc().day(utc("2026-06-30T22:30Z"))) == "2026-06-30");
    CHECK(berlin.local_text(utc("2026-01-01T00:00Z")) == "2026-01-01 01:00");
    CHECK(to_text(Zone::utc().day(utc("1969-12-31T23:59:59Z"))) == "1969-12-31");
}

TEST_CASE("in the gap of spring a wall time is the jump, in the doubled hour of autumn the first") {
    const Zone berlin = Zone::load("Europe/Berlin").value();
    const auto at = [&](int month, int day, Duration time) {
        return to_text(berlin.at(day_from_civil(2026, month, day), time));
    };
    CHECK(at(3, 29, hours(2) + minutes(30)) == "2026-03-29T01:00:00Z");
    CHECK(at(3, 29, hours(3)) == "2026-03-29T01:00:00Z");
    CHECK(at(10, 25, hours(2) + minutes(30)) == "2026-10-25T00:30:00Z");
    CHECK(at(10, 25, hours(3)) == "2026-10-25T02:00:00Z");
}

TEST_CASE("wall times and instants agree in many zones and years") {
    for (const char* name :
         {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata",
          "Pacific/Apia", "Africa/Casablanca", "America/Sao_Paulo", "UTC"}) {
        const auto zone = Zone::load(name);
        REQUIRE(zone.ok());
        CAPTURE(name);
        for (std::int64_t hour = -400000; hour < 900000; hour += 509) {
            const Instant t{hour * kMicrosPerHour + 17};
            const Day day = zone->day(t);
            CHECK(zone->start_of(day) <= t);
            CHECK(t < zone->start_of(day + 1));
            const Instant back = zone->at(day, zone->time_of_day(t));
            // The doubled hour of autumn gives the first of the two.
            CHECK((back == t || (back < t && t - back <= hours(2))));
        }
    }
}

TEST_CASE("an unknown zone is named with the remedy, extreme instants have a day") {
    const auto zone = Zone::load("Mars/Olympus");
    REQUIRE_FALSE(zone.ok());
    CHECK(zone.error().code == ErrorCode::NotFound);
    CHECK(zone.error().message.find("Mars/Olympus") != std::string::npos);
    const Zone berlin = Zone::load("Europe/Berlin").value();
    CHECK(to_text(berlin.day(utc("1850-06-01T12:00Z"))) == "1850-06-01");
    CHECK(to_text(berlin.day(utc("2500-06-01T12:00Z"))) == "2500-06-01");
    CHECK(Zone::load("UTC").value().name() == "UTC");
}
