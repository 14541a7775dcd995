// Collects the rows an import adds and changes, and turns them into journal changes.
#pragma once

#include "core/exchange/import.h"
#include "core/journal/change.h"

namespace throughline::exchange {

class ChangeSet {
public:
    explicit ChangeSet(const model::Workspace& workspace) : workspace_(workspace) {}

    template <class T>
    void add(const T& row) {
        changes_.push_back(*journal::make_change(model::table_of<T>(), row.id.value, std::nullopt,
                                                 model::to_row(row)));
    }

    // `after` in the place of the row with its id; nothing when they are equal. At most once per
    // row.
    template <class T>
    bool update(const T& after) {
        const T* before = workspace_.find(after.id);
        auto change = journal::make_change(model::table_of<T>(), after.id.value,
                                           model::to_row(*before), model::to_row(after));
        if (!change) {
            return false;
        }
        changes_.push_back(std::move(*change));
        return true;
    }

    void reserve(std::size_t count) { changes_.reserve(count); }
    bool empty() const { return changes_.empty(); }
    std::vector<journal::Change> take() { return std::move(changes_); }

private:
    const model::Workspace& workspace_;
    std::vector<journal::Change> changes_;
};

// The same, counted in the report.
template <class T>
void add(ChangeSet& changes, ImportReport& report, const T& row, const char* what) {
    changes.add(row);
    ++report.created[what];
}
template <class T>
void update(ChangeSet& changes, ImportReport& report, const T& row, const char* what) {
    ++(changes.update(row) ? report.updated : report.unchanged)[what];
}

}  // namespace throughline::exchange
