// Where a board is kept: tables of present rows and the journal of entries, written together or not
// at all. One interface, several engines (memory, SQLite), one conformance suite over all of them.
//
// A store decides nothing. It refuses a commit that was not decided on the newest entry, so no rule
// can be broken by two desks acting at once. Only core/desk uses this room.
//
// Not thread-safe: one thread at a time per Store object; any number of Store objects (also in
// other processes) on the same file.
#pragma once

#include "core/journal/entry.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace throughline::store {

struct Head {
    std::int64_t seq = 0;  // 0 in a new store
    Instant when;
    std::string hash;  // "" in a new store

    friend bool operator==(const Head&, const Head&) = default;
};

// Something `check` found. `where` names the table and row, or the entry.
struct Finding {
    std::string what;
    std::string where;

    friend bool operator==(const Finding&, const Finding&) = default;
};

class Store {
public:
    virtual ~Store() = default;

    // Reads all tables into an empty workspace and sets its position, in one consistent view.
    // Corrupt when a row does not fit its fields or the head does not verify.
    virtual Status load(model::Workspace& workspace) = 0;

    // Writes the entry and its rows in one durable transaction. `based_on` is the seq the draft was
    // decided on. Invalid when the draft is not storable (journal/entry.h), Corrupt when the tables
    // do not hold the rows it changes: nothing is written. Conflict when the journal has moved on:
    // nothing is written. When an entry with the same nonce is already there (a commit repeated
    // after a lost answer), that entry is returned and nothing is written. Io when the disk refuses
    // (full, read-only): nothing is written.
    virtual Result<journal::Entry> commit(const journal::Draft& draft, std::int64_t based_on) = 0;

    // Entries after `seq`, ascending, at most `limit`. Corrupt when one cannot be decoded.
    virtual Result<std::vector<journal::Entry>> since(std::int64_t seq, std::size_t limit) = 0;
    // The newest `limit` entries before `seq`, newest first; for histories.
    virtual Result<std::vector<journal::Entry>> before(std::int64_t seq, std::size_t limit) = 0;

    virtual Result<Head> head() = 0;
    // Cheap enough for every 50 ms: false only when nothing was committed by anybody since the last
    // call of load, commit, since or changed.
    virtual Result<bool> changed() = 0;

    // Brief drafts live outside the journal: private, overwritten in place.
    virtual Status save_draft(const model::BriefDraft& draft) = 0;
    virtual Status remove_draft(std::int64_t id) = 0;
    virtual Result<std::vector<model::BriefDraft>> drafts(model::PersonId owner) = 0;

    // Physical integrity, the whole hash chain, and tables = replay of the journal.
    // `progress(done, total)` may return false to stop early (Cancelled).
    using Progress = std::function<bool(std::int64_t done, std::int64_t total)>;
    virtual Result<std::vector<Finding>> check(const Progress& progress) = 0;
    // Tables made anew from the journal, in one transaction. The journal is not touched.
    virtual Status rebuild(const Progress& progress) = 0;

    // A consistent copy into a new file while others go on writing. Invalid when the file is there.
    virtual Status backup(const std::string& path) = 0;

    // How the store is kept, in words: "SQLite 3.40.1, WAL, full durability".
    virtual std::string describe() const = 0;
};

std::unique_ptr<Store> make_memory_store();

struct SqliteOptions {
    enum class Mode { OpenOrCreate, MustExist, MustNotExist };
    Mode mode = Mode::OpenOrCreate;
    // WAL is refused by some file systems and never used over a network; then DELETE, as durable
    // and somewhat slower. Delete asks for it.
    enum class Journal { WalIfPossible, Delete };
    Journal journal = Journal::WalIfPossible;
    Instant now;  // names backups and files moved aside
    // One a day of the last seven days with something new, made beside the work; and before
    // migrations. In the folder "<path>.backups".
    bool automatic_backups = true;
    // Only looked at: a damaged file stays where it is, and a file in a folder that may not be
    // written is read as it lies there.
    bool reading = false;
};

// Opens a board file. NotFound (MustExist), Conflict (MustNotExist and there), Io (a directory, no
// right, unreadable), Unsupported (written by a newer version, or not a Throughline file; it is
// left alone), Corrupt (damaged; the file has been moved to "<path>.damaged-<time>", never deleted,
// and the message names where it is now and which backup is newest; when only looked at it stays).
// An empty file becomes a new board. A file that may only be read opens; commits then give Io.
Result<std::unique_ptr<Store>> open_sqlite_store(const std::string& path,
                                                 const SqliteOptions& options);

}  // namespace throughline::store
