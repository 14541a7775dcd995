// A desk: one person's workspace kept in step with a store. Runs commands (decide, commit, apply),
// retries when others were faster, undoes and redoes, and looks after the store (check, rebuild,
// backup). The only way from app to a store.
//
// Blocking: every call returns when the store has answered. The window uses LiveDesk, which is
// built on the same parts but never waits. Not thread-safe.
#pragma once

#include "core/rules/command.h"

#include <functional>
#include <memory>

namespace throughline::desk {

using Clock = std::function<Instant()>;
using NonceSource = std::function<std::uint64_t()>;

// From the operating system; for the edge of the program only.
Clock system_clock();
NonceSource system_nonces();

struct OpenOptions {
    enum class Mode { OpenOrCreate, MustExist, MustNotExist };
    Mode mode = Mode::MustExist;
    Clock clock = system_clock();
    NonceSource nonces = system_nonces();
    bool automatic_backups = true;
    bool reading = false;  // nothing will be changed: see store::SqliteOptions
};

// Why a command was not carried out: a rule said no, or the store failed. Exactly one is set.
struct Stop {
    std::optional<rules::Refusal> refusal;
    std::optional<Error> error;

    Stop(rules::Refusal r) : refusal(std::move(r)) {}
    Stop(Error e) : error(std::move(e)) {}
};
using Outcome = Result<journal::Entry, Stop>;

// Something `check` found; `where` names the row or the entry.
struct Finding {
    std::string what;
    std::string where;
};
struct CheckReport {
    std::int64_t entries = 0;
    std::string head;  // hash of the last entry
    std::vector<Finding> findings;
};

class Desk {
public:
    // `where` is a file path. Errors as of store::open_sqlite_store and Store::load. A new file has
    // no board yet: the first command must be CreateBoard.
    static Result<std::unique_ptr<Desk>> open(const std::string& where, const OpenOptions& options);
    // In memory, gone at the end; for tests, demos and dry runs.
    static std::unique_ptr<Desk> in_memory(Clock clock, NonceSource nonces);

    virtual ~Desk() = default;

    virtual const model::Workspace& workspace() const = 0;
    virtual Instant now() const = 0;

    // The acting person; 0 until set. Commands without an actor are refused, but for CreateBoard.
    virtual void set_actor(model::PersonId actor) = 0;
    virtual model::PersonId actor() const = 0;

    // Decides on the newest state and commits; decides again as often as others were faster. A
    // refusal of the rules is recorded in the journal (once per actor, card, target and minute)
    // unless `Record::No`.
    enum class Record { Yes, No };
    virtual Outcome run(const rules::Command& command, Record record = Record::Yes) = 0;
    // What would happen: nothing is written.
    virtual Result<journal::Draft, rules::Refusal> preview(const rules::Command& command) const = 0;

    // The actor's last entry taken back, or put back again.
    virtual Outcome undo() = 0;
    virtual Outcome redo() = 0;

    // Applies what others have committed since. True when there was something.
    virtual Result<bool> refresh() = 0;

    // Journal entries after `seq`, ascending; before `seq`, newest first.
    virtual Result<std::vector<journal::Entry>> since(std::int64_t seq, std::size_t limit) = 0;
    virtual Result<std::vector<journal::Entry>> before(std::int64_t seq, std::size_t limit) = 0;
    // The workspace as it was after the last entry not later than `at`, by replay of the journal.
    virtual Result<model::Workspace> at(Instant at) = 0;

    // Commits an entry as it stands in another journal: for restoring a whole export into an empty
    // store. Corrupt when the resulting hash is not the entry's own.
    virtual Status adopt(const journal::Entry& entry) = 0;

    virtual Status save_draft(const model::BriefDraft& draft) = 0;
    virtual Status remove_draft(std::int64_t id) = 0;
    virtual Result<std::vector<model::BriefDraft>> drafts() = 0;  // the actor's

    using Progress = std::function<bool(std::int64_t done, std::int64_t total)>;
    virtual Result<CheckReport> check(const Progress& progress = {}) = 0;
    virtual Status rebuild(const Progress& progress = {}) = 0;
    virtual Status backup(const std::string& path) = 0;
    virtual std::string describe_store() const = 0;
};

// Replaces the board file at `where` by the backup, after checking the backup. The present file is
// moved aside, never deleted; its new name is returned ("" when there was none).
Result<std::string> restore(const std::string& where, const std::string& backup, Instant now);

}  // namespace throughline::desk
