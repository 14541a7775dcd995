#include "core/store/files.h"

#include "tests/core/store/sqlite_fixture.h"

#include <doctest/doctest.h>

#include <fstream>

using namespace throughline;
using namespace throughline::test;
namespace fs = std::filesystem;

TEST_CASE("a stamp is a part of a file name, without fractions") {
    CHECK(store::file_stamp(kNow) == "2026-03-29T09-00-00Z");
    CHECK(store::file_stamp(Instant{kNow.us + 123456}) == "2026-03-29T09-00-00Z");
}

TEST_CASE("a file goes aside with its companions and never onto another") {
    const BoardFile board;
    for (int round = 1; round <= 2; ++round) {
        for (const char* companion : {"", "-wal", "-shm", "-journal"}) {
            std::ofstream(board.path() + companion) << round;
        }
        const auto moved = store::move_aside(board.path(), kNow);
        REQUIRE(moved.ok());
        CHECK(*moved == board.path() + ".damaged-2026-03-29T09-00-00Z" + (round == 1 ? "" : "-2"));
        for (const char* companion : {"", "-wal", "-shm", "-journal"}) {
            CHECK(fs::exists(*moved + companion));
            CHECK_FALSE(fs::exists(board.path() + companion));
        }
    }
    CHECK_FALSE(store::move_aside(board.path(), kNow).ok());
}

TEST_CASE("a file is created only where there is none") {
    const BoardFile board;
    CHECK(store::create_exclusively(board.path()).ok());
    CHECK(store::create_exclusively(board.path()).error().code == ErrorCode::Conflict);
    CHECK(store::create_exclusively(board.folder() + "/no/file").error().code == ErrorCode::Io);
}
