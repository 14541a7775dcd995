#include "app/cli/metrics_acts.h"

#include "app/cli/json.h"
#include "app/cli/lookup.h"
#include "app/cli/metrics_numbers.h"
#include "app/cli/text_table.h"
#include "core/flow/intake.h"
#include "core/flow/limits.h"
#include "core/flow/load.h"
#include "core/flow/pressure.h"
#include "core/flow/rework.h"
#include "core/flow/tallies.h"

#include <ostream>

namespace throughline::cli {

namespace {

using flow::Slice;
using flow::Tallies;

Json weeks_json(const std::vector<flow::WeekCount>& weeks) {
    Json list = Json::array();
    for (const flow::WeekCount& week : weeks) {
        list.push_back({{"week", throughline::to_text(week.monday)},
                        {"count", week.count},
                        {"whole", week.whole}});
    }
    return list;
}

Json tallies_json(const Tallies& tallies, const char* name) {
    Json list = Json::array();
    for (const flow::Tally& one : tallies) {
        list.push_back({{name, text_or_null(one.what)},
                        {"count", one.count},
                        {"per_week", weeks_json(one.per_week)}});
    }
    return list;
}

Json ratio_json(const flow::Ratio& ratio) {
    return {{"part", ratio.part}, {"whole", ratio.whole}, {"share", number_json(ratio.value())}};
}

Json overrides_json(const Slice& slice) {
    const flow::OverrideFigures figures = flow::override_figures(slice);
    return {{"by_rule", tallies_json(flow::overrides_by_rule(slice), "rule")},
            {"pulls_by_override", ratio_json(figures.pulls_by_override)}};
}

Json expedites_json(const Slice& slice) {
    const Tallies tallies = flow::expedites(slice);
    const flow::ExpediteShare share = flow::expedite_share(slice);
    return {{"count", tallies.empty() ? 0 : tallies.front().count},
            {"per_week", tallies.empty() ? Json::array() : weeks_json(tallies.front().per_week)},
            {"of_starts", ratio_json(share.starts)},
            {"of_deliveries", ratio_json(share.deliveries)}};
}

Json rework_json(const Slice& slice) {
    const flow::Rework rework = flow::rework(slice);
    Json yields = Json::object();
    for (const flow::Yield& yield : rework.yields) {
        yields[slice.flow().workflow().at(yield.column).handle] = ratio_json(yield.first_pass);
    }
    return {{"backward_moves", rework.backward_moves},
            {"failed_gates", rework.failed_gates},
            {"reopens", rework.reopens},
            {"first_pass_yield", std::move(yields)},
            {"rolled_yield", number_json(rework.rolled)},
            {"delivered_with_rework", ratio_json(rework.delivered_with_rework)}};
}

Json intake_json(const Slice& slice) {
    Json weeks = Json::array();
    for (const flow::Cohort& cohort : flow::cohorts(slice)) {
        weeks.push_back({{"week", throughline::to_text(cohort.monday)},
                         {"submitted", cohort.submitted},
                         {"accepted", cohort.accepted},
                         {"declined", cohort.declined},
                         {"merged", cohort.merged},
                         {"pending", cohort.pending},
                         {"committed", cohort.committed},
                         {"delivered", cohort.delivered}});
    }
    const flow::Discards discards = flow::discards(slice);
    const flow::Replenishment options = flow::replenishment(slice);
    return {{"cohorts", std::move(weeks)},
            {"discarded_upstream", ratio_json(discards.upstream)},
            {"discarded_downstream", ratio_json(discards.downstream)},
            {"nothing_is_chosen", discards.nothing_is_chosen()},
            {"commitments_per_week", weeks_json(options.per_week)},
            {"cards_per_sitting", number_json(options.cards_per_sitting)},
            {"options_waiting", options.options_waiting},
            {"oldest_option_days",
             options.option_ages.empty() ? Json() : Json(options.option_ages.front())}};
}

Json limits_json(const Slice& slice) {
    Json now = Json::array();
    for (const flow::Place& place : flow::places(slice)) {
        now.push_back({{"scope", place.subject},
                       {"limit", or_null(place.limit)},
                       {"count", place.count},
                       {"state", flow::to_text(place.state)}});
    }
    Json pressure = Json::array();
    for (const flow::Pressure& one : flow::pressures(slice)) {
        pressure.push_back({{"scope", one.subject},
                            {"full_hours", one.full.hours()},
                            {"over_hours", one.over.hours()},
                            {"starved_hours", one.starved.hours()},
                            {"refusals", one.refusals}});
    }
    return {{"now", std::move(now)}, {"pressure", std::move(pressure)}};
}

Json load_json(const Slice& slice, const model::Workspace& workspace) {
    const flow::Load load = flow::load(slice);
    Json persons = Json::array();
    for (const flow::PersonLoad& one : load.persons) {
        Json person{{"person", handle_of(workspace, one.person)}, {"limit", or_null(one.limit)}};
        person["load"] = one.limit ? ratio_json(one.slot_days) : Json();
        persons.push_back(std::move(person));
    }
    return {{"team", load.team.whole > 0 ? ratio_json(load.team) : Json()},
            {"persons", std::move(persons)}};
}

}  // namespace

void add_acts(Json& document, const Slice& slice, const model::Workspace& workspace) {
    using flow::GivenUp;
    const auto comments = workspace.rows<model::Comment>().list();
    document["refusals"] = tallies_json(flow::refusals_by_rule(slice), "rule");
    document["overrides"] = overrides_json(slice);
    document["expedites"] = expedites_json(slice);
    document["blocks"] = tallies_json(flow::blocks_by_cause(slice), "cause");
    document["returns"] =
        tallies_json(flow::given_up_by_reason(slice, comments, GivenUp::Returned), "reason");
    document["discards"] =
        tallies_json(flow::given_up_by_reason(slice, comments, GivenUp::Discarded), "reason");
    document["declines"] = tallies_json(flow::declines_by_reason(slice), "reason");
    document["trade_outs"] = tallies_json(flow::trades_by_reason(slice), "reason");
    document["rework"] = rework_json(slice);
    document["intake"] = intake_json(slice);
    document["limits"] = limits_json(slice);
    document["load"] = load_json(slice, workspace);
}

void print_acts(std::ostream& out, bool terminal, const Slice& slice,
                const model::Workspace& workspace) {
    TextTable table("  ");
    table.align(2, TextTable::Align::Right);
    const auto add = [&table](std::string heading, const Tallies& tallies, const char* unknown) {
        for (const flow::Tally& one : tallies) {
            table.row({heading, one.what.empty() ? unknown : shortened(printable(one.what), 60),
                       std::to_string(one.count)});
            heading.clear();
        }
    };
    using flow::GivenUp;
    const auto comments = workspace.rows<model::Comment>().list();
    add("refused", flow::refusals_by_rule(slice), "rule unknown");
    add("overridden", flow::overrides_by_rule(slice), "rule unknown");
    add("expedited", flow::expedites(slice), "");
    add("blocked", flow::blocks_by_cause(slice), "cause unknown");
    add("returned", flow::given_up_by_reason(slice, comments, GivenUp::Returned), "reason unknown");
    add("discarded", flow::given_up_by_reason(slice, comments, GivenUp::Discarded),
        "reason unknown");
    add("declined", flow::declines_by_reason(slice), "reason unknown");
    add("traded out", flow::trades_by_reason(slice), "reason unknown");
    if (!table.empty()) {
        out << "\nHow often\n";
        table.print(out, terminal);
    }
}

}  // namespace throughline::cli
