#include "app/gui/outlook/told_model.h"

#include "core/base/text.h"
#include "core/base/words.h"
#include "core/report/chart_ticks.h"

#include <algorithm>

namespace throughline::gui::outlook {
namespace {

using model::ForecastKind;

std::string name_in(const std::map<std::int64_t, std::string>& names, std::int64_t id,
                    std::string_view otherwise) {
    const auto found = names.find(id);
    return found == names.end() ? std::string(otherwise) : found->second;
}

std::string what_words(const model::Forecast& forecast, const ToldInputs& inputs) {
    const std::string of = forecast.query.empty() ? "" : " of " + forecast.query;
    switch (forecast.kind) {
        case ForecastKind::When:
            return "When " + plural(forecast.count, "card is", "cards are") + " done" + of;
        case ForecastKind::HowMany:
            return "How many by " + (forecast.until ? short_date(*forecast.until) : "") + of;
        case ForecastKind::Card:
            return "When " + name_in(inputs.subjects, forecast.card.value, "a card") + " is done";
        case ForecastKind::Objective:
            return "When " + plural(forecast.count, "card", "cards") + " of " +
                   name_in(inputs.subjects, forecast.objective.value, "an objective") +
                   (forecast.count == 1 ? " is done" : " are done");
    }
    return {};
}

std::string level_words(const model::Forecast& forecast, Day told, int value) {
    if (forecast.kind == ForecastKind::HowMany) {
        return plural(value, "card", "cards") + " or more";
    }
    return value > flow::kMostDays ? "not within ten years" : short_date(told + value);
}

// The 85% level is the one that people plan by.
constexpr std::size_t kPlanned = 2;
static_assert(flow::kLevels[kPlanned] == 85);

void describe_outcome(const model::Forecast& forecast, const flow::ScoredForecast& scored,
                      ToldRow& row) {
    row.state = scored.right[kPlanned] ? ToldRow::State::Right : ToldRow::State::Wrong;
    const std::string was = scored.right[kPlanned] ? ": 85% was right" : ": 85% was wrong";
    if (!scored.actual) {
        row.outcome = "not done by the 95% day" + was;
    } else if (forecast.kind == ForecastKind::HowMany) {
        row.outcome = plural(*scored.actual, "card was", "cards were") + " done" + was;
    } else {
        row.outcome = "took " + plural(*scored.actual, "day", "days") + was;
    }
}

std::string open_words(const model::Forecast& forecast, Day told) {
    const bool by_day = forecast.kind == ForecastKind::HowMany && forecast.until;
    if (!by_day && forecast.p95 > flow::kMostDays) {
        return "open until they are done";
    }
    return "open until " + short_date(by_day ? *forecast.until : told + forecast.p95);
}

}  // namespace

ToldInputs told_inputs(Context& context) {
    ToldInputs inputs;
    const model::Workspace& workspace = context.workspace();
    for (const model::Forecast& forecast : workspace.rows<model::Forecast>()) {
        inputs.forecasts.push_back(forecast);
        if (!inputs.passing.contains(forecast.query)) {
            inputs.passing.emplace(forecast.query, passing_cards(context, forecast.query));
        }
        if (const model::Person* person = workspace.find(forecast.told_to)) {
            inputs.people.emplace(person->id.value,
                                  person->name.empty() ? person->handle : person->name);
        }
        if (const model::Card* card = workspace.find(forecast.card)) {
            inputs.subjects.emplace(card->id.value, model::key_of(workspace, *card));
        }
        if (const model::Objective* objective = workspace.find(forecast.objective)) {
            inputs.subjects.emplace(objective->id.value, model::key_of(*objective));
        }
    }
    return inputs;
}

ToldAnswer make_told(const flow::Flow& flow, const ToldInputs& inputs) {
    std::map<std::string, std::function<bool(const model::Card&)>> filters;
    for (const auto& [query, passing] : inputs.passing) {
        filters.emplace(query, passing.filter());
    }
    const flow::ForecastScore score =
        flow::score(flow, inputs.forecasts,
                    [&filters](const model::Forecast& forecast, const model::Card& card) {
                        const auto found = filters.find(forecast.query);
                        return found == filters.end() || !found->second || found->second(card);
                    });
    ToldAnswer answer{.open = score.open};
    std::vector<model::Forecast> newest_first = inputs.forecasts;
    std::ranges::stable_sort(newest_first, std::greater(), &model::Forecast::told_at);
    for (const model::Forecast& forecast : newest_first) {
        const Day told = flow.zone().day(forecast.told_at);
        ToldRow row{.id = forecast.id,
                    .when = short_date(told),
                    .who = name_in(inputs.people, forecast.told_to.value, "somebody"),
                    .what = what_words(forecast, inputs),
                    .promise = "85%: " + level_words(forecast, told, forecast.p85) +
                               "; 50%: " + level_words(forecast, told, forecast.p50)};
        const auto scored = std::ranges::find(score.due, forecast.id, &flow::ScoredForecast::id);
        if (scored != score.due.end()) {
            describe_outcome(forecast, *scored, row);
        } else {
            row.outcome = open_words(forecast, told);
        }
        answer.rows.push_back(std::move(row));
    }
    for (std::size_t i = 0; i < flow::kLevels.size() && !score.due.empty(); ++i) {
        answer.hits.push_back(std::to_string(flow::kLevels[i]) + "%: right " +
                              std::to_string(score.hits[i].part) + " of " +
                              std::to_string(score.hits[i].whole));
    }
    return answer;
}

}  // namespace throughline::gui::outlook
