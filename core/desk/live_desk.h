// The desk of the window: decides and applies at once in memory, commits on a worker thread, takes
// in what others commit. Never waits on the disk.
//
// A command that is applied but not yet durable is pending; the window shows it so. When others
// were faster, pending commands are taken back, the others' entries applied, and each decided again
// in order; one that is now refused comes back as a Notice, and its effect is gone.
//
// All calls are made on one thread (the frame's). `wake` is called from the worker when poll() has
// something to do.
#pragma once

#include "core/desk/desk.h"

namespace throughline::desk {

// Something the person must hear of, though no call is there to return it.
struct Notice {
    enum class Kind {
        Refused,   // a pending command lost against others; refusal is set
        Failed,    // the store cannot write: error is set; the commands are kept and tried again
        Recovered  // the store writes again
    };
    Kind kind = Kind::Refused;
    std::string command_title;  // "Move card"
    std::optional<rules::Refusal> refusal;
    std::optional<Error> error;
};

class LiveDesk {
public:
    // Takes over an open desk.
    static std::unique_ptr<LiveDesk> start(std::unique_ptr<Desk> desk, std::function<void()> wake);

    virtual ~LiveDesk() = default;  // waits for pending commits

    // The present state with pending commands applied.
    virtual const model::Workspace& workspace() const = 0;
    // Grows whenever the workspace changed in any way; for caches of views.
    virtual std::uint64_t revision() const = 0;
    virtual Instant now() const = 0;

    virtual void set_actor(model::PersonId actor) = 0;
    virtual model::PersonId actor() const = 0;

    // Applied at once, or refused. A refusal is recorded in the journal in the background.
    virtual rules::Verdict run(const rules::Command& command) = 0;
    // What would happen; nothing changes and nothing is recorded.
    virtual rules::Verdict preview(const rules::Command& command) const = 0;
    // What undo would take back, in words ("Move card MKT-12"); "" for nothing.
    virtual std::string undo_title() const = 0;
    virtual std::string redo_title() const = 0;
    virtual rules::Verdict undo() = 0;
    virtual rules::Verdict redo() = 0;

    // Takes in what the worker has: confirmations, others' entries, conflicts, answers. True when
    // the workspace or the pending state changed. Call once per frame.
    virtual bool poll() = 0;
    virtual std::size_t pending() const = 0;
    // True while a change of this row is not yet durable (any strong id).
    virtual bool is_pending(std::int64_t row_id) const = 0;
    virtual std::vector<Notice> take_notices() = 0;
    // Entries of others since the last call (for "ana moved MKT-3").
    virtual std::vector<journal::Entry> take_others() = 0;

    // Answered on the frame thread from within poll().
    virtual void history(std::int64_t before_seq, std::size_t limit,
                         std::function<void(Result<std::vector<journal::Entry>>)> answer) = 0;
    // Any work with the desk on the worker thread (imports, exports, backups, check); `done` runs
    // on the frame thread from within poll(). Pending commands are durable before `work` starts,
    // and the workspace is in step when `done` runs.
    virtual void with_desk(std::function<void(Desk&)> work, std::function<void()> done) = 0;

    virtual void save_draft(const model::BriefDraft& draft) = 0;
    virtual void remove_draft(std::int64_t id) = 0;
    virtual const std::vector<model::BriefDraft>& drafts() const = 0;  // the actor's, newest first
    virtual std::uint64_t new_nonce() = 0;
};

}  // namespace throughline::desk
