#include "app/cli/listing.h"
#include "app/cli/lookup.h"
#include "app/cli/outcome.h"
#include "app/cli/values.h"
#include "app/cli/verbs.h"

#include <array>

namespace throughline::cli {

namespace {

struct ListArgs {
    std::optional<std::string> column;
};
struct AddArgs {
    std::string column;
    std::string title;
    bool approval = false;
};
struct ItemArgs {
    std::string column;
    std::string item;
    std::vector<std::string> pairs;
};

constexpr std::array kSettable{Settable{"title"}, Settable{"kind"}};
constexpr std::string_view kDefinitionOfReady = "definition-of-ready";

Fallible<model::ColumnId> gate_column(const model::Workspace& workspace, const std::string& name) {
    if (name == kDefinitionOfReady) {
        return model::ColumnId{};
    }
    TL_TRY(const auto* column, find_column(workspace, name));
    return column->id;
}

std::string place_of(const model::Workspace& workspace, const model::GateItem& item) {
    return item.column ? handle_of(workspace, item.column) : std::string(kDefinitionOfReady);
}

Json item_json(const model::Workspace& workspace, const model::GateItem& item) {
    return {{"column", place_of(workspace, item)},
            {"title", item.title},
            {"kind", model::name_of(item.kind)}};
}

Ending list(Session& session, const ListArgs& args) {
    TL_TRY(auto* desk, session.desk());
    const model::Workspace& workspace = desk->workspace();
    std::vector<model::ColumnId> columns{model::ColumnId{}};
    columns.insert(columns.end(), workspace.columns().begin(), workspace.columns().end());
    if (args.column) {
        TL_TRY(const model::ColumnId only, gate_column(workspace, *args.column));
        columns = {only};
    }
    std::vector<const model::GateItem*> rows;
    for (const model::ColumnId column : columns) {
        for (const model::GateItem* item : gate_items(workspace, column)) {
            rows.push_back(item);
        }
    }
    print_list<model::GateItem>(session, rows,
                                {{"column", "item", "kind"},
                                 [&](const auto& row) {
                                     return std::vector<std::string>{
                                         place_of(workspace, row), row.title,
                                         std::string(model::name_of(row.kind))};
                                 },
                                 [&](const auto& row) { return item_json(workspace, row); },
                                 "No gate items."});
    return Done{};
}

Ending finish(Session& session, const rules::Command& command, model::GateItemId id) {
    return carry_out(session, command, [&session, id](const journal::Entry& entry) {
        const auto* row = id ? session.workspace().find(id)
                             : inserted<model::GateItem>(session.workspace(), entry);
        return Json{{"item", row != nullptr ? item_json(session.workspace(), *row) : Json()}};
    });
}

Ending add(Session& session, const AddArgs& args) {
    TL_TRY(auto* desk, session.acting_desk());
    rules::AddGateItem command;
    TL_TRY(command.column, gate_column(desk->workspace(), args.column));
    command.kind = args.approval ? model::GateKind::Approval : model::GateKind::Check;
    command.title = args.title;
    return finish(session, command, {});
}

Fallible<model::GateItemId> item_of(Session& session, const ItemArgs& args) {
    TL_TRY(auto* desk, session.acting_desk());
    TL_TRY(const model::ColumnId column, gate_column(desk->workspace(), args.column));
    TL_TRY(const auto* item, find_gate_item(desk->workspace(), column, args.item));
    return item->id;
}

Ending set(Session& session, const ItemArgs& args) {
    TL_TRY(const model::GateItemId item, item_of(session, args));
    TL_TRY(const model::TextMap fields, settings_value(args.pairs, kSettable));
    return finish(session, rules::EditGateItem{item, fields}, item);
}

Ending remove(Session& session, const ItemArgs& args) {
    TL_TRY(const model::GateItemId item, item_of(session, args));
    return finish(session, rules::EditGateItem{item, {{"removed", "true"}}}, item);
}

}  // namespace

void add_gate(Verb& program) {
    Verb gate = program.verb("gate", "What must be done before a card leaves a column forward");
    auto listed = std::make_shared<ListArgs>();
    gate.verb("list", "Gate items by column")
        .may("COLUMN", listed->column, "Only of this one")
        .example("throughline gate list review")
        .does(listed, &list);
    auto added = std::make_shared<AddArgs>();
    gate.verb("add", "Add an item to a column's gate")
        .needs("COLUMN", added->column, "A column, or definition-of-ready")
        .needs("TITLE", added->title, "What must be so")
        .flag("--approval", added->approval,
              "To be signed by somebody with the right, not merely ticked")
        .example("throughline gate add review \"Creative approval\" --approval")
        .does(added, &add);
    auto changed = std::make_shared<ItemArgs>();
    gate.verb("set", "Change a gate item")
        .needs("COLUMN", changed->column, "A column, or definition-of-ready")
        .needs("ITEM", changed->item, "Its title, the beginning of it, or its number from 1")
        .list("FIELD=VALUE", changed->pairs,
              "Of: " + field_names(kSettable) + " (check or approval)")
        .example("throughline gate set review \"Creative approval\" kind=check")
        .does(changed, &set);
    auto removed = std::make_shared<ItemArgs>();
    gate.verb("remove", "Take an item off a gate; past verdicts stay")
        .needs("COLUMN", removed->column, "A column, or definition-of-ready")
        .needs("ITEM", removed->item, "Its title, the beginning of it, or its number from 1")
        .example("throughline gate remove review \"Creative approval\"")
        .does(removed, &remove);
    gate.example("throughline gate list");
}

}  // namespace throughline::cli
