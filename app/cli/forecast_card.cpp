#include "app/cli/forecast.h"
#include "app/cli/forecast_history.h"
#include "app/cli/forecast_told.h"
#include "app/cli/forecast_view.h"
#include "app/cli/json.h"
#include "app/cli/lookup.h"
#include "app/cli/metrics_scope.h"
#include "app/cli/values.h"
#include "core/base/text.h"
#include "core/base/words.h"
#include "core/flow/finish.h"
#include "core/flow/percentile.h"

#include <memory>
#include <ostream>

namespace throughline::cli {

namespace {

struct CardArgs {
    std::string key;
    std::optional<std::string> weeks;
    std::optional<std::string> as_of;
    bool working_days = false;
    bool tell = false;
};

Failure not_in_process(const flow::Flow& flow, flow::CardIndex card, const std::string& key) {
    const flow::Journey& journey = flow.journey(card);
    if (journey.finished) {
        return no_answer(key + " is delivered already.", "Ask about a card in process.");
    }
    if (journey.column == flow::kNoColumn) {
        return no_answer(key + " is not on the board.", "Ask about a card in process.");
    }
    return no_answer(key + " has not crossed the commitment point, so its clock does not run yet.",
                     "Commit it first, or ask when so many cards are done: forecast when N.");
}

Json range_json(const std::string& key, const flow::FinishRange& range) {
    Json levels = Json::object();
    Json dates = Json::object();
    for (const flow::FinishRange::At& at : range.levels) {
        const std::string name = "p" + std::to_string(at.percent);
        levels[name] = at.cycle_days;
        dates[name] = throughline::to_text(at.day);
    }
    return {{"card", key},
            {"age_days", range.age_days},
            {"n", range.n},
            {"few", flow::is_few(85, range.n)},
            {"cycle_time_days", std::move(levels)},
            {"dates", std::move(dates)}};
}

void print_range(Session& session, const model::Card& card, const std::string& key,
                 const flow::FinishRange& range) {
    std::ostream& out = session.out();
    out << key << " is " << plural(range.age_days, "day", "days") << " old. Of past cards of class "
        << model::name_of(card.service_class) << " that got as old, "
        << plural(static_cast<std::int64_t>(range.n), "card", "cards") << ":\n";
    for (const flow::FinishRange::At& at : range.levels) {
        out << "  " << at.percent << "%: by " << long_date(at.day) << " (cycle time "
            << plural(at.cycle_days, "day", "days") << ")\n";
    }
    if (flow::is_few(85, range.n)) {
        out << "Few cards: below 7 the 85% level is merely the slowest of them.\n";
    }
}

rules::RecordForecast record_of(const flow::Slice& slice, model::CardId card,
                                const flow::FinishRange& range) {
    const auto days = [&](std::size_t level) {
        return range.levels[level].day - slice.flow().today();
    };
    rules::RecordForecast record;
    record.kind = model::ForecastKind::Card;
    record.card = card;
    record.history_from = slice.from();
    record.history_to = slice.to();
    record.p50 = days(0);
    record.p70 = days(1);
    record.p85 = days(2);
    record.p95 = days(3);
    return record;
}

Ending forecast_card(Session& session, const CardArgs& args) {
    TL_TRY(auto* desk, session.desk());
    TL_TRY(const model::Card* card, find_card(desk->workspace(), args.key));
    const std::string key = key_of(desk->workspace(), card->id);
    TL_TRY(const Instant as_of, asked_moment(session, args.as_of));
    TL_TRY(const auto weeks, count_value(args.weeks, "--weeks", 1, 520));
    TL_TRY(const flow::Flow flow, flow_at(session, as_of));
    TL_CHECK(need_points(flow));
    flow::Scope scope = flow::last_weeks(flow.zone(), as_of, weeks.value_or(12));
    scope.days = args.working_days ? flow::DayCount::Working : flow::DayCount::Calendar;
    const flow::Slice slice(flow, scope);
    const auto index = flow.index_of(card->id);
    const auto range = index ? flow::finish_range(slice, *index) : std::nullopt;
    if (!range) {
        return index ? not_in_process(flow, *index, key)
                     : no_answer(key + " was never on the board.", "Ask about a card in process.");
    }
    if (range->levels.empty()) {
        return no_answer(key + " is " + plural(range->age_days, "day", "days") +
                             " old; no card of its class that was finished in the window got so "
                             "old, so the past says nothing about it.",
                         "Look at what holds it up, or take a longer window with --weeks.");
    }
    if (session.json()) {
        session.print(range_json(key, *range));
    } else {
        print_range(session, *card, key, *range);
    }
    if (args.tell) {
        return keep_told(session, record_of(slice, card->id, *range), args.as_of.has_value());
    }
    return Done{};
}

}  // namespace

void add_forecast_card(Verb& forecast) {
    auto args = std::make_shared<CardArgs>();
    Verb verb = forecast.verb("card", "When one card in process is done, by its age");
    add_view_option(verb, args->working_days);
    verb.needs("KEY", args->key, "The card")
        .option("--weeks", "N", args->weeks,
                "Compare with cards finished in the last N weeks (default: 12)")
        .option("--as-of", kMoment, args->as_of,
                "As it was known then: 2026-05-04, or 2026-05-04T09:00:00Z")
        .flag("--tell", args->tell, "Keep it as told to you; it is scored when its day has come")
        .example("throughline forecast card MKT-12")
        .does(args, &forecast_card);
}

}  // namespace throughline::cli
