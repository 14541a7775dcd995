// A change: one row before and after. What an entry carries, what undo turns round, what a store
// writes and what audit puts into words.
#pragma once

#include "core/base/result.h"
#include "core/model/tables.h"

#include <vector>

namespace throughline::journal {

enum class ChangeKind { Insert, Update, Remove };

// A field's values before and after; null when the row was not or is no longer there.
struct FieldChange {
    std::size_t field = 0;  // index into the table's fields
    model::Value before;
    model::Value after;

    friend bool operator==(const FieldChange&, const FieldChange&) = default;
};

// Insert and Remove carry every field that is not null; Update only those that differ. The id
// itself is not among them.
struct Change {
    const model::Table* table = nullptr;
    std::int64_t id = 0;
    ChangeKind kind = ChangeKind::Update;
    std::vector<FieldChange> fields;

    friend bool operator==(const Change&, const Change&) = default;
};

// The change from one row to another of the same id; nullopt when nothing differs. An absent row is
// given as nullopt.
std::optional<Change> make_change(const model::Table& table, std::int64_t id,
                                  const std::optional<model::Row>& before,
                                  const std::optional<model::Row>& after);

Change invert(const Change& change);

// Applies to the workspace. Corrupt when the row to change is not there, the row to insert is
// already there, or a value does not fit its field; the workspace is then as before. The `before`
// values are not compared with the row: only undo and `check` ask for them.
// A field that an insert does not name gets the table's blank value.
Status apply(model::Workspace& workspace, const Change& change);
// All of them, or on an error none.
Status apply(model::Workspace& workspace, const std::vector<Change>& changes);
// Takes changes back, newest first. They must be the last ones applied.
void unapply(model::Workspace& workspace, const std::vector<Change>& changes);

}  // namespace throughline::journal
