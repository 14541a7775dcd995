#include "app/cli/listing.h"
#include "app/cli/lookup.h"
#include "app/cli/outcome.h"
#include "app/cli/values.h"
#include "app/cli/verbs.h"
#include "app/cli/views.h"
#include "core/model/column_name.h"
#include "core/rules/limits.h"

#include <array>

namespace throughline::cli {

namespace {

struct NoArgs {};
struct NameArgs {
    std::string name;
};
struct AddArgs {
    std::string name;
    std::optional<std::string> kind;
    std::optional<std::string> position;
    std::optional<std::string> limit;
};
struct SetArgs {
    std::string name;
    std::vector<std::string> pairs;
};
struct MoveArgs {
    std::string name;
    std::string position;
};

constexpr std::array kSettable{Settable{"name"}, Settable{"kind"},
                               Settable{"limit", Written::Plain, "wip_limit"},
                               Settable{"entry_policy"}, Settable{"exit_policy"}};

std::string point_of(const model::Workspace& workspace, const model::Column& column) {
    const model::Board& board = *workspace.board();
    return column.id == board.commitment ? "commitment"
           : column.id == board.delivery ? "delivery"
                                         : "";
}

Json column_json(const model::Workspace& workspace, const model::Column& column) {
    Json gate = Json::array();
    for (const model::GateItem* item : gate_items(workspace, column.id)) {
        gate.push_back({{"title", item->title}, {"kind", model::name_of(item->kind)}});
    }
    return {{"id", column.handle},
            {"name", model::column_name(workspace, column)},
            {"kind", model::name_of(column.kind)},
            {"limit", or_null(column.wip_limit)},
            {"count", rules::column_fill(workspace, column.id).count},
            {"group", text_or_null(handle_of(workspace, column.group))},
            {"point", text_or_null(point_of(workspace, column))},
            {"entry_policy", text_or_null(column.entry_policy)},
            {"exit_policy", text_or_null(column.exit_policy)},
            {"gate", std::move(gate)}};
}

Ending list(Session& session, const NoArgs&) {
    TL_TRY(auto* desk, session.desk());
    const model::Workspace& workspace = desk->workspace();
    std::vector<const model::Column*> rows;
    for (const model::ColumnId id : workspace.columns()) {
        rows.push_back(workspace.find(id));
    }
    print_list<model::Column>(session, rows,
                              {{"column", "name", "kind", "cards", "limit", "group", "point"},
                               [&](const auto& row) {
                                   return std::vector<std::string>{
                                       row.handle,
                                       model::column_name(workspace, row),
                                       std::string(model::name_of(row.kind)),
                                       std::to_string(rules::column_fill(workspace, row.id).count),
                                       number_or_dash(row.wip_limit),
                                       dash(handle_of(workspace, row.group)),
                                       point_of(workspace, row)};
                               },
                               [&](const auto& row) { return column_json(workspace, row); },
                               "No columns."});
    return Done{};
}

Ending show(Session& session, const NameArgs& args) {
    TL_TRY(auto* desk, session.desk());
    TL_TRY(const auto* column, find_column(desk->workspace(), args.name));
    print_one(session, column_json(desk->workspace(), *column));
    return Done{};
}

Ending finish(Session& session, const rules::Command& command, model::ColumnId id) {
    return carry_out(session, command, [&session, id](const journal::Entry& entry) {
        const auto* row =
            id ? session.workspace().find(id) : inserted<model::Column>(session.workspace(), entry);
        return Json{{"column", row != nullptr ? column_json(session.workspace(), *row) : Json()}};
    });
}

Ending add(Session& session, const AddArgs& args) {
    TL_CHECK(session.acting_desk());
    rules::AddColumn command;
    command.name = args.name;
    if (args.kind) {
        TL_TRY(command.kind, choice_value<model::ColumnKind>(*args.kind, "--kind"));
    }
    TL_TRY(command.position, count_value(args.position, "--position", 1));
    if (command.position) {
        --*command.position;
    }
    TL_TRY(command.wip_limit, count_value(args.limit, "--limit"));
    return finish(session, command, {});
}

Ending set(Session& session, const SetArgs& args) {
    TL_TRY(auto* desk, session.acting_desk());
    TL_TRY(const auto* column, find_column(desk->workspace(), args.name));
    TL_TRY(const model::TextMap fields, settings_value(args.pairs, kSettable));
    return finish(session, rules::EditColumn{column->id, fields}, column->id);
}

Ending move(Session& session, const MoveArgs& args) {
    TL_TRY(auto* desk, session.acting_desk());
    TL_TRY(const auto* column, find_column(desk->workspace(), args.name));
    TL_TRY(const std::int64_t position, number_value(args.position, "POSITION", 1, 10'000));
    return finish(session, rules::MoveColumn{column->id, static_cast<int>(position) - 1},
                  column->id);
}

Ending split(Session& session, const NameArgs& args) {
    TL_TRY(auto* desk, session.acting_desk());
    TL_TRY(const auto* column, find_column(desk->workspace(), args.name));
    return finish(session, rules::SplitColumn{column->id}, column->id);
}

Ending remove(Session& session, const NameArgs& args) {
    TL_TRY(auto* desk, session.acting_desk());
    TL_TRY(const auto* column, find_column(desk->workspace(), args.name));
    return carry_out(session, rules::RemoveColumn{column->id});
}

void add_named(Verb& column, const std::string& name, const std::string& help,
               Ending (*act)(Session&, const NameArgs&)) {
    auto args = std::make_shared<NameArgs>();
    column.verb(name, help)
        .needs("COLUMN", args->name, "Handle or name")
        .example("throughline column " + name + " review")
        .does(args, act);
}

}  // namespace

void add_column(Verb& program) {
    Verb column = program.verb("column", "The columns of the board: their limits and policies");
    auto none = std::make_shared<NoArgs>();
    column.verb("list", "From left to right").example("throughline column list").does(none, &list);
    add_named(column, "show", "One column with its policies and gate", &show);
    auto added = std::make_shared<AddArgs>();
    column.verb("add", "Add a column")
        .needs("NAME", added->name, "As shown: \"Legal review\"")
        .option("--kind", "KIND", added->kind, "queue, active (default) or done")
        .option("--position", "N", added->position,
                "Place from the left, 1 is the first (default: last)")
        .option("--limit", "N", added->limit, "Most cards it may hold (default: no limit)")
        .example("throughline column add \"Legal review\" --kind active --position 4 --limit 2")
        .does(added, &add);
    auto changed = std::make_shared<SetArgs>();
    column.verb("set", "Change a column; an empty limit is none")
        .needs("COLUMN", changed->name, "Handle or name")
        .list("FIELD=VALUE", changed->pairs, "Of: " + field_names(kSettable))
        .example("throughline column set review limit=3 exit_policy=\"approved by the owner\"")
        .does(changed, &set);
    auto moved = std::make_shared<MoveArgs>();
    column.verb("move", "Put a column in another place")
        .needs("COLUMN", moved->name, "Handle or name")
        .needs("POSITION", moved->position, "Place from the left, 1 is the first")
        .example("throughline column move review 3")
        .does(moved, &move);
    add_named(column, "split", "Split a column into doing and done under its limit", &split);
    add_named(column, "remove", "Remove an empty column; its history stays", &remove);
    column.example("throughline column list");
}

}  // namespace throughline::cli
