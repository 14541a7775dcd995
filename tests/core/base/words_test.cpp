#include "core/base/words.h"

#include <doctest/doctest.h>

namespace throughline {
namespace {

TEST_CASE("numbers read the same everywhere: two digits, thousands apart, no minus before 0") {
    CHECK(number_words(std::nullopt) == "-");
    CHECK(number_words(12500, "EUR") == "12,500 EUR");
    CHECK(number_words(46.5, "%") == "46.5%");
    CHECK(number_words(-1234567.891) == "-1,234,567.89");
    CHECK(number_words(-0.001, "%") == "0%");
    CHECK(number_words(999.999) == "1,000");
    CHECK(number_words(1e300).size() == 301 + 100);  // every digit of it
    CHECK(signed_words(3, "leads") == "+3 leads");
    CHECK(signed_words(0.001) == "0");
    CHECK(signed_words(-2) == "-2");
}

TEST_CASE(
    "days read the same everywhere: the year where it is needed, the weekday where it helps") {
    const Day monday = day_from_civil(2026, 3, 2);
    const Day last = day_from_civil(2025, 12, 31);
    CHECK(short_date(monday) == "2 Mar 2026");
    CHECK(short_date(monday, monday + 7) == "2 Mar");
    CHECK(short_date(last, monday) == "31 Dec 2025");
    CHECK(long_date(monday) == "Mon 2 Mar 2026");
    CHECK(month_name(9) == "September");
    CHECK(short_month_name(5) == "May");
    CHECK(weekday_name(weekday(monday)) == "Monday");
    CHECK(short_weekday_name(6) == "Sun");
}

}  // namespace
}  // namespace throughline
