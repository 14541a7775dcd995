// Forecast distributions: when so many are done, how many are done by a day.
#include "core/base/text.h"
#include "core/flow/forecast.h"
#include "core/report/chart_makers.h"
#include "core/report/chart_parts.h"
#include "core/report/chart_ticks.h"

#include <algorithm>

namespace throughline::report {
namespace {

namespace fl = throughline::flow;

// Nothing is claimed above the highest level.
constexpr double kHighest = 0.95;

fl::ForecastInput input_of(const fl::Slice& slice) {
    return {.history = fl::history_of(slice),
            .calendar = slice.flow().rows().calendar,
            .today = slice.flow().today()};
}

std::vector<model::CardId> cards_in_process(const fl::Slice& slice) {
    std::vector<model::CardId> cards;
    slice.each([&](fl::CardIndex i, const fl::Journey& journey) {
        if (journey.in_process) {
            cards.push_back(slice.flow().card(i).id);
        }
    });
    return cards;
}

void refuse(Chart& chart) {
    set_missing(chart,
                "Nothing was delivered in the last 12 weeks, so there is nothing to forecast from.",
                "A forecast appears with the first deliveries.");
}

void add_basis(const fl::ForecastInput& input, const fl::Forecast& forecast,
               const ChartChoices& choices, Chart& chart) {
    const auto weeks = (std::ssize(input.history.by_day) + 6) / 7;
    chart.note = "From " + plural(input.history.deliveries(), "delivery", "deliveries") + " in " +
                 plural(weeks, "week", "weeks") +
                 (forecast.weeks_as_blocks ? ", drawn by whole weeks" : "") + "; seed " +
                 std::to_string(choices.seed) + ".";
    chart.period = short_date(input.history.from) + " to " + short_date(input.today);
    chart.verdict =
        forecast.thin_history
            ? Verdict{Verdict::Call::Watch,
                      "Thin history: fewer than 20 working days or 10 deliveries."}
            : Verdict{Verdict::Call::None,
                      "A forecast is judged by how often it was right: see the backtest."};
}

void add_level(double at, std::string words, Chart& chart) {
    chart.guides.push_back({.at = at,
                            .stroke = {.ink = Ink::Text, .width = 1.5, .dash = Dash::Dashed},
                            .words = std::move(words),
                            .upright = true});
}

void add_chance(double x0, double x1, double chance, Chart& chart) {
    const double inset = 0.06 * (x1 - x0);
    chart.bars.push_back({.x0 = x0 + inset,
                          .x1 = x1 - inset,
                          .y1 = 100 * std::min(chance, kHighest),
                          .ink = Ink::Accent});
}

}  // namespace

void make_forecast_when(const fl::Slice& slice, const ChartChoices& choices, Chart& chart) {
    const std::vector<model::CardId> open = cards_in_process(slice);
    const int cards = choices.cards.value_or(static_cast<int>(open.size()));
    if (cards < 1) {
        set_missing(chart, "Nothing is in process to be done.",
                    "Ask for a number of cards, or commit to some.");
        return;
    }
    const fl::ForecastInput input = input_of(slice);
    const auto forecast = fl::when(input, cards, {.seed = choices.seed});
    if (!forecast) {
        refuse(chart);
        return;
    }
    const int p95 = *forecast->at(95);
    if (p95 > fl::kMostDays) {
        set_missing(chart, "Not within ten years at this pace.", "Ask for fewer cards.");
        return;
    }
    chart.table.head = {"day", "chance_done"};
    for (int k = 1; k <= p95; ++k) {
        const Day day = input.today + k;
        const double chance = forecast->reached[static_cast<std::size_t>(k) - 1];
        add_chance(day.number, day.number + 1, chance, chart);
        Mark mark = slot_mark(day.number, day.number + 1);
        mark.lines = {long_date(day), "done by then: " + percent_words(std::min(chance, kHighest))};
        mark.cards = choices.cards ? std::vector<model::CardId>{} : open;
        chart.marks.push_back(std::move(mark));
        chart.table.rows.push_back({to_text(day), decimal(std::min(chance, kHighest), 6)});
    }
    for (const fl::Level& level : forecast->levels) {
        const Day day = input.today + level.value;
        add_level(day.number + 0.5, std::to_string(level.percent) + "%: " + short_date(day), chart);
    }
    chart.x = day_axis(input.today + 1, input.today + p95);
    chart.y = number_axis("chance that all are done", 100);
    chart.y.unit = "%";
    chart.says = "With 85% confidence " + plural(cards, "card is", "cards are") + " done by " +
                 short_date(input.today + *forecast->at(85)) + ", with 50% by " +
                 short_date(input.today + *forecast->at(50)) + ".";
    add_basis(input, *forecast, choices, chart);
}

void make_forecast_how_many(const fl::Slice& slice, const ChartChoices& choices, Chart& chart) {
    const fl::ForecastInput input = input_of(slice);
    const auto forecast = fl::how_many(input, choices.days, {.seed = choices.seed});
    if (!forecast) {
        refuse(chart);
        return;
    }
    chart.table.head = {"cards", "chance_at_least"};
    // The rare ends are left out: below one in a thousand nothing is worth promising.
    int most = 1;
    for (std::size_t x = 1; x < forecast->reached.size() && forecast->reached[x] >= 0.001; ++x) {
        const double at = static_cast<double>(x);
        const double chance = std::min(forecast->reached[x], kHighest);
        add_chance(at - 0.5, at + 0.5, chance, chart);
        Mark mark = slot_mark(at - 0.5, at + 0.5);
        mark.lines = {"at least " + plural(static_cast<std::int64_t>(x), "card", "cards"),
                      "chance " + percent_words(chance)};
        chart.marks.push_back(std::move(mark));
        chart.table.rows.push_back({std::to_string(x), decimal(chance, 6)});
        most = static_cast<int>(x);
    }
    for (const fl::Level& level : forecast->levels) {
        add_level(level.value, std::to_string(level.percent) + "%: " + std::to_string(level.value),
                  chart);
    }
    const Day by = input.today + choices.days;
    chart.x = number_axis("cards done by " + short_date(by), most + 0.5);
    chart.y = number_axis("chance of at least so many", 100);
    chart.y.unit = "%";
    chart.says = "With 85% confidence at least " +
                 plural(*forecast->at(85), "card is", "cards are") + " done by " + short_date(by) +
                 ", with 50% at least " + std::to_string(*forecast->at(50)) + ".";
    add_basis(input, *forecast, choices, chart);
}

}  // namespace throughline::report
