// The tables of a board file, made from the model's field lists. Table and column names are public:
// people read them with other SQL tools. In words: README.md.
#pragma once

#include "core/base/time.h"
#include "core/model/tables.h"
#include "core/store/sqlite_db.h"

#include <string>
#include <vector>

namespace throughline::store {

// "TLBD" in the file's header, so that tools (and we) know what the file is. Stored; never changed.
inline constexpr std::int64_t kApplicationId = 0x544C4244;
// The format this program writes; the file's user_version. Raised with every change of the tables.
inline constexpr std::int64_t kFormat = 1;
// The oldest program (by its kFormat) that may open what this one writes.
inline constexpr std::int64_t kOldestReader = 1;

// "name" in double quotes.
std::string quoted(std::string_view name);
// "a", "b", "c"
std::string column_list(std::span<const model::FieldInfo> fields);
std::string create_table(std::string_view name, std::span<const model::FieldInfo> fields);

// What has to be done to the file so that it has every table and column: SQL statements, none when
// all are there. Tables and columns that we do not know are left alone.
Result<std::vector<std::string>> schema_gaps(Db& db);

// Makes all tables and fills `meta`. The caller holds a write transaction.
Status create_schema(Db& db, Instant now);
// Closes the gaps and notes the format. The caller holds a write transaction and has made a backup.
Status migrate_schema(Db& db, const std::vector<std::string>& gaps);

}  // namespace throughline::store
