#include "core/base/time.h"

#include <doctest/doctest.h>

using namespace throughline;

TEST_CASE("days and dates convert both ways over four centuries") {
    for (int number = -140000; number <= 80000; number += 37) {
        const CivilDate date = civil(Day{number});
        CHECK(day_from_civil(date.year, date.month, date.day).number == number);
        CHECK(is_valid_date(date.year, date.month, date.day));
    }
    CHECK(day_from_civil(1970, 1, 1).number == 0);
    CHECK(to_text(day_from_civil(2024, 2, 29)) == "2024-02-29");
    CHECK(civil(Day{-1}) == CivilDate{1969, 12, 31});
}

TEST_CASE("weeks begin on Monday, also before 1970") {
    CHECK(weekday(day_from_civil(2026, 3, 2)) == 0);
    CHECK(weekday(day_from_civil(2026, 3, 8)) == 6);
    CHECK(weekday(day_from_civil(1969, 12, 28)) == 6);
    CHECK(weekday(day_from_civil(1900, 1, 1)) == 0);
}

TEST_CASE("a date is read strictly") {
    CHECK(parse_day("2026-03-29").value() == day_from_civil(2026, 3, 29));
    for (const char* bad : {"", "2026-3-29", "2026-02-29", "2026-13-01", "2026-03-29 ",
                            "29.03.2026", "2026/03/29", "0000-01-01", "2026-00-10"}) {
        CHECK_FALSE(parse_day(bad).ok());
    }
}

TEST_CASE("a moment is read with its zone and written in UTC") {
    const auto text_of = [](std::string_view text) { return to_text(parse_instant(text).value()); };
    CHECK(text_of("2026-03-29T07:05:01Z") == "2026-03-29T07:05:01Z");
    CHECK(text_of("2026-03-29T07:05+02:00") == "2026-03-29T05:05:00Z");
    CHECK(text_of("2026-03-29T00:30+0530") == "2026-03-28T19:00:00Z");
    CHECK(text_of("2026-03-29T07:05:01.5Z") == "2026-03-29T07:05:01.500000Z");
    CHECK(text_of("1969-12-31T23:59:59.999999Z") == "1969-12-31T23:59:59.999999Z");
    for (const char* bad :
         {"2026-03-29", "2026-03-29T07:05", "2026-03-29T24:00Z", "2026-03-29T07:60Z",
          "2026-03-29T07:05:Z", "2026-03-29T07:05:01.Z", "2026-03-29T07:05:01", "T07:05Z",
          "2026-03-29T07:05+2", "2026-03-29T07:05Zx"}) {
        CHECK_FALSE(parse_instant(bad).ok());
    }
}

TEST_CASE("a moment survives writing and reading") {
    for (std::int64_t us = -4'000'000'000'000'000; us < 4'000'000'000'000'000;
         us += 123'456'789'012'345) {
        CHECK(parse_instant(to_text(Instant{us})).value() == Instant{us});
    }
}
