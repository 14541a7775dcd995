#include "core/journal/change.h"

#include <cassert>
#include <utility>

namespace throughline::journal {
namespace {

Error corrupt(const Change& change, const std::string& what) {
    return {ErrorCode::Corrupt, what,
            std::string(change.table->name) + " " + std::to_string(change.id)};
}

// `before` is the row as it stands, absent when there is none.
Status apply_to(model::Workspace& workspace, const Change& change,
                const std::optional<model::Row>& before) {
    const model::Table& table = *change.table;
    if (change.kind == ChangeKind::Insert && before) {
        return corrupt(change, "the row to add is already there");
    }
    if (change.kind != ChangeKind::Insert && !before) {
        return corrupt(change, change.kind == ChangeKind::Remove
                                   ? "the row to remove is not there"
                                   : "the row to change is not there");
    }
    if (change.kind == ChangeKind::Remove) {
        table.remove(workspace, change.id);
        return Done{};
    }
    model::Row row = before ? *before : table.blank();
    row[0] = change.id;
    for (const FieldChange& field : change.fields) {
        row[field.field] = field.after;
    }
    const std::string_view wrong = table.put(workspace, row);
    if (!wrong.empty()) {
        return corrupt(change, "field '" + std::string(wrong) + "' does not hold what it should");
    }
    return Done{};
}

}  // namespace

std::optional<Change> make_change(const model::Table& table, std::int64_t id,
                                  const std::optional<model::Row>& before,
                                  const std::optional<model::Row>& after) {
    if (!before && !after) {
        return std::nullopt;
    }
    Change change{&table, id, ChangeKind::Update, {}};
    change.kind = !before ? ChangeKind::Insert : !after ? ChangeKind::Remove : ChangeKind::Update;
    for (std::size_t i = 1; i < table.fields.size(); ++i) {
        model::Value old_value = before ? (*before)[i] : model::Value{};
        model::Value new_value = after ? (*after)[i] : model::Value{};
        if (old_value != new_value) {
            change.fields.push_back({i, std::move(old_value), std::move(new_value)});
        }
    }
    if (change.kind == ChangeKind::Update && change.fields.empty()) {
        return std::nullopt;
    }
    return change;
}

Change invert(const Change& change) {
    Change inverse = change;
    if (change.kind != ChangeKind::Update) {
        inverse.kind = change.kind == ChangeKind::Insert ? ChangeKind::Remove : ChangeKind::Insert;
    }
    for (FieldChange& field : inverse.fields) {
        std::swap(field.before, field.after);
    }
    return inverse;
}

Status apply(model::Workspace& workspace, const Change& change) {
    return apply_to(workspace, change, change.table->row(workspace, change.id));
}

Status apply(model::Workspace& workspace, const std::vector<Change>& changes) {
    // The rows themselves are kept, not the `before` values of the changes: those may be wrong in a
    // damaged journal.
    std::vector<std::optional<model::Row>> befores;
    befores.reserve(changes.size());
    for (const Change& change : changes) {
        befores.push_back(change.table->row(workspace, change.id));
        if (Status status = apply_to(workspace, change, befores.back()); !status) {
            befores.pop_back();
            for (std::size_t i = befores.size(); i > 0; --i) {
                const Change& done = changes[i - 1];
                if (befores[i - 1]) {
                    done.table->put(workspace, *befores[i - 1]);
                } else {
                    done.table->remove(workspace, done.id);
                }
            }
            return status;
        }
    }
    return Done{};
}

void unapply(model::Workspace& workspace, const std::vector<Change>& changes) {
    for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
        [[maybe_unused]] const Status status = apply(workspace, invert(*change));
        assert(status.ok());
    }
}

}  // namespace throughline::journal
