#include "app/cli/listing.h"
#include "app/cli/lookup.h"
#include "app/cli/outcome.h"
#include "app/cli/values.h"
#include "app/cli/verbs.h"
#include "core/base/text.h"
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
    std::vector<std::string> columns;
    std::optional<std::string> limit;
};
struct SetArgs {
    std::string name;
    std::vector<std::string> pairs;
};

constexpr std::array kSettable{Settable{"name"}, Settable{"limit", Written::Plain, "wip_limit"}};

std::vector<std::string> columns_of(const model::Workspace& workspace,
                                    const model::ColumnGroup& group) {
    std::vector<std::string> handles;
    for (const model::ColumnId id : workspace.columns()) {
        if (workspace.find(id)->group == group.id) {
            handles.push_back(workspace.find(id)->handle);
        }
    }
    return handles;
}

Json group_json(const model::Workspace& workspace, const model::ColumnGroup& group) {
    const rules::Fill fill = rules::group_fill(workspace, group.id);
    return {{"id", group.handle},           {"name", group.name},
            {"limit", or_null(fill.limit)}, {"count", fill.count},
            {"split", group.split},         {"columns", columns_of(workspace, group)}};
}

Ending list(Session& session, const NoArgs&) {
    TL_TRY(auto* desk, session.desk());
    const model::Workspace& workspace = desk->workspace();
    std::vector<const model::ColumnGroup*> rows;
    for (const model::ColumnGroup& group : workspace.rows<model::ColumnGroup>()) {
        if (!group.removed) {
            rows.push_back(&group);
        }
    }
    print_list<model::ColumnGroup>(
        session, rows,
        {{"group", "name", "cards", "limit", "columns", ""},
         [&](const auto& row) {
             const rules::Fill fill = rules::group_fill(workspace, row.id);
             return std::vector<std::string>{row.handle,
                                             row.name,
                                             std::to_string(fill.count),
                                             number_or_dash(fill.limit),
                                             join(columns_of(workspace, row), ", "),
                                             yes_or_empty(row.split, "split")};
         },
         [&](const auto& row) { return group_json(workspace, row); },
         "No column groups."});
    return Done{};
}

Ending finish(Session& session, const rules::Command& command, model::ColumnGroupId id) {
    return carry_out(session, command, [&session, id](const journal::Entry& entry) {
        const auto* row = id ? session.workspace().find(id)
                             : inserted<model::ColumnGroup>(session.workspace(), entry);
        return Json{{"group", row != nullptr ? group_json(session.workspace(), *row) : Json()}};
    });
}

Ending add(Session& session, const AddArgs& args) {
    TL_TRY(auto* desk, session.acting_desk());
    rules::AddGroup command;
    command.name = args.name;
    for (const std::string& name : args.columns) {
        TL_TRY(const auto* column, find_column(desk->workspace(), name));
        command.columns.push_back(column->id);
    }
    TL_TRY(command.wip_limit, count_value(args.limit, "--limit"));
    return finish(session, command, {});
}

Ending set(Session& session, const SetArgs& args) {
    TL_TRY(auto* desk, session.acting_desk());
    TL_TRY(const auto* group, find_group(desk->workspace(), args.name));
    TL_TRY(const model::TextMap fields, settings_value(args.pairs, kSettable));
    return finish(session, rules::EditGroup{group->id, fields}, group->id);
}

Ending remove(Session& session, const NameArgs& args) {
    TL_TRY(auto* desk, session.acting_desk());
    TL_TRY(const auto* group, find_group(desk->workspace(), args.name));
    return carry_out(session, rules::RemoveGroup{group->id});
}

}  // namespace

void add_group(Verb& program) {
    Verb group = program.verb("group", "Neighbouring columns under one limit");
    auto none = std::make_shared<NoArgs>();
    group.verb("list", "Column groups with their limits")
        .example("throughline group list")
        .does(none, &list);
    auto added = std::make_shared<AddArgs>();
    group.verb("add", "Put neighbouring columns under one limit")
        .needs("NAME", added->name, "As shown: \"In production\"")
        .list("COLUMN", added->columns, "Two neighbours or more")
        .option("--limit", "N", added->limit, "Most cards they may hold together")
        .example("throughline group add \"In production\" create review --limit 5")
        .does(added, &add);
    auto changed = std::make_shared<SetArgs>();
    group.verb("set", "Change a group; an empty limit is none")
        .needs("GROUP", changed->name, "Handle or name")
        .list("FIELD=VALUE", changed->pairs, "Of: " + field_names(kSettable))
        .example("throughline group set in-production limit=6")
        .does(changed, &set);
    auto removed = std::make_shared<NameArgs>();
    group.verb("remove", "Ungroup; the columns stay")
        .needs("GROUP", removed->name, "Handle or name")
        .example("throughline group remove in-production")
        .does(removed, &remove);
    group.example("throughline group list");
}

}  // namespace throughline::cli
