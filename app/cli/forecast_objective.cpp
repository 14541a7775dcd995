#include "app/cli/forecast.h"
#include "app/cli/forecast_history.h"
#include "app/cli/forecast_told.h"
#include "app/cli/forecast_view.h"
#include "app/cli/json.h"
#include "app/cli/lookup.h"
#include "app/cli/metrics_numbers.h"
#include "core/base/period.h"
#include "core/base/text.h"
#include "core/base/words.h"

#include <cmath>
#include <memory>
#include <ostream>

namespace throughline::cli {

namespace {

struct ObjectiveArgs {
    std::string key;
    bool tell = false;
    ForecastOptions options;
};

CardFilter cards_of(model::ObjectiveId objective) {
    return [objective](const model::Card& card) { return card.objective == objective; };
}

// The open cards against the days left in the quarter.
struct Outlook {
    std::string key;
    Day last;  // of the quarter
    flow::Standing standing;
    flow::Forecast exactly;                 // the cards that are there
    std::optional<flow::Forecast> growing;  // and as many more as are added meanwhile
    double ratio = 0;

    int days_left(const Basis& basis) const { return last - basis.today(); }
    flow::Claim claim(const Basis& basis, const flow::Forecast& forecast) const {
        return flow::claim_of(flow::chance_by(forecast, days_left(basis)));
    }
};

Outlook outlook_of(const Basis& basis, std::string key, Day last, flow::Standing standing) {
    Outlook outlook{.key = std::move(key), .last = last, .standing = standing};
    outlook.exactly = *flow::when(basis.input, standing.open, basis.draw);
    outlook.ratio = basis.growth.value_or(0);
    if (outlook.ratio > 0) {
        flow::MonteCarlo draw = basis.draw;
        draw.growth = outlook.ratio;
        outlook.growing = flow::when(basis.input, standing.open, draw);
    }
    return outlook;
}

Json counts_json(const std::string& key, Day last, Day today, const flow::Standing& standing) {
    return {{"objective", key},
            {"last_day", throughline::to_text(last)},
            {"days_left", std::max(0, last - today)},
            {"cards", {{"done", standing.done}, {"open", standing.open}}}};
}

Json outlook_json(const Basis& basis, const Outlook& outlook,
                  const std::optional<flow::Drift>& drift) {
    Json json = counts_json(outlook.key, outlook.last, basis.today(), outlook.standing);
    json.update(claim_json(outlook.claim(basis, outlook.exactly)));
    json["levels"] = levels_json(outlook.exactly, flow::Question::When);
    json["dates"] = dates_json(outlook.exactly, named_in(basis));
    Json& growing = json["with_growth"];
    if (outlook.growing) {
        growing = claim_json(outlook.claim(basis, *outlook.growing));
        growing["ratio"] = number_json(outlook.ratio);
        growing["dates"] = dates_json(*outlook.growing, named_in(basis));
    }
    json["seed"] = basis.draw.seed;
    json["trials"] = basis.draw.trials;
    json["history"] = history_json(basis);
    json["thin_history"] = outlook.exactly.thin_history;
    json["drift"] = drift_json(drift);
    return json;
}

void print_outlook(Session& session, const Basis& basis, const Outlook& outlook,
                   const std::optional<flow::Drift>& drift) {
    std::ostream& out = session.out();
    const int left = outlook.days_left(basis);
    out << outlook.key << ": " << plural(outlook.standing.open, "card", "cards") << " open, "
        << outlook.standing.done << " done; the quarter ends on " << long_date(outlook.last)
        << (left > 0 ? " (" + plural(left, "day", "days") + " left)" : std::string(" (over)"))
        << "\n";
    out << "All done by then: " << claim_words(outlook.claim(basis, outlook.exactly)) << "\n";
    if (outlook.growing) {
        out << "... if cards are added as in the window ("
            << number_text(std::round(outlook.ratio * 100) / 100)
            << " for each delivered): " << claim_words(outlook.claim(basis, *outlook.growing))
            << "\n";
    }
    out << "\n";
    for (const flow::Level& level : outlook.exactly.levels) {
        out << "  " << level.percent << "%: " << by_words(level, basis.named(level.value)) << "\n";
    }
    if (const std::string words = drift_words(drift); !words.empty()) {
        out << "\n" << words << "\n";
    }
    print_history(session, basis, outlook.exactly);
}

// Nothing is left to forecast.
Ending all_done(Session& session, const std::string& key, Day last, Day today,
                const flow::Standing& standing) {
    if (standing.done == 0) {
        return no_answer(key + " has no card on the board, so there is nothing to forecast.",
                         "Accept or tie cards to it first.");
    }
    if (session.json()) {
        Json json = counts_json(key, last, today, standing);
        json["probability"] = Json();
        json["or_more"] = false;
        session.print(json);
    } else {
        session.out() << key << ": all " << plural(standing.done, "card is", "cards are")
                      << " done.\n";
    }
    return Done{};
}

Ending forecast_objective(Session& session, const ObjectiveArgs& args) {
    TL_TRY(auto* desk, session.desk());
    TL_TRY(const model::Objective* objective, find_objective(desk->workspace(), args.key));
    const std::string key = key_of(desk->workspace(), objective->id);
    const auto last = is_quarter(objective->quarter)
                          ? std::optional(parse_period(objective->quarter)->last)
                          : std::nullopt;
    if (!last) {
        return no_answer(key + " is a standing objective: it has no quarter that ends.",
                         "Ask for its cards: forecast when N --filter objective:" + key);
    }
    const CardFilter mine = cards_of(objective->id);
    TL_TRY(const Instant as_of, asked_moment(session, args.options.as_of));
    TL_TRY(const flow::Flow flow, flow_at(session, as_of));
    TL_CHECK(need_points(flow));
    flow::Scope scope = flow::last_weeks(flow.zone(), as_of);
    scope.filter = mine;
    const flow::Standing standing = flow::standing_of(flow::Slice(flow, scope));
    if (standing.open == 0) {
        return all_done(session, key, *last, flow.today(), standing);
    }
    TL_TRY(const Basis basis, basis_of(session, args.options, mine));
    const Outlook outlook = outlook_of(basis, key, *last, standing);
    const auto before = a_week_before(session, args.options, basis, mine);
    const auto drift = drift_of(before, basis, before ? flow::standing_of(before->slice()).open : 0,
                                standing.open);
    if (session.json()) {
        session.print(outlook_json(basis, outlook, drift));
    } else {
        print_outlook(session, basis, outlook, drift);
    }
    if (args.tell) {
        rules::RecordForecast record = record_of(basis, outlook.exactly, args.options);
        record.kind = model::ForecastKind::Objective;
        record.objective = objective->id;
        record.count = standing.open;
        record.until = last;
        return keep_told(session, record, args.options.as_of.has_value());
    }
    return Done{};
}

}  // namespace

void add_forecast_objective(Verb& forecast) {
    auto args = std::make_shared<ObjectiveArgs>();
    Verb verb =
        forecast.verb("objective", "Will an objective's cards be done by the end of its quarter");
    verb.needs("KEY", args->key, "The objective")
        .note("Drawn from the deliveries of the objective's own cards.")
        .example("throughline forecast objective O-3");
    add_forecast_options(verb, args->options);
    add_tell_option(verb, args->tell);
    verb.does(args, &forecast_objective);
}

}  // namespace throughline::cli
