#include "app/cli/json.h"
#include "app/cli/metrics_json.h"
#include "app/cli/metrics_scope.h"
#include "app/cli/session.h"
#include "app/cli/verbs.h"

#include <memory>

namespace throughline::cli {

namespace {

Ending metrics(Session& session, const ScopeArgs& args) {
    TL_TRY(auto* desk, session.desk());
    TL_TRY(const Instant as_of, asked_moment(session, args.as_of));
    TL_TRY(flow::Scope scope, scope_of(session, args, as_of));
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
    auto args = std::make_shared<ScopeArgs>();
    Verb metrics_verb = program.verb("metrics",
                                     "Flow figures: throughput, cycle time, age, SLE, CFD, "
                                     "Little's law, blockers, what was refused");
    add_scope_options(metrics_verb, *args);
    metrics_verb.example("throughline metrics --from 2026-01-01 --to 2026-03-31 --json")
        .does(args, &metrics);
}

}  // namespace throughline::cli
