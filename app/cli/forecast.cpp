#include "app/cli/forecast.h"

#include "app/cli/forecast_history.h"
#include "app/cli/forecast_told.h"
#include "app/cli/forecast_view.h"
#include "app/cli/json.h"
#include "app/cli/metrics_numbers.h"
#include "app/cli/text_table.h"
#include "app/cli/values.h"
#include "app/cli/verbs.h"
#include "core/base/text.h"
#include "core/base/words.h"

#include <cmath>
#include <memory>
#include <ostream>

namespace throughline::cli {

namespace {

constexpr int kMostCards = 10'000;

struct WhenArgs {
    std::string cards;
    std::optional<std::string> growth;
    bool tell = false;
    ForecastOptions options;
};
struct HowManyArgs {
    std::string days;
    bool tell = false;
    ForecastOptions options;
};

Json about_json(const Basis& basis, const char* question) {
    return {{"question", question},
            {"as_of", throughline::to_text(basis.flow.as_of())},
            {"zone", basis.flow.zone().name()}};
}

void add_draw(Json& json, const Basis& basis, const flow::Forecast& forecast) {
    json["method"] = flow::to_text(forecast.method);
    json["seed"] = basis.draw.seed;
    json["trials"] = basis.draw.trials;
    json["history"] = history_json(basis);
    json["thin_history"] = forecast.thin_history;
    json["weeks_as_blocks"] = forecast.weeks_as_blocks;
}

// --- when ---------------------------------------------------------------------------------------

// The answer for exactly so many cards, and for as many more as are added meanwhile.
struct When {
    int cards = 0;
    double ratio = 0;  // cards added per card delivered
    flow::Forecast exactly;
    std::optional<flow::Forecast> growing;
};

Fallible<When> ask_when(const WhenArgs& args, const Basis& basis, int cards) {
    When when{.cards = cards, .ratio = basis.growth.value_or(0)};
    if (args.growth) {
        TL_TRY(when.ratio, real_value(*args.growth, "--growth", 0, 100));
    }
    when.exactly = *flow::when(basis.input, cards, basis.draw);
    if (when.ratio > 0) {
        flow::MonteCarlo draw = basis.draw;
        draw.growth = when.ratio;
        when.growing = flow::when(basis.input, cards, draw);
    }
    return when;
}

Json growing_json(const When& when, const Basis& basis) {
    if (!when.growing) {
        return {};
    }
    return {{"ratio", number_json(when.ratio)},
            {"levels", levels_json(*when.growing, flow::Question::When)},
            {"dates", dates_json(*when.growing, named_in(basis))}};
}

void print_when_json(Session& session, const Basis& basis, const When& when,
                     const std::optional<flow::Drift>& drift) {
    Json json = about_json(basis, "when");
    json["cards"] = when.cards;
    json["levels"] = levels_json(when.exactly, flow::Question::When);
    json["dates"] = dates_json(when.exactly, named_in(basis));
    json["with_growth"] = growing_json(when, basis);
    add_draw(json, basis, when.exactly);
    json["drift"] = drift_json(drift);
    session.print(json);
}

// "8 days, 6 of them working"
std::string length_words(const Basis& basis, const flow::Level& level) {
    if (level.value > flow::kMostDays) {
        return "";
    }
    const int working =
        basis.input.calendar.working_days(basis.today() + 1, basis.today() + level.value);
    return plural(level.value, "day", "days") + ", " + std::to_string(working) + " working";
}

void print_when_text(Session& session, const Basis& basis, const When& when,
                     const std::optional<flow::Drift>& drift) {
    std::ostream& out = session.out();
    out << "When " << plural(when.cards, "card is", "cards are") << " done, asked on "
        << long_date(basis.today()) << "\n\n";
    TextTable table("  ");
    std::vector<std::string> head{"", "these cards", ""};
    if (when.growing) {
        head.push_back("with " + number_text(std::round(when.ratio * 100) / 100) +
                       " added for each delivered");
    }
    table.head(std::move(head));
    for (std::size_t i = 0; i < when.exactly.levels.size(); ++i) {
        const flow::Level& level = when.exactly.levels[i];
        std::vector<std::string> row{
            std::to_string(level.percent) + "%:", by_words(level, basis.named(level.value)),
            length_words(basis, level)};
        if (when.growing) {
            row.push_back(
                by_words(when.growing->levels[i], basis.named(when.growing->levels[i].value)));
        }
        table.row(std::move(row));
    }
    table.print(out, session.terminal());
    if (const std::string words = drift_words(drift); !words.empty()) {
        out << "\n" << words << "\n";
    }
    print_history(session, basis, when.exactly);
}

Ending forecast_when(Session& session, const WhenArgs& args) {
    TL_TRY(const auto asked, number_value(args.cards, "N", 1, kMostCards));
    TL_TRY(const Basis basis, basis_of(session, args.options));
    const auto cards = static_cast<int>(asked);
    TL_TRY(const When when, ask_when(args, basis, cards));
    const auto drift = drift_of(a_week_before(session, args.options, basis), basis, cards, cards);
    if (session.json()) {
        print_when_json(session, basis, when, drift);
    } else {
        print_when_text(session, basis, when, drift);
    }
    if (args.tell) {
        rules::RecordForecast record = record_of(basis, when.exactly, args.options);
        record.count = cards;
        return keep_told(session, record, args.options.as_of.has_value());
    }
    return Done{};
}

// --- how many -----------------------------------------------------------------------------------

// A number of days, or the day up to which.
Fallible<int> days_ahead(const std::string& text, Day today) {
    if (const auto day = parse_day(text)) {
        if (*day <= today || *day - today > flow::kMostDays) {
            return bad_input(text + " is not within the ten years from tomorrow", "DAYS");
        }
        return *day - today;
    }
    TL_TRY(const auto days, number_value(text, "DAYS", 1, flow::kMostDays));
    return static_cast<int>(days);
}

Ending forecast_how_many(Session& session, const HowManyArgs& args) {
    TL_TRY(const Basis basis, basis_of(session, args.options));
    TL_TRY(const int days, days_ahead(args.days, basis.today()));
    const auto forecast = *flow::how_many(basis.input, days, basis.draw);
    const Day last = basis.today() + days;
    const int working = basis.input.calendar.working_days(basis.today() + 1, last);
    const auto keep = [&]() -> Ending {
        if (!args.tell) {
            return Done{};
        }
        rules::RecordForecast record = record_of(basis, forecast, args.options);
        record.kind = model::ForecastKind::HowMany;
        record.until = last;
        return keep_told(session, record, args.options.as_of.has_value());
    };
    if (session.json()) {
        Json json = about_json(basis, "how-many");
        json["days"] = days;
        json["last_day"] = throughline::to_text(last);
        json["working_days"] = working;
        json["levels"] = levels_json(forecast, flow::Question::HowMany);
        add_draw(json, basis, forecast);
        session.print(json);
        return keep();
    }
    session.out() << "How many cards are done from tomorrow to " << long_date(last) << " ("
                  << plural(days, "day", "days") << ", " << working << " working)\n\n";
    for (const flow::Level& level : forecast.levels) {
        session.out() << "  " << level.percent
                      << "%: " << plain_text(level, flow::Question::HowMany) << "\n";
    }
    print_history(session, basis, forecast);
    return keep();
}

}  // namespace

void add_forecast(Verb& program) {
    Verb forecast =
        program.verb("forecast", "When will it be done, how much by then, and how sure is that");
    auto when = std::make_shared<WhenArgs>();
    Verb when_verb = forecast.verb("when", "The dates by which N cards are done, started ones too");
    when_verb.needs("N", when->cards, "Cards")
        .option("--growth", "RATIO", when->growth,
                "Cards added per card delivered (default: as in the window; 0: none)")
        .example("throughline forecast when 20 --filter objective:O-3");
    add_filter_option(when_verb, when->options);
    add_forecast_options(when_verb, when->options);
    add_view_option(when_verb, when->options.working_days);
    add_tell_option(when_verb, when->tell);
    when_verb.does(when, &forecast_when);
    auto how_many = std::make_shared<HowManyArgs>();
    Verb how_many_verb =
        forecast.verb("how-many", "How many cards are done in so many days, or up to a day");
    how_many_verb
        .needs("DAYS", how_many->days, "Days from tomorrow on, or the last day: 2026-06-30")
        .example("throughline forecast how-many 14");
    add_filter_option(how_many_verb, how_many->options);
    add_forecast_options(how_many_verb, how_many->options);
    add_tell_option(how_many_verb, how_many->tell);
    how_many_verb.does(how_many, &forecast_how_many);
    add_forecast_backtest(forecast);
    add_forecast_card(forecast);
    add_forecast_objective(forecast);
    add_forecast_told(forecast);
}

}  // namespace throughline::cli
