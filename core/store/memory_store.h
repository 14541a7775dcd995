// The memory store's inside, open to tests: they share one board between several stores and damage
// it on purpose. The program itself only calls make_memory_store().
#pragma once

#include "core/store/stored_entry.h"

#include <map>
#include <mutex>
#include <unordered_map>

namespace throughline::store {

// Kept row by row and entry by entry, as an SQL engine would.
struct MemoryBoard {
    std::mutex mutex;  // several stores, each on its own thread
    std::vector<std::map<std::int64_t, model::Row>> tables{
        model::tables().size()};       // as model::tables()
    std::vector<StoredEntry> journal;  // ascending
    std::unordered_map<std::int64_t, std::int64_t> seq_of_nonce;
    std::map<std::int64_t, model::BriefDraft> drafts;
    std::int64_t version = 0;  // goes up with every write
};

std::unique_ptr<Store> make_memory_store(std::shared_ptr<MemoryBoard> board);

}  // namespace throughline::store
