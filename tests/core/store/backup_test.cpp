#include "tests/core/store/sqlite_fixture.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <thread>

using namespace throughline;
using namespace throughline::test;
namespace fs = std::filesystem;

namespace {

std::size_t cards_in(const std::string& path) {
    store::SqliteOptions options;
    options.mode = store::SqliteOptions::Mode::MustExist;
    options.now = kNow;
    options.automatic_backups = false;
    const auto opened = store::open_sqlite_store(path, options);
    REQUIRE_MESSAGE(opened.ok(), (opened ? "" : to_text(opened.error())));
    return sound_cards(**opened);
}

std::vector<std::string> backups(const BoardFile& board) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(board.path() + ".backups")) {
        names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace

TEST_CASE("a backup is a whole board in one file") {
    for (const auto journal :
         {store::SqliteOptions::Journal::WalIfPossible, store::SqliteOptions::Journal::Delete}) {
        const BoardFile board;
        auto options = board.options();
        options.journal = journal;
        const auto store = board.open(options);
        REQUIRE(add_cards(*store, 20).ok());
        const std::string copy = board.folder() + "/copy.throughline";
        REQUIRE(store->backup(copy).ok());
        CHECK(board.names("copy") == std::vector<std::string>{"copy.throughline"});
        CHECK(cards_in(copy) == 20);
        CHECK(add_cards(*store, 1).ok());
    }
}

TEST_CASE("a backup replaces nothing and needs a folder") {
    const BoardFile board;
    const auto store = board.open();
    const std::string there = board.folder() + "/there";
    std::ofstream(there) << "something";
    const Status refused = store->backup(there);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == ErrorCode::Invalid);
    CHECK(fs::file_size(there) == 9);
    const Status nowhere = store->backup(board.folder() + "/no/copy");
    REQUIRE_FALSE(nowhere.ok());
    CHECK(nowhere.error().code == ErrorCode::Io);
    CHECK(board.names("there") == std::vector<std::string>{"there"});
}

TEST_CASE("a backup is consistent while another thread goes on writing") {
    for (const auto journal :
         {store::SqliteOptions::Journal::WalIfPossible, store::SqliteOptions::Journal::Delete}) {
        const BoardFile board;
        auto options = board.options();
        options.journal = journal;
        const auto store = board.open(options);
        REQUIRE(add_cards(*store, 30).ok());
        std::atomic<bool> stop = false;
        std::atomic<bool> failed = false;
        std::thread writer([&] {
            const auto own = board.try_open(options);
            while (own && !stop) {
                failed = failed || !add_cards(**own, 1).ok();
            }
        });
        for (int i = 0; i < 3; ++i) {
            const std::string copy = board.folder() + "/copy" + std::to_string(i);
            const Status made = store->backup(copy);
            CHECK_MESSAGE(made.ok(), (made ? "" : to_text(made.error())));
            CHECK(cards_in(copy) >= 30);
        }
        stop = true;
        writer.join();
        CHECK_FALSE(failed);
    }
}

TEST_CASE("the backups of a lost board outlive those of the one that took its place") {
    const BoardFile board;
    auto options = board.options();
    options.automatic_backups = true;
    fs::create_directory(board.path() + ".backups");
    const std::string lost = board.path() + ".backups/2026-01-01T09-00-00Z-entry-500.throughline";
    std::ofstream(lost) << "a longer history";
    for (int day = 0; day < 9; ++day) {
        REQUIRE(add_cards(*board.open(), 1).ok());
        options.now = kNow + days(day);
        board.open(options);
    }
    CHECK(fs::exists(lost));
    CHECK(backups(board).size() == 8);
}

TEST_CASE("one backup a day, of days with something new, the newest seven") {
    const BoardFile board;
    auto options = board.options();
    options.automatic_backups = true;
    board.open(options);
    CHECK_FALSE(fs::exists(board.path() + ".backups"));  // nothing to back up yet
    for (int day = 0; day < 10; ++day) {
        options.now = kNow + days(day);
        for (int twice = 0; twice < 2; ++twice) {
            // The store waits for the backup when it is closed.
            REQUIRE(add_cards(*board.open(options), 1).ok());
        }
    }
    std::ofstream(board.path() + ".backups/notes.txt") << "mine";
    auto names = backups(board);
    REQUIRE(names.size() == 8);
    CHECK(names.front().starts_with("2026-04-01T09-00-00Z-entry-"));
    CHECK(names[6].starts_with("2026-04-07T09-00-00Z-entry-"));
    // It is made beside the work, so it may hold the first entry of its day; its name says.
    const std::size_t cards = cards_in(board.path() + ".backups/" + names.front());
    CHECK(names.front() == "2026-04-01T09-00-00Z-entry-" + std::to_string(cards) + ".throughline");
    // A day since which nothing has happened gets none.
    options.now = kNow + days(11);
    board.open(options);
    CHECK(backups(board)[6] == "2026-04-09T09-00-00Z-entry-20.throughline");
    options.now = kNow + days(12);
    board.open(options);
    CHECK(backups(board)[6] == "2026-04-09T09-00-00Z-entry-20.throughline");
}
