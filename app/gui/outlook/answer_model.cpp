#include "app/gui/outlook/answer_model.h"

#include "app/gui/outlook/forecast_chart_model.h"
#include "core/base/text.h"
#include "core/base/words.h"
#include "core/report/chart_parts.h"
#include "core/report/chart_ticks.h"

#include <algorithm>

namespace throughline::gui::outlook {
namespace {

struct Basis {
    flow::ForecastInput input;
    flow::MonteCarlo draw;  // without growth
    std::optional<double> measured_growth;

    Day last() const {
        return input.history.from + (static_cast<int>(input.history.by_day.size()) - 1);
    }
};

Basis basis_of(const flow::Flow& flow, const Asked& asked, flow::Scope scope) {
    Basis basis;
    basis.input = {.history = flow::history_of(flow::Slice(flow, scope), asked.weeks),
                   .calendar = flow.rows().calendar,
                   .today = flow.today()};
    basis.draw.seed = asked.seed;
    scope.from = basis.input.history.from;
    scope.to = basis.last();
    basis.measured_growth = flow::scope_growth(flow::Slice(flow, std::move(scope)));
    return basis;
}

int cards_in_process(const flow::Slice& slice) {
    int count = 0;
    slice.each([&count](flow::CardIndex, const flow::Journey& journey) {
        count += journey.in_process ? 1 : 0;
    });
    return count;
}

std::string by_words(const flow::Level& level, Day today) {
    return level.value > flow::kMostDays ? "not within ten years"
                                         : "by " + long_date(today + level.value);
}

// "8 days: 6 working, 2 not"
std::string split_words(const flow::ForecastInput& input, int days) {
    if (days > flow::kMostDays) {
        return {};
    }
    const int working = input.calendar.working_days(input.today + 1, input.today + days);
    return plural(days, "day", "days") + ": " + std::to_string(working) + " working, " +
           std::to_string(days - working) + " not";
}

std::string pool_words(const std::vector<int>& counts, const char* one, const char* many) {
    int deliveries = 0;
    for (const int count : counts) {
        deliveries += count;
    }
    return std::to_string(deliveries) + " on " + plural(std::ssize(counts), one, many);
}

void describe_basis(const Basis& basis, const flow::Forecast& forecast, ForecastAnswer& answer) {
    const flow::History& history = basis.input.history;
    const flow::Pools pools = flow::pools_of(history, basis.input.calendar);
    answer.basis = {
        "Drawn " + report::tick_label(basis.draw.trials, 1) + " times from " +
            plural(history.deliveries(), "delivery", "deliveries") + ", " +
            long_date(history.from) + " to " + long_date(basis.last()) +
            "; today is not over and does not count.",
        "Working and other days are drawn apart: " +
            pool_words(pools.working, "working day", "working days") + ", " +
            pool_words(pools.idle, "other day", "other days") + ".",
        "The seed makes it the same again: seed " + std::to_string(basis.draw.seed) + "."};
    if (forecast.weeks_as_blocks) {
        answer.basis.emplace_back(
            "Weeks differ more than chance explains, so whole weeks were drawn.");
    }
    if (forecast.thin_history) {
        answer.warnings.emplace_back(
            "Thin history: below 10 deliveries or 20 working days a forecast is little more than a "
            "guess.");
    }
}

rules::RecordForecast record_of(const Basis& basis, const Asked& asked,
                                const flow::Forecast& forecast) {
    rules::RecordForecast record;
    record.query = asked.query;
    record.history_from = basis.input.history.from;
    record.history_to = basis.last();
    record.seed = static_cast<std::int64_t>(asked.seed);
    record.p50 = *forecast.at(50);
    record.p70 = *forecast.at(70);
    record.p85 = *forecast.at(85);
    record.p95 = *forecast.at(95);
    return record;
}

ForecastAnswer refused(std::string what, std::string todo) {
    ForecastAnswer answer;
    answer.missing = {std::move(what), std::move(todo)};
    return answer;
}

ForecastAnswer no_deliveries(const Basis& basis) {
    return refused("No card was delivered from " + long_date(basis.input.history.from) + " to " +
                       long_date(basis.last()) + ", so there is nothing to draw a forecast from.",
                   "Take a longer history, or fewer conditions in the filter.");
}

ForecastAnswer answer_when(const Basis& basis, const Asked& asked, int cards) {
    const auto exactly = flow::when(basis.input, cards, basis.draw);
    if (!exactly) {
        return no_deliveries(basis);
    }
    const Day today = basis.input.today;
    const double ratio = asked.growth.value_or(basis.measured_growth.value_or(0));
    std::optional<flow::Forecast> growing;
    if (ratio > 0) {
        flow::MonteCarlo draw = basis.draw;
        draw.growth = ratio;
        growing = flow::when(basis.input, cards, draw);
    }
    ForecastAnswer answer;
    answer.title = "When " + plural(cards, "card is", "cards are") + " done";
    answer.says = "With 85% confidence " +
                  by_words({.percent = 85, .value = *exactly->at(85)}, today) + ", with 50% " +
                  by_words({.percent = 50, .value = *exactly->at(50)}, today) + ".";
    if (growing) {
        answer.growth = decimal(ratio, 2) + " cards added for each delivered";
    }
    for (std::size_t i = 0; i < exactly->levels.size(); ++i) {
        const flow::Level& level = exactly->levels[i];
        answer.rows.push_back({level.percent, by_words(level, today),
                               split_words(basis.input, level.value),
                               growing ? by_words(growing->levels[i], today) : ""});
    }
    describe_basis(basis, *exactly, answer);
    answer.chart = when_chart(basis.input, *exactly, growing);
    answer.record = record_of(basis, asked, *exactly);
    answer.record->kind = model::ForecastKind::When;
    answer.record->count = cards;
    return answer;
}

ForecastAnswer answer_how_many(const Basis& basis, const Asked& asked) {
    const Day today = basis.input.today;
    const Day until = asked.until.value_or(today + kDaysAhead);
    const auto forecast = flow::how_many(basis.input, until - today, basis.draw);
    if (!forecast) {
        return basis.input.history.deliveries() == 0
                   ? no_deliveries(basis)
                   : refused("A forecast is of a day that is still to come.",
                             "Choose a day after today.");
    }
    ForecastAnswer answer;
    answer.title = "How many cards are done by " + long_date(until);
    answer.says = "From tomorrow on, " + split_words(basis.input, until - today) +
                  ". With 85% confidence at least " + plural(*forecast->at(85), "card", "cards") +
                  ".";
    for (const flow::Level& level : forecast->levels) {
        answer.rows.push_back(
            {level.percent, "at least " + plural(level.value, "card", "cards"), "", ""});
    }
    describe_basis(basis, *forecast, answer);
    answer.chart = how_many_chart(*forecast, until);
    answer.record = record_of(basis, asked, *forecast);
    answer.record->kind = model::ForecastKind::HowMany;
    answer.record->until = until;
    return answer;
}

}  // namespace

ForecastAnswer make_answer(const flow::Flow& flow, const Asked& asked, const CardFilter& filter) {
    if (!flow.workflow().is_set_up()) {
        return refused("The board has no commitment and delivery point, so nothing is ever done.",
                       "Set the points in the settings of the board.");
    }
    flow::Scope scope = flow::last_weeks(flow.zone(), flow.as_of());
    scope.filter = filter;
    const int cards = asked.cards.value_or(cards_in_process(flow::Slice(flow, scope)));
    const Basis basis = basis_of(flow, asked, std::move(scope));
    ForecastAnswer answer =
        asked.question == flow::Question::HowMany ? answer_how_many(basis, asked)
        : cards < 1
            ? refused("Nothing is in process to be done.", "Say how many cards, or commit to some.")
            : answer_when(basis, asked, cards);
    answer.measured_growth = basis.measured_growth;
    return answer;
}

}  // namespace throughline::gui::outlook
