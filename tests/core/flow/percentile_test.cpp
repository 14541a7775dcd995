#include "core/flow/percentile.h"
#include "core/flow/age.h"
#include "core/flow/bands.h"
#include "core/flow/cycle.h"
#include "core/flow/sle.h"
#include "tests/support/flow_builder.h"

#include <doctest/doctest.h>

#include <numeric>

using namespace throughline;
using namespace throughline::flow;
using test::FlowBuilder;

TEST_CASE("section 3: percentiles by nearest rank") {
    const std::vector<int> seven{1, 2, 2, 3, 5, 8, 13};
    CHECK(percentile(seven, 50) == 3);
    CHECK(percentile(seven, 70) == 5);
    CHECK(percentile(seven, 85) == 8);
    CHECK(percentile(seven, 95) == 13);
    std::vector<int> many(200);
    std::iota(many.begin(), many.end(), 1);
    CHECK(percentile(many, 50) == 100);
    CHECK(percentile(many, 70) == 140);
    CHECK(percentile(many, 85) == 170);
    CHECK(percentile(many, 95) == 190);
    CHECK(percentile(many, 55) == 110);
    CHECK(percentile(many, 0) == 1);
    CHECK(percentile(many, 100) == 200);
    const std::vector<int> one{4};
    for (const int p : {50, 70, 85, 95}) {
        CHECK(percentile(one, p) == 4);
        CHECK_FALSE(percentile(std::vector<int>{}, p));
    }
}

TEST_CASE("section 3: p85 below 7 values and p95 below 20 are marked as few cards") {
    CHECK(is_few(85, 6));
    CHECK_FALSE(is_few(85, 7));
    CHECK(is_few(95, 19));
    CHECK_FALSE(is_few(95, 20));
    const Percentiles six = percentiles_of(std::vector<int>{6, 5, 4, 3, 2, 1});
    CHECK(six.few_p85);
    CHECK(six.few_p95);
    CHECK(six.p50 == 3.0);
    CHECK(six.p85 == 6.0);
}

TEST_CASE("section 3: the ranks a percentile may lie between come from the binomial") {
    CHECK(rank_range(85, 20) == RankRange{14, 19});
    CHECK(rank_range(50, 1) == RankRange{1, 1});
    const RankRange half = rank_range(50, 100);
    CHECK(half == RankRange{42, 58});
}

TEST_CASE("section 3: risk of one card now") {
    const std::vector<int> past{2, 3, 3, 4, 5, 5, 6, 8, 9, 14};
    CHECK(risk_of(past, 9, 1).share == Ratio{1, 10});
    CHECK(risk_of(past, 9, 5).share == Ratio{1, 6});
    CHECK(risk_of(past, 9, 8).share == Ratio{1, 3});
    CHECK(risk_of(past, 9, 9).share == Ratio{1, 2});
    CHECK(risk_of(past, 9, 10).beyond);
    CHECK(attainment(past, 9) == Ratio{9, 10});
    CHECK(propose_sle(past) == 9);
    CHECK_FALSE(propose_sle(std::vector<int>{1, 2, 3}));
}

TEST_CASE("section 3: each card in process carries its risk of missing the service level") {
    const std::vector<int> past{2, 3, 3, 4, 5, 5, 6, 8, 9, 14};
    FlowBuilder board;
    for (std::size_t i = 0; i < past.size(); ++i) {
        board.card("past " + std::to_string(i), "Ready d1, Done d" + std::to_string(past[i]));
    }
    board.card("old", "Ready d5").card("now", "Ready d12").card("new", "Ready d16");
    board.service_level(model::ServiceClass::Standard, 85, 9);
    const Flow flow = board.flow(board.end_of(16));
    const auto all = ages(Slice(flow, FlowBuilder::scope(flow, 1, 16)));
    REQUIRE(all.size() == 3);
    CHECK(all[0].risk->beyond);                 // age 12
    CHECK(all[1].risk->share == Ratio{1, 6});   // age 5
    CHECK(all[2].risk->share == Ratio{1, 10});  // age 1
    const FlowBuilder without = FlowBuilder().card("now", "Ready d1");
    const Flow bare = without.flow(without.end_of(3));
    CHECK_FALSE(ages(Slice(bare, FlowBuilder::scope(bare, 1, 3)))[0].risk);
}

TEST_CASE("section 3: open cards count too, by Kaplan and Meier") {
    const std::vector<int> finished{2, 3, 3, 5, 8};
    const auto steps = survival(finished, std::vector<int>{6, 6, 10});
    REQUIRE(steps.size() == 4);
    CHECK(steps[0].open_share == doctest::Approx(7.0 / 8));
    CHECK(steps[1].open_share == doctest::Approx(5.0 / 8));
    CHECK(steps[2].open_share == doctest::Approx(1.0 / 2));
    CHECK(steps[3].open_share == doctest::Approx(1.0 / 4));
    CHECK(percentile(finished, 50) == 3);
    CHECK(percentile(finished, 85) == 8);
    CHECK(survival_percentile(steps, 50) == 5);
    CHECK_FALSE(survival_percentile(steps, 85));
    CHECK(differs_by_a_fifth(8, std::nullopt));
    CHECK(differs_by_a_fifth(3, 5));
    CHECK_FALSE(differs_by_a_fifth(10, 12));
    // Without open cards both say the same.
    CHECK(survival_percentile(survival(finished, {}), 85) == 8);
}

TEST_CASE(
    "section 3: bands are ages when first leaving a column forward, never falling to the right") {
    FlowBuilder board;
    board.card("A", "Ready d1, Create d2, Done d4");
    board.card("B", "Ready d1, Create d3, Ready d4, Create d5, Done d6");
    board.card("C", "Create d2, Done d3");  // Ready was skipped: left at the first moment
    board.card("D", "Ready d1, Done d5");   // Create was skipped: left with Ready
    const Flow flow = board.flow(board.end_of(6));
    const Slice slice(flow, FlowBuilder::scope(flow, 1, 6));
    CHECK(leaving_ages(slice, 0) == std::vector{2, 4});
    CHECK(leaving_ages(slice, 1) == std::vector{3, 6});
    CHECK(leaving_ages(slice, 2) == std::vector{1, 2});
    CHECK(leaving_ages(slice, 3) == std::vector{5, 5});
    const auto bands = aging_bands(slice);
    REQUIRE(bands.size() == 2);
    CHECK(bands[0].days.n == 4);
    CHECK(bands[0].days.p50 == 2.0);
    CHECK(bands[1].days.p50 == 4.0);
}

TEST_CASE("section 3: a card is fresh, then watch, then at risk, then beyond the SLE") {
    AgeYardstick yardstick{.p50 = {std::nullopt, 3}, .p85 = {std::nullopt, 6}, .sle_days = 9};
    CHECK(age_state(2, 1, yardstick) == AgeState::Fresh);
    CHECK(age_state(3, 1, yardstick) == AgeState::Watch);
    CHECK(age_state(6, 1, yardstick) == AgeState::AtRisk);
    CHECK(age_state(9, 1, yardstick) == AgeState::AtRisk);
    CHECK(age_state(10, 1, yardstick) == AgeState::BeyondSle);
    CHECK(age_state(10, 1, {}) == AgeState::Unknown);
    CHECK(to_text(AgeState::BeyondSle) == "beyond-sle");
}

TEST_CASE("section 3: the SLE is proposed from twelve weeks and kept when adopted") {
    FlowBuilder board;
    for (int i = 1; i <= 10; ++i) {
        board.card("card " + std::to_string(i), "Ready d1, Done d" + std::to_string(i));
    }
    const auto standard = model::ServiceClass::Standard;
    Flow flow = board.flow(board.end_of(20));
    SleFigures sle = sle_figures(Slice(flow, FlowBuilder::scope(flow, 1, 20)), standard);
    CHECK(sle.days == 9);
    CHECK_FALSE(sle.adopted);
    CHECK(sle.attained == Ratio{9, 10});
    board.service_level(standard, 85, 5);
    flow = board.flow(board.end_of(20));
    sle = sle_figures(Slice(flow, FlowBuilder::scope(flow, 1, 20)), standard);
    CHECK(sle.days == 5);
    CHECK(sle.adopted);
    CHECK(sle.proposed == 9);
    CHECK(sle.attained == Ratio{5, 10});
    model::Board row = *board.workspace().board();
    row.wip_limit = 4;
    board.workspace().put(row);
    const Flow limited = board.flow(board.end_of(20));
    CHECK(total_age_reference(Slice(limited, FlowBuilder::scope(limited, 1, 20))) == 20);
    CHECK_FALSE(total_age_reference(Slice(flow, FlowBuilder::scope(flow, 1, 20))));
    CHECK_FALSE(
        sle_figures(Slice(flow, FlowBuilder::scope(flow, 1, 20)), model::ServiceClass::Expedite)
            .days);
    // Long after, nothing has finished in the last twelve weeks.
    flow = board.flow(board.end_of(200));
    CHECK_FALSE(sle_figures(Slice(flow, FlowBuilder::scope(flow, 1, 200)), std::nullopt).days);
}

TEST_CASE("section 3: the histogram has one bar per whole day") {
    CHECK(histogram({1, 3, 3, 5}) == std::vector{1, 0, 2, 0, 1});
    CHECK(histogram({}).empty());
}
