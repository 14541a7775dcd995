// An entry of the journal: who did what, when, and every row it changed. The journal is
// append-only; everything else the program shows is a reading of it.
//
// Payload: the JSON text of an entry, stored and hashed byte for byte. Its form:
//
//     {"v": 1, "seq": 7, "when": 1767225600000000, "actor": 42, "kind": "done", "command":
//     "move-card",
//      "args": {...}, "nonce": "9f3c...", "of": 5,
//      "changes": [{"t": "card", "id": 42, "k": "u", "f": {"board_column": [3, 4]}}, ...]}
//
// "k" is i (insert), u (update) or r (remove). "f" holds the new value for i, the old one for r,
// and [old, new] for u; null values are left out for i and r. "of" is the entry that undo or redo
// refers to, 0 otherwise.
#pragma once

#include "core/journal/change.h"

#include <string>
#include <string_view>
#include <vector>

namespace throughline::journal {

// Stored; never renamed.
enum class EntryKind { Done, Undo, Redo, Refused };

// An entry without its place in the journal: what decide makes and a store commits.
struct Draft {
    Instant when;
    model::PersonId actor;  // 0 for the program itself
    EntryKind kind = EntryKind::Done;
    std::string command;      // its registered name: "move-card"
    std::string args;         // JSON text of its fields
    std::uint64_t nonce = 0;  // random per command: source of its ids, and idempotency key
    std::int64_t of = 0;      // the entry undone or redone; 0 for none
    std::vector<Change> changes;

    friend bool operator==(const Draft&, const Draft&) = default;
};

struct Entry {
    std::int64_t seq = 0;  // 1, 2, 3, without gaps
    Draft draft;
    std::string hash;  // 64 hex digits; of the chain up to and with this entry

    friend bool operator==(const Entry&, const Entry&) = default;
};

// Invalid when the draft holds something that could not be read back as it is: text that is not
// UTF-8, a number that is not finite, a value its field cannot hold, arguments that are not a JSON
// object. Stores ask before they write.
Status check_storable(const Draft& draft);
// The draft must be storable.
std::string encode_payload(const Draft& draft, std::int64_t seq);
// The form in which arguments come back from a payload: no white space, keys in order. Empty
// arguments are "{}". The text must be a JSON object.
std::string canonical_args(std::string_view args);
// Corrupt when the text is not an entry of this form, names an unknown table or field, or holds a
// value that cannot be. `seq` is the seq the payload itself states.
struct Decoded {
    Draft draft;
    std::int64_t seq = 0;
};
Result<Decoded> decode_payload(std::string_view payload);

// The hash of an entry from the one before it ("" before the first): BLAKE2b-256 (RFC 7693) over
// the previous hash and the BLAKE2b-256 digest of the payload bytes. 64 hex digits.
std::string digest(std::string_view payload);
std::string chain(std::string_view previous_hash, std::string_view payload_digest);

// Applies all changes of an entry and moves the workspace's position, or does nothing. Corrupt also
// when the entry is not the next one.
Status apply(model::Workspace& workspace, const Entry& entry);

}  // namespace throughline::journal

template <>
struct throughline::model::Names<throughline::journal::EntryKind> {
    static constexpr std::array<std::string_view, 4> kAll{"done", "undo", "redo", "refused"};
};
