#include "core/flow/kpi.h"
#include "core/flow/xmr.h"

#include <doctest/doctest.h>

#include <vector>

using namespace throughline;
using namespace throughline::flow;

namespace {

using Values = std::vector<double>;

const Values kBaseline{5, 7, 4, 6, 8, 6};

// Rules that fire at any of the values against the limits of the first row.
std::vector<int> rules_of(const Values& values) {
    std::vector<int> rules;
    for (const XmrSignal& signal : xmr_signals(values, *xmr_limits(kBaseline))) {
        rules.push_back(signal.rule);
    }
    return rules;
}

}  // namespace

TEST_CASE("section 7: natural limits of three baselines") {
    const auto a = xmr_limits(kBaseline).value();
    CHECK(a.mean == doctest::Approx(6));
    CHECK(a.mean_mr == doctest::Approx(2.2));
    CHECK(a.lower == doctest::Approx(0.148));
    CHECK(a.upper == doctest::Approx(11.852));
    CHECK(a.range_upper == doctest::Approx(7.190).epsilon(0.0001));
    CHECK_FALSE(a.lower_off);
    const auto b = xmr_limits(Values{1, 9, 2, 8, 1, 9}).value();
    CHECK(b.mean == doctest::Approx(5));
    CHECK(b.mean_mr == doctest::Approx(7.2));
    CHECK(b.lower == 0);
    CHECK(b.lower_unclamped == doctest::Approx(-14.152));
    CHECK(b.upper == doctest::Approx(24.152));
    CHECK(b.range_upper == doctest::Approx(23.530).epsilon(0.0001));
    CHECK(b.lower_off);
    CHECK(xmr_limits(Values{1, 9, 2, 8, 1, 9}, Sign::Any)->lower == doctest::Approx(-14.152));
    const auto c = xmr_limits(Values{4, 4, 4, 4}).value();
    CHECK(c.mean == 4);
    CHECK(c.lower == 4);
    CHECK(c.upper == 4);
    CHECK(c.few_values);
    CHECK(xmr_signals(Values{4, 4.1}, c).front() == XmrSignal{1, 1, true});
    CHECK_FALSE(xmr_limits(Values{1}));
}

TEST_CASE("section 7: the three rules against the first baseline") {
    CHECK(rules_of({12}) == std::vector{1});
    CHECK(rules_of({9, 9.5, 6, 9.2}) == std::vector{3});
    CHECK(rules_of({9, 9.5, 6, 8.9}).empty());  // midway is 8.926
    CHECK(rules_of(Values(7, 7)).empty());
    CHECK(rules_of(Values(8, 7)) == std::vector{2});
    CHECK(rules_of({7, 7, 7, 7, 6, 7, 7, 7, 7}).empty());
    CHECK(rules_of({11.852}).empty());
    CHECK(rules_of({0.1}) == std::vector{1});
    CHECK(range_signals(Values{1, 9, 6}, *xmr_limits(kBaseline)) == std::vector<std::size_t>{1});
}

TEST_CASE("section 7: below a lower limit of 0 nothing can be a signal") {
    const auto limits = xmr_limits(Values{1, 9, 2, 8, 1, 9}).value();
    CHECK(xmr_signals(Values{0, 0, 0, 0}, limits).empty());
}

TEST_CASE("section 7: a baseline has at least 6 points and is provisional below 10") {
    CHECK_FALSE(xmr_limits(Values{1, 2, 3, 4, 5})->is_enough());
    CHECK(xmr_limits(kBaseline)->is_enough());
    CHECK(xmr_limits(kBaseline)->is_provisional());
    CHECK_FALSE(xmr_limits(Values{1, 2, 3, 4, 5, 6, 7, 8, 9, 10})->is_provisional());
}

TEST_CASE("section 10: variance and its colour") {
    const Variance up = variance(46, 50, Better::Higher);
    CHECK(up.absolute == -4);
    CHECK(up.percent.value() == doctest::Approx(-8));
    CHECK(up.favourable.value() == doctest::Approx(-8));
    CHECK(up.colour == Colour::Amber);
    const Variance down = variance(5.5, 6, Better::Lower);
    CHECK(down.favourable.value() == doctest::Approx(8.333).epsilon(0.001));
    CHECK(down.colour == Colour::Green);
    CHECK(variance(45, 50, Better::Higher).colour == Colour::Amber);
    CHECK(variance(44.9, 50, Better::Higher).colour == Colour::Red);
    CHECK(variance(-45, -50, Better::Higher).colour == Colour::Green);
    CHECK_FALSE(variance(3, 0, Better::Higher).percent);
    CHECK(kpi_colour(46, std::nullopt, Better::Higher, true) == Colour::None);
    CHECK(kpi_colour(60, 50, Better::Higher, true) == Colour::Overdue);
    CHECK(kpi_colour(std::nullopt, 50, Better::Higher, false) == Colour::None);
}

TEST_CASE("section 10: a trend is an XmR signal, two points are none") {
    CHECK(trend(Values{1, 2}, Better::Higher) == Trend::TooFew);
    CHECK(trend(kBaseline, Better::Higher) == Trend::Steady);
    Values rising = kBaseline;
    rising.push_back(14);
    CHECK(trend(rising, Better::Higher, 6) == Trend::Good);
    CHECK(trend(rising, Better::Lower, 6) == Trend::Bad);
    for (int i = 0; i < 8; ++i) {
        rising.push_back(i % 2 == 0 ? 5 : 7);
    }
    CHECK(trend(rising, Better::Higher, 6) == Trend::Steady);  // long ago
}

TEST_CASE("section 10: progress of a key result, one formula up and down") {
    struct Row {
        double baseline, target, current, raw, shown;
    };
    for (const Row& row :
         {Row{40, 70, 55, 0.5, 0.5}, Row{12, 3, 6, 0.667, 0.667}, Row{40, 70, 34, -0.2, 0},
          Row{12, 3, 1.2, 1.2, 1}, Row{-8, 8, -2, 0.375, 0.375}}) {
        const Progress progress = kr_progress(row.baseline, row.target, row.current).value();
        CHECK(progress.raw == doctest::Approx(row.raw).epsilon(0.001));
        CHECK(progress.shown == doctest::Approx(row.shown).epsilon(0.001));
        CHECK(progress.below_baseline == (row.raw < 0));
        CHECK(progress.above_target == (row.raw > 1));
    }
    CHECK_FALSE(kr_progress(5, 5, 5));
    CHECK(maintain(2, 4, 3).progress == 1);
    CHECK(maintain(2, 4, 5).progress == 0);
    CHECK(maintain(2, 4, 5).distance == 1);
    CHECK(milestones(1, 4) == 0.25);
    CHECK_FALSE(milestones(0, 0));
}

TEST_CASE("section 10: pace against the days gone") {
    CHECK(pace(0.5, 30, 90).ratio == doctest::Approx(1.5));
    CHECK(pace(0.5, 30, 90).pace == Pace::OnTrack);
    CHECK(pace(0.5, 8, 90).pace == Pace::TooEarly);
    CHECK(pace(0.09, 9, 90).pace == Pace::OnTrack);
    CHECK(pace(0.3, 45, 90).pace == Pace::AtRisk);
    CHECK(pace(0.29, 45, 90).pace == Pace::OffTrack);
}

TEST_CASE("section 10: an objective is the weighted mean of what is measured") {
    const std::vector<WeightedKr> results{{0.5, 1}, {0.667, 2}, {std::nullopt, 3}};
    CHECK(objective_score(results).score.value() == doctest::Approx(0.611).epsilon(0.001));
    CHECK(objective_score(results).not_measured == 1);
    CHECK_FALSE(objective_score(std::vector<WeightedKr>{{std::nullopt, 1}}).score);
}

TEST_CASE("section 10: completion counts objectives closed, cancelled ones apart") {
    const std::vector<ClosedObjective> closed{{.score = 1.0},
                                              {.score = 0.9},
                                              {.score = 0.7, .complete_at = 0.7},
                                              {.cancelled = true},
                                              {}};
    const Completion result = completion(closed);
    CHECK(result.complete == 2);
    CHECK(result.counted == 4);
    CHECK(result.cancelled == 1);
    CHECK(result.rate() == 0.5);
    CHECK_FALSE(completion({}).rate());
}
