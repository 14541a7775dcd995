#include "core/flow/forecast.h"
#include "core/flow/drift.h"
#include "core/flow/finish.h"
#include "core/flow/random.h"
#include "tests/support/flow_builder.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace throughline;
using namespace throughline::flow;
using test::FlowBuilder;

namespace {

const Day kToday = FlowBuilder::day(43);  // a Monday

// Every day is a working day.
WorkingCalendar every_day() {
    WorkingCalendar calendar;
    calendar.weekdays = 0x7F;
    return calendar;
}

ForecastInput plain(std::vector<int> history) {
    return {.history = history_from(std::move(history), kToday),
            .calendar = every_day(),
            .today = kToday};
}

MonteCarlo simple(std::uint64_t seed) {
    return {.seed = seed, .resampling = Resampling::No, .blocks = Blocks::No};
}

}  // namespace

TEST_CASE("section 8: when, exactly, from the history 0 1 2") {
    const Forecast forecast = when_exact(plain({0, 1, 2}), 2).value();
    const std::vector<double> expected{1.0 / 3, 2.0 / 3, 23.0 / 27, 76.0 / 81};
    for (std::size_t k = 0; k < expected.size(); ++k) {
        CHECK(forecast.reached[k] == doctest::Approx(expected[k]));
    }
    CHECK(forecast.reached[4] == doctest::Approx(79.0 / 81).epsilon(0.002));
    CHECK(forecast.at(50) == 2);
    CHECK(forecast.at(85) == 3);
    CHECK(forecast.at(95) == 5);
    CHECK(forecast.thin_history);
}

TEST_CASE("section 8: how many, exactly, from the history 0 1 2") {
    const Forecast forecast = how_many_exact(plain({0, 1, 2}), 3).value();
    const std::vector<double> expected{1, .963, .852, .630, .370, .148, .037};
    REQUIRE(forecast.reached.size() == expected.size());
    for (std::size_t x = 0; x < expected.size(); ++x) {
        CHECK(forecast.reached[x] == doctest::Approx(expected[x]).epsilon(0.002));
    }
    CHECK(forecast.at(95) == 1);
    CHECK(forecast.at(85) == 2);
    CHECK(forecast.at(50) == 3);
}

TEST_CASE("section 8: a level that is met exactly is taken") {
    // 0 and 1 alternate: P(at least 1 in 1 day) is exactly one half.
    CHECK(how_many_exact(plain({0, 1}), 1)->at(50) == 1);
    CHECK(when_exact(plain({0, 1}), 1)->at(50) == 1);
}

TEST_CASE("section 8: working and non-working days are separate pools") {
    ForecastInput input = plain({});
    input.calendar = WorkingCalendar{};
    std::vector<int> weeks;
    for (int day = 0; day < 42; ++day) {
        weeks.push_back(day % 7 < 5 ? 1 : 0);
    }
    input.history = history_from(weeks, kToday);
    // One a working day and none at weekends: from Monday, 4 until Friday, 5 on the next Monday.
    const Forecast forecast = when_exact(input, 5).value();
    CHECK(forecast.at(50) == 7);
    CHECK(forecast.at(95) == 7);
    CHECK_FALSE(forecast.thin_history);
    CHECK(when(input, 5, simple(1))->at(95) == 7);
    input.calendar.holidays = {kToday + 1};  // a holiday in the future
    CHECK(when_exact(input, 5)->at(50) == 8);
}

TEST_CASE("section 8: without deliveries a forecast is refused, little history is thin") {
    CHECK_FALSE(when_exact(plain({0, 0, 0}), 2));
    CHECK_FALSE(how_many(plain({0, 0}), 3, {}));
    CHECK_FALSE(when_exact(plain({1}), 0));
    CHECK_FALSE(when(plain({}), 1, {}));
    CHECK(is_thin(history_from(std::vector<int>(19, 1), kToday), every_day()));
    CHECK_FALSE(is_thin(history_from(std::vector<int>(20, 1), kToday), every_day()));
}

TEST_CASE("section 8: the history is the whole weeks that end yesterday, unusual days left out") {
    FlowBuilder board;
    board.card("A", "Ready d80, Done d90")
        .card("B", "Ready d80, Done d91")
        .card("C", "Ready d1, Done d6");
    const Flow flow = board.flow(board.at("d91@18:00"));
    const Slice slice(flow, FlowBuilder::scope(flow, 1, 91));
    const History history = history_of(slice, 12, {FlowBuilder::day(89)});
    CHECK(history.by_day.size() == 84);
    CHECK(history.from == FlowBuilder::day(7));
    CHECK(history.deliveries() == 1);  // today's does not count, nor the one before the window
    CHECK(history.by_day[83] == 1);
    CHECK(history.by_day[82] == History::kUnusual);
    CHECK(pools_of(history, every_day()).working.size() == 83);
}

TEST_CASE("section 8: the simulator agrees with the convolution within three standard errors") {
    // Of single runs about 3 in 1,000 points may lie beyond; the mean of many runs may not.
    constexpr int kRuns = 20;
    constexpr double kTrials = 10'000;
    const ForecastInput input = plain({0, 1, 2, 0, 0, 3, 1});
    const auto agree = [](const Forecast& exact, const std::vector<Forecast>& drawn) {
        int points = 0;
        int beyond = 0;
        for (std::size_t k = 0; k < exact.reached.size(); ++k) {
            const double p = exact.reached[k];
            const double error = std::sqrt(p * (1 - p) / kTrials);
            double sum = 0;
            for (const Forecast& run : drawn) {
                const double seen = k < run.reached.size() ? run.reached[k] : p;
                sum += seen;
                ++points;
                beyond += std::abs(seen - p) > 3 * error + 1e-4 ? 1 : 0;
            }
            CAPTURE(k);
            CHECK(std::abs(sum / kRuns - p) <= 3 * error / std::sqrt(kRuns) + 1e-4);
        }
        CHECK(beyond * 100 <= points);
    };
    std::vector<Forecast> when_runs;
    std::vector<Forecast> how_many_runs;
    for (int seed = 1; seed <= kRuns; ++seed) {
        when_runs.push_back(*when(input, 9, simple(static_cast<std::uint64_t>(seed))));
        how_many_runs.push_back(*how_many(input, 10, simple(static_cast<std::uint64_t>(seed))));
    }
    agree(*when_exact(input, 9), when_runs);
    agree(*how_many_exact(input, 10), how_many_runs);
}

TEST_CASE("section 8: the same seed gives the same result on every platform") {
    Random random(2026);
    CHECK(random.next() == Random(2026).next());
    std::uint64_t sum = 0;
    for (int i = 0; i < 1000; ++i) {
        sum = sum * 31 + random.index(84);
    }
    CHECK(sum == 15563023960696655611U);
    const ForecastInput input = plain({0, 1, 2, 0, 0, 3, 1});
    CHECK(when(input, 9, {.seed = 7})->levels == when(input, 9, {.seed = 7})->levels);
}

TEST_CASE("section 8: resampling the history makes the forecast wider, growth makes it later") {
    const ForecastInput input = plain({0, 1, 2, 0, 0, 3, 1, 0, 0, 1, 0, 2, 0, 1});
    const int sure = *when(input, 30, simple(5))->at(95);
    const int careful = *when(input, 30, {.seed = 5, .blocks = Blocks::No})->at(95);
    const int growing = *when(input, 30, {.seed = 5, .blocks = Blocks::No, .growth = 0.5})->at(95);
    CHECK(careful > sure);
    CHECK(growing > careful);
}

TEST_CASE("section 8: dispersed weeks are drawn as blocks") {
    std::vector<int> bursts;
    std::vector<int> even;
    for (int day = 0; day < 84; ++day) {
        bursts.push_back(day / 7 % 4 == 0 ? 2 : 0);
        even.push_back(day % 2);
    }
    CHECK(is_dispersed(history_from(bursts, kToday), every_day()));
    CHECK_FALSE(is_dispersed(history_from(even, kToday), every_day()));
    CHECK(how_many(plain(bursts), 28, {})->weeks_as_blocks);
    CHECK_FALSE(how_many(plain(even), 28, {})->weeks_as_blocks);
    const MonteCarlo blocks{.seed = 3, .resampling = Resampling::No};
    CHECK(*how_many(plain(bursts), 28, blocks)->at(95) <
          *how_many(plain(bursts), 28, simple(3))->at(95));
}

TEST_CASE("section 8: one card finishes by its age-conditional cycle time") {
    const std::vector<int> past{2, 3, 3, 4, 5, 5, 6, 8, 9, 14};
    CHECK(cycle_times_from_age(past, 5) == std::vector{6, 9, 14, 14});
    CHECK(cycle_times_from_age(past, 15).empty());
    FlowBuilder board;
    for (std::size_t i = 0; i < past.size(); ++i) {
        board.card("past " + std::to_string(i), "Ready d1, Done d" + std::to_string(past[i]));
    }
    board.card("now", "Ready d20");
    const Flow flow = board.flow(board.end_of(24));
    const Slice slice(flow, FlowBuilder::scope(flow, 1, 24));
    const FinishRange range = finish_range(slice, *flow.index_of(board.id("now"))).value();
    CHECK(range.age_days == 5);
    CHECK(range.n == 6);
    CHECK(range.levels[0].day == FlowBuilder::day(25));
    CHECK_FALSE(finish_range(slice, 0));
}

TEST_CASE("section 8: why it moved adds up to the whole") {
    WhenQuestion before{.cards = 10, .input = plain(std::vector<int>(84, 1))};
    WhenQuestion after = before;
    after.cards = 13;
    const Drift scope = why_moved(before, after).value();
    CHECK(scope.total_days == 3);
    CHECK(scope.scope == doctest::Approx(3));
    CHECK(scope.history == doctest::Approx(0));
    std::vector<int> slower(84, 1);
    for (std::size_t i = 0; i < slower.size(); i += 3) {
        slower[i] = 0;
    }
    after.input.history = history_from(slower, kToday);
    after.input.calendar.holidays = {kToday + 3};
    after.input.today = kToday + 2;
    const Drift all = why_moved(before, after).value();
    CHECK(all.scope + all.history + all.calendar + all.date == doctest::Approx(all.total_days));
    CHECK(all.scope > 2);
    CHECK(all.history > 0);
    CHECK(all.date > 0);
}
