// Check and rebuild of a SQLite board; what is the same for every engine is in check.h.

#include "core/store/check.h"
#include "core/store/sqlite_store.h"

#include <sqlite3.h>

#include <limits>

namespace throughline::store {
namespace {

// Lets a person stop SQLite's own long work. Removes itself.
class Interruptible {
public:
    Interruptible(Db& db, const Store::Progress& progress, std::int64_t total)
        : db_(db.handle()), progress_(progress), total_(total) {
        constexpr int kInstructions = 1'000'000;  // some ten milliseconds
        if (progress_) {
            sqlite3_progress_handler(db_, kInstructions, &Interruptible::ask, this);
        }
    }
    ~Interruptible() { sqlite3_progress_handler(db_, 0, nullptr, nullptr); }
    Interruptible(const Interruptible&) = delete;
    Interruptible& operator=(const Interruptible&) = delete;

private:
    static int ask(void* self) {
        const auto* me = static_cast<Interruptible*>(self);
        return me->progress_(0, me->total_) ? 0 : 1;
    }

    sqlite3* db_;
    const Store::Progress& progress_;
    std::int64_t total_;
};

Error stopped(const char* what) {
    return {ErrorCode::Cancelled, what, ""};
}

}  // namespace

Status SqliteStore::each_entry(const std::function<bool(const StoredEntry&)>& use) {
    const ResetAtEnd reset(select_since_);
    select_since_.bind(1, std::int64_t{0});
    select_since_.bind(2, std::numeric_limits<std::int64_t>::max());
    for (;;) {
        TL_TRY(const bool row, select_since_.step());
        if (!row || !use(stored_entry(select_since_))) {
            return Done{};
        }
    }
}

Status SqliteStore::check_file(const Progress& progress, std::vector<Finding>& findings) {
    TL_TRY(const Head newest, head());
    const Interruptible interruptible(db_, progress, newest.seq);
    TL_TRY(Statement check, db_.prepare("PRAGMA integrity_check(100)"));
    for (;;) {
        TL_TRY(const bool row, check.step());
        if (!row) {
            return Done{};
        }
        if (check.text(0) != "ok") {
            findings.push_back({std::string(check.text(0)), path_});
        }
    }
}

Result<std::vector<Finding>> SqliteStore::check(const Progress& progress) {
    TL_TRY(Transaction still, Transaction::begin(db_, Transaction::Kind::Read));
    std::vector<Finding> findings;
    TL_CHECK(check_file(progress, findings));
    TL_TRY(std::int64_t total, db_.number("SELECT count(*) FROM \"journal\""));
    for (TableRows& table : tables_) {
        TL_TRY(const std::int64_t rows, table.count());
        total += rows;
    }
    Checker checker(progress, total);
    for (Finding& finding : findings) {
        checker.note(std::move(finding.what), std::move(finding.where));
    }
    bool go_on = true;
    TL_CHECK(each_entry([&](const StoredEntry& stored) {
        checker.entry(stored);
        return go_on = checker.go_on();
    }));
    for (TableRows& table : tables_) {
        if (!go_on) {
            return stopped("the check was stopped");
        }
        checker.begin_table(table.table());
        TL_CHECK(table.each([&](const model::Row& row) {
            checker.row(row);
            return go_on = checker.go_on();
        }));
        checker.end_table();
    }
    if (!go_on) {
        return stopped("the check was stopped");
    }
    TL_CHECK(still.commit());
    return checker.take_findings();
}

Status SqliteStore::rebuild(const Progress& progress) {
    TL_TRY(Transaction transaction, Transaction::begin(db_, Transaction::Kind::Write));
    TL_TRY(const Head newest, head());
    Replay replay;
    Status status = Done{};
    TL_CHECK(each_entry([&](const StoredEntry& stored) {
        status = replay.entry(stored);
        if (status && progress && !progress(stored.seq, newest.seq)) {
            status = stopped("the rebuild was stopped; nothing was changed");
        }
        return status.ok();
    }));
    TL_CHECK(std::move(status));
    for (TableRows& table : tables_) {
        TL_CHECK(table.remove_all());
        Status written = Done{};
        table.table().each(replay.workspace(), [&](const model::Row& row) {
            if (written) {
                written = table.insert(row);
            }
        });
        TL_CHECK(std::move(written));
    }
    return transaction.commit();
}

}  // namespace throughline::store
