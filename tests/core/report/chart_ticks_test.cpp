#include "core/report/chart_ticks.h"

#include <doctest/doctest.h>

namespace throughline::report {
namespace {

using Numbers = std::vector<double>;

TEST_CASE("numbers on an axis are round and hold what must fit between them") {
    CHECK(number_ticks(0, 13, 5).at == Numbers{0, 5, 10, 15});
    CHECK(number_ticks(0, 0, 5).at == Numbers{0, 1});
    CHECK(number_ticks(0, 3, 6).at == Numbers{0, 1, 2, 3});
    CHECK(number_ticks(0, 100000, 4).at == Numbers{0, 50000, 100000});
    CHECK(number_ticks(-2.7, 4, 4).at == Numbers{-5, 0, 5});
    CHECK(number_ticks(0, 0.7, 6, false).step == doctest::Approx(0.2));
    for (int highest = 1; highest < 500; ++highest) {
        for (const int lowest : {0, -3, -170}) {
            const NumberTicks ticks = number_ticks(lowest, highest, 6);
            CHECK(ticks.at.back() >= highest);
            CHECK(ticks.at.front() <= lowest);
            CHECK(ticks.at.size() >= 2);
            CHECK(ticks.at.size() <= 7);
        }
    }
}

TEST_CASE("a number on an axis shows the decimals of its step, and thousands apart") {
    CHECK(tick_label(0.5, 0.5) == "0.5");
    CHECK(tick_label(2, 0.25) == "2.0");
    CHECK(tick_label(15, 5) == "15");
    CHECK(tick_label(100000, 50000) == "100,000");
    CHECK(tick_label(-500, 500) == "-500");
    CHECK(tick_label(-1500, 500) == "-1,500");
}

TEST_CASE("dates on an axis are days, Mondays, months or quarters, as many as fit") {
    const Day monday = day_from_civil(2026, 3, 2);
    const std::vector<DayTick> days = day_ticks(monday, monday + 4, 8);
    REQUIRE(days.size() == 5);
    CHECK(days.front().label == "2 Mar 2026");
    CHECK(days.back().label == "6 Mar");
    const std::vector<DayTick> weeks =
        day_ticks(day_from_civil(2026, 2, 25), day_from_civil(2026, 5, 10), 12);
    CHECK(weeks.front() == DayTick{monday, "2 Mar 2026"});
    for (const DayTick& tick : weeks)
        CHECK(weekday(tick.day) == 0);
    const std::vector<DayTick> months =
        day_ticks(day_from_civil(2025, 11, 15), day_from_civil(2026, 5, 10), 8);
    REQUIRE(months.size() == 6);
    CHECK(months[0].label == "Dec 2025");
    CHECK(months[1].label == "Jan 2026");
    CHECK(months[2].label == "Feb");
    const std::vector<DayTick> quarters =
        day_ticks(day_from_civil(2025, 2, 1), day_from_civil(2026, 12, 31), 9);
    for (const DayTick& tick : quarters)
        CHECK(civil(tick.day).month % 3 == 1);
}

}  // namespace
}  // namespace throughline::report
