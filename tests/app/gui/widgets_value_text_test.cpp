#include <doctest/doctest.h>

#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/choice.h"
#include "app/gui/widgets/field.h"

using namespace throughline::gui;

TEST_CASE("numbers are read without a locale") {
    CHECK(parse_number("12.5") == 12.5);
    CHECK(parse_number(" -3 ") == -3.0);
    CHECK(parse_number("1,250,000") == 1250000.0);
    for (const char* bad : {"", "12,5", "1,25", "abc", "12 %", "1e999", "--2", "."}) {
        CAPTURE(bad);
        CHECK_FALSE(parse_number(bad).has_value());
    }
    CHECK(format_number(1234567.891, {.decimals = 2, .grouping = true}) == "1,234,567.89");
    CHECK(format_number(-0.001, {.decimals = 1}) == "0.0");
}

TEST_CASE("money is exact in its smallest unit") {
    CHECK(parse_money("12,500.5", 2) == 1250050);
    CHECK(parse_money("-0.07", 2) == -7);
    CHECK(parse_money("300", 0) == 300);
    for (const char* bad : {"", "1.234", "12,50", "EUR 5", "99999999999999999"}) {
        CAPTURE(bad);
        CHECK_FALSE(parse_money(bad, 2).has_value());
    }
    CHECK(format_money(1250050, 2) == "12,500.50");
    CHECK(format_money(-7, 2) == "-0.07");
    CHECK(format_money(300, 0) == "300");
}

TEST_CASE("dates are read only when they exist") {
    using namespace std::chrono;
    CHECK(parse_date("2028-02-29") == year(2028) / 2 / 29);
    for (const char* bad : {"2027-02-29", "2027-13-01", "27-01-01", "2027/01/01", "2027-1-1", ""}) {
        CAPTURE(bad);
        CHECK_FALSE(parse_date(bad).has_value());
    }
    CHECK(format_date(year(2027) / 3 / 5) == "2027-03-05");
}

TEST_CASE("a query matches when all its words are somewhere") {
    CHECK(matches_query("Paid search, autumn", "AUT paid"));
    CHECK(matches_query("anything", ""));
    CHECK_FALSE(matches_query("Paid search", "paid email"));
}

TEST_CASE("initials take the first and the last word") {
    CHECK(initials("ada king lovelace") == "AL");
    CHECK(initials(" Évelyne ") == "É");
    CHECK(initials("") == "?");
    // No mixture of a letter and a sign of a script without capitals.
    CHECK(initials("Yuki \xE7\x94\xB0") == "Y");
    CHECK(initials("\xE7\x94\xB0 Yuki") == "\xE7\x94\xB0");
}
