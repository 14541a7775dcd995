#include "app/cli/forecast_history.h"

#include "app/cli/forecast_view.h"
#include "app/cli/json.h"
#include "app/cli/metrics_numbers.h"
#include "app/cli/values.h"
#include "core/base/text.h"
#include "core/base/words.h"
#include "core/flow/throughput.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <limits>
#include <ostream>

namespace throughline::cli {

namespace {

constexpr int kMostCardsExplained = 1'000;

Fallible<flow::MonteCarlo> draw_of(const ForecastOptions& options) {
    flow::MonteCarlo draw;
    if (options.seed) {
        TL_TRY(const auto seed,
               number_value(*options.seed, "--seed", 0, std::numeric_limits<std::int64_t>::max()));
        draw.seed = static_cast<std::uint64_t>(seed);
    }
    TL_TRY(const auto trials, count_value(options.trials, "--trials", 100));
    draw.trials = trials.value_or(draw.trials);
    return draw;
}

Fallible<std::vector<Day>> days_of(const std::vector<std::string>& texts) {
    std::vector<Day> days;
    for (const std::string& text : texts) {
        TL_TRY(const Day day, day_value(text, "--unusual"));
        days.push_back(day);
    }
    return days;
}

void leave_out(flow::History& history, const std::vector<Day>& unusual) {
    for (const Day day : unusual) {
        const int at = day - history.from;
        if (at >= 0 && at < static_cast<int>(history.by_day.size())) {
            history.by_day[static_cast<std::size_t>(at)] = flow::History::kUnusual;
        }
    }
}

// The days that were named with --from and --to; yesterday is the last that is over.
Fallible<flow::History> named_days(const ForecastOptions& options, const flow::Flow& flow,
                                   flow::Scope scope) {
    if (options.weeks) {
        return bad_input("--weeks and --from name two windows; give one of them", "--weeks");
    }
    scope.to = flow.today() - 1;
    if (options.to) {
        TL_TRY(scope.to, day_value(*options.to, "--to"));
    }
    scope.from = scope.to - 83;
    if (options.from) {
        TL_TRY(scope.from, day_value(*options.from, "--from"));
    }
    if (scope.to >= flow.today()) {
        return bad_input("the history ends yesterday at the latest: today is not over", "--to");
    }
    if (scope.from > scope.to) {
        return bad_input("the window ends before it begins", options.from ? "--from" : "--to");
    }
    return flow::History{scope.from, flow::throughput_by_day(flow::Slice(flow, scope))};
}

Fallible<flow::History> history_of(const ForecastOptions& options, const flow::Flow& flow,
                                   const flow::Scope& scope) {
    TL_TRY(const auto unusual, days_of(options.unusual));
    if (options.from || options.to) {
        TL_TRY(auto history, named_days(options, flow, scope));
        leave_out(history, unusual);
        return history;
    }
    TL_TRY(const auto weeks, count_value(options.weeks, "--weeks", 1, 520));
    return flow::history_of(flow::Slice(flow, scope), weeks.value_or(12), unusual);
}

Fallible<Basis> basis_at(Session& session, const ForecastOptions& options, const CardFilter& filter,
                         Instant as_of) {
    TL_TRY(auto flow, flow_at(session, as_of));
    TL_CHECK(need_points(flow));
    flow::Scope scope = flow::last_weeks(flow.zone(), as_of);
    scope.filter = filter;
    scope.days = options.working_days ? flow::DayCount::Working : flow::DayCount::Calendar;
    TL_TRY(auto history, history_of(options, flow, scope));
    scope.from = history.from;
    scope.to = history.from + (static_cast<int>(history.by_day.size()) - 1);
    if (history.deliveries() == 0) {
        return no_answer("No card was delivered from " + throughline::to_text(scope.from) + " to " +
                             throughline::to_text(scope.to) +
                             ", so there is nothing to draw a forecast from.",
                         "Take a longer window with --weeks or --from, or fewer conditions.");
    }
    TL_TRY(const auto draw, draw_of(options));
    const Day today = flow.today();
    WorkingCalendar calendar = flow.rows().calendar;
    const auto growth = flow::scope_growth(flow::Slice(flow, scope));
    return Basis{std::move(flow),
                 std::move(scope),
                 {std::move(history), std::move(calendar), today},
                 draw,
                 growth,
                 !options.from && !options.to};
}

struct Pool {
    std::size_t days = 0;
    int deliveries = 0;
};
Pool pool_of(const std::vector<int>& counts) {
    Pool pool{counts.size(), 0};
    for (const int count : counts) {
        pool.deliveries += count;
    }
    return pool;
}

std::string pool_words(const Pool& pool, const char* one, const char* many) {
    return std::to_string(pool.deliveries) + " on " +
           plural(static_cast<std::int64_t>(pool.days), one, many);
}

std::string signed_days(double days) {
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%+.3g", std::round(days * 10) / 10);
    return text.data();
}

}  // namespace

void add_filter_option(Verb& verb, ForecastOptions& options) {
    verb.option("--filter", "QUERY", options.filter, "Only these cards: objective:O-3 type:event");
}

void add_view_option(Verb& verb, bool& working_days) {
    verb.flag("--working-days", working_days, "Name only days that are worked");
}

void add_forecast_options(Verb& verb, ForecastOptions& options) {
    verb.option("--weeks", "N", options.weeks, "Draw from the last N whole weeks (default: 12)")
        .option("--from", "DAY", options.from, "Draw from this day on, in place of --weeks")
        .option("--to", "DAY", options.to, "... up to this one (default: yesterday)")
        .repeated("--unusual", "DAY", options.unusual, "A day that does not count; again for more")
        .option("--as-of", kMoment, options.as_of,
                "As it was known then: 2026-05-04, or 2026-05-04T09:00:00Z")
        .option("--seed", "N", options.seed, "Of the random numbers (default: 1)")
        .option("--trials", "N", options.trials, "How often to draw (default: 10000)");
}

Fallible<Basis> basis_of(Session& session, const ForecastOptions& options,
                         const CardFilter& filter) {
    TL_CHECK(session.desk());
    TL_TRY(const Instant as_of, asked_moment(session, options.as_of));
    if (filter) {
        return basis_at(session, options, filter, as_of);
    }
    TL_TRY(const auto chosen, card_filter(session, as_of, options.filter));
    return basis_at(session, options, chosen, as_of);
}

std::optional<Basis> a_week_before(Session& session, const ForecastOptions& options,
                                   const Basis& now, const CardFilter& filter) {
    if (!now.whole_weeks) {
        return std::nullopt;
    }
    auto before =
        basis_at(session, options, filter ? filter : now.scope.filter, now.flow.as_of() - days(7));
    return before ? std::optional(std::move(before).value()) : std::nullopt;
}

std::optional<flow::Drift> drift_of(const std::optional<Basis>& before, const Basis& now,
                                    int cards_before, int cards) {
    if (!before || std::max(cards_before, cards) > kMostCardsExplained) {
        return std::nullopt;
    }
    return flow::why_moved({cards_before, before->input}, {cards, now.input});
}

Json drift_json(const std::optional<flow::Drift>& drift) {
    if (!drift) {
        return {};
    }
    return {{"days", drift->total_days},
            {"scope", number_json(drift->scope)},
            {"history", number_json(drift->history)},
            {"calendar", number_json(drift->calendar)},
            {"date", number_json(drift->date)}};
}

std::string drift_words(const std::optional<flow::Drift>& drift) {
    if (!drift || std::abs(drift->scope + drift->history + drift->calendar) < 1) {
        return {};
    }
    std::vector<std::string> parts;
    const auto add = [&parts](double days, const char* more, const char* less) {
        if (std::abs(days) >= 0.05) {
            parts.push_back((days > 0 ? more : less) + (" " + signed_days(days)));
        }
    };
    add(drift->scope, "more cards", "fewer cards");
    add(drift->history, "slower weeks", "faster weeks");
    add(drift->calendar, "fewer working days", "more working days");
    add(drift->date, "a week has passed", "a week has passed");
    return "The 85% date moved by " + signed_days(drift->total_days) +
           " days in a week: " + join(parts, ", ") + ".";
}

Json history_json(const Basis& basis) {
    const flow::History& history = basis.input.history;
    const flow::Pools pools = flow::pools_of(history, basis.input.calendar);
    const Pool working = pool_of(pools.working);
    const Pool idle = pool_of(pools.idle);
    return {{"from", throughline::to_text(basis.scope.from)},
            {"to", throughline::to_text(basis.scope.to)},
            {"deliveries", history.deliveries()},
            {"working", {{"days", working.days}, {"deliveries", working.deliveries}}},
            {"not_working", {{"days", idle.days}, {"deliveries", idle.deliveries}}},
            {"left_out_days", history.by_day.size() - working.days - idle.days}};
}

void print_history(Session& session, const Basis& basis, const flow::Forecast& forecast) {
    const flow::Pools pools = flow::pools_of(basis.input.history, basis.input.calendar);
    std::ostream& out = session.out();
    out << "\nDrawn " << basis.draw.trials << " times (seed " << basis.draw.seed << ") from "
        << plural(basis.input.history.deliveries(), "delivery", "deliveries") << ", "
        << long_date(basis.scope.from) << " to " << long_date(basis.scope.to) << ": "
        << pool_words(pool_of(pools.working), "working day", "working days") << ", "
        << pool_words(pool_of(pools.idle), "other day", "other days") << ".\n";
    if (forecast.weeks_as_blocks) {
        out << "Weeks differ more than chance explains, so whole weeks were drawn.\n";
    }
    if (forecast.thin_history) {
        out << "Thin history: below 10 deliveries or 20 working days a forecast is little more "
               "than a guess.\n";
    }
    out << "How often such forecasts were right: throughline forecast backtest\n";
}

}  // namespace throughline::cli
