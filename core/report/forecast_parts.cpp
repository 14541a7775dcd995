#include "core/report/forecast_parts.h"

#include "core/base/text.h"
#include "core/base/words.h"
#include "core/flow/promise.h"
#include "core/report/chart_parts.h"
#include "core/report/chart_ticks.h"

#include <algorithm>

namespace throughline::report {
namespace {

namespace fl = throughline::flow;

constexpr double kRare = 0.001;  // below it no number of cards is worth promising

}  // namespace

void add_chance(double x0, double x1, double chance, Chart& chart) {
    const double inset = 0.06 * (x1 - x0);
    const bool or_more = chance >= fl::kMostClaimed;
    chart.bars.push_back({.x0 = x0 + inset,
                          .x1 = x1 - inset,
                          .y1 = 100 * fl::claim_of(chance).chance,
                          .ink = Ink::Accent,
                          .hatch = or_more ? std::optional(Hatch::Forward) : std::nullopt});
    if (or_more) {
        chart.legend.push_back(
            {.words = "95% or more", .ink = Ink::Accent, .hatch = Hatch::Forward});
    }
}

std::string chance_words(double chance) {
    return chance == fl::kMostClaimed ? "95% or more" : fl::claim_words(fl::claim_of(chance));
}

void add_level(double at, std::string words, Chart& chart) {
    chart.guides.push_back({.at = at,
                            .stroke = {.ink = Ink::Text, .width = 1.5, .dash = Dash::Dashed},
                            .words = std::move(words),
                            .upright = true});
}

void add_how_many(const fl::Forecast& forecast, Day by, Chart& chart) {
    const int surest = *forecast.at(95);  // 0: not even one card is that sure
    const int first = std::max(1, surest);
    int most = first;
    chart.table.head = {"cards", "chance_at_least", "or_more"};
    for (int x = first; x < std::ssize(forecast.reached); ++x) {
        const double chance = forecast.reached[static_cast<std::size_t>(x)];
        if (chance < kRare && x > first) {
            break;
        }
        add_chance(x - 0.5, x + 0.5, chance, chart);
        Mark mark = slot_mark(x - 0.5, x + 0.5);
        mark.lines = {"at least " + plural(x, "card", "cards"), "chance " + chance_words(chance)};
        chart.marks.push_back(std::move(mark));
        chart.table.rows.push_back({std::to_string(x), decimal(fl::claim_of(chance).chance, 6),
                                    yes_words(chance >= fl::kMostClaimed)});
        most = x;
    }
    for (const fl::Level& level : forecast.levels) {
        add_level(level.value, std::to_string(level.percent) + "%: " + std::to_string(level.value),
                  chart);
    }
    chart.x = number_axis("cards done by " + short_date(by), most + 0.5);
    chart.x.from = surest > 0 ? surest - 0.5 : 0;
    chart.y = number_axis("chance of at least so many", 100);
    chart.y.unit = "%";
}

}  // namespace throughline::report
