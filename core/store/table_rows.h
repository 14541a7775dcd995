// Reads and writes the rows of one table of a board file, with statements that are prepared once
// and kept. An update writes the changed columns only.
#pragma once

#include "core/journal/change.h"
#include "core/store/sqlite_db.h"

#include <functional>
#include <map>

namespace throughline::store {

class TableRows {
public:
    // Both must outlive this.
    TableRows(Db& db, const model::Table& table) : db_(&db), table_(&table) {}

    const model::Table& table() const { return *table_; }

    // Corrupt when the row to change or remove is not there, or the one to add is.
    Status write(const journal::Change& change);
    Status insert(const model::Row& row);
    Status remove_all();

    // All rows in ascending order of id, straight into the workspace. The Error names a row that
    // does not fit its fields.
    Status load(model::Workspace& workspace);
    // The values as they stand in the file, right or wrong. `use` returns false to stop.
    Status each(const std::function<bool(const model::Row&)>& use);
    Result<std::int64_t> count();

private:
    Status update(const journal::Change& change);
    Status remove(std::int64_t id);
    std::string select() const;
    Error missing(std::int64_t id, const char* what) const;

    Db* db_;
    const model::Table* table_;
    Statement insert_;
    Statement remove_;
    std::map<std::vector<std::size_t>, Statement> updates_;  // by the fields they set
};

}  // namespace throughline::store
