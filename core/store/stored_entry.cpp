#include "core/store/stored_entry.h"

#include <utility>

namespace throughline::store {

StoredEntry make_stored(const journal::Draft& draft, std::int64_t seq) {
    StoredEntry stored;
    stored.seq = seq;
    stored.when_us = draft.when.us;
    stored.actor = draft.actor.value;
    stored.kind = model::name_of(draft.kind);
    stored.command = draft.command;
    stored.nonce = stored_nonce(draft.nonce);
    stored.payload = journal::encode_payload(draft, seq);
    stored.digest = journal::digest(stored.payload);
    return stored;
}

void link_to(StoredEntry& stored, std::string_view previous_hash) {
    stored.hash = journal::chain(previous_hash, stored.digest);
}

Result<journal::Entry> read_stored(const StoredEntry& stored) {
    const std::string where = "journal " + std::to_string(stored.seq);
    if (journal::digest(stored.payload) != stored.digest) {
        return Error{ErrorCode::Corrupt,
                     "the entry was altered: its text does not match its digest", where};
    }
    auto decoded = journal::decode_payload(stored.payload);
    if (!decoded) {
        return Error{ErrorCode::Corrupt, decoded.error().message, where};
    }
    if (decoded->seq != stored.seq) {
        return Error{ErrorCode::Corrupt,
                     "the entry says that it is number " + std::to_string(decoded->seq), where};
    }
    return journal::Entry{stored.seq, std::move(decoded->draft), stored.hash};
}

}  // namespace throughline::store
