#include "core/store/table_rows.h"

#include "core/store/schema.h"

namespace throughline::store {
namespace {

class StatementReader final : public model::RowReader {
public:
    explicit StatementReader(const Statement& statement) : statement_(statement) {}
    model::ValueView value(std::size_t field) override {
        return statement_.value(static_cast<int>(field));
    }

private:
    const Statement& statement_;
};

}  // namespace

Error TableRows::missing(std::int64_t id, const char* what) const {
    return {ErrorCode::Corrupt, std::string(what) + "; run check, then rebuild",
            std::string(table_->name) + " " + std::to_string(id)};
}

Status TableRows::write(const journal::Change& change) {
    switch (change.kind) {
        case journal::ChangeKind::Update: return update(change);
        case journal::ChangeKind::Remove: return remove(change.id);
        case journal::ChangeKind::Insert: break;
    }
    model::Row row = table_->blank();
    row[0] = change.id;
    for (const journal::FieldChange& field : change.fields) {
        row[field.field] = field.after;
    }
    return insert(row);
}

Status TableRows::insert(const model::Row& row) {
    if (!insert_) {
        std::string places;
        for (std::size_t i = 1; i <= row.size(); ++i) {
            places += (i == 1 ? "?" : ", ?") + std::to_string(i);
        }
        // A row that is already there must not end the transaction as other faults do: 0 changes
        // tell.
        TL_TRY(insert_, db_->prepare("INSERT INTO " + quoted(table_->name) + " (" +
                                     column_list(table_->fields) + ") VALUES (" + places +
                                     ") ON CONFLICT (\"id\") DO NOTHING"));
    }
    for (std::size_t i = 0; i < row.size(); ++i) {
        insert_.bind(static_cast<int>(i + 1), row[i]);
    }
    TL_CHECK(insert_.run());
    if (db_->changes() != 1) {
        return missing(std::get<std::int64_t>(row[0]), "the row to add is already there");
    }
    return Done{};
}

Status TableRows::update(const journal::Change& change) {
    std::vector<std::size_t> fields;
    fields.reserve(change.fields.size());
    for (const journal::FieldChange& field : change.fields) {
        fields.push_back(field.field);
    }
    if (fields.empty()) {
        return Done{};
    }
    Statement& statement = updates_[fields];
    if (!statement) {
        std::string sets;
        for (std::size_t i = 0; i < fields.size(); ++i) {
            sets += (i == 0 ? "" : ", ") + quoted(table_->fields[fields[i]].name) + " = ?" +
                    std::to_string(i + 1);
        }
        TL_TRY(statement, db_->prepare("UPDATE " + quoted(table_->name) + " SET " + sets +
                                       " WHERE \"id\" = ?" + std::to_string(fields.size() + 1)));
    }
    int at = 1;
    for (const journal::FieldChange& field : change.fields) {
        statement.bind(at++, field.after);
    }
    statement.bind(at, change.id);
    TL_CHECK(statement.run());
    return db_->changes() == 1 ? Status(Done{})
                               : missing(change.id, "the row to change is not there");
}

Status TableRows::remove(std::int64_t id) {
    if (!remove_) {
        TL_TRY(remove_, db_->prepare("DELETE FROM " + quoted(table_->name) + " WHERE \"id\" = ?1"));
    }
    remove_.bind(1, id);
    TL_CHECK(remove_.run());
    return db_->changes() == 1 ? Status(Done{}) : missing(id, "the row to remove is not there");
}

Status TableRows::remove_all() {
    return db_->execute("DELETE FROM " + quoted(table_->name));
}

std::string TableRows::select() const {
    return "SELECT " + column_list(table_->fields) + " FROM " + quoted(table_->name) +
           " ORDER BY \"id\"";
}

Status TableRows::load(model::Workspace& workspace) {
    TL_TRY(Statement rows, db_->prepare(select()));
    StatementReader reader(rows);
    for (;;) {
        TL_TRY(const bool row, rows.step());
        if (!row) {
            return Done{};
        }
        const std::string_view wrong = table_->read(workspace, reader);
        if (!wrong.empty()) {
            return missing(rows.integer(0),
                           ("'" + std::string(wrong) + "' does not hold what it should").c_str());
        }
    }
}

Status TableRows::each(const std::function<bool(const model::Row&)>& use) {
    TL_TRY(Statement rows, db_->prepare(select()));
    model::Row row(table_->fields.size());
    for (;;) {
        TL_TRY(const bool there, rows.step());
        if (!there) {
            return Done{};
        }
        for (std::size_t i = 0; i < row.size(); ++i) {
            row[i] = rows.value(static_cast<int>(i)).copy();
        }
        if (!use(row)) {
            return Done{};
        }
    }
}

Result<std::int64_t> TableRows::count() {
    return db_->number("SELECT count(*) FROM " + quoted(table_->name));
}

}  // namespace throughline::store
