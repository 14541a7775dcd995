// Every kind of store under one roof, for the conformance suite: how to make it, open it a second
// time, and damage it behind its back.
#pragma once

#include "core/store/store.h"

#include <functional>
#include <string>

namespace throughline::test {

// A folder of its own under the system's temporary one, removed at the end.
class TempFolder {
public:
    TempFolder();
    ~TempFolder();
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;

    std::string file(const std::string& name) const { return path_ + "/" + name; }
    const std::string& path() const { return path_; }

private:
    std::string path_;
};

// A board that any number of stores can be opened on.
class TestBoard {
public:
    virtual ~TestBoard() = default;
    virtual std::unique_ptr<store::Store> open() = 0;

    // Damage. No store may be in the middle of something.
    virtual void alter_payload(std::int64_t seq, const std::string& from,
                               const std::string& to) = 0;
    virtual void remove_entry(std::int64_t seq) = 0;
    virtual void set_text(const std::string& table, std::int64_t id, const std::string& field,
                          const std::string& text) = 0;
    virtual void remove_row(const std::string& table, std::int64_t id) = 0;
};

struct StoreKind {
    const char* name;
    std::function<std::unique_ptr<TestBoard>()> make;
};
const std::vector<StoreKind>& store_kinds();

// The time of the tests: 2026-03-29 09:00 UTC.
inline constexpr Instant kNow{1774774800000000};

// A draft of these changes; each call has another nonce.
journal::Draft draft_of(std::vector<journal::Change> changes, const std::string& command = "test");
// Adds a card of this title in memory and gives the change.
journal::Change add_card(model::Workspace& workspace, std::int64_t id, const std::string& title);
journal::Change retitle_card(model::Workspace& workspace, std::int64_t id,
                             const std::string& title);

// All rows of all tables are the same.
bool same_rows(const model::Workspace& a, const model::Workspace& b);

}  // namespace throughline::test
