#include "core/base/text.h"
#include "core/model/column_name.h"
#include "core/rules/acts.h"
#include "core/rules/board_check.h"
#include "core/rules/decide.h"
#include "core/rules/gates.h"
#include "core/rules/set_fields.h"

#include <algorithm>

namespace throughline::rules {
namespace {

using model::Board;
using model::Column;
using model::ColumnGroup;
using model::ColumnId;

constexpr double kStep = 1024;

// A handle from a name that no other column or group has: "create", "create-2".
std::string free_handle(const Edit& edit, std::string_view name) {
    const std::string base = slug(name).empty() ? "column" : slug(name);
    const auto taken = [&](const std::string& handle) {
        bool found = false;
        edit.each<Column>(
            [&](const Column& one) { found = found || (!one.removed && one.handle == handle); });
        return found;
    };
    std::string handle = base;
    for (int i = 2; taken(handle); ++i) {
        handle = base + "-" + std::to_string(i);
    }
    return handle;
}

std::string name_of(const Edit& edit, const Column& column) {
    return model::column_name(column.name, edit.get(column.group));
}

// The columns as they would be, ids from left to right.
std::vector<ColumnId> order(const Edit& edit) {
    std::vector<ColumnId> ids;
    for (const Column* column : Workflow::of(edit).columns) {
        ids.push_back(column->id);
    }
    return ids;
}

void renumber(Edit& edit, const std::vector<ColumnId>& ids) {
    double rank = 0;
    for (const ColumnId id : ids) {
        rank += kStep;
        if (edit.get(id)->rank != rank) {
            edit.change(id, [rank](Column& column) { column.rank = rank; });
        }
    }
}

Verdict check_columns(const Edit& edit) {
    if (const Workflow workflow = Workflow::of(edit); workflow.board != nullptr) {
        return check_board(edit, *workflow.board);
    }
    return Done{};
}

}  // namespace

Verdict decide(const AddColumn& command, Edit& edit, const Context&) {
    if (edit.before().board() == nullptr) {
        return not_found("board");
    }
    if (trim(command.name).empty()) {
        return refusal("title_missing", "The column has no name.", "Write a name.");
    }
    TL_CHECK(check_limit(command.wip_limit));
    Column column;
    column.id = edit.new_id<ColumnId>();
    column.board = edit.before().board()->id;
    column.name = trim(command.name);
    column.handle = free_handle(edit, command.name);
    column.kind = command.kind;
    column.wip_limit = command.wip_limit;
    auto ids = order(edit);
    const auto at = static_cast<std::size_t>(std::clamp<std::int64_t>(
        command.position.value_or(INT32_MAX), 0, static_cast<std::int64_t>(ids.size())));
    ids.insert(ids.begin() + static_cast<std::ptrdiff_t>(at), column.id);
    edit.put(std::move(column));
    renumber(edit, ids);
    return Done{};
}

Verdict decide(const EditColumn& command, Edit& edit, const Context&) {
    const Column* found = edit.get(command.column);
    if (found == nullptr || found->removed) {
        return not_found("column");
    }
    Column column = *found;
    TL_CHECK(set_fields(edit, column, command.set,
                        {"name", "kind", "wip_limit", "entry_policy", "exit_policy"}));
    if (column.name.empty()) {
        return refusal("title_missing", "The column would have no name.", "Write a name.");
    }
    TL_CHECK(check_limit(column.wip_limit));
    edit.put(std::move(column));
    return Done{};
}

Verdict decide(const MoveColumn& command, Edit& edit, const Context&) {
    auto ids = order(edit);
    const auto found = std::find(ids.begin(), ids.end(), command.column);
    if (found == ids.end()) {
        return not_found("column");
    }
    ids.erase(found);
    const auto at =
        std::clamp<std::int64_t>(command.position, 0, static_cast<std::int64_t>(ids.size()));
    ids.insert(ids.begin() + at, command.column);
    renumber(edit, ids);
    return check_columns(edit);
}

Verdict decide(const RemoveColumn& command, Edit& edit, const Context&) {
    const Column* found = edit.get(command.column);
    if (found == nullptr || found->removed) {
        return not_found("column");
    }
    const auto cards = edit.before().cards_in(command.column).size();
    if (cards > 0) {
        Refusal no = refusal("column_in_use",
                             name_of(edit, *found) + " holds " +
                                 plural(static_cast<std::int64_t>(cards), "card", "cards") + ".",
                             "Move them to another column first.", "column:" + found->handle);
        no.count = static_cast<int>(cards);
        return no;
    }
    const Board* board = edit.before().board();
    if (board->commitment == command.column || board->delivery == command.column) {
        return refusal(
            "column_in_use",
            "A point of the flow lies on the left edge of " + name_of(edit, *found) + ".",
            "Move the commitment or delivery point first.", "column:" + found->handle);
    }
    edit.change(command.column, [](Column& column) { column.removed = true; });
    return Done{};
}

Verdict decide(const SplitColumn& command, Edit& edit, const Context&) {
    const Column* found = edit.get(command.column);
    if (found == nullptr || found->removed) {
        return not_found("column");
    }
    if (found->group) {
        return refusal("grouped", name_of(edit, *found) + " belongs to a group already.",
                       "Ungroup it first.", "column:" + found->handle);
    }
    const Column whole = *found;
    ColumnGroup group{edit.new_id<model::ColumnGroupId>(),
                      whole.board,
                      whole.handle,
                      whole.name,
                      whole.wip_limit,
                      true,
                      false};
    Column done = whole;
    done.id = edit.new_id<ColumnId>();
    done.name = "Done";
    done.kind = model::ColumnKind::Queue;
    done.group = group.id;
    done.wip_limit.reset();
    done.handle = free_handle(edit, whole.name + " done");
    done.entry_policy.clear();
    done.source_id.clear();
    auto ids = order(edit);
    ids.insert(std::next(std::find(ids.begin(), ids.end(), whole.id)), done.id);
    edit.change(whole.id, [&](Column& doing) {
        doing.name = "Doing";
        doing.group = group.id;
        doing.wip_limit.reset();
        doing.exit_policy.clear();
    });
    // What had to be true to leave the column is now asked when leaving its second half.
    std::vector<model::GateItemId> gate;
    edit.each<model::GateItem>([&](const model::GateItem& item) {
        if (item.column == whole.id && !item.removed) {
            gate.push_back(item.id);
        }
    });
    for (const model::GateItemId id : gate) {
        edit.change(id, [&](model::GateItem& item) { item.column = done.id; });
    }
    edit.put(std::move(group));
    edit.put(std::move(done));
    renumber(edit, ids);
    return Done{};
}

Verdict decide(const AddGroup& command, Edit& edit, const Context&) {
    if (trim(command.name).empty() || command.columns.size() < 2) {
        return refusal("title_missing", "A group needs a name and at least two columns.", "");
    }
    TL_CHECK(check_limit(command.wip_limit));
    const Workflow workflow = Workflow::of(edit);
    std::vector<std::size_t> places;
    for (const ColumnId id : command.columns) {
        const auto at = workflow.index(id);
        if (!at) {
            return not_found("column");
        }
        if (workflow.columns[*at]->group) {
            return refusal("grouped",
                           name_of(edit, *workflow.columns[*at]) + " belongs to a group already.",
                           "Ungroup it first.");
        }
        places.push_back(*at);
    }
    std::sort(places.begin(), places.end());
    if (places.back() - places.front() + 1 != places.size()) {
        return refusal("not_neighbours", "The columns of a group stand side by side.",
                       "Choose neighbours.");
    }
    const auto id = edit.new_id<model::ColumnGroupId>();
    edit.put(ColumnGroup{id, edit.before().board()->id, slug(command.name),
                         std::string(trim(command.name)), command.wip_limit, false, false});
    for (const ColumnId column : command.columns) {
        edit.change(column, [id](Column& one) { one.group = id; });
    }
    return Done{};
}

Verdict decide(const EditGroup& command, Edit& edit, const Context&) {
    const ColumnGroup* found = edit.get(command.group);
    if (found == nullptr || found->removed) {
        return not_found("column group");
    }
    ColumnGroup group = *found;
    TL_CHECK(set_fields(edit, group, command.set, {"name", "wip_limit"}));
    if (group.name.empty()) {
        return refusal("title_missing", "The group would have no name.", "Write a name.");
    }
    TL_CHECK(check_limit(group.wip_limit));
    edit.put(std::move(group));
    return Done{};
}

Verdict decide(const RemoveGroup& command, Edit& edit, const Context&) {
    const ColumnGroup* found = edit.get(command.group);
    if (found == nullptr || found->removed) {
        return not_found("column group");
    }
    // Halves stand alone from now on: "Done" becomes "Create (Done)".
    for (const ColumnId id : order(edit)) {
        if (edit.get(id)->group == command.group) {
            std::string name = name_of(edit, *edit.get(id));
            edit.change(id, [&](Column& column) {
                column.name = std::move(name);
                column.group = {};
            });
        }
    }
    edit.change(command.group, [](ColumnGroup& group) { group.removed = true; });
    return Done{};
}

Verdict decide(const AddGateItem& command, Edit& edit, const Context&) {
    if (trim(command.title).empty()) {
        return refusal("title_missing", "The gate item has no text.", "Write what must be true.");
    }
    if (command.column && edit.get(command.column) == nullptr) {
        return not_found("column");
    }
    double rank = 0;
    edit.each<model::GateItem>([&](const model::GateItem& item) {
        rank = item.column == command.column ? std::max(rank, item.rank) : rank;
    });
    edit.put(model::GateItem{edit.new_id<model::GateItemId>(), command.column, command.kind,
                             std::string(trim(command.title)), rank + kStep, false});
    return Done{};
}

Verdict decide(const EditGateItem& command, Edit& edit, const Context&) {
    const model::GateItem* found = edit.get(command.item);
    if (found == nullptr) {
        return not_found("gate item");
    }
    model::GateItem item = *found;
    TL_CHECK(set_fields(edit, item, command.set, {"title", "kind", "removed", "rank"}));
    if (item.title.empty()) {
        return refusal("title_missing", "The gate item would have no text.", "Remove it instead.");
    }
    edit.put(std::move(item));
    return Done{};
}

}  // namespace throughline::rules
