#include "core/rules/edit.h"

#include <algorithm>
#include <functional>

namespace throughline::rules {

void Edit::reuse_numbers(const std::vector<journal::Change>& undone) {
    for (const journal::Change& change : undone) {
        const auto index = change.table->field_index("number");
        if (change.kind != journal::ChangeKind::Insert || !index) {
            continue;
        }
        for (const journal::FieldChange& field : change.fields) {
            const auto* number = std::get_if<std::int64_t>(&field.after);
            if (field.field == *index && number != nullptr) {
                reused_[std::string(change.table->name)].push_back(*number);
            }
        }
    }
    for (auto& [counter, numbers] : reused_) {
        std::sort(numbers.begin(), numbers.end(), std::greater<>());
    }
}

std::int64_t Edit::next_number(std::string_view counter) {
    if (const auto found = reused_.find(counter);
        found != reused_.end() && !found->second.empty()) {
        const std::int64_t number = found->second.back();
        found->second.pop_back();
        return number;
    }
    const model::Counter* found = nullptr;
    each<model::Counter>([&](const model::Counter& one) {
        if (one.name == counter) {
            found = &one;
        }
    });
    model::Counter next =
        found == nullptr ? model::Counter{next_in_log<model::Counter>(), std::string(counter), 0}
                         : *found;
    ++next.last;
    const std::int64_t number = next.last;
    put(std::move(next));
    return number;
}

std::vector<journal::Change> Edit::changes() const {
    std::vector<journal::Change> result;
    model::for_each_stored_type([&]<class T>() {
        const model::Table& table = model::table_of<T>();
        for (const auto& [id, row] : touched_rows<T>()) {
            std::optional<model::Row> after;
            if (row) {
                after = model::to_row(*row);
            }
            if (auto change = journal::make_change(table, id, table.row(workspace_, id), after)) {
                result.push_back(std::move(*change));
            }
        }
    });
    return result;
}

}  // namespace throughline::rules
