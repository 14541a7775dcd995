#include "app/cli/forecast_told.h"

#include "app/cli/forecast.h"
#include "app/cli/forecast_view.h"
#include "app/cli/json.h"
#include "app/cli/lookup.h"
#include "app/cli/outcome.h"
#include "app/cli/text_table.h"
#include "core/base/text.h"
#include "core/flow/forecast_score.h"

#include <algorithm>
#include <map>
#include <memory>
#include <ostream>

namespace throughline::cli {

namespace {

using model::Forecast;
using model::ForecastKind;

struct NoArgs {};

std::string about(const model::Workspace& workspace, const Forecast& forecast) {
    const std::string of = forecast.query.empty() ? "" : " of " + forecast.query;
    const std::string cards = plural(forecast.count, "card", "cards");
    switch (forecast.kind) {
        case ForecastKind::When: return "when " + cards + of;
        case ForecastKind::HowMany:
            return "how many by " + (forecast.until ? throughline::to_text(*forecast.until) : "") +
                   of;
        case ForecastKind::Card: return "when " + key_of(workspace, forecast.card);
        case ForecastKind::Objective:
            return "when " + cards + " of " + key_of(workspace, forecast.objective);
    }
    return {};
}

Fallible<flow::ForecastScore> score_of(Session& session, const std::vector<Forecast>& told) {
    std::map<std::string, CardFilter> filters;
    for (const Forecast& forecast : told) {
        if (!filters.contains(forecast.query)) {
            TL_TRY(filters[forecast.query], card_filter(session, session.now(), forecast.query));
        }
    }
    TL_TRY(const flow::Flow flow, flow_at(session, session.now()));
    return flow::score(flow, told, [&](const Forecast& forecast, const model::Card& card) {
        const CardFilter& filter = filters.at(forecast.query);
        return !filter || filter(card);
    });
}

const flow::ScoredForecast* find(const flow::ForecastScore& score, model::ForecastId id) {
    const auto found = std::ranges::find(score.due, id, &flow::ScoredForecast::id);
    return found == score.due.end() ? nullptr : &*found;
}

Json told_json(const model::Workspace& workspace, const Forecast& forecast,
               const flow::ScoredForecast* scored) {
    Json right = Json::object();
    for (std::size_t i = 0; scored != nullptr && i < flow::kLevels.size(); ++i) {
        right["p" + std::to_string(flow::kLevels[i])] = scored->right[i];
    }
    return {{"told_at", throughline::to_text(forecast.told_at)},
            {"told_to", handle_of(workspace, forecast.told_to)},
            {"kind", model::name_of(forecast.kind)},
            {"about", about(workspace, forecast)},
            {"levels",
             {{"p50", forecast.p50},
              {"p70", forecast.p70},
              {"p85", forecast.p85},
              {"p95", forecast.p95}}},
            {"due", scored != nullptr},
            {"actual", scored != nullptr ? or_null(scored->actual) : Json()},
            {"right", scored != nullptr ? right : Json()}};
}

std::string outcome_words(const Forecast& forecast, const flow::ScoredForecast* scored) {
    if (scored == nullptr) {
        return "open";
    }
    const char* one = forecast.kind == ForecastKind::HowMany ? "card" : "day";
    const char* many = forecast.kind == ForecastKind::HowMany ? "cards" : "days";
    return scored->actual ? plural(*scored->actual, one, many) : "not done by its 95% day";
}

Ending forecast_told(Session& session, const NoArgs&) {
    TL_TRY(auto* desk, session.desk());
    const model::Workspace& workspace = desk->workspace();
    std::vector<Forecast> told;
    for (const Forecast& forecast : workspace.rows<Forecast>()) {
        told.push_back(forecast);
    }
    std::ranges::sort(told, std::greater(), &Forecast::told_at);
    TL_TRY(const flow::ForecastScore score, score_of(session, told));
    if (session.json()) {
        Json list = Json::array();
        for (const Forecast& forecast : told) {
            list.push_back(told_json(workspace, forecast, find(score, forecast.id)));
        }
        Json hits = Json::object();
        for (std::size_t i = 0; i < flow::kLevels.size(); ++i) {
            hits["p" + std::to_string(flow::kLevels[i])] = {{"right", score.hits[i].part},
                                                            {"of", score.hits[i].whole}};
        }
        session.print({{"forecasts", std::move(list)}, {"hits", hits}, {"open", score.open}});
        return Done{};
    }
    if (told.empty()) {
        session.out()
            << "No forecast was told. Keep one with: throughline forecast when 10 --tell\n";
        return Done{};
    }
    TextTable table;
    table.head({"told on", "to", "about", "50%", "85%", "was"});
    for (const Forecast& forecast : told) {
        table.row({throughline::to_text(session.zone().day(forecast.told_at)),
                   handle_of(workspace, forecast.told_to), about(workspace, forecast),
                   std::to_string(forecast.p50), std::to_string(forecast.p85),
                   outcome_words(forecast, find(score, forecast.id))});
    }
    table.print(session.out(), session.terminal());
    session.out() << "\nDays from the day it was told, or cards for how many.\n";
    for (std::size_t i = 0; i < flow::kLevels.size() && !score.due.empty(); ++i) {
        session.out() << "  " << flow::kLevels[i] << "%: right " << score.hits[i].part << " of "
                      << score.hits[i].whole << "\n";
    }
    return Done{};
}

}  // namespace

void add_tell_option(Verb& verb, bool& tell) {
    verb.flag("--tell", tell, "Keep it as told to you; it is scored when its day has come");
}

rules::RecordForecast record_of(const Basis& basis, const flow::Forecast& forecast,
                                const ForecastOptions& options) {
    rules::RecordForecast record;
    record.query = options.filter.value_or("");
    record.history_from = basis.input.history.from;
    record.history_to = basis.scope.to;
    record.seed = static_cast<std::int64_t>(basis.draw.seed);
    record.p50 = *forecast.at(50);
    record.p70 = *forecast.at(70);
    record.p85 = *forecast.at(85);
    record.p95 = *forecast.at(95);
    return record;
}

Ending keep_told(Session& session, const rules::RecordForecast& record, bool has_as_of) {
    if (has_as_of) {
        return bad_input("a forecast is told today, not as of an earlier moment", "--tell");
    }
    TL_CHECK(session.acting_desk());
    TL_CHECK(commit(session, record));
    if (!session.json()) {
        session.out() << "Kept as told. How such forecasts did: throughline forecast told\n";
    }
    return Done{};
}

void add_forecast_told(Verb& forecast) {
    Verb verb = forecast.verb("told", "Forecasts that people were told, and which of them held");
    verb.example("throughline forecast told").does(std::make_shared<NoArgs>(), &forecast_told);
}

}  // namespace throughline::cli
