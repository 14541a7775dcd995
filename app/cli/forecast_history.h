// What a forecast of the board draws from: the options that every forecast takes, turned into a
// digest, a history of deliveries and the way of drawing.
#pragma once

#include "app/cli/json_fwd.h"
#include "app/cli/metrics_scope.h"
#include "core/flow/drift.h"
#include "core/flow/forecast.h"
#include "core/flow/promise.h"

#include <optional>
#include <string>
#include <vector>

namespace throughline::cli {

struct ForecastOptions {
    std::optional<std::string> weeks;
    std::optional<std::string> from;
    std::optional<std::string> to;
    std::optional<std::string> as_of;
    std::optional<std::string> filter;
    std::optional<std::string> seed;
    std::optional<std::string> trials;
    std::vector<std::string> unusual;
    bool working_days = false;
};
void add_filter_option(Verb& verb, ForecastOptions& options);
// --weeks, --from, --to, --unusual, --as-of, --seed, --trials.
void add_forecast_options(Verb& verb, ForecastOptions& options);
// Where the answer is a date: --working-days.
void add_view_option(Verb& verb, bool& working_days);

// Owns what a slice refers to; stays in its place.
struct Basis {
    flow::Flow flow;
    flow::Scope scope;  // of the history: the days that are drawn from, the chosen cards
    flow::ForecastInput input;
    flow::MonteCarlo draw;  // without growth
    std::optional<double> growth;
    bool whole_weeks = true;  // the window ends yesterday; false: days were named

    flow::Slice slice() const { return {flow, scope}; }
    Day today() const { return input.today; }
    // The day that is named for what is done within so many days.
    Day named(int days) const {
        return flow::named_day(input.calendar, scope.days, input.today, days);
    }
};
inline std::function<Day(int)> named_in(const Basis& basis) {
    return [&basis](int days) { return basis.named(days); };
}
// Refused without points or without a delivery to draw from. `filter`, when given, chooses the
// cards in place of --filter.
Fallible<Basis> basis_of(Session& session, const ForecastOptions& options,
                         const CardFilter& filter = {});

// The same question a week before; absent when it had no answer then, or days were named.
std::optional<Basis> a_week_before(Session& session, const ForecastOptions& options,
                                   const Basis& now, const CardFilter& filter = {});
// Why the 85% date is another one than a week before, for this many cards then and now. Absent
// without a forecast then.
std::optional<flow::Drift> drift_of(const std::optional<Basis>& before, const Basis& now,
                                    int cards_before, int cards);
Json drift_json(const std::optional<flow::Drift>& drift);
// "The 85% date moved by +4 days in a week: slower weeks +2, a week has passed +2"; "" when it did
// not, or only because the week has passed.
std::string drift_words(const std::optional<flow::Drift>& drift);

Json history_json(const Basis& basis);
// Where the numbers come from and how far they can be trusted, line by line.
void print_history(Session& session, const Basis& basis, const flow::Forecast& forecast);

}  // namespace throughline::cli
