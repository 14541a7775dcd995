#include "core/report/figure_words.h"

#include <doctest/doctest.h>

using namespace throughline;
using namespace throughline::report;

TEST_CASE("variance in percent and in the unit; to a target of 0 in the unit alone") {
    const auto words = [](double actual, double target) {
        return variance_words(flow::variance(actual, target, flow::Better::Higher), "leads");
    };
    CHECK(words(46, 50) == "-8% (-4)");
    CHECK(words(3, 0) == "+3 leads");
    CHECK(words(50, 50) == "0% (0)");
    CHECK(variance_words(std::nullopt, "leads") == "-");
}
