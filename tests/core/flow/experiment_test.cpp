#include "core/flow/experiment.h"
#include "tests/support/flow_builder.h"

#include <doctest/doctest.h>

#include <cmath>
#include <numeric>

using namespace throughline;
using namespace throughline::flow;
using test::FlowBuilder;

namespace {

std::vector<int> counting(int from, int count) {
    std::vector<int> values(static_cast<std::size_t>(count));
    std::iota(values.begin(), values.end(), from);
    return values;
}

std::function<bool(const model::Card&)> labelled(const std::string& label) {
    return [label](const model::Card& card) {
        return std::find(card.labels.begin(), card.labels.end(), label) != card.labels.end();
    };
}

void label(FlowBuilder& board, std::string_view name, model::TextList labels) {
    model::Card card = *board.workspace().find(board.id(name));
    card.labels = std::move(labels);
    board.workspace().put(card);
}

// Nine cards each: the usual ones take 6 days, those of the path tried 3; all are done by day 12.
FlowBuilder two_paths() {
    FlowBuilder board;
    for (int i = 1; i <= 9; ++i) {
        const std::string usual = "U" + std::to_string(i);
        const std::string tried = "T" + std::to_string(i);
        board.card(usual, "Create d3, Done d8").card(tried, "Create d10, Done d12");
        label(board, usual, {"usual"});
        label(board, tried, {"lean"});
    }
    return board;
}

ExperimentAsk ask(int from, std::optional<int> to) {
    return {.from = FlowBuilder::day(from),
            .to = to ? std::optional(FlowBuilder::day(*to)) : std::nullopt,
            .usual = labelled("usual"),
            .tried = labelled("lean")};
}

}  // namespace

TEST_CASE("cycle times wholly apart differ, and the one with fewer days is better") {
    const auto low = counting(1, 8);
    const auto high = counting(9, 8);
    const Comparison better = compare_days(high, low);
    CHECK(better.finding == Finding::Ahead);
    CHECK(better.p.value() == doctest::Approx(std::erfc(31.5 / std::sqrt(2 * 64.0 / 12 * 17))));
    CHECK(better.p.value() == doctest::Approx(0.00094).epsilon(0.01));
    CHECK(better.ahead.value() == doctest::Approx(1.0));
    const Comparison worse = compare_days(low, high);
    CHECK(worse.finding == Finding::Behind);
    CHECK(worse.p.value() == doctest::Approx(better.p.value()));
    CHECK(worse.ahead.value() == doctest::Approx(0.0));
}

TEST_CASE("the same cycle times do not differ, whatever the number of ties") {
    const std::vector<int> same(12, 5);
    CHECK(compare_days(same, same).finding == Finding::NoDifference);
    CHECK(compare_days(same, same).p.value() == doctest::Approx(1.0));
    CHECK(compare_days(same, same).ahead.value() == doctest::Approx(0.5));
    const auto mixed = counting(1, 20);
    CHECK(compare_days(mixed, mixed).finding == Finding::NoDifference);
}

TEST_CASE("below eight cards on a path nothing is said") {
    const auto few = counting(1, 7);
    const auto many = counting(30, 40);
    CHECK(compare_days(few, many).finding == Finding::TooFew);
    CHECK_FALSE(compare_days(many, few).p.has_value());
    CHECK(compare_shares({3, 7}, {1, 40}).finding == Finding::TooFew);
}

TEST_CASE("shares with rework are compared exactly") {
    // 8 of 10 against 1 of 10, worked by the hypergeometric law: of 167960 ways to have 9 of 20,
    // 45 * 10 give 8 and 1, 10 give 9 and 0; twice for the other side.
    const Comparison apart = compare_shares({8, 10}, {1, 10});
    CHECK(apart.finding == Finding::Ahead);
    CHECK(apart.p.value() == doctest::Approx(2.0 * (45 * 10 + 10 * 1) / 167960.0));
    const Comparison same = compare_shares({3, 10}, {3, 10});
    CHECK(same.finding == Finding::NoDifference);
    CHECK(same.p.value() == doctest::Approx(1.0));
    CHECK(compare_shares({0, 10}, {0, 10}).finding == Finding::NoDifference);
    CHECK(compare_shares({1, 10}, {8, 10}).finding == Finding::Behind);
}

TEST_CASE("the figures of both paths come from the cards that finished in the days") {
    const FlowBuilder board = two_paths();
    const Flow flow = board.flow(board.end_of(20));
    const ExperimentReading reading = experiment(flow, ask(1, 14));
    CHECK(reading.day_count == 14);
    CHECK(reading.usual.days.n == 9);
    CHECK(reading.usual.days.p50 == 6.0);
    CHECK(reading.tried.days.p50 == 3.0);
    CHECK(reading.tried.days.p85 == 3.0);
    CHECK(reading.tried.per_week.value() == doctest::Approx(4.5));
    CHECK(reading.usual.with_rework == Ratio{0, 9});
    CHECK(reading.cycle_time.finding == Finding::Ahead);
    CHECK(reading.rework.finding == Finding::NoDifference);
    CHECK(experiment(flow, ask(1, 11)).tried.days.n == 0);
    CHECK(experiment(flow, ask(1, 11)).cycle_time.finding == Finding::TooFew);
}

TEST_CASE("a card of both paths counts for neither, and the count is told") {
    FlowBuilder board = two_paths();
    label(board, "U1", {"usual", "lean"});
    const ExperimentReading reading = experiment(board.flow(board.end_of(20)), ask(1, {}));
    CHECK(reading.in_both == 1);
    CHECK(reading.usual.days.n == 8);
    CHECK(reading.tried.days.n == 9);
    CHECK(reading.to == FlowBuilder::day(20));
}

TEST_CASE("an experiment that begins in the future has no figures") {
    const FlowBuilder board = two_paths();
    const ExperimentReading reading = experiment(board.flow(board.end_of(20)), ask(30, {}));
    CHECK(reading.day_count == 0);
    CHECK(reading.tried.delivered == 0);
    CHECK_FALSE(reading.tried.per_week.has_value());
    CHECK(reading.cycle_time.finding == Finding::TooFew);
}

TEST_CASE("cards in process are told beside those delivered") {
    FlowBuilder board = two_paths();
    board.card("Open", "Create d13");
    label(board, "Open", {"lean"});
    CHECK(experiment(board.flow(board.end_of(20)), ask(1, {})).tried.open == 1);
    CHECK(experiment(board.flow(board.end_of(20)), ask(1, 12)).tried.open == 0);
}
