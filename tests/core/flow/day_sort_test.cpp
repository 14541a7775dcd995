#include "core/flow/day_sort.h"
#include "core/flow/random.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <limits>

using namespace throughline::flow;

TEST_CASE("days are sorted whether they lie close together or far apart") {
    Random random(9);
    for (const std::uint32_t span : {1U, 3U, 40U, 1'000U, 2'000'000'000U}) {
        for (const std::size_t count : {0U, 1U, 31U, 32U, 500U}) {
            CAPTURE(span);
            CAPTURE(count);
            std::vector<int> days(count);
            for (int& day : days) {
                day = static_cast<int>(random.index(span)) - 20;
            }
            std::vector<int> expected = days;
            std::sort(expected.begin(), expected.end());
            sort_days(days);
            CHECK(days == expected);
        }
    }
    std::vector<int> extremes(40, std::numeric_limits<int>::max());
    extremes.back() = std::numeric_limits<int>::min();
    sort_days(extremes);
    CHECK(extremes.front() == std::numeric_limits<int>::min());
}
