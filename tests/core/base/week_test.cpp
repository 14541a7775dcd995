#include "core/base/week.h"

#include <doctest/doctest.h>

using namespace throughline;

TEST_CASE("weeks are those of ISO 8601: the first one holds the first Thursday of the year") {
    struct Row {
        const char* day;
        const char* week;
    };
    // ISO 8601 itself and its well-known corner days.
    for (const Row& row : {Row{"2005-01-01", "2004-W53"}, Row{"2005-01-02", "2004-W53"},
                           Row{"2007-01-01", "2007-W01"}, Row{"2008-12-28", "2008-W52"},
                           Row{"2008-12-29", "2009-W01"}, Row{"2010-01-03", "2009-W53"},
                           Row{"2026-12-01", "2026-W49"}}) {
        CAPTURE(row.day);
        const Day day = *parse_day(row.day);
        CHECK(week_of_year(day) == row.week);
        const auto week = parse_period_or_week(row.week);
        REQUIRE(week);
        CHECK(week->contains(day));
        CHECK(weekday(week->first) == 0);
        CHECK(week->days() == 7);
    }
    CHECK(next_week("2026-W53") == "2027-W01");
    CHECK(next_week("2026-W01", -1) == "2025-W52");
    for (const char* wrong :
         {"2026-W00", "2026-W54", "2025-W53", "2026-W1", "2026W01", "2026-Wx1"}) {
        CAPTURE(wrong);
        CHECK_FALSE(is_week(wrong));
        CHECK_FALSE(parse_period_or_week(wrong));
    }
}
