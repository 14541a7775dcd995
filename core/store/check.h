// The part of `check` and `rebuild` that is the same for every engine: the chain of hashes, the
// replay of the journal, and the comparison of its outcome with the rows that are there.
#pragma once

#include "core/store/stored_entry.h"

#include <vector>

namespace throughline::store {

// Feed it every entry in ascending order, then every table's rows in ascending order of id.
class Checker {
public:
    // `total` is what progress is counted against: entries and rows.
    Checker(const Store::Progress& progress, std::int64_t total)
        : progress_(progress), total_(total) {}

    void entry(const StoredEntry& stored);

    // One table at a time: begin, its rows, end.
    void begin_table(const model::Table& table);
    void row(const model::Row& found);
    void end_table();

    void note(std::string what, std::string where);
    // False once the caller wants to stop.
    bool go_on();
    std::vector<Finding> take_findings() { return std::move(findings_); }

private:
    void compare(const model::Row& expected, const model::Row& found);
    std::string row_name(std::int64_t id) const;

    const Store::Progress& progress_;
    std::int64_t total_ = 0;
    std::int64_t done_ = 0;
    bool stopped_ = false;
    std::vector<Finding> findings_;

    std::int64_t last_seq_ = 0;
    std::string last_hash_;
    model::Workspace replayed_;
    bool replay_broken_ = false;

    const model::Table* table_ = nullptr;
    std::vector<std::int64_t> expected_;  // ids of the replayed table, ascending
    std::size_t at_ = 0;
};

// The replay that `rebuild` writes from. Feed it every entry in ascending order; Corrupt when one
// is missing, was altered or cannot be applied: a journal that does not hold together mends
// nothing.
class Replay {
public:
    Status entry(const StoredEntry& stored);
    const model::Workspace& workspace() const { return workspace_; }

private:
    model::Workspace workspace_;
    std::string last_hash_;
};

}  // namespace throughline::store
