#include "core/report/figure_words.h"

#include <doctest/doctest.h>

using namespace throughline;
using namespace throughline::report;

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

TEST_CASE("variance in percent and in the unit; to a target of 0 in the unit alone") {
    const auto words = [](double actual, double target) {
        return variance_words(flow::variance(actual, target, flow::Better::Higher), "leads");
    };
    CHECK(words(46, 50) == "-8% (-4)");
    CHECK(words(3, 0) == "+3 leads");
    CHECK(words(50, 50) == "0% (0)");
    CHECK(variance_words(std::nullopt, "leads") == "-");
}
