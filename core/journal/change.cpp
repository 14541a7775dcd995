#include "core/journal/change.h"

#include <utility>

namespace throughline::journal {
namespace {

Error corrupt(const Change& change, const std::string& what) {
    return {ErrorCode::Corrupt, what, std::string(change.table->name) + " " + std::to_string(change.id)};
}

}  // namespace

std::optional<Change> make_change(const model::Table& table, std::int64_t id, const std::optional<model::Row>& before,
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
    const model::Table& table = *change.table;
    std::optional<model::Row> row = table.row(workspace, change.id);
    if (change.kind == ChangeKind::Remove) {
        if (!row) {
            return corrupt(change, "the row to remove is not there");
        }
        table.remove(workspace, change.id);
        return Done{};
    }
    if (change.kind == ChangeKind::Insert) {
        if (row) {
            return corrupt(change, "the row to add is already there");
        }
        row.emplace(table.fields.size());
        (*row)[0] = change.id;
    } else if (!row) {
        return corrupt(change, "the row to change is not there");
    }
    for (const FieldChange& field : change.fields) {
        (*row)[field.field] = field.after;
    }
    const std::string_view wrong = table.put(workspace, *row);
    if (!wrong.empty()) {
        return corrupt(change, "field '" + std::string(wrong) + "' does not hold what it should");
    }
    return Done{};
}

}  // namespace throughline::journal
