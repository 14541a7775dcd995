// Carrying out a command and saying what happened: the one way in which every verb that changes
// something ends.
#pragma once

#include "app/cli/session.h"

#include <functional>

namespace throughline::cli {

// An entry as `history --json` prints it.
Json entry_json(const journal::Entry& entry, const model::Workspace& workspace);

// What a verb adds to its document after the command: {"card": {...}}.
using Subject = std::function<Json(const journal::Entry&)>;

// Runs the command as the acting person. A wrong value or an unknown field is bad input and leaves
// no trace; a refusal by a rule is recorded.
Fallible<journal::Entry> commit(Session& session, const rules::Command& command);

// commit, then prints the entry in words, or with --json as an entry with the subject's members.
Ending carry_out(Session& session, const rules::Command& command, const Subject& subject = {});

// Prints an entry that was committed: words, or JSON with what `subject` adds.
void print_done(Session& session, const journal::Entry& entry, const Subject& subject = {});

// The row of this type that the entry inserted; null when there is none.
template <class T>
const T* inserted(const model::Workspace& workspace, const journal::Entry& entry) {
    const auto& table = model::table_of<T>();
    for (const journal::Change& change : entry.draft.changes) {
        if (change.table == &table && change.kind == journal::ChangeKind::Insert) {
            return workspace.find(decltype(T::id){change.id});
        }
    }
    return nullptr;
}

}  // namespace throughline::cli
