// A thin owning wrapper of SQLite: connection, statement, transaction. Faults come back as Error
// values with words for a person; destructors never throw. Nothing here knows Throughline's tables.
//
// One thread at a time per Db.
#pragma once

#include "core/base/result.h"
#include "core/model/value.h"

#include <concepts>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

struct sqlite3;
struct sqlite3_stmt;

namespace throughline::store {

// A prepared statement, made once and run many times. Parameters count from 1, columns from 0.
class Statement {
public:
    Statement() = default;
    Statement(sqlite3* db, sqlite3_stmt* statement) : db_(db), statement_(statement) {}

    explicit operator bool() const { return statement_ != nullptr; }

    // The text is not copied: it must live until run() or reset(). So temporaries are refused.
    void bind(int at, model::ValueView value);
    template <std::same_as<std::string> T>
    void bind(int at, T&& text) = delete;

    // True: a row is there to be read. False: done. After false or an error the statement is reset.
    Result<bool> step();
    // For statements without rows.
    Status run();
    // Ready for the next use; also gives up the read lock of a half-read result.
    void reset();

    // Of the present row; text is valid until the next step or reset.
    std::int64_t integer(int column) const;
    std::string_view text(int column) const;
    // Blobs, which we never write, are seen as text.
    model::ValueView value(int column) const;

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    sqlite3* db_ = nullptr;
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

// A half-read or failed statement is reset when this goes out of scope.
class ResetAtEnd {
public:
    explicit ResetAtEnd(Statement& statement) : statement_(statement) {}
    ~ResetAtEnd() { statement_.reset(); }
    ResetAtEnd(const ResetAtEnd&) = delete;
    ResetAtEnd& operator=(const ResetAtEnd&) = delete;

private:
    Statement& statement_;
};

// A connection. Statements made from it must be gone before it.
class Db {
public:
    // Unchanging: nobody writes to the file meanwhile, so no lock and no file beside it is needed.
    enum class Access { ReadWrite, ReadWriteCreate, Unchanging };
    // Waits up to `busy_ms` for others who hold the file. Opening does not read the file yet: the
    // first statement does, and reports what is wrong with it.
    static Result<Db> open(const std::string& path, Access access, int busy_ms);

    // One or more statements without parameters and without interest in their rows.
    Status execute(const std::string& sql);
    Result<Statement> prepare(std::string_view sql);
    // The first column of the first row; 0 or "" when there is none.
    Result<std::int64_t> number(std::string_view sql);
    Result<std::string> text(std::string_view sql);

    // Rows changed by the last insert, update or delete.
    std::int64_t changes() const;
    bool is_read_only() const;
    bool in_transaction() const;
    // What went wrong last, in words, with the remedy.
    Error error() const;
    sqlite3* handle() const { return db_.get(); }

private:
    struct Close {
        void operator()(sqlite3* db) const;
    };
    explicit Db(sqlite3* db) : db_(db) {}

    std::unique_ptr<sqlite3, Close> db_;
};

// Rolled back unless committed.
class Transaction {
public:
    // Read: one consistent view of the file. Write: and nobody else writes until the end.
    enum class Kind { Read, Write };
    static Result<Transaction> begin(Db& db, Kind kind);
    ~Transaction();
    Transaction(Transaction&& other) noexcept : db_(std::exchange(other.db_, nullptr)) {}
    Transaction& operator=(Transaction&&) = delete;

    // On an error nothing was written.
    Status commit();

private:
    explicit Transaction(Db& db) : db_(&db) {}

    Db* db_ = nullptr;
};

// "3.40.1"
std::string sqlite_version();
// STRICT tables came with SQLite 3.37.
bool sqlite_has_strict_tables();

}  // namespace throughline::store
