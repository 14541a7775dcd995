#include "core/store/schema.h"

#include "core/model/brief.h"

#include <fmt/format.h>

#include <set>
#include <utility>

namespace throughline::store {
namespace {

// `nonce` is the unsigned number of the payload as a signed one. Its index is the only one: each
// index is one more page to make durable with every move.
constexpr const char* kJournalTable =
    "CREATE TABLE \"journal\" (\n"
    "    \"seq\" INTEGER PRIMARY KEY,\n"
    "    \"when_us\" INTEGER NOT NULL,\n"
    "    \"actor\" INTEGER NOT NULL,\n"
    "    \"kind\" TEXT NOT NULL,\n"
    "    \"command\" TEXT NOT NULL,\n"
    "    \"nonce\" INTEGER NOT NULL UNIQUE,\n"
    "    \"payload\" TEXT NOT NULL,\n"
    "    \"digest\" TEXT NOT NULL,\n"
    "    \"hash\" TEXT NOT NULL\n"
    ")";

constexpr const char* kMetaTable =
    "CREATE TABLE \"meta\" (\n"
    "    \"name\" TEXT NOT NULL PRIMARY KEY,\n"
    "    \"value\" TEXT NOT NULL\n"
    ")";

constexpr std::string_view kPutMeta =
    "INSERT INTO \"meta\" (\"name\", \"value\") VALUES (?1, ?2) "
    "ON CONFLICT (\"name\") DO UPDATE SET \"value\" = excluded.\"value\"";

const char* strict() {
    return sqlite_has_strict_tables() ? " STRICT" : "";
}

const char* sql_type(model::FieldKind kind) {
    switch (kind) {
        case model::FieldKind::Integer:
        case model::FieldKind::Flag:
        case model::FieldKind::Instant:
        case model::FieldKind::Id: return "INTEGER";
        case model::FieldKind::Real: return "REAL";
        case model::FieldKind::Text:
        case model::FieldKind::Day:
        case model::FieldKind::Choice:
        case model::FieldKind::List: return "TEXT";
    }
    return "TEXT";
}

std::string column(const model::FieldInfo& field) {
    return quoted(field.name) + " " + sql_type(field.kind) + (field.nullable ? "" : " NOT NULL");
}

// As an SQL literal, for the default of a column that is added later.
std::string literal(const model::Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        return std::to_string(*number);
    }
    if (const auto* real = std::get_if<double>(&value)) {
        return fmt::format("{}", *real);
    }
    std::string out = "'";
    for (const char c : std::get<std::string>(value)) {
        out += c;
        if (c == '\'') {
            out += '\'';
        }
    }
    return out + "'";
}

struct WantedTable {
    std::string_view name;
    std::span<const model::FieldInfo> fields;
    model::Row blank;
};

std::vector<WantedTable> wanted_tables() {
    std::vector<WantedTable> wanted;
    for (const model::Table& table : model::tables()) {
        wanted.push_back({table.name, table.fields, table.blank()});
    }
    wanted.push_back({model::Fields<model::BriefDraft>::kName,
                      model::field_infos<model::BriefDraft>(), model::to_row(model::BriefDraft{})});
    return wanted;
}

Status put_meta(Db& db, std::string_view name, const std::string& value) {
    TL_TRY(Statement put, db.prepare(kPutMeta));
    put.bind(1, name);
    put.bind(2, value);
    return put.run();
}

Status note_format(Db& db) {
    TL_CHECK(put_meta(db, "format", std::to_string(kFormat)));
    TL_CHECK(put_meta(db, "oldest_reader", std::to_string(kOldestReader)));
    return db.execute("PRAGMA user_version = " + std::to_string(kFormat));
}

}  // namespace

std::string quoted(std::string_view name) {
    return "\"" + std::string(name) + "\"";
}

std::string column_list(std::span<const model::FieldInfo> fields) {
    std::string list;
    for (const model::FieldInfo& field : fields) {
        list += (list.empty() ? "" : ", ") + quoted(field.name);
    }
    return list;
}

std::string create_table(std::string_view name, std::span<const model::FieldInfo> fields) {
    std::string sql = "CREATE TABLE " + quoted(name) + " (\n    " + quoted(fields[0].name) +
                      " INTEGER PRIMARY KEY";
    for (const model::FieldInfo& field : fields.subspan(1)) {
        sql += ",\n    " + column(field);
    }
    return sql + "\n)" + strict();
}

Result<std::vector<std::string>> schema_gaps(Db& db) {
    std::vector<std::string> gaps;
    TL_TRY(Statement columns, db.prepare("SELECT \"name\" FROM pragma_table_info(?1)"));
    const auto columns_of = [&](std::string_view table) -> Result<std::set<std::string>> {
        std::set<std::string> names;
        columns.bind(1, table);
        for (;;) {
            TL_TRY(const bool row, columns.step());
            if (!row) {
                return names;
            }
            names.emplace(columns.text(0));
        }
    };
    for (const WantedTable& table : wanted_tables()) {
        TL_TRY(const auto there, columns_of(table.name));
        if (there.empty()) {
            gaps.push_back(create_table(table.name, table.fields));
            continue;
        }
        for (std::size_t i = 0; i < table.fields.size(); ++i) {
            const model::FieldInfo& field = table.fields[i];
            if (!there.contains(std::string(field.name))) {
                gaps.push_back("ALTER TABLE " + quoted(table.name) + " ADD COLUMN " +
                               column(field) +
                               (field.nullable ? "" : " DEFAULT " + literal(table.blank[i])));
            }
        }
    }
    for (const auto& [name, sql] :
         {std::pair{"journal", kJournalTable}, std::pair{"meta", kMetaTable}}) {
        TL_TRY(const auto there, columns_of(name));
        if (there.empty()) {
            gaps.push_back(std::string(sql) + strict());
        }
    }
    return gaps;
}

Status create_schema(Db& db, Instant now) {
    TL_TRY(const auto gaps, schema_gaps(db));
    for (const std::string& sql : gaps) {
        TL_CHECK(db.execute(sql));
    }
    TL_CHECK(put_meta(db, "created", to_text(now)));
    TL_CHECK(note_format(db));
    return db.execute("PRAGMA application_id = " + std::to_string(kApplicationId));
}

Status migrate_schema(Db& db, const std::vector<std::string>& gaps) {
    for (const std::string& sql : gaps) {
        TL_CHECK(db.execute(sql));
    }
    return note_format(db);
}

}  // namespace throughline::store
