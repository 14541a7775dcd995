#include "app/cli/json.h"
#include "app/cli/listing.h"
#include "app/cli/lookup.h"
#include "app/cli/metrics_scope.h"
#include "app/cli/outcome.h"
#include "app/cli/values.h"
#include "app/cli/verbs.h"
#include "app/cli/views.h"
#include "core/flow/scorecard.h"

#include <algorithm>
#include <array>

namespace throughline::cli {

namespace {

struct ListArgs {
    bool all = false;
};
struct ShowArgs {
    std::string key;
};
struct AddArgs {
    std::string title;
    std::optional<std::string> quarter;
    std::optional<std::string> bet;
    std::string dri;
    bool standing = false;
};
struct SetArgs {
    std::string key;
    std::vector<std::string> pairs;
};

constexpr std::array kSettable{Settable{"title"},
                               Settable{"quarter"},
                               Settable{"bet"},
                               Settable{"dri"},
                               Settable{"status"},
                               Settable{"status_reason"},
                               Settable{"colour"},
                               Settable{"closed", Written::Flag},
                               Settable{"complete_at"},
                               Settable{"kpis", Written::List},
                               Settable{"responsible", Written::List},
                               Settable{"consulted", Written::List},
                               Settable{"informed", Written::List},
                               Settable{"stakeholders", Written::List}};

Json objective_json(const model::Workspace& workspace, const model::Objective& objective) {
    Json cards = Json::array();
    for (const model::Card& card : workspace.rows<model::Card>()) {
        if (card.objective == objective.id && card.on_board()) {
            cards.push_back(model::key_of(workspace, card));
        }
    }
    return {{"key", model::key_of(objective)},
            {"title", objective.title},
            {"quarter", text_or_null(objective.quarter)},
            {"bet", text_or_null(key_of(workspace, objective.bet))},
            {"dri", text_or_null(handle_of(workspace, objective.dri))},
            {"status", model::name_of(objective.status)},
            {"status_reason", text_or_null(objective.status_reason)},
            {"colour", objective.colour},
            {"closed", objective.closed},
            {"cards", std::move(cards)}};
}

Ending list(Session& session, const ListArgs& args) {
    TL_TRY(auto* desk, session.desk());
    const model::Workspace& workspace = desk->workspace();
    std::vector<const model::Objective*> rows;
    for (const model::Objective& objective : workspace.rows<model::Objective>()) {
        if (args.all || !objective.closed) {
            rows.push_back(&objective);
        }
    }
    std::ranges::sort(rows, {},
                      [](const auto* row) { return std::pair(row->quarter, row->number); });
    print_list<model::Objective>(
        session, rows,
        {{"key", "quarter", "title", "DRI", "bet", "status"},
         [&](const auto& row) {
             return std::vector<std::string>{
                 model::key_of(row),
                 row.is_standing() ? "standing" : row.quarter,
                 row.title,
                 dash(handle_of(workspace, row.dri)),
                 dash(key_of(workspace, row.bet)),
                 std::string(model::name_of(row.status)) + (row.closed ? ", closed" : "")};
         },
         [&](const auto& row) { return objective_json(workspace, row); },
         "No objectives."});
    return Done{};
}

Ending show(Session& session, const ShowArgs& args) {
    TL_TRY(auto* desk, session.desk());
    TL_TRY(const auto* objective, find_objective(desk->workspace(), args.key));
    Json json = objective_json(desk->workspace(), *objective);
    TL_TRY(const Instant now, asked_moment(session, std::nullopt));
    TL_TRY(const flow::Flow flow, flow_at(session, now));
    const flow::PlanRows rows = flow::plan_rows_of(desk->workspace());
    const auto scorecard = flow::scorecard(rows, flow);
    const flow::Plan plan(rows, flow, scorecard);
    const Json reading = objective_reading_json(desk->workspace(), *plan.find(objective->id));
    for (const char* name :
         {"score", "not_measured", "pace", "pace_ratio", "cancelled", "close_reason", "key_results",
          "risks", "milestones", "dependencies"}) {
        json[name] = reading.at(name);
    }
    print_one(session, json);
    return Done{};
}

Ending finish(Session& session, const rules::Command& command, model::ObjectiveId id) {
    return carry_out(session, command, [&session, id](const journal::Entry& entry) {
        const auto* row = id ? session.workspace().find(id)
                             : inserted<model::Objective>(session.workspace(), entry);
        return Json{
            {"objective", row != nullptr ? objective_json(session.workspace(), *row) : Json()}};
    });
}

Ending add(Session& session, const AddArgs& args) {
    TL_TRY(auto* desk, session.acting_desk());
    const model::Workspace& workspace = desk->workspace();
    if (args.quarter.has_value() == args.standing) {
        return bad_input("give either --quarter 2026-Q4 or --standing", "--quarter");
    }
    rules::AddObjective command;
    command.title = args.title;
    command.quarter = args.quarter.value_or("");
    TL_TRY(const auto* dri, find_person(workspace, args.dri));
    command.dri = dri->id;
    if (args.bet) {
        TL_TRY(const auto* bet, find_bet(workspace, *args.bet));
        command.bet = bet->id;
    }
    return finish(session, command, {});
}

Ending set(Session& session, const SetArgs& args) {
    TL_TRY(auto* desk, session.acting_desk());
    TL_TRY(const auto* objective, find_objective(desk->workspace(), args.key));
    TL_TRY(const model::TextMap fields, settings_value(args.pairs, kSettable));
    return finish(session, rules::EditObjective{objective->id, fields}, objective->id);
}

}  // namespace

void add_objective(Verb& program) {
    Verb objective = program.verb(
        "objective", "What the quarter is to reach, each with one person who answers for it");
    auto listed = std::make_shared<ListArgs>();
    objective.verb("list", "Open objectives by quarter")
        .flag("--all", listed->all, "Closed ones too")
        .example("throughline objective list")
        .does(listed, &list);
    auto shown = std::make_shared<ShowArgs>();
    objective.verb("show", "One objective with its cards")
        .needs("KEY", shown->key, "O-3")
        .example("throughline objective show O-3")
        .does(shown, &show);
    auto added = std::make_shared<AddArgs>();
    objective.verb("add", "Add an objective")
        .needs("TITLE", added->title, "One measurable sentence")
        .must("--dri", "PERSON", added->dri, "The one person who answers for it")
        .option("--quarter", "QUARTER", added->quarter, "2026-Q4")
        .flag("--standing", added->standing, "For work that never ends, instead of a quarter")
        .option("--bet", "KEY", added->bet, "The big bet it serves: B-1")
        .example(
            "throughline objective add \"40 demos a month\" --quarter 2026-Q4 --dri ana --bet B-1")
        .does(added, &add);
    auto changed = std::make_shared<SetArgs>();
    objective.verb("set", "Change an objective")
        .needs("KEY", changed->key, "O-3")
        .list("FIELD=VALUE", changed->pairs, "Of: " + field_names(kSettable))
        .example(
            "throughline objective set O-3 status=at-risk status_reason=\"the agency is late\"")
        .does(changed, &set);
    objective.example("throughline objective list");
}

}  // namespace throughline::cli
