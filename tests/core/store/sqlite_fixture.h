// What the tests of the SQLite store share: a board file in a folder of its own, raw SQL beside the
// store, and children that are killed or starved of disk.
#pragma once

#include "core/store/store.h"

#include <cstdlib>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace throughline::test {

// 2026-03-29 09:00 UTC.
inline constexpr Instant kNow{1774774800000000};

class BoardFile {
public:
    BoardFile();
    ~BoardFile();
    BoardFile(const BoardFile&) = delete;
    BoardFile& operator=(const BoardFile&) = delete;

    const std::string& folder() const { return folder_; }
    std::string path() const { return folder_ + "/board.throughline"; }

    // Without automatic backups unless asked for.
    store::SqliteOptions options() const;
    Result<std::unique_ptr<store::Store>> try_open() const { return try_open(options()); }
    Result<std::unique_ptr<store::Store>> try_open(const store::SqliteOptions& options) const;
    std::unique_ptr<store::Store> open() const { return open(options()); }
    std::unique_ptr<store::Store> open(const store::SqliteOptions& options) const;

    // As another program would; the first column of the first row.
    std::string sql(const std::string& statements) const;
    void write_bytes(std::size_t at, const std::string& bytes) const;
    // Names in the folder that begin with this, ascending.
    std::vector<std::string> names(const std::string& prefix = "") const;

private:
    std::string folder_;
};

// Commits `count` entries, each of them adding one card and a transition.
Status add_cards(store::Store& store, int count);
// The number of cards, after making sure that check finds nothing and rows agree with the journal.
std::size_t sound_cards(store::Store& store);

// Runs the body in a child process and gives its exit status: what the body returns, or 100 + the
// signal that ended it.
int in_child(const std::function<int()>& body);

}  // namespace throughline::test
