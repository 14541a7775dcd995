#include "app/cli/json.h"
#include "app/cli/metrics_json.h"
#include "app/cli/metrics_scope.h"
#include "app/cli/session.h"
#include "app/cli/values.h"
#include "app/cli/verbs.h"

#include <memory>

namespace throughline::cli {

namespace {

struct MetricsArgs {
    std::optional<std::string> from;
    std::optional<std::string> to;
    std::optional<std::string> as_of;
    std::optional<std::string> filter;
    bool working_days = false;
};

Fallible<flow::Scope> scope_of(const MetricsArgs& args, const Zone& zone, Instant as_of) {
    flow::Scope scope = flow::last_weeks(zone, as_of);
    if (args.to) {
        TL_TRY(scope.to, day_value(*args.to, "--to"));
        scope.from = scope.to - 83;
    }
    if (args.from) {
        TL_TRY(scope.from, day_value(*args.from, "--from"));
    }
    if (scope.from > scope.to) {
        return bad_input("the period ends before it begins", args.from ? "--from" : "--to");
    }
    scope.days = args.working_days ? flow::DayCount::Working : flow::DayCount::Calendar;
    return scope;
}

Ending metrics(Session& session, const MetricsArgs& args) {
    TL_TRY(auto* desk, session.desk());
    TL_TRY(const Instant as_of, asked_moment(session, args.as_of));
    TL_TRY(flow::Scope scope, scope_of(args, session.zone(), as_of));
    TL_TRY(scope.filter, card_filter(session, as_of, args.filter));
    const MetricsPeriod period{scope.from, scope.to};
    TL_TRY(const flow::Flow flow, flow_at(session, as_of));
    const flow::Slice slice(flow, std::move(scope));
    const flow::Figures figures = flow::figures(slice);
    if (session.json()) {
        session.print(metrics_json(figures, slice, desk->workspace(), period));
    } else {
        print_metrics(session.out(), session.terminal(), figures, slice, desk->workspace(), period);
    }
    return Done{};
}

}  // namespace

void add_metrics(Verb& program) {
    auto args = std::make_shared<MetricsArgs>();
    program
        .verb("metrics",
              "Flow figures: throughput, cycle time, age, SLE, CFD, Little's law, blockers, what "
              "was refused")
        .option("--from", "DAY", args->from, "First day (default: 12 weeks up to --to)")
        .option("--to", "DAY", args->to, "Last day, counted in (default: today)")
        .option("--as-of", "INSTANT", args->as_of, "As it was known then: 2026-05-04T09:00:00Z")
        .option("--filter", "QUERY", args->filter, "Only these cards: class:expedite dri:ana")
        .flag("--working-days", args->working_days, "Count working days instead of calendar days")
        .example("throughline metrics --from 2026-01-01 --to 2026-03-31 --json")
        .does(args, &metrics);
}

}  // namespace throughline::cli
