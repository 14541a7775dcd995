// Forecast distributions: when so many are done, how many are done by a day.
#include "core/base/text.h"
#include "core/base/words.h"
#include "core/flow/forecast.h"
#include "core/flow/promise.h"
#include "core/report/chart_makers.h"
#include "core/report/chart_parts.h"
#include "core/report/chart_ticks.h"
#include "core/report/forecast_parts.h"

namespace throughline::report {
namespace {

namespace fl = throughline::flow;

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
    const auto days = std::ssize(input.history.by_day);
    const auto weeks = (days + 6) / 7;
    chart.note = "From " + plural(input.history.deliveries(), "delivery", "deliveries") + " in " +
                 plural(weeks, "week", "weeks") +
                 (forecast.weeks_as_blocks ? ", drawn by whole weeks" : "") + "; seed " +
                 std::to_string(choices.seed) + ".";
    // The days that were drawn from, not those of the slice.
    chart.period = short_date(input.history.from) + " to " +
                   short_date(input.history.from + static_cast<int>(days) - 1);
    chart.verdict =
        forecast.thin_history
            ? Verdict{Verdict::Call::Watch,
                      "Thin history: fewer than 20 working days or 10 deliveries."}
            : Verdict{Verdict::Call::None,
                      "A forecast is judged by how often it was right: see the backtest."};
}

Day promised(const fl::Slice& slice, int days) {
    const fl::Flow& flow = slice.flow();
    return fl::named_day(flow.rows().calendar, slice.scope().days, flow.today(), days);
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
    const Day last = promised(slice, p95);
    chart.table.head = {"day", "chance_done", "or_more"};
    for (Day day = input.today + 1; day <= last; ++day) {
        if (promised(slice, day - input.today) != day) {
            continue;  // nobody works then, and working days are asked for
        }
        const double chance = fl::chance_by(*forecast, day - input.today);
        add_chance(day.number, day.number + 1, chance, chart);
        Mark mark = slot_mark(day.number, day.number + 1);
        mark.lines = {long_date(day), "done by then: " + chance_words(chance)};
        mark.cards = choices.cards ? std::vector<model::CardId>{} : open;
        chart.marks.push_back(std::move(mark));
        chart.table.rows.push_back({to_text(day), decimal(fl::claim_of(chance).chance, 6),
                                    yes_words(chance >= fl::kMostClaimed)});
    }
    for (const fl::Level& level : forecast->levels) {
        const Day day = promised(slice, level.value);
        add_level(day.number + 0.5, std::to_string(level.percent) + "%: " + short_date(day), chart);
    }
    chart.x = day_axis(input.today + 1, last);
    chart.y = number_axis("chance that all are done", 100);
    chart.y.unit = "%";
    chart.says = "With 85% confidence " + plural(cards, "card is", "cards are") + " done by " +
                 short_date(promised(slice, *forecast->at(85))) + ", with 50% by " +
                 short_date(promised(slice, *forecast->at(50))) + ".";
    add_basis(input, *forecast, choices, chart);
}

void make_forecast_how_many(const fl::Slice& slice, const ChartChoices& choices, Chart& chart) {
    const fl::ForecastInput input = input_of(slice);
    const auto forecast = fl::how_many(input, choices.days, {.seed = choices.seed});
    if (!forecast) {
        refuse(chart);
        return;
    }
    const Day by = input.today + choices.days;
    add_how_many(*forecast, by, chart);
    chart.says = "With 85% confidence at least " +
                 plural(*forecast->at(85), "card is", "cards are") + " done by " + short_date(by) +
                 ", with 50% at least " + std::to_string(*forecast->at(50)) + ".";
    add_basis(input, *forecast, choices, chart);
}

}  // namespace throughline::report
