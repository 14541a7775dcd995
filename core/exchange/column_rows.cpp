#include "core/base/text.h"
#include "core/exchange/columns.h"

#include <algorithm>

namespace throughline::exchange {
namespace {

// Of a column that is brought back: another may bear its handle by now.
std::string free_handle(const model::Column& row, const ColumnPlan& plan,
                        const model::Workspace& workspace) {
    std::string handle = row.handle;
    for (int n = 2; true; ++n) {
        const model::Column* other = workspace.column_by_handle(handle);
        const bool is_new_taken =
            std::any_of(plan.columns.begin(), plan.columns.end(), [&](const auto& one) {
                return one.id != row.id && !one.removed && one.handle == handle;
            });
        if ((other == nullptr || other->id == row.id) && !is_new_taken) {
            return handle;
        }
        handle = row.handle + "-" + std::to_string(n);
    }
}

}  // namespace

void write_columns(ColumnPlan& plan, const std::vector<SourceColumn>& lists,
                   const model::Workspace& workspace, ChangeSet& changes, ImportReport& report) {
    if (changes.update(plan.board)) {
        ++report.updated["points"];
    }
    for (std::size_t i = 0; i < lists.size(); ++i) {
        model::Column& row = plan.columns[i];
        if (plan.is_new[i]) {
            add(changes, report, row, "columns");
            continue;
        }
        const SourceColumn& list = lists[i];
        const bool is_point = plan.board.commitment == row.id || plan.board.delivery == row.id;
        if (list.has_cards && row.removed) {
            row.removed = false;  // its cards must be seen
            row.handle = free_handle(row, plan, workspace);
        } else if (list.closed && !list.has_cards && !row.removed &&
                   workspace.cards_in(row.id).empty() && !is_point) {
            row.removed = true;
        }
        const bool bears_old_name =
            std::any_of(list.old_names.begin(), list.old_names.end(),
                        [&](const std::string& name) { return trim(name) == row.name; });
        if (bears_old_name && !trim(list.name).empty()) {
            row.name = std::string(trim(list.name));
        }
        update(changes, report, row, "columns");
    }
}

}  // namespace throughline::exchange
