#include "core/base/period.h"

#include <doctest/doctest.h>

using namespace throughline;

TEST_CASE("years, quarters and months are closed ranges of days") {
    struct Row {
        const char* text;
        Day first;
        Day last;
    };
    for (const Row& row :
         {Row{"2026", day_from_civil(2026, 1, 1), day_from_civil(2026, 12, 31)},
          Row{"2026-Q1", day_from_civil(2026, 1, 1), day_from_civil(2026, 3, 31)},
          Row{"2026-Q2", day_from_civil(2026, 4, 1), day_from_civil(2026, 6, 30)},
          Row{"2026-Q4", day_from_civil(2026, 10, 1), day_from_civil(2026, 12, 31)},
          Row{"2024-02", day_from_civil(2024, 2, 1), day_from_civil(2024, 2, 29)},
          Row{"2026-12", day_from_civil(2026, 12, 1), day_from_civil(2026, 12, 31)}}) {
        CAPTURE(row.text);
        const auto period = parse_period(row.text);
        REQUIRE(period);
        CHECK(*period == Period{row.first, row.last});
    }
    for (const char* wrong : {"", "26", "2026-Q5", "2026-Q0", "2026Q11", "20x6-Q1", "0000-Q1",
                              "2026-13", "2026-00", "2026-1", "2026-Q", "2026-10-01"}) {
        CAPTURE(wrong);
        CHECK_FALSE(parse_period(wrong));
    }
}

TEST_CASE("every day lies in the quarter and the month that are named after it") {
    for (Day day = day_from_civil(2023, 11, 20); day < day_from_civil(2025, 3, 10); ++day) {
        CHECK(parse_period(quarter_of(day))->contains(day));
        CHECK(parse_period(month_of(day))->contains(day));
    }
}

TEST_CASE("the next and the last quarter and month, over the turn of the year") {
    CHECK(next_quarter("2026-Q4") == "2027-Q1");
    CHECK(next_quarter("2026-Q1", -1) == "2025-Q4");
    CHECK(next_quarter("2026-Q2") == "2026-Q3");
    CHECK(next_month("2026-12") == "2027-01");
    CHECK(next_month("2026-01", -1) == "2025-12");
    CHECK(next_month("2026-09") == "2026-10");
}
