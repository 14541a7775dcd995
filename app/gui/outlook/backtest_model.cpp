#include "app/gui/outlook/backtest_model.h"

#include "core/base/text.h"
#include "core/base/words.h"
#include "core/report/chart_kinds.h"
#include "core/report/chart_parts.h"

#include <algorithm>

namespace throughline::gui::outlook {
namespace {

constexpr int kWeeksOfChart = 12;
constexpr std::string_view kNone = "–";

std::string asked_words(const flow::HorizonScore& horizon) {
    return horizon.question == flow::Question::HowMany
               ? "cards in " + plural(horizon.size, "day", "days")
               : "date of " + plural(horizon.size, "card", "cards");
}

bool is_wrong(const flow::LevelScore& level) {
    return level.calibration == flow::Calibration::Overconfident ||
           level.calibration == flow::Calibration::Cautious;
}

BacktestRow row_of(const flow::HorizonScore& horizon, const flow::LevelScore& level) {
    BacktestRow row{.forecast = asked_words(horizon),
                    .level = std::to_string(level.percent) + "%",
                    .hits = std::string(kNone),
                    .fine = std::string(kNone),
                    .practice = std::string(kNone),
                    .skill = level.skill ? decimal(*level.skill, 2) : std::string(kNone),
                    .calibration = level.calibration};
    if (const auto practice = level.in_practice()) {
        row.hits = std::to_string(level.hits) + " of " + std::to_string(level.n);
        row.fine =
            std::to_string(level.expected.low) + " to " + std::to_string(level.expected.high);
        row.practice = report::percent_words(*practice);
    }
    return row;
}

// "85%" for the next 14 days has meant 70%: overconfident.
std::string wrong_words(const flow::HorizonScore& horizon, const flow::LevelScore& level) {
    const bool many = horizon.question == flow::Question::HowMany;
    return "\"" + std::to_string(level.percent) + "%\" for the next " +
           (many ? plural(horizon.size, "day", "days") : plural(horizon.size, "card", "cards")) +
           " has meant " + report::percent_words(*level.in_practice()) + ": " +
           std::string(flow::to_text(level.calibration)) + ".";
}

void judge(const flow::Backtest& backtest, BacktestAnswer& answer) {
    int judged = 0;
    std::vector<std::string> wrong;
    for (const flow::HorizonScore& horizon : backtest.horizons) {
        for (const flow::LevelScore& level : horizon.levels) {
            judged += level.calibration != flow::Calibration::NotEnough ? 1 : 0;
            if (is_wrong(level)) {
                wrong.push_back(wrong_words(horizon, level));
            }
        }
    }
    answer.is_enough = backtest.is_enough();
    answer.is_kept = answer.is_enough && wrong.empty();
    if (!answer.is_enough) {
        answer.verdict.emplace_back(
            "Not enough to judge: below 12 windows that do not overlap a hit rate says little.");
    } else if (wrong.empty()) {
        answer.verdict.emplace_back(
            "Where there is enough to judge, the levels have kept what they say.");
    } else {
        answer.verdict.push_back(std::to_string(wrong.size()) + " of " + std::to_string(judged) +
                                 " judged levels did not mean what they say.");
    }
    answer.verdict.insert(answer.verdict.end(), wrong.begin(), wrong.end());
}

}  // namespace

BacktestAnswer make_backtest(const flow::Flow& flow, const BacktestAsked& asked,
                             const CardFilter& filter) {
    BacktestAnswer answer;
    if (!flow.workflow().is_set_up()) {
        answer.missing = {
            "The board has no commitment and delivery point, so nothing is ever done.",
            "Set the points in the settings of the board."};
        return answer;
    }
    flow::Scope scope = flow::last_weeks(flow.zone(), flow.as_of());
    scope.filter = filter;
    const flow::Slice slice(flow, std::move(scope));
    const flow::BacktestOptions options{.seed = asked.seed};
    const flow::Backtest backtest = flow::backtest(slice, asked.weeks, options);
    const bool has_scores =
        std::ranges::any_of(backtest.horizons, [](const auto& one) { return one.origins > 0; });
    if (!has_scores) {
        answer.missing = {
            "There is no past week with four weeks of history before it and an outcome after it, "
            "so "
            "no forecast can be scored yet.",
            "Come back when the board is older, or take fewer conditions in the filter."};
        return answer;
    }
    for (const flow::HorizonScore& horizon : backtest.horizons) {
        for (const flow::LevelScore& level : horizon.levels) {
            answer.rows.push_back(row_of(horizon, level));
        }
    }
    judge(backtest, answer);
    answer.best_window = flow::best_window(slice, options);
    if (asked.weeks == kWeeksOfChart) {
        answer.chart =
            report::make_chart(*report::find_chart("backtest"), slice, {.seed = asked.seed});
    }
    return answer;
}

}  // namespace throughline::gui::outlook
