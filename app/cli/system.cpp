// Closing a quarter, escalating, filing what recurs.
#include "app/cli/json.h"
#include "app/cli/lookup.h"
#include "app/cli/metrics_scope.h"
#include "app/cli/outcome.h"
#include "app/cli/values.h"
#include "app/cli/verbs.h"
#include "core/base/period.h"
#include "core/flow/plan.h"
#include "core/rules/record_text.h"
#include "core/rules/recurrence.h"
#include "core/rules/workflow.h"

#include <algorithm>
#include <memory>

namespace throughline::cli {

namespace {

struct CloseArgs {
    std::vector<std::string> what;  // keys, or one quarter
    std::vector<std::string> scores;
    std::vector<std::string> cancelled;
    std::vector<std::string> carry;
    std::optional<std::string> into;
};
struct EscalateArgs {
    std::string key;
    std::string reason;
};
struct FileArgs {};

// "O-3=0.7" and the like.
Fallible<model::TextMap> pairs_of(const std::vector<std::string>& pairs, const char* option) {
    model::TextMap map;
    for (const std::string& pair : pairs) {
        const std::size_t equals = pair.find('=');
        if (equals == std::string::npos || equals == 0) {
            return bad_input("\"" + pair + "\" is not KEY=VALUE", option);
        }
        map[pair.substr(0, equals)] = pair.substr(equals + 1);
    }
    return map;
}

Fallible<std::vector<const model::Objective*>> asked_objectives(
    const model::Workspace& workspace, const std::vector<std::string>& what) {
    std::vector<const model::Objective*> found;
    for (const std::string& one : what) {
        if (!is_quarter(one)) {
            TL_TRY(const auto* objective, find_objective(workspace, one));
            found.push_back(objective);
            continue;
        }
        for (const model::Objective& objective : workspace.rows<model::Objective>()) {
            if (objective.quarter == one && !objective.closed) {
                found.push_back(&objective);
            }
        }
    }
    std::ranges::sort(found, {}, &model::Objective::number);
    return found;
}

// Scores that nobody gave come from the key results.
Ending add_scores(Session& session, const std::vector<const model::Objective*>& objectives,
                  rules::CloseObjectives& command) {
    TL_TRY(const Instant now, asked_moment(session, std::nullopt));
    TL_TRY(const flow::Flow flow, flow_at(session, now));
    const flow::PlanRows rows = flow::plan_rows_of(session.workspace());
    const auto scorecard = flow::scorecard(rows, flow);
    const flow::Plan plan(rows, flow, scorecard);
    const model::Table& table = model::table_of<model::Objective>();
    for (const model::Objective* objective : objectives) {
        const std::string key = model::key_of(*objective);
        const auto* reading = plan.find(objective->id);
        if (!command.scores.contains(key) && !command.cancelled.contains(key) &&
            reading->score.score) {
            command.scores[key] =
                rules::written(session.workspace(), table.fields[*table.field_index("score")],
                               *reading->score.score);
        }
    }
    return Done{};
}

Ending close(Session& session, const CloseArgs& args) {
    TL_TRY(auto* desk, session.acting_desk());
    const model::Workspace& workspace = desk->workspace();
    TL_TRY(const auto objectives, asked_objectives(workspace, args.what));
    rules::CloseObjectives command;
    TL_TRY(command.scores, pairs_of(args.scores, "--score"));
    TL_TRY(command.cancelled, pairs_of(args.cancelled, "--cancel"));
    TL_TRY(command.carry, pairs_of(args.carry, "--carry"));
    for (const model::Objective* objective : objectives) {
        command.objectives.push_back(objective->id);
    }
    if (args.into) {
        const rules::Workflow workflow = rules::Workflow::of(workspace);
        for (const model::Card& card : workspace.rows<model::Card>()) {
            const bool concerned =
                std::ranges::find(command.objectives, card.objective) != command.objectives.end();
            if (concerned && card.on_board() && !workflow.delivered(card)) {
                command.carry.emplace(model::key_of(workspace, card), *args.into);
            }
        }
    }
    TL_CHECK(add_scores(session, objectives, command));
    return carry_out(session, command);
}

Ending escalate(Session& session, const EscalateArgs& args) {
    TL_TRY(auto* desk, session.acting_desk());
    rules::Escalate command;
    command.reason = args.reason;
    command.kpi.value = rules::referred(desk->workspace(), model::table_of<model::Kpi>(), args.key);
    if (!command.kpi) {
        TL_TRY(const auto* card, find_card(desk->workspace(), args.key));
        command.card = card->id;
    }
    return carry_out(session, command);
}

Ending file(Session& session, const FileArgs&) {
    TL_TRY(auto* desk, session.acting_desk());
    TL_TRY(const Instant now, asked_moment(session, std::nullopt));
    TL_TRY(const flow::Flow flow, flow_at(session, now));
    std::vector<model::ScheduleId> due;
    for (const model::Schedule& one : desk->workspace().rows<model::Schedule>()) {
        if (rules::due_now(one, flow.today())) {
            due.push_back(one.id);
        }
    }
    // One that cannot file does not keep the others from it.
    Json filed = Json::array();
    std::optional<Failure> failed;
    for (const model::ScheduleId id : due) {
        const auto entry = commit(session, rules::FileSchedule{id});
        if (!entry.ok()) {
            failed = failed ? failed : entry.error();
            continue;
        }
        filed.push_back(entry_json(*entry, session.workspace()));
        if (!session.json()) {
            print_done(session, *entry);
        }
    }
    if (session.json()) {
        session.print(filed);
    } else if (due.empty()) {
        session.out() << "Nothing is due.\n";
    }
    if (failed) {
        failed->answered = true;
        return *failed;
    }
    return Done{};
}

}  // namespace

void add_system(Verb& program) {
    auto closed = std::make_shared<CloseArgs>();
    program.verb("close", "Close objectives, or a whole quarter, with their scores")
        .list("KEY|QUARTER", closed->what, "O-3 O-4, or 2026-Q4 for all that are open in it")
        .repeated("--score", "KEY=SCORE", closed->scores,
                  "0 to 1; else the score of its key results")
        .repeated("--cancel", "KEY=REASON", closed->cancelled, "Cancelled, in place of a score")
        .repeated("--carry", "CARD=KEY", closed->carry, "The objective that a card serves then")
        .option("--into", "KEY", closed->into, "The same for every open card not named")
        .example("throughline close 2026-Q3 --cancel O-4=\"no budget\" --into O-9")
        .does(closed, &close);
    auto escalated = std::make_shared<EscalateArgs>();
    program.verb("escalate", "Hand a card or a KPI up the escalation path of its outcome")
        .needs("KEY", escalated->key, "MKT-12 or K-3")
        .must("--reason", "TEXT", escalated->reason, "Why")
        .example("throughline escalate MKT-12 --reason \"legal is silent\"")
        .does(escalated, &escalate);
    program.verb("file-due", "File the recurring requests that are due, once in each period")
        .example("throughline file-due")
        .does(std::make_shared<FileArgs>(), &file);
}

}  // namespace throughline::cli
