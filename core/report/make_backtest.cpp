// What each confidence of past forecasts has meant in practice.
#include "core/base/text.h"
#include "core/base/words.h"
#include "core/flow/backtest.h"
#include "core/report/chart_makers.h"
#include "core/report/chart_parts.h"

#include <algorithm>
#include <array>

namespace throughline::report {
namespace {

namespace fl = throughline::flow;

constexpr int kWindow = 12;  // weeks, as the forecasts use

std::string question_words(const fl::HorizonScore& horizon) {
    return horizon.question == fl::Question::HowMany ? std::to_string(horizon.size) + " days"
                                                     : std::to_string(horizon.size) + " cards";
}

Glyph glyph_of(std::size_t level) {
    constexpr std::array kGlyphs{Glyph::Circle, Glyph::Triangle, Glyph::Square, Glyph::Diamond};
    return kGlyphs[level % kGlyphs.size()];
}

void add_level(const fl::HorizonScore& horizon, const fl::LevelScore& level, std::size_t index,
               double slot, Chart& chart) {
    const auto practice = level.in_practice();
    chart.table.rows.push_back(
        {question_words(horizon), std::to_string(level.percent), std::to_string(level.n),
         std::to_string(level.hits), std::to_string(level.expected.low),
         std::to_string(level.expected.high), std::string(to_text(level.calibration)),
         decimal(level.loss, 6), level.skill ? decimal(*level.skill, 6) : ""});
    if (!practice) {
        return;
    }
    const double x = slot + (static_cast<double>(index) + 0.7) /
                                (static_cast<double>(horizon.levels.size()) + 0.4);
    const bool judged = level.calibration != fl::Calibration::NotEnough;
    const bool wrong = level.calibration == fl::Calibration::Overconfident;
    chart.bars.push_back({.x0 = x - 0.05,
                          .x1 = x + 0.05,
                          .y0 = 100.0 * level.expected.low / level.n,
                          .y1 = 100.0 * level.expected.high / level.n,
                          .ink = Ink::Neutral,
                          .opacity = 0.35});
    chart.lines.push_back({"",
                           {{x - 0.08, 1.0 * level.percent}, {x + 0.08, 1.0 * level.percent}},
                           {.ink = Ink::Text, .width = 1.5}});
    const Point at{x, 100 * *practice};
    chart.dots.push_back({.at = at,
                          .glyph = glyph_of(index),
                          .ink = !judged ? Ink::TextFaint
                                 : wrong ? Ink::Danger
                                         : Ink::Accent,
                          .ring = wrong});
    chart.marks.push_back(
        {.x0 = at.x,
         .x1 = at.x,
         .y0 = at.y,
         .y1 = at.y,
         .lines = {
             question_words(horizon) + ", promised with " + std::to_string(level.percent) + "%",
             "right " + std::to_string(level.hits) + " of " + std::to_string(level.n) +
                 " times: " + percent_words(*practice),
             "a calibrated forecast: " + std::to_string(level.expected.low) + " to " +
                 std::to_string(level.expected.high),
             std::string(to_text(level.calibration))}});
}

Verdict judge(const fl::Backtest& result) {
    if (!result.is_enough()) {
        return {Verdict::Call::None, "Fewer than 12 separate past forecasts: not enough to judge."};
    }
    int over = 0;
    int cautious = 0;
    int judged = 0;
    for (const fl::HorizonScore& horizon : result.horizons) {
        for (const fl::LevelScore& level : horizon.levels) {
            over += level.calibration == fl::Calibration::Overconfident ? 1 : 0;
            cautious += level.calibration == fl::Calibration::Cautious ? 1 : 0;
            judged += level.calibration != fl::Calibration::NotEnough ? 1 : 0;
        }
    }
    const std::string of = " of " + std::to_string(judged) + " judged levels ";
    return over > 0       ? Verdict{Verdict::Call::Act,
                              std::to_string(over) + of + "promised more than was kept."}
           : cautious > 0 ? Verdict{Verdict::Call::Watch, std::to_string(cautious) + of +
                                                              "were kept more often than promised."}
                          : Verdict{Verdict::Call::Fine,
                                    "All" + of.substr(3) + "were kept about as often as promised."};
}

}  // namespace

void make_backtest(const fl::Slice& slice, const ChartChoices& choices, Chart& chart) {
    const fl::Backtest result = fl::backtest(slice, kWindow, {.seed = choices.seed});
    chart.table.head = {"forecast", "level",        "n",    "hits", "expected_low", "expected_high",
                        "judged",   "pinball_loss", "skill"};
    std::vector<std::string> names;
    const fl::LevelScore* example = nullptr;
    for (const fl::HorizonScore& horizon : result.horizons) {
        const double slot = static_cast<double>(names.size());
        names.push_back(question_words(horizon));
        for (std::size_t i = 0; i < horizon.levels.size(); ++i) {
            add_level(horizon, horizon.levels[i], i, slot, chart);
            if (horizon.levels[i].percent == 85 && horizon.levels[i].n > 0 && example == nullptr) {
                example = &horizon.levels[i];
            }
        }
    }
    if (example == nullptr) {
        set_missing(chart, "No past forecast has come due yet.",
                    "It needs some weeks of deliveries before and after each forecast.");
        chart.table = {};
        return;
    }
    chart.x = name_axis(std::move(names));
    chart.y = number_axis("kept in practice", 100);
    chart.y.unit = "%";
    for (std::size_t i = 0; i < result.horizons.front().levels.size(); ++i) {
        chart.legend.push_back(
            {.look = LegendEntry::Look::Dot,
             .words = std::to_string(result.horizons.front().levels[i].percent) + "%",
             .glyph = glyph_of(i)});
    }
    chart.legend.push_back(
        {.look = LegendEntry::Look::Line, .words = "promised", .ink = Ink::Text});
    chart.legend.push_back({.words = "range of a calibrated forecast", .ink = Ink::Neutral});
    if (std::ranges::any_of(chart.dots, [](const Dot& dot) { return dot.ring; })) {
        chart.legend.push_back(
            {.look = LegendEntry::Look::Ring, .words = "overconfident", .ink = Ink::Danger});
    }
    if (std::ranges::any_of(chart.dots, [](const Dot& dot) { return dot.ink == Ink::TextFaint; })) {
        chart.legend.push_back(
            {.look = LegendEntry::Look::Dot, .words = "too few to judge", .ink = Ink::TextFaint});
    }
    chart.period = "up to 52 past weeks";
    chart.says = "For the next " + question_words(result.horizons.front()) +
                 ", \"85%\" has meant " + percent_words(*example->in_practice()) +
                 " in practice (" + std::to_string(example->hits) + " of " +
                 std::to_string(example->n) + ").";
    chart.verdict = judge(result);
}

}  // namespace throughline::report
