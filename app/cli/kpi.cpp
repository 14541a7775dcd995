#include "app/cli/json.h"
#include "app/cli/listing.h"
#include "app/cli/lookup.h"
#include "app/cli/metrics_numbers.h"
#include "app/cli/metrics_scope.h"
#include "app/cli/record.h"
#include "app/cli/values.h"
#include "app/cli/verbs.h"
#include "app/cli/views.h"
#include "core/base/period.h"
#include "core/base/words.h"
#include "core/flow/scorecard.h"
#include "core/report/figure_words.h"
#include "core/rules/record_text.h"

#include <algorithm>
#include <memory>

namespace throughline::cli {

namespace {

struct ListArgs {
    std::optional<std::string> as_of;
};
struct ShowArgs {
    std::string key;
    std::optional<std::string> as_of;
    std::optional<std::string> until;
};

struct Reading {
    flow::PlanRows rows;
    flow::Flow flow;
    std::vector<flow::KpiReading> card;
};

Fallible<Reading> read(Session& session, const std::optional<std::string>& as_of) {
    TL_TRY(auto* desk, session.desk());
    TL_TRY(const Instant moment, asked_moment(session, as_of));
    TL_TRY(flow::Flow flow, flow_at(session, moment));
    flow::PlanRows rows = flow::plan_rows_of(desk->workspace());
    auto card = flow::scorecard(rows, flow);
    return Reading{std::move(rows), std::move(flow), std::move(card)};
}

Json reading_json(const model::Workspace& workspace, const flow::KpiReading& reading) {
    const model::Kpi& kpi = *workspace.find(reading.kpi);
    Json points = Json::array();
    for (const flow::KpiPoint& point : reading.points) {
        points.push_back(
            {{"day", to_text(point.day)}, {"value", point.value}, {"corrected", point.corrected}});
    }
    Json limits;
    if (reading.limits) {
        limits = {{"mean", reading.limits->mean},
                  {"lower", reading.limits->lower},
                  {"upper", reading.limits->upper}};
    }
    const auto& variance = reading.variance;
    return {{"key", model::key_of(kpi)},
            {"name", kpi.name},
            {"category", model::name_of(kpi.category)},
            {"unit", kpi.unit},
            {"owner", text_or_null(handle_of(workspace, kpi.owner))},
            {"value", number_json(reading.value)},
            {"day", reading.day ? Json(to_text(*reading.day)) : Json()},
            {"target", number_json(reading.target)},
            {"variance", variance ? Json(variance->absolute) : Json()},
            {"variance_percent", variance ? number_json(variance->percent) : Json()},
            {"status", text_or_null(std::string(flow::to_text(reading.colour)))},
            {"trend", flow::to_text(reading.trend)},
            {"overdue", reading.overdue},
            {"due", to_text(reading.due)},
            {"limits", std::move(limits)},
            {"points", std::move(points)}};
}

Ending list(Session& session, const ListArgs& args) {
    TL_TRY(const Reading reading, read(session, args.as_of));
    const model::Workspace& workspace = session.workspace();
    std::vector<const flow::KpiReading*> rows;
    for (const flow::KpiReading& one : reading.card) {
        rows.push_back(&one);
    }
    print_list<flow::KpiReading>(
        session, rows,
        {{"key", "KPI", "value", "target", "variance", "status", "trend", "as of", "owner"},
         [&](const flow::KpiReading& row) {
             const model::Kpi& kpi = *workspace.find(row.kpi);
             return std::vector<std::string>{model::key_of(kpi),
                                             kpi.name,
                                             number_words(row.value, kpi.unit),
                                             report::target_words(row.target, kpi.unit),
                                             report::variance_words(row.variance, kpi.unit),
                                             report::status_words(row),
                                             std::string(flow::to_text(row.trend)),
                                             row.day ? to_text(*row.day) : "-",
                                             dash(handle_of(workspace, kpi.owner))};
         },
         [&](const flow::KpiReading& row) { return reading_json(workspace, row); },
         "No KPIs. Add one: throughline kpi add name=... unit=... owner=..."});
    return Done{};
}

// What it would take to reach the target by the end of a period.
Json scenario_json(const flow::KpiReading& reading, const model::Kpi& kpi, Day until) {
    const auto plan = flow::scenario(reading, kpi.cadence, until);
    if (!plan) {
        return nullptr;
    }
    return {{"until", to_text(until)},
            {"periods", plan->periods},
            {"needed_per_period", plan->needed_per_period},
            {"usual_per_period", number_json(plan->usual_per_period)},
            {"landing", number_json(plan->landing)}};
}

Ending show(Session& session, const ShowArgs& args) {
    TL_TRY(const Reading reading, read(session, args.as_of));
    const model::Workspace& workspace = session.workspace();
    const model::KpiId id{rules::referred(workspace, model::table_of<model::Kpi>(), args.key)};
    const auto found = std::ranges::find(reading.card, id, &flow::KpiReading::kpi);
    if (found == reading.card.end()) {
        return bad_input("there is no KPI \"" + args.key + "\"", "kpi");
    }
    const model::Kpi& kpi = *workspace.find(id);
    Day until = parse_period(quarter_of(reading.flow.today()))->last;
    if (args.until) {
        TL_TRY(until, day_value(*args.until, "--until"));
    }
    Json document = reading_json(workspace, *found);
    const auto* definition = flow::definition_on(reading.rows, id, reading.flow.today());
    document["counts"] = definition != nullptr ? text_or_null(definition->counts) : Json();
    document["stage"] = definition != nullptr ? text_or_null(definition->stage) : Json();
    document["attribution"] =
        definition != nullptr ? text_or_null(definition->attribution) : Json();
    document["scenario"] = scenario_json(*found, kpi, until);
    print_one(session, document);
    return Done{};
}

}  // namespace

void add_kpi(Verb& program) {
    Verb kpi = add_record_verb(program, *rules::record_kind("kpi"),
                               "KPIs with value, target, variance and trend",
                               {.list = false, .show = false});
    auto listed = std::make_shared<ListArgs>();
    kpi.verb("list", "Every KPI as it stands")
        .option("--as-of", kMoment, listed->as_of, "As it was known then")
        .example("throughline kpi list")
        .does(listed, &list);
    auto shown = std::make_shared<ShowArgs>();
    kpi.verb("show", "One KPI with its values, definition and what it takes to reach the target")
        .needs("KEY", shown->key, "K-3")
        .option("--as-of", kMoment, shown->as_of, "As it was known then")
        .option("--until", "DAY", shown->until, "For the scenario; else the end of the quarter")
        .example("throughline kpi show K-3")
        .does(shown, &show);
}

}  // namespace throughline::cli
