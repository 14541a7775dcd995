// What is computed about learning and governance: experiments, what asks for a retro, maturity,
// names.
#include "app/cli/json.h"
#include "app/cli/listing.h"
#include "app/cli/lookup.h"
#include "app/cli/metrics_numbers.h"
#include "app/cli/metrics_scope.h"
#include "app/cli/record.h"
#include "app/cli/values.h"
#include "app/cli/verbs.h"
#include "app/cli/views.h"
#include "core/flow/experiment.h"
#include "core/flow/maturity.h"
#include "core/flow/retro_due.h"
#include "core/rules/naming.h"

#include <memory>

namespace throughline::cli {

namespace {

struct ShowArgs {
    std::string key;
    std::optional<std::string> as_of;
};
struct DueArgs {
    std::optional<std::string> days;
};
struct MaturityArgs {
    std::optional<std::string> as_of;
};
struct NamesArgs {};

// --- experiments --------------------------------------------------------------------------------

Json path_json(const flow::PathFigures& path) {
    return {{"delivered", path.delivered},
            {"open", path.open},
            {"n", path.days.n},
            {"cycle_time_p50", number_json(path.days.p50)},
            {"cycle_time_p85", number_json(path.days.p85)},
            {"delivered_per_week", number_json(path.per_week)},
            {"with_rework", path.with_rework.part},
            {"rework_rate", number_json(path.with_rework.value())}};
}

Json comparison_json(const flow::Comparison& found) {
    return {{"finding", flow::to_text(found.finding)},
            {"p", number_json(found.p)},
            {"ahead", number_json(found.ahead)}};
}

Fallible<flow::ExperimentReading> read_experiment(Session& session,
                                                  const model::Experiment& experiment,
                                                  Instant moment) {
    TL_TRY(const flow::Flow flow, flow_at(session, moment));
    TL_CHECK(need_points(flow));
    flow::ExperimentAsk ask{.from = experiment.from, .to = experiment.to};
    TL_TRY(ask.usual, card_filter(session, moment, experiment.usual_path));
    TL_TRY(ask.tried, card_filter(session, moment, experiment.other_path));
    if (!ask.usual || !ask.tried) {
        return bad_input("a path of the experiment names every card", "experiment");
    }
    return flow::experiment(flow, ask);
}

Ending show_experiment(Session& session, const ShowArgs& args) {
    TL_TRY(auto* desk, session.desk());
    const rules::RecordKind& kind = *rules::record_kind("experiment");
    TL_TRY(const std::int64_t id, find_record(desk->workspace(), kind, args.key));
    const model::Experiment row = *desk->workspace().find(model::ExperimentId{id});
    TL_TRY(const Instant moment, asked_moment(session, args.as_of));
    TL_TRY(const flow::ExperimentReading reading, read_experiment(session, row, moment));
    Json document = record_json(desk->workspace(), kind, id);
    document["days"] = reading.day_count;
    document["usual"] = path_json(reading.usual);
    document["tried"] = path_json(reading.tried);
    document["in_both"] = reading.in_both;
    document["cycle_time"] = comparison_json(reading.cycle_time);
    document["rework"] = comparison_json(reading.rework);
    if (session.json()) {
        session.print(document);
        return Done{};
    }
    session.out() << model::key_of(row) << " " << row.title << "\n" << row.hypothesis << "\n\n";
    TextTable table;
    table.head({"", "usual path", "path tried"});
    const auto line = [&](const char* label, auto&& words) {
        table.row({label, words(reading.usual), words(reading.tried)});
    };
    const auto number = [](const std::optional<double>& value) {
        return value ? rounded_text(*value) : std::string("-");
    };
    using Path = flow::PathFigures;
    line("delivered", [](const Path& p) { return std::to_string(p.delivered); });
    line("in process", [](const Path& p) { return std::to_string(p.open); });
    line("cycle time, 50% within, days", [&](const Path& p) { return number(p.days.p50); });
    line("cycle time, 85% within, days", [&](const Path& p) { return number(p.days.p85); });
    line("delivered a week", [&](const Path& p) { return number(p.per_week); });
    line("with rework", [](const Path& p) {
        return std::to_string(p.with_rework.part) + " of " + std::to_string(p.with_rework.whole);
    });
    table.print(session.out(), session.terminal());
    session.out() << "\nCycle time, path tried: " << flow::to_text(reading.cycle_time.finding)
                  << "\nRework, path tried: " << flow::to_text(reading.rework.finding) << "\n";
    return Done{};
}

// --- retros -------------------------------------------------------------------------------------

struct Asked {
    flow::RetroDue due;
    std::string key;
    std::string title;
};

Ending due_retros(Session& session, const DueArgs& args) {
    TL_TRY(auto* desk, session.desk());
    const model::Workspace& workspace = desk->workspace();
    int days = flow::kRetroDays;
    if (args.days) {
        TL_TRY(const std::int64_t asked, number_value(*args.days, "--days", 1, 3660));
        days = static_cast<int>(asked);
    }
    TL_TRY(const Instant now, asked_moment(session, std::nullopt));
    TL_TRY(const flow::Flow flow, flow_at(session, now));
    std::vector<Asked> asked;
    for (const flow::RetroDue& due : flow::retros_due(flow::learning_rows_of(workspace),
                                                      flow::plan_rows_of(workspace), flow, days)) {
        const model::Card* card = workspace.find(due.card);
        const model::Objective* objective = workspace.find(due.objective);
        asked.push_back(
            {due, card != nullptr ? key_of(workspace, due.card) : key_of(workspace, due.objective),
             card != nullptr        ? card->title
             : objective != nullptr ? objective->title
                                    : ""});
    }
    std::vector<const Asked*> rows;
    for (const Asked& one : asked) {
        rows.push_back(&one);
    }
    print_list<Asked>(session, rows,
                      {{"key", "title", "ended", "days", "late", "result"},
                       [](const Asked& row) {
                           return std::vector<std::string>{
                               row.key,
                               row.title,
                               to_text(row.due.ended),
                               row.due.days ? std::to_string(*row.due.days) : "-",
                               row.due.is_late ? "late" : "",
                               row.due.has_result ? "" : "none yet"};
                       },
                       [](const Asked& row) {
                           return Json{{"key", row.key},
                                       {"title", row.title},
                                       {"ended", to_text(row.due.ended)},
                                       {"days", or_null(row.due.days)},
                                       {"service_level", or_null(row.due.sle)},
                                       {"late", row.due.is_late},
                                       {"has_result", row.due.has_result},
                                       {"missed", row.due.has_missed}};
                       },
                       "Nothing asks for a retro."});
    return Done{};
}

// --- maturity -----------------------------------------------------------------------------------

// The latest assessment of an area up to a moment; null when there is none.
const model::Assessment* assessed(const model::Workspace& workspace, model::MaturityArea area,
                                  Instant moment) {
    const model::Assessment* latest = nullptr;
    for (const model::Assessment& one : workspace.rows<model::Assessment>()) {
        const bool is_later = latest == nullptr || one.at > latest->at;
        latest = one.area == area && one.at <= moment && is_later ? &one : latest;
    }
    return latest;
}

Json area_json(const flow::AreaReading& area, const model::Assessment* given) {
    Json evidence = Json::array();
    for (const flow::Evidence& one : area.evidence) {
        evidence.push_back({{"what", one.what},
                            {"part", one.share.part},
                            {"whole", one.share.whole},
                            {"share", number_json(one.share.value())},
                            {"stage", one.stage()},
                            {"mend", one.mend}});
    }
    return {{"area", model::name_of(area.area)},
            {"proposed", area.proposed()},
            {"assessed", given != nullptr ? Json(given->stage) : Json()},
            {"note", given != nullptr ? text_or_null(given->note) : Json()},
            {"evidence", std::move(evidence)}};
}

Ending maturity(Session& session, const MaturityArgs& args) {
    TL_TRY(auto* desk, session.desk());
    const model::Workspace& workspace = desk->workspace();
    TL_TRY(const Instant moment, asked_moment(session, args.as_of));
    TL_TRY(const flow::Flow flow, flow_at(session, moment));
    const flow::PlanRows plan = flow::plan_rows_of(workspace);
    const auto areas =
        flow::maturity(flow::learning_rows_of(workspace), plan, flow, flow::scorecard(plan, flow));
    if (session.json()) {
        Json all = Json::array();
        for (const flow::AreaReading& area : areas) {
            all.push_back(area_json(area, assessed(workspace, area.area, moment)));
        }
        session.print(all);
        return Done{};
    }
    TextTable table;
    table.head({"area", "proposed", "assessed", "evidence"});
    for (const flow::AreaReading& area : areas) {
        const model::Assessment* given = assessed(workspace, area.area, moment);
        table.row({std::string(model::name_of(area.area)), std::to_string(area.proposed()),
                   given != nullptr ? std::to_string(given->stage) : "-", ""});
        for (const flow::Evidence& one : area.evidence) {
            const auto share = one.share.value();
            table.row(
                {"", "", "",
                 one.what + ": " + (share ? rounded_text(*share * 100) + "%, " : "no data, ") +
                     std::to_string(one.share.part) + " of " + std::to_string(one.share.whole)});
        }
    }
    table.print(session.out(), session.terminal());
    return Done{};
}

// --- names --------------------------------------------------------------------------------------

std::string_view fault_text(rules::NameFault fault) {
    switch (fault) {
        case rules::NameFault::Pattern: return "pattern";
        case rules::NameFault::NotInTaxonomy: return "not-in-taxonomy";
        case rules::NameFault::Retired: return "retired";
    }
    return "";
}

Ending names(Session& session, const NamesArgs&) {
    TL_TRY(auto* desk, session.desk());
    const model::Workspace& workspace = desk->workspace();
    const rules::NameRows read = rules::name_rows(workspace);
    const std::vector<rules::NameFinding> found = rules::check_names(read);
    std::vector<const rules::NameFinding*> rows;
    for (const rules::NameFinding& one : found) {
        rows.push_back(&one);
    }
    const auto key = [&](const rules::NameFinding& row) {
        return row.card ? key_of(workspace, row.card) : key_of(workspace, row.request);
    };
    print_list<rules::NameFinding>(
        session, rows,
        {{"key", "what is wrong", "field", "value"},
         [&](const rules::NameFinding& row) {
             return std::vector<std::string>{key(row), std::string(fault_text(row.fault)),
                                             row.field, row.value};
         },
         [&](const rules::NameFinding& row) {
             return Json{{"key", key(row)},    {"fault", fault_text(row.fault)},
                         {"field", row.field}, {"kind", text_or_null(row.kind)},
                         {"value", row.value}, {"pattern", text_or_null(read.pattern)}};
         },
         "All names of open work fit."});
    return Done{};
}

}  // namespace

void add_learning(Verb& program) {
    Verb experiment =
        add_record_verb(program, *rules::record_kind("experiment"),
                        "Experiments: two paths compared by their cards", {.show = false});
    auto shown = std::make_shared<ShowArgs>();
    experiment.verb("show", "One of them, with the figures of both paths")
        .needs("KEY", shown->key, "E-1")
        .option("--as-of", kMoment, shown->as_of, "As it was known then")
        .example("throughline experiment show E-1")
        .does(shown, &show_experiment);
    Verb retro =
        add_record_verb(program, *rules::record_kind("retro"), "Retros of what was delivered");
    auto due = std::make_shared<DueArgs>();
    retro.verb("due", "What was delivered or closed lately and has no retro")
        .option("--days", "N", due->days, "How far back; else 90")
        .example("throughline retro due")
        .does(due, &due_retros);
    auto args = std::make_shared<MaturityArgs>();
    program.verb("maturity", "Five areas with the stage that the data supports, and the evidence")
        .option("--as-of", kMoment, args->as_of, "As it was known then")
        .example("throughline maturity --json")
        .does(args, &maturity);
    program.verb("names", "Open work whose title or values break the naming rules")
        .example("throughline names")
        .does(std::make_shared<NamesArgs>(), &names);
}

}  // namespace throughline::cli
