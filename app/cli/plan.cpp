#include "core/flow/plan.h"
#include "app/cli/json.h"
#include "app/cli/listing.h"
#include "app/cli/lookup.h"
#include "app/cli/metrics_numbers.h"
#include "app/cli/metrics_scope.h"
#include "app/cli/values.h"
#include "app/cli/verbs.h"
#include "app/cli/views.h"
#include "core/base/text.h"
#include "core/base/words.h"
#include "core/report/chart_parts.h"
#include "core/report/figure_words.h"
#include "core/rules/record_text.h"

#include <cmath>
#include <memory>

namespace throughline::cli {

namespace {

struct PlanArgs {
    std::optional<std::string> as_of;
    std::optional<std::string> year;
    std::optional<std::string> weeks;
};

Json result_json(const model::Workspace& workspace, const flow::ResultReading& reading) {
    const model::KeyResult& result = *workspace.find(reading.result);
    return {{"key", model::key_of(result)},
            {"title", result.title},
            {"kind", model::name_of(result.kind)},
            {"baseline", number_json(result.baseline)},
            {"target", number_json(result.target)},
            {"current", number_json(reading.current)},
            {"unit", text_or_null(result.unit)},
            {"owner", text_or_null(handle_of(workspace, result.owner))},
            {"raw", reading.progress ? Json(reading.progress->raw) : Json()},
            {"shown", reading.progress ? Json(reading.progress->shown) : Json()}};
}

// Risks, milestones and dependencies: what they are called, by key where they have one.
template <class T>
Json sides_json(const model::Workspace& workspace, model::ObjectiveId objective) {
    Json list = Json::array();
    for (const T& one : workspace.rows<T>()) {
        if (one.objective == objective) {
            list.push_back(
                {{"key", rules::reference(workspace, model::table_of<T>(), one.id.value)},
                 {"title", one.title}});
        }
    }
    return list;
}

}  // namespace

Json objective_reading_json(const model::Workspace& workspace,
                            const flow::ObjectiveReading& reading) {
    const model::Objective& objective = *workspace.find(reading.objective);
    Json results = Json::array();
    for (const flow::ResultReading& one : reading.results) {
        results.push_back(result_json(workspace, one));
    }
    return {{"key", model::key_of(objective)},
            {"title", objective.title},
            {"quarter", text_or_null(objective.quarter)},
            {"dri", text_or_null(handle_of(workspace, objective.dri))},
            {"bet", text_or_null(key_of(workspace, objective.bet))},
            {"status", model::name_of(objective.status)},
            {"status_reason", text_or_null(objective.status_reason)},
            {"score", number_json(reading.score.score)},
            {"not_measured", reading.score.not_measured},
            {"pace", reading.pace ? Json(flow::to_text(reading.pace->pace)) : Json()},
            {"pace_ratio", reading.pace ? Json(reading.pace->ratio) : Json()},
            {"closed", objective.closed},
            {"cancelled", objective.cancelled},
            {"close_reason", text_or_null(objective.close_reason)},
            {"cards", Json{{"options", reading.cards.options},
                           {"in_process", reading.cards.in_process},
                           {"done", reading.cards.done}}},
            {"key_results", std::move(results)},
            {"risks", sides_json<model::Risk>(workspace, objective.id)},
            {"milestones", sides_json<model::Milestone>(workspace, objective.id)},
            {"dependencies", sides_json<model::Dependency>(workspace, objective.id)}};
}

namespace {

// What a defect is about: "MKT-7", "O-3", "ana (5)".
std::string subject(const model::Workspace& workspace, const flow::Defect& defect) {
    if (defect.card) {
        return key_of(workspace, defect.card);
    }
    if (defect.kind == flow::DefectKind::TooManyObjectives) {
        return handle_of(workspace, defect.person) + " (" + std::to_string(defect.count) + ")";
    }
    return key_of(workspace, defect.objective);
}

Json quarter_json(const flow::QuarterReading& quarter) {
    return {{"quarter", quarter.quarter},
            {"open", quarter.open},
            {"complete", quarter.completion.complete},
            {"counted", quarter.completion.counted},
            {"cancelled", quarter.completion.cancelled},
            {"completion_rate", number_json(quarter.completion.rate())},
            {"target", flow::kCompletionTarget}};
}

Json allocation_json(const model::Workspace& workspace, const flow::Allocation& one) {
    return {{"bet", text_or_null(key_of(workspace, one.bet))},
            {"stated_budget", number_json(one.stated_budget)},
            {"actual_budget", number_json(one.actual_budget)},
            {"stated_time", number_json(one.stated_time)},
            {"actual_time", number_json(one.actual_time)},
            {"flagged", one.flagged}};
}

Json budget_json(const model::Workspace& workspace, const flow::BudgetReading& one) {
    const model::BudgetLine* line = workspace.find(one.line);
    const model::BudgetLine none;
    const model::BudgetLine& of = line != nullptr ? *line : none;
    return {{"for", line != nullptr ? Json(line->title) : Json()},
            {"bet", text_or_null(key_of(workspace, of.bet))},
            {"objective", text_or_null(key_of(workspace, of.objective))},
            {"channel", text_or_null(of.channel)},
            {"quarter", text_or_null(of.quarter)},
            {"planned", one.planned},
            {"committed", one.committed},
            {"spent", one.spent},
            {"left", one.left()}};
}

Json week_json(const flow::CapacityWeek& week) {
    return {{"week", to_text(week.monday)},
            {"person_days", week.person_days},
            {"expected_cards", number_json(week.expected)},
            {"due", week.due},
            {"requested", week.requested}};
}

Json plan_json(const model::Workspace& workspace, const flow::Plan& plan, int year, int weeks) {
    const auto list = [](const auto& rows, auto make) {
        Json out = Json::array();
        for (const auto& row : rows) {
            out.push_back(make(row));
        }
        return out;
    };
    Json frame;
    for (const model::AnnualFrame& one : workspace.rows<model::AnnualFrame>()) {
        if (one.year == year) {
            frame = {{"year", one.year}, {"priority", one.priority}};
        }
    }
    Json not_doing = Json::array();
    for (const model::NotDoing& one : workspace.rows<model::NotDoing>()) {
        if (one.year == year) {
            not_doing.push_back({{"title", one.title}, {"why", one.why}});
        }
    }
    return {{"year", year},
            {"frame", std::move(frame)},
            {"not_doing", std::move(not_doing)},
            {"objectives",
             list(plan.objectives(),
                  [&](const auto& one) { return objective_reading_json(workspace, one); })},
            {"quarters", list(plan.quarters(), &quarter_json)},
            {"defects", list(plan.defects(),
                             [&](const flow::Defect& one) {
                                 return Json{{"defect", flow::to_text(one.kind)},
                                             {"subject", subject(workspace, one)}};
                             })},
            {"allocation", list(plan.allocation(year),
                                [&](const auto& one) { return allocation_json(workspace, one); })},
            {"budget",
             list(plan.budget(year), [&](const auto& one) { return budget_json(workspace, one); })},
            {"capacity", list(plan.capacity(weeks), &week_json)}};
}

// What was stated against what was taken, and what is planned against what is spent.
void print_money(Session& session, const flow::Plan& plan, int year) {
    const model::Workspace& workspace = session.workspace();
    const auto share = [](const std::optional<double>& percent) {
        return percent ? number_words(std::round(*percent), "%") : std::string("-");
    };
    TextTable shares;
    shares.head({"bet", "budget stated", "took", "time stated", "took", ""});
    for (const flow::Allocation& one : plan.allocation(year)) {
        shares.row({one.bet ? key_of(workspace, one.bet) : "none", share(one.stated_budget),
                    share(one.actual_budget), share(one.stated_time), share(one.actual_time),
                    one.flagged ? "apart" : ""});
    }
    session.out() << "\n";
    shares.print(session.out(), session.terminal());
    const auto lines = plan.budget(year);
    if (lines.empty()) {
        return;
    }
    TextTable money;
    money.head(
        {"budget for", "bet", "objective", "channel", "planned", "committed", "spent", "left"});
    for (const flow::BudgetReading& one : lines) {
        const model::BudgetLine* line = workspace.find(one.line);
        const model::BudgetLine none;
        const model::BudgetLine& of = line != nullptr ? *line : none;
        money.row({line != nullptr ? of.title : "not covered by a line",
                   dash(key_of(workspace, of.bet)), dash(key_of(workspace, of.objective)),
                   dash(of.channel), number_words(one.planned), number_words(one.committed),
                   number_words(one.spent), number_words(one.left())});
    }
    session.out() << "\n";
    money.print(session.out(), session.terminal());
}

void print_plan(Session& session, const flow::Plan& plan, int year, int weeks) {
    const model::Workspace& workspace = session.workspace();
    std::ostream& out = session.out();
    for (const model::AnnualFrame& one : workspace.rows<model::AnnualFrame>()) {
        if (one.year == year) {
            out << one.year << ": " << one.priority << "\n\n";
        }
    }
    for (const model::NotDoing& one : workspace.rows<model::NotDoing>()) {
        if (one.year == year) {
            out << "Not doing: " << one.title << " (" << one.why << ")\n";
        }
    }
    TextTable objectives;
    objectives.head({"key", "quarter", "objective", "DRI", "score", "pace", "status", "cards"});
    for (const flow::ObjectiveReading& one : plan.objectives()) {
        const model::Objective& row = *workspace.find(one.objective);
        if (row.closed) {
            continue;
        }
        objectives.row({model::key_of(row), row.is_standing() ? "standing" : row.quarter, row.title,
                        dash(handle_of(workspace, row.dri)), report::score_words(one.score),
                        one.pace ? report::pace_words(*one.pace) : "-",
                        report::status_words(row) +
                            (row.status_reason.empty() ? "" : ": " + row.status_reason),
                        std::to_string(one.cards.open()) + " open, " +
                            std::to_string(one.cards.done) + " done"});
        for (const flow::ResultReading& result : one.results) {
            const model::KeyResult& kr = *workspace.find(result.result);
            objectives.row(
                {"  " + model::key_of(kr), "", "  " + kr.title,
                 dash(handle_of(workspace, kr.owner)),
                 result.progress ? report::percent_words(result.progress->shown) : "not measured",
                 "", "", ""});
        }
    }
    objectives.print(out, session.terminal());
    for (const flow::QuarterReading& quarter : plan.quarters()) {
        if (quarter.completion.counted > 0) {
            out << "\n"
                << quarter.quarter << ": " << quarter.completion.complete << " of "
                << quarter.completion.counted << " objectives complete ("
                << report::percent_words(*quarter.completion.rate()) << ", target "
                << report::percent_words(flow::kCompletionTarget) << ")";
        }
    }
    out << "\n";
    for (const flow::ObjectiveReading& one : plan.objectives()) {
        const model::Objective& row = *workspace.find(one.objective);
        if (row.cancelled) {
            out << "Cancelled, not counted: " << model::key_of(row) << " " << row.title << " ("
                << row.close_reason << ")\n";
        }
    }
    print_money(session, plan, year);
    const auto defects = plan.defects();
    out << "\n"
        << plural(static_cast<std::int64_t>(defects.size()), "defect", "defects")
        << " of the plan\n";
    for (const flow::Defect& one : defects) {
        out << "  " << subject(workspace, one) << ": " << flow::to_text(one.kind) << "\n";
    }
    TextTable capacity;
    capacity.head({"week", "person-days", "expected cards", "due", "requested"});
    for (const flow::CapacityWeek& week : plan.capacity(weeks)) {
        capacity.row({to_text(week.monday), rounded_text(week.person_days),
                      week.expected ? rounded_text(*week.expected) : "-", std::to_string(week.due),
                      std::to_string(week.requested)});
    }
    out << "\n";
    capacity.print(out, session.terminal());
}

Ending plan(Session& session, const PlanArgs& args) {
    TL_TRY(auto* desk, session.desk());
    TL_TRY(const Instant moment, asked_moment(session, args.as_of));
    TL_TRY(const flow::Flow flow, flow_at(session, moment));
    const flow::PlanRows rows = flow::plan_rows_of(desk->workspace());
    const auto scorecard = flow::scorecard(rows, flow);
    const flow::Plan plan(rows, flow, scorecard);
    int year = civil(flow.today()).year;
    if (args.year) {
        TL_TRY(const std::int64_t asked, number_value(*args.year, "--year", 2000, 2200));
        year = static_cast<int>(asked);
    }
    int weeks = 8;
    if (args.weeks) {
        TL_TRY(const std::int64_t asked, number_value(*args.weeks, "--weeks", 1, 52));
        weeks = static_cast<int>(asked);
    }
    if (session.json()) {
        session.print(plan_json(desk->workspace(), plan, year, weeks));
    } else {
        print_plan(session, plan, year, weeks);
    }
    return Done{};
}

}  // namespace

void add_plan(Verb& program) {
    auto args = std::make_shared<PlanArgs>();
    program.verb("plan", "The plan as it stands: objectives, scores, defects, budget, capacity")
        .option("--as-of", kMoment, args->as_of, "As it was known then")
        .option("--year", "YEAR", args->year, "For allocation and budget; else this year")
        .option("--weeks", "N", args->weeks, "Of capacity; else 8")
        .example("throughline plan --json")
        .does(args, &plan);
}

}  // namespace throughline::cli
