// A journal entry as stores keep it: columns for SQL users, the payload that is hashed, the hashes.
// The same for every engine. Format: README.md of this room.
#pragma once

#include "core/journal/entry.h"
#include "core/store/store.h"

#include <string>

namespace throughline::store {

struct StoredEntry {
    std::int64_t seq = 0;
    std::int64_t when_us = 0;
    std::int64_t actor = 0;
    std::string kind;
    std::string command;
    std::int64_t nonce = 0;  // the draft's, as a signed number
    std::string payload;
    std::string digest;  // of the payload
    std::string hash;    // of the chain up to and with this entry

    Head head() const { return {seq, {when_us}, hash}; }
};

// The draft as an entry, but for its hash; so the long work is done before the journal is locked.
// The draft must be storable.
StoredEntry make_stored(const journal::Draft& draft, std::int64_t seq);
// Puts it into the chain, behind the entry with this hash ("" for the first).
void link_to(StoredEntry& stored, std::string_view previous_hash);

// Corrupt when the payload is not the one that was hashed, cannot be decoded or states another seq.
Result<journal::Entry> read_stored(const StoredEntry& stored);

inline std::int64_t stored_nonce(std::uint64_t nonce) {
    return static_cast<std::int64_t>(nonce);
}

}  // namespace throughline::store
