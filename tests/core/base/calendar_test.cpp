#include "core/base/calendar.h"

#include <doctest/doctest.h>

using namespace throughline;

namespace {

const Day kMonday = day_from_civil(2026, 3, 2);

}  // namespace

TEST_CASE("working days are counted as if one by one") {
    WorkingCalendar calendar;
    calendar.holidays = {kMonday + 2, kMonday + 5, kMonday + 30};
    for (int from = -10; from < 20; ++from) {
        int count = 0;
        for (int to = from; to < 60; ++to) {
            count += calendar.is_working(kMonday + to) ? 1 : 0;
            CHECK(calendar.working_days(kMonday + from, kMonday + to) == count);
        }
    }
    CHECK(calendar.working_days(kMonday, kMonday - 1) == 0);
}

TEST_CASE("working time counts the hours of working days only") {
    const WorkingCalendar calendar;
    const Zone zone = Zone::utc();
    const auto at = [&](int day, std::int64_t hour) { return zone.at(kMonday + day, hours(hour)); };
    CHECK(calendar.working_time(zone, at(0, 10), at(0, 12)) == hours(2));
    CHECK(calendar.working_time(zone, at(0, 7), at(0, 20)) == hours(8));
    CHECK(calendar.working_time(zone, at(4, 16), at(7, 10)) == hours(2));  // Friday to Monday
    CHECK(calendar.working_time(zone, at(0, 10), at(9, 11)) == hours(7 + 6 * 8 + 2));
    CHECK(calendar.working_time(zone, at(5, 10), at(6, 11)) == hours(0));
    CHECK(calendar.working_time(zone, at(1, 0), at(0, 0)) == hours(0));
}

TEST_CASE("after some working time is the inverse of working time") {
    WorkingCalendar calendar;
    calendar.holidays = {kMonday + 1};
    const Zone zone = Zone::load("Europe/Berlin").value();
    for (int quarter = 1; quarter < 400; quarter += 3) {
        const Duration amount = minutes(15 * quarter);
        for (const int hour : {3, 10, 22}) {
            const Instant from = zone.at(kMonday - 2, hours(hour));
            const Instant then = calendar.after(zone, from, amount);
            CHECK(calendar.working_time(zone, from, then) == amount);
        }
    }
    calendar.begin = calendar.end;  // working days without an hour
    CHECK(calendar.after(zone, Instant{5}, hours(1)) == Instant{5});
    calendar.weekdays = 0;
    CHECK(calendar.after(zone, Instant{5}, hours(1)) == Instant{5});
}
