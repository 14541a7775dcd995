#include "core/store/sqlite_db.h"

#include <sqlite3.h>

#include <new>
#include <utility>

namespace throughline::store {
namespace {

struct Words {
    ErrorCode code;
    std::string message;
};

std::string detail(sqlite3* db) {
    return " (SQLite: " + std::string(sqlite3_errmsg(db)) + ", " +
           std::to_string(sqlite3_extended_errcode(db)) + ")";
}

Words words_for(sqlite3* db) {
    switch (sqlite3_errcode(db) & 0xFF) {  // the primary code
        case SQLITE_FULL:
            return {ErrorCode::Io,
                    "the disk is full, nothing was written; make room and try again"};
        case SQLITE_READONLY:
            return {ErrorCode::Io,
                    "the file may not be written; give yourself the right to write it and its "
                    "folder, or work on a "
                    "copy" +
                        detail(db)};
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return {ErrorCode::Io,
                    "another program keeps the file busy; try again, or close that program" +
                        detail(db)};
        case SQLITE_CANTOPEN:
        case SQLITE_PERM:
        case SQLITE_AUTH:
            return {
                ErrorCode::Io,
                "the file cannot be opened; look whether the folder is there and may be written" +
                    detail(db)};
        case SQLITE_IOERR:
            return {ErrorCode::Io,
                    "the disk refuses, nothing was written; look whether it is full, "
                    "write-protected or "
                    "gone, and try again" +
                        detail(db)};
        case SQLITE_TOOBIG:
            return {ErrorCode::Invalid, "a text is longer than the file can hold" + detail(db)};
        case SQLITE_INTERRUPT: return {ErrorCode::Cancelled, "stopped"};
        case SQLITE_NOTADB: return {ErrorCode::Corrupt, "the file is not a database" + detail(db)};
        case SQLITE_CORRUPT: return {ErrorCode::Corrupt, "the file is damaged" + detail(db)};
        // Not Corrupt: that has the file moved aside, and this may be a mistake of ours.
        default: return {ErrorCode::Io, "the database refuses this" + detail(db)};
    }
}

Error error_of(sqlite3* db) {
    if (sqlite3_errcode(db) == SQLITE_NOMEM) {
        throw std::bad_alloc();
    }
    Words words = words_for(db);
    const char* path = sqlite3_db_filename(db, "main");
    return {words.code, std::move(words.message), path == nullptr ? "" : path};
}

// The path as SQLite's URI form wants it (sqlite.org/uri.html).
std::string address_of(const std::string& path) {
    constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string address = "file:";
    for (const char c : path) {
        if (c == '?' || c == '#' || c == '%') {
            const auto byte = static_cast<unsigned char>(c);
            address += '%';
            address += kHex[byte >> 4];
            address += kHex[byte & 15];
        } else {
            address += c;
        }
    }
    return address;
}

}  // namespace

// --- Statement ----------------------------------------------------------------------------------

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

void Statement::bind(int at, model::ValueView value) {
    sqlite3_stmt* statement = statement_.get();
    if (const auto* number = value.integer()) {
        sqlite3_bind_int64(statement, at, *number);
    } else if (const auto* real = value.real()) {
        sqlite3_bind_double(statement, at, *real);
    } else if (const auto* text = value.text()) {
        // A null pointer would bind NULL instead of the empty text.
        sqlite3_bind_text64(statement, at, text->data() == nullptr ? "" : text->data(),
                            text->size(), SQLITE_STATIC, SQLITE_UTF8);
    } else {
        sqlite3_bind_null(statement, at);
    }
}

Result<bool> Statement::step() {
    const int code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW) {
        return true;
    }
    if (code == SQLITE_DONE) {
        reset();
        return false;
    }
    Error error = error_of(db_);
    reset();
    return error;
}

Status Statement::run() {
    TL_TRY([[maybe_unused]] const bool row, step());
    reset();
    return Done{};
}

void Statement::reset() {
    if (statement_) {
        sqlite3_reset(statement_.get());
        sqlite3_clear_bindings(statement_.get());
    }
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(statement_.get(), column);
}

std::string_view Statement::text(int column) const {
    const auto* bytes =
        reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
    const int size = sqlite3_column_bytes(statement_.get(), column);
    return bytes == nullptr ? std::string_view()
                            : std::string_view(bytes, static_cast<std::size_t>(size));
}

model::ValueView Statement::value(int column) const {
    switch (sqlite3_column_type(statement_.get(), column)) {
        case SQLITE_INTEGER: return integer(column);
        case SQLITE_FLOAT: return sqlite3_column_double(statement_.get(), column);
        case SQLITE_NULL: return {};
        default: return text(column);
    }
}

// --- Db -----------------------------------------------------------------------------------------

void Db::Close::operator()(sqlite3* db) const {
    sqlite3_close(db);
}

Result<Db> Db::open(const std::string& path, Access access, int busy_ms) {
    const bool unchanging = access == Access::Unchanging;
    const int create = access == Access::ReadWriteCreate ? SQLITE_OPEN_CREATE : 0;
    const int flags =
        unchanging ? SQLITE_OPEN_READONLY | SQLITE_OPEN_URI : SQLITE_OPEN_READWRITE | create;
    const std::string name = unchanging ? address_of(path) + "?immutable=1" : path;
    sqlite3* raw = nullptr;
    // One thread at a time per connection, so SQLite need not lock for each call.
    const int code = sqlite3_open_v2(name.c_str(), &raw, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    if (raw == nullptr) {
        throw std::bad_alloc();
    }
    Db db(raw);
    if (code != SQLITE_OK) {
        Error error = error_of(raw);
        error.where = path;
        return error;
    }
    sqlite3_extended_result_codes(raw, 1);
    sqlite3_busy_timeout(raw, busy_ms);
    return db;
}

Status Db::execute(const std::string& sql) {
    if (sqlite3_exec(db_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
        return error_of(db_.get());
    }
    return Done{};
}

Result<Statement> Db::prepare(std::string_view sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v3(db_.get(), sql.data(), static_cast<int>(sql.size()),
                           SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK) {
        return error_of(db_.get());
    }
    return Statement(db_.get(), statement);
}

Result<std::int64_t> Db::number(std::string_view sql) {
    TL_TRY(Statement statement, prepare(sql));
    TL_TRY(const bool row, statement.step());
    return row ? statement.integer(0) : 0;
}

Result<std::string> Db::text(std::string_view sql) {
    TL_TRY(Statement statement, prepare(sql));
    TL_TRY(const bool row, statement.step());
    return row ? std::string(statement.text(0)) : std::string();
}

std::int64_t Db::changes() const {
    return sqlite3_changes(db_.get());
}
bool Db::is_read_only() const {
    return sqlite3_db_readonly(db_.get(), "main") == 1;
}
bool Db::in_transaction() const {
    return sqlite3_get_autocommit(db_.get()) == 0;
}
Error Db::error() const {
    return error_of(db_.get());
}

// --- Transaction --------------------------------------------------------------------------------

Result<Transaction> Transaction::begin(Db& db, Kind kind) {
    TL_CHECK(db.execute(kind == Kind::Write ? "BEGIN IMMEDIATE" : "BEGIN"));
    return Transaction(db);
}

Status Transaction::commit() {
    TL_CHECK(db_->execute("COMMIT"));
    db_ = nullptr;
    return Done{};
}

Transaction::~Transaction() {
    // Some faults (disk full) make SQLite roll back by itself.
    if (db_ != nullptr && db_->in_transaction()) {
        const Status rolled_back = db_->execute("ROLLBACK");
        static_cast<void>(rolled_back);  // fails only when there is nothing to roll back
    }
}

std::string sqlite_version() {
    return sqlite3_libversion();
}
bool sqlite_has_strict_tables() {
    return sqlite3_libversion_number() >= 3037000;
}

}  // namespace throughline::store
