#include "core/flow/backtest.h"
#include "tests/support/flow_builder.h"

#include <doctest/doctest.h>

using namespace throughline;
using namespace throughline::flow;
using test::FlowBuilder;

namespace {

// A steady team: one card a working day, two on Wednesdays.
FlowBuilder steady_team(int weeks) {
    FlowBuilder board;
    for (int day = 1; day <= 7 * weeks; ++day) {
        const int weekday_number = (day - 1) % 7;
        for (int i = 0; i < (weekday_number == 2 ? 2 : weekday_number < 5 ? 1 : 0); ++i) {
            board.card(std::to_string(day) + "-" + std::to_string(i),
                       "Ready d" + std::to_string(day) + "@09:00, Done d" + std::to_string(day) +
                           "@17:00");
        }
    }
    return board;
}

}  // namespace

TEST_CASE("section 8: pinball loss of an 85% forecast of 10") {
    CHECK(pinball_loss(0.85, 10, 14) == doctest::Approx(3.4));
    CHECK(pinball_loss(0.85, 10, 7) == doctest::Approx(0.45));
}

TEST_CASE("section 8: of 20 forecasts at 85% a calibrated one hits 14 to 19") {
    CHECK(calibrated_hits(85, 20) == HitRange{14, 19});
    CHECK(judge(85, 20, 14) == Calibration::Fine);
    CHECK(judge(85, 20, 19) == Calibration::Fine);
    CHECK(judge(85, 20, 13) == Calibration::Overconfident);
    CHECK(judge(85, 20, 20) == Calibration::Cautious);
    CHECK(judge(85, 11, 0) == Calibration::NotEnough);
}

TEST_CASE("section 8: the backtest of a steady team keeps its promises, separate windows only") {
    const FlowBuilder board = steady_team(40);
    const Flow flow = board.flow(board.at("d281@08:00"));
    const Slice slice(flow, FlowBuilder::scope(flow, 1, 280));
    const Backtest result = backtest(slice, 12, {.origins = 20, .trials = 400});
    REQUIRE(result.horizons.size() == 6);
    CHECK(result.is_enough());
    const HorizonScore& week = result.horizons[0];
    CHECK(week.size == 7);
    CHECK(week.origins == 20);
    CHECK(week.levels[0].n == 20);
    CHECK(week.levels[2].hits == 20);  // every week delivers six
    const HorizonScore& month = result.horizons[2];
    CHECK(month.origins == 17);     // the last three are not over
    CHECK(month.levels[0].n == 5);  // every fourth is separate
    CHECK(month.levels[0].calibration == Calibration::NotEnough);
    CHECK(result.horizons[4].question == Question::When);
    CHECK(week.levels[2].in_practice() == 1.0);
}

TEST_CASE("section 8: a backtest uses only what was known at its origin") {
    FlowBuilder board = steady_team(30);
    // Forty deliveries of week 10 that nobody knew of before week 29.
    for (int i = 0; i < 40; ++i) {
        board.card("late " + std::to_string(i), "Ready d64@09:00 = d198, Done d65@12:00 = d198");
    }
    const Flow flow = board.flow(board.at("d211@08:00"));
    const Slice slice(flow, FlowBuilder::scope(flow, 1, 210));
    const FlowBuilder plain = steady_team(30);
    const Flow plain_flow = plain.flow(plain.at("d211@08:00"));
    const Slice plain_slice(plain_flow, FlowBuilder::scope(plain_flow, 1, 210));
    const BacktestOptions options{.origins = 10, .trials = 200};
    const Backtest a = backtest(slice, 12, options);
    const Backtest b = backtest(plain_slice, 12, options);
    // The last ten weeks differ only where the late rows were known.
    CHECK(a.horizons[0].levels[2].hits == b.horizons[0].levels[2].hits);
}

TEST_CASE("section 8: without history there is no backtest, the window stays 12 weeks") {
    const FlowBuilder board;
    const Flow flow = board.flow(board.end_of(100));
    const Slice slice(flow, FlowBuilder::scope(flow, 1, 100));
    CHECK_FALSE(backtest(slice, 12).is_enough());
    CHECK(best_window(slice) == 12);
}
