#include "app/cli/json.h"
#include "app/cli/metrics_json.h"
#include "app/cli/session.h"
#include "app/cli/values.h"
#include "app/cli/verbs.h"
#include "app/cli/views.h"
#include "core/model/query.h"

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

// What DRI, class and objective cards had before changes later than `as_of`.
Fallible<std::vector<flow::AttributeChange>> later_changes(desk::Desk& desk, Instant as_of) {
    constexpr std::size_t kPage = 500;
    const auto& cards = model::table_of<model::Card>();
    std::vector<flow::AttributeChange> changes;
    const auto take = [&](const journal::Entry& entry, const journal::Change& change,
                          const journal::FieldChange& one) {
        const std::string_view field = cards.fields[one.field].name;
        flow::AttributeChange result{model::CardId{change.id}, entry.draft.when,
                                     flow::Attribute::Dri, 0};
        if (field == "service_class") {
            const auto* name = std::get_if<std::string>(&one.before);
            const auto before =
                name != nullptr ? model::from_name<model::ServiceClass>(*name) : std::nullopt;
            result.what = flow::Attribute::ServiceClass;
            result.before =
                static_cast<std::int64_t>(before.value_or(model::ServiceClass::Standard));
        } else if (field == "dri" || field == "objective") {
            const auto* id = std::get_if<std::int64_t>(&one.before);
            result.what = field == "dri" ? flow::Attribute::Dri : flow::Attribute::Objective;
            result.before = id != nullptr ? *id : 0;
        } else {
            return;
        }
        changes.push_back(result);
    };
    for (std::int64_t seq = desk.workspace().seq() + 1;;) {
        TL_TRY(const auto page, lift(desk.before(seq, kPage)));
        for (const journal::Entry& entry : page) {
            seq = entry.seq;
            if (entry.draft.when <= as_of) {
                return changes;
            }
            for (const journal::Change& change : entry.draft.changes) {
                if (change.table != &cards || change.kind != journal::ChangeKind::Update) continue;
                for (const journal::FieldChange& one : change.fields) {
                    take(entry, change, one);
                }
            }
        }
        if (page.size() < kPage) {
            return changes;
        }
    }
}

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
    const model::Workspace& workspace = desk->workspace();
    const Look look = look_now(session);
    Instant as_of = look.as_of;
    if (args.as_of) {
        TL_TRY(as_of, instant_value(*args.as_of, "--as-of"));
    }
    TL_TRY(flow::Scope scope, scope_of(args, look.zone, as_of));
    auto query = model::Query::parse(args.filter.value_or(""));
    if (!query) {
        return bad_input(query.error().message, "--filter, " + query.error().where);
    }
    if (!query->is_empty()) {
        const auto run = std::make_shared<model::QueryRun>(
            *query, model::QueryContext{workspace, look.zone, as_of, desk->actor(), nullptr});
        scope.filter = [run](const model::Card& card) { return run->matches(card); };
    }
    const MetricsPeriod period{scope.from, scope.to};
    flow::FlowRows rows = flow::rows_of(workspace, look.zone);
    if (as_of < workspace.last_when()) {
        TL_TRY(rows.attribute_changes, later_changes(*desk, as_of));
    }
    const flow::Flow flow(std::move(rows), as_of);
    const flow::Slice slice(flow, std::move(scope));
    const flow::Figures figures = flow::figures(slice);
    if (session.json()) {
        session.print(metrics_json(figures, slice, workspace, period));
    } else {
        print_metrics(session.out(), session.terminal(), figures, slice, workspace, period);
    }
    return Done{};
}

}  // namespace

void add_metrics(Verb& program) {
    auto args = std::make_shared<MetricsArgs>();
    program
        .verb("metrics",
              "Flow figures: throughput, cycle time, age, SLE, CFD, Little's law, blockers")
        .option("--from", "DAY", args->from, "First day (default: 12 weeks up to --to)")
        .option("--to", "DAY", args->to, "Last day, counted in (default: today)")
        .option("--as-of", "INSTANT", args->as_of, "As it was known then: 2026-05-04T09:00:00Z")
        .option("--filter", "QUERY", args->filter, "Only these cards: class:expedite dri:ana")
        .flag("--working-days", args->working_days, "Count working days instead of calendar days")
        .example("throughline metrics --from 2026-01-01 --to 2026-03-31 --json")
        .does(args, &metrics);
}

}  // namespace throughline::cli
