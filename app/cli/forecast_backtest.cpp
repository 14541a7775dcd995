#include "app/cli/forecast.h"
#include "app/cli/json.h"
#include "app/cli/metrics_numbers.h"
#include "app/cli/metrics_scope.h"
#include "app/cli/text_table.h"
#include "app/cli/values.h"
#include "core/base/text.h"
#include "core/flow/backtest.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <ostream>
#include <utility>

namespace throughline::cli {

namespace {

struct BacktestArgs {
    std::optional<std::string> weeks;
    std::optional<std::string> origins;
    std::optional<std::string> as_of;
    std::optional<std::string> filter;
    std::optional<std::string> seed;
    std::optional<std::string> trials;
};

// One window scored, and which window would have lost least.
struct Scores {
    flow::Backtest backtest;
    int best_window = 12;
    flow::BacktestOptions options;
    Instant as_of;
};

std::string kebab(std::string_view words) {
    std::string text(words);
    std::ranges::replace(text, ' ', '-');
    return text;
}

std::string percent(double share) {
    return std::to_string(std::llround(share * 100)) + "%";
}

Json level_json(const flow::LevelScore& level) {
    return {{"percent", level.percent},
            {"n", level.n},
            {"hits", level.n > 0 ? Json(level.hits) : Json()},
            {"expected", level.n > 0 ? Json{level.expected.low, level.expected.high} : Json()},
            {"in_practice", or_null(level.in_practice())},
            {"verdict", kebab(flow::to_text(level.calibration))},
            {"loss", number_json(level.loss)},
            {"skill", or_null(level.skill)}};
}

Json scores_json(const Scores& scores) {
    Json horizons = Json::array();
    for (const flow::HorizonScore& horizon : scores.backtest.horizons) {
        Json levels = Json::array();
        for (const flow::LevelScore& level : horizon.levels) {
            levels.push_back(level_json(level));
        }
        const bool many = horizon.question == flow::Question::HowMany;
        horizons.push_back({{"question", many ? "how-many" : "when"},
                            {many ? "days" : "cards", horizon.size},
                            {"origins", horizon.origins},
                            {"levels", std::move(levels)}});
    }
    return {{"as_of", throughline::to_text(scores.as_of)},
            {"window_weeks", scores.backtest.window_weeks},
            {"best_window_weeks", scores.best_window},
            {"origins", scores.options.origins},
            {"seed", scores.options.seed},
            {"trials", scores.options.trials},
            {"enough", scores.backtest.is_enough()},
            {"loss", std::isfinite(scores.backtest.loss) ? Json(scores.backtest.loss) : Json()},
            {"horizons", std::move(horizons)}};
}

// What was promised as 85% and came true in another share of the cases.
std::vector<std::string> miscalibrated(const flow::Backtest& backtest) {
    std::vector<std::string> words;
    for (const flow::HorizonScore& horizon : backtest.horizons) {
        const bool many = horizon.question == flow::Question::HowMany;
        for (const flow::LevelScore& level : horizon.levels) {
            if (level.calibration == flow::Calibration::Overconfident ||
                level.calibration == flow::Calibration::Cautious) {
                words.push_back("\"" + std::to_string(level.percent) + "%\" for " +
                                (many ? "the next " + plural(horizon.size, "day", "days")
                                      : "the next " + plural(horizon.size, "card", "cards")) +
                                " has meant " + percent(*level.in_practice()) + ": " +
                                std::string(flow::to_text(level.calibration)) + ".");
            }
        }
    }
    return words;
}

void print_verdict(std::ostream& out, const Scores& scores) {
    const auto words = miscalibrated(scores.backtest);
    for (const std::string& line : words) {
        out << line << "\n";
    }
    if (!scores.backtest.is_enough()) {
        out << "Not enough to judge: below 12 windows that do not overlap a hit rate says "
               "little.\n";
    } else if (words.empty()) {
        out << "Where there is enough to judge, the levels have kept what they say.\n";
    }
    if (scores.best_window != scores.backtest.window_weeks) {
        out << "A history of " << plural(scores.best_window, "week", "weeks")
            << " would have lost least: --weeks " << scores.best_window << "\n";
    }
}

void print_scores(Session& session, const Scores& scores) {
    std::ostream& out = session.out();
    out << "Past forecasts, each with only what was known then: every week of the last "
        << scores.options.origins << ", a history of "
        << plural(scores.backtest.window_weeks, "week", "weeks") << "\n\n";
    TextTable table("  ");
    table.head({"forecast", "level", "hits", "of", "fine", "in practice", "verdict", "skill"});
    for (std::size_t column = 1; column < 6; ++column) {
        table.align(column, TextTable::Align::Right);
    }
    for (const flow::HorizonScore& horizon : scores.backtest.horizons) {
        const bool many = horizon.question == flow::Question::HowMany;
        std::string name = many ? "cards in " + plural(horizon.size, "day", "days")
                                : "date of " + plural(horizon.size, "card", "cards");
        for (const flow::LevelScore& level : horizon.levels) {
            const bool any = level.n > 0;
            table.row({std::exchange(name, ""), std::to_string(level.percent) + "%",
                       any ? std::to_string(level.hits) : "-", std::to_string(level.n),
                       any ? std::to_string(level.expected.low) + "-" +
                                 std::to_string(level.expected.high)
                           : "-",
                       any ? percent(*level.in_practice()) : "-",
                       std::string(flow::to_text(level.calibration)),
                       level.skill ? number_text(std::round(*level.skill * 100) / 100) : "-"});
        }
    }
    table.print(out, session.terminal());
    out << "\n";
    print_verdict(out, scores);
}

Fallible<flow::BacktestOptions> options_of(const BacktestArgs& args) {
    flow::BacktestOptions options;
    TL_TRY(const auto origins, count_value(args.origins, "--origins", 1, 520));
    TL_TRY(const auto trials, count_value(args.trials, "--trials", 100, 100'000));
    options.origins = origins.value_or(options.origins);
    options.trials = trials.value_or(options.trials);
    if (args.seed) {
        TL_TRY(const auto seed,
               number_value(*args.seed, "--seed", 0, std::numeric_limits<std::int64_t>::max()));
        options.seed = static_cast<std::uint64_t>(seed);
    }
    return options;
}

bool has_scores(const flow::Backtest& backtest) {
    return std::ranges::any_of(
        backtest.horizons, [](const flow::HorizonScore& horizon) { return horizon.origins > 0; });
}

Ending forecast_backtest(Session& session, const BacktestArgs& args) {
    TL_CHECK(session.desk());
    TL_TRY(const Instant as_of, asked_moment(session, args.as_of));
    TL_TRY(const auto options, options_of(args));
    TL_TRY(const auto weeks, count_value(args.weeks, "--weeks", 1, 26));
    TL_TRY(const flow::Flow flow, flow_at(session, as_of));
    TL_CHECK(need_points(flow));
    flow::Scope scope = flow::last_weeks(flow.zone(), as_of);
    TL_TRY(scope.filter, card_filter(session, as_of, args.filter));
    const flow::Slice slice(flow, std::move(scope));
    const Scores scores{flow::backtest(slice, weeks.value_or(12), options),
                        flow::best_window(slice, options), options, as_of};
    if (!has_scores(scores.backtest)) {
        return no_answer(
            "There is no past week with four weeks of history before it and an "
            "outcome after it, so no forecast can be scored.",
            "Ask again when the board is older, or with fewer conditions.");
    }
    if (session.json()) {
        session.print(scores_json(scores));
    } else {
        print_scores(session, scores);
    }
    return Done{};
}

}  // namespace

void add_forecast_backtest(Verb& forecast) {
    auto args = std::make_shared<BacktestArgs>();
    forecast.verb("backtest", "How often forecasts like these would have been right")
        .option("--weeks", "N", args->weeks, "Draw from the last N whole weeks (default: 12)")
        .option("--origins", "N", args->origins, "Past weeks to forecast from (default: 52)")
        .option("--filter", "QUERY", args->filter, "Only these cards: objective:O-3 type:event")
        .option("--as-of", kMoment, args->as_of,
                "As it was known then: 2026-05-04, or 2026-05-04T09:00:00Z")
        .option("--seed", "N", args->seed, "Of the random numbers (default: 1)")
        .option("--trials", "N", args->trials, "How often to draw each (default: 1000)")
        .example("throughline forecast backtest")
        .does(args, &forecast_backtest);
}

}  // namespace throughline::cli
