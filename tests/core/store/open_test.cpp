// What opening says to every kind of file that is not simply a good board.

#include "tests/core/store/sqlite_fixture.h"

#include <doctest/doctest.h>
#if defined(__linux__)
#include <linux/capability.h>
#include <sys/syscall.h>
#endif
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

using namespace throughline;
using namespace throughline::test;
namespace fs = std::filesystem;

namespace {

Error error_of(const Result<std::unique_ptr<store::Store>>& opened) {
    REQUIRE_FALSE(opened.ok());
    return opened.error();
}

void write_file(const std::string& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

store::SqliteOptions with_mode(const BoardFile& board, store::SqliteOptions::Mode mode) {
    auto options = board.options();
    options.mode = mode;
    return options;
}

}  // namespace

TEST_CASE("a new board names itself in the file") {
    const BoardFile board;
    const auto store = board.open();
    CHECK(board.sql("PRAGMA application_id") == "1414283844");
    CHECK(board.sql("PRAGMA user_version") == "1");
    CHECK(board.sql("SELECT value FROM meta WHERE name = 'format'") == "1");
    CHECK(board.sql("SELECT value FROM meta WHERE name = 'oldest_reader'") == "1");
    CHECK(board.sql("SELECT value FROM meta WHERE name = 'created'") == "2026-03-29T09:00:00Z");
    CHECK(store->describe().starts_with("SQLite 3."));
}

TEST_CASE("WAL and full durability are in force, and DELETE when asked for") {
    const BoardFile board;
    CHECK(contains(board.open()->describe(), "WAL, full durability"));
    CHECK(board.sql("PRAGMA journal_mode") == "wal");
    auto options = board.options();
    options.journal = store::SqliteOptions::Journal::Delete;
    CHECK(contains(board.open(options)->describe(), "DELETE, full durability"));
    CHECK(board.sql("PRAGMA journal_mode") == "delete");
}

TEST_CASE("while somebody else holds the file in WAL mode it stays in WAL mode") {
    const BoardFile board;
    const auto first = board.open();
    auto options = board.options();
    options.journal = store::SqliteOptions::Journal::Delete;
    const auto second = board.open(options);
    CHECK(contains(second->describe(), "WAL"));
    CHECK(add_cards(*second, 1).ok());
    CHECK(add_cards(*first, 1).ok());
}

TEST_CASE("the modes say whether a file must or must not be there") {
    using Mode = store::SqliteOptions::Mode;
    const BoardFile board;
    CHECK(error_of(board.try_open(with_mode(board, Mode::MustExist))).code == ErrorCode::NotFound);
    CHECK(board.names().empty());
    CHECK(board.try_open(with_mode(board, Mode::MustNotExist)).ok());
    CHECK(error_of(board.try_open(with_mode(board, Mode::MustNotExist))).code ==
          ErrorCode::Conflict);
    CHECK(board.try_open(with_mode(board, Mode::MustExist)).ok());
    CHECK(board.try_open(with_mode(board, Mode::OpenOrCreate)).ok());
}

TEST_CASE("a folder, a pipe and a missing folder are refused in words") {
    const BoardFile board;
    fs::create_directory(board.path());
    const Error folder = error_of(board.try_open());
    CHECK(folder.code == ErrorCode::Io);
    CHECK(contains(folder.message, "this is a folder"));
    fs::remove(board.path());
    REQUIRE(::mkfifo(board.path().c_str(), 0600) == 0);
    CHECK(error_of(board.try_open()).code == ErrorCode::Io);
    const Error missing = error_of(
        store::open_sqlite_store(board.folder() + "/no/board.throughline", board.options()));
    CHECK(missing.code == ErrorCode::Io);
    CHECK(contains(missing.message, "is not there; make it first"));
}

TEST_CASE("a file that is no board is left as it is") {
    const BoardFile board;
    const std::string garbage(10'000, 'g');
    write_file(board.path(), garbage);
    const Error error = error_of(board.try_open());
    CHECK(error.code == ErrorCode::Unsupported);
    CHECK(contains(error.message, "not a Throughline board"));
    CHECK(board.names() == std::vector<std::string>{"board.throughline"});
    CHECK(fs::file_size(board.path()) == garbage.size());
    write_file(board.path(), "short");
    CHECK(error_of(board.try_open()).code == ErrorCode::Unsupported);
}

TEST_CASE("another program's database is left as it is") {
    const BoardFile board;
    board.sql("CREATE TABLE theirs (x); INSERT INTO theirs VALUES (1)");
    CHECK(error_of(board.try_open()).code == ErrorCode::Unsupported);
    board.sql("PRAGMA application_id = 5");
    CHECK(error_of(board.try_open()).code == ErrorCode::Unsupported);
    CHECK(board.sql("SELECT count(*) FROM sqlite_schema") == "1");
    CHECK(board.sql("PRAGMA journal_mode") == "delete");
}

TEST_CASE("an empty file becomes a new board") {
    const BoardFile board;
    write_file(board.path(), "");
    CHECK(add_cards(*board.open(), 1).ok());
}

TEST_CASE("an empty file that has backups was a board and is not taken for a new one") {
    const BoardFile board;
    fs::create_directory(board.path() + ".backups");
    write_file(board.path() + ".backups/2026-03-28T09-00-00Z-entry-5.throughline", "backup");
    write_file(board.path(), "");
    const Error error = error_of(board.try_open());
    CHECK(error.code == ErrorCode::Corrupt);
    CHECK(contains(error.message, "2026-03-28T09-00-00Z-entry-5.throughline"));
    CHECK(fs::exists(board.path() + ".damaged-2026-03-29T09-00-00Z"));
}

TEST_CASE("a board of a newer program is refused unless it says that this one may read it") {
    const BoardFile board;
    board.open();
    board.sql("PRAGMA user_version = 9");
    CHECK(board.try_open().ok());
    board.sql("UPDATE meta SET value = '9' WHERE name = 'oldest_reader'");
    const Error error = error_of(board.try_open());
    CHECK(error.code == ErrorCode::Unsupported);
    CHECK(contains(error.message, "newer Throughline"));
    CHECK(board.names("board.throughline.damaged").empty());
}

TEST_CASE("a truncated board is moved aside and the backup is named") {
    const BoardFile board;
    REQUIRE(add_cards(*board.open(), 50).ok());
    fs::create_directory(board.path() + ".backups");
    for (const char* name :
         {"2026-03-28T09-00-00Z-entry-5.throughline", "2026-03-27T09-00-00Z-entry-3.throughline"}) {
        write_file(board.path() + ".backups/" + name, "backup");
    }
    const auto size = fs::file_size(board.path());
    fs::resize_file(board.path(), size / 2 / 4096 * 4096);
    const Error error = error_of(board.try_open());
    CHECK(error.code == ErrorCode::Corrupt);
    const std::string moved = board.path() + ".damaged-2026-03-29T09-00-00Z";
    CHECK(contains(error.message, moved));
    CHECK(contains(error.message,
                   "newest backup is " + board.path() + ".backups/2026-03-28T09-00-00Z-entry-5"));
    CHECK(fs::file_size(moved) == size / 2 / 4096 * 4096);
    CHECK_FALSE(fs::exists(board.path()));
    // The second one of the same moment finds a name of its own.
    REQUIRE(add_cards(*board.open(), 50).ok());
    fs::resize_file(board.path(), size / 2 / 4096 * 4096);
    CHECK(contains(error_of(board.try_open()).message, moved + "-2"));
}

TEST_CASE("a damaged board that is only looked at stays where it is") {
    const BoardFile board;
    REQUIRE(add_cards(*board.open(), 50).ok());
    fs::resize_file(board.path(), fs::file_size(board.path()) / 2 / 4096 * 4096);
    store::SqliteOptions look;
    look.mode = store::SqliteOptions::Mode::MustExist;
    look.reading = true;
    const auto opened = store::open_sqlite_store(board.path(), look);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == ErrorCode::Corrupt);
    CHECK(contains(opened.error().message, "left as it is"));
    CHECK(fs::exists(board.path()));
    CHECK(board.names("board.throughline.damaged").empty());
}

#if defined(__linux__)
TEST_CASE("a board that may not be written, in a folder that may not be written, can be read") {
    const BoardFile board;
    REQUIRE(add_cards(*board.open(), 3).ok());
    const fs::path folder = fs::path(board.path()).parent_path();
    const auto read_only = fs::perms::owner_read | fs::perms::owner_exec;
    fs::permissions(board.path(), fs::perms::owner_read);
    fs::permissions(folder, read_only);
    const int status = in_child([&] {
        // Even root: without its capabilities it may do what the file's owner may.
        __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
        __user_cap_data_struct none[2]{};
        ::syscall(SYS_capset, &header, &none);
        store::SqliteOptions look;
        look.mode = store::SqliteOptions::Mode::MustExist;
        look.reading = true;
        auto opened = store::open_sqlite_store(board.path(), look);
        model::Workspace workspace;
        if (!opened || !(*opened)->load(workspace)) {
            return 1;
        }
        return workspace.rows<model::Card>().size() == 3 ? 0 : 2;
    });
    fs::permissions(folder, fs::perms::owner_all);
    CHECK(status == 0);
}
#endif

TEST_CASE("a board with a destroyed page is found on opening") {
    const BoardFile board;
    REQUIRE(add_cards(*board.open(), 200).ok());
    for (std::size_t page = 2; page * 4096 + 4096 < fs::file_size(board.path()); page += 7) {
        board.write_bytes(page * 4096, std::string(2048, '\x5A'));
    }
    const Error error = error_of(board.try_open());
    CHECK(error.code == ErrorCode::Corrupt);
    CHECK(contains(error.message, "There is no backup."));
    CHECK(board.names("board.throughline.damaged-").size() == 1);
}

TEST_CASE("a board whose first bytes are destroyed is known by its backups") {
    const BoardFile board;
    REQUIRE(add_cards(*board.open(), 5).ok());
    board.write_bytes(0, std::string(100, '\0'));
    CHECK(error_of(board.try_open()).code == ErrorCode::Unsupported);
    fs::create_directory(board.path() + ".backups");
    write_file(board.path() + ".backups/2026-03-28T09-00-00Z-entry-5.throughline", "backup");
    CHECK(error_of(board.try_open()).code == ErrorCode::Corrupt);
}

TEST_CASE("a WAL file left by a killed program is taken in") {
    const BoardFile board;
    REQUIRE(add_cards(*board.open(), 1).ok());
    REQUIRE(in_child([&] {
                const auto opened = board.try_open();
                ::_exit(opened && add_cards(**opened, 10).ok() ? 0 : 1);  // nothing is closed
                return 1;
            }) == 0);
    CHECK(fs::exists(board.path() + "-wal"));
    CHECK(sound_cards(*board.open()) == 11);
}

TEST_CASE("a missing table and a missing column are made good, after a backup") {
    const BoardFile board;
    REQUIRE(add_cards(*board.open(), 3).ok());
    board.sql(
        "ALTER TABLE card DROP COLUMN source_id; ALTER TABLE card DROP COLUMN due;"
        "ALTER TABLE transition DROP COLUMN day_precision; DROP TABLE saved_view; PRAGMA "
        "user_version = 0;"
        "CREATE TABLE theirs (x); INSERT INTO theirs VALUES (1)");
    auto options = board.options();
    options.automatic_backups = true;
    {
        const auto store = board.open(options);
        CHECK(sound_cards(*store) == 3);
        CHECK(add_cards(*store, 1).ok());
    }
    CHECK(board.sql("PRAGMA user_version") == "1");
    CHECK(board.sql("SELECT x FROM theirs") == "1");
    CHECK(fs::exists(board.path() + ".backups/2026-03-29T09-00-00Z-before-format-1.throughline"));
}

TEST_CASE("a board without its journal is refused") {
    const BoardFile board;
    board.open();
    board.sql("DROP TABLE journal");
    const Error error = error_of(board.try_open());
    CHECK(error.code == ErrorCode::Corrupt);
}

TEST_CASE("many processes creating one board make one board") {
    for (int round = 0; round < 10; ++round) {
        const BoardFile board;
        const int failed = in_child([&] {
            for (int i = 0; i < 4; ++i) {
                if (::fork() == 0) {
                    const auto opened = board.try_open();
                    ::_exit(opened && (*opened)->head().ok() ? 0 : 1);
                }
            }
            int failures = 0;
            for (int status = 0; ::wait(&status) > 0;) {
                failures += status == 0 ? 0 : 1;
            }
            return failures;
        });
        CHECK(failed == 0);
        const auto store = board.open();
        CHECK(add_cards(*store, 1).ok());
        CHECK(sound_cards(*store) == 1);
        CHECK(board.sql("SELECT count(*) FROM meta") == "3");
    }
}

TEST_CASE("a board that may only be read is opened and says so when it should be written") {
    const BoardFile board;
    auto options = board.options();
    options.journal = store::SqliteOptions::Journal::Delete;
    REQUIRE(add_cards(*board.open(options), 3).ok());
    fs::permissions(board.path(),
                    fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read);
    fs::permissions(board.folder(), fs::perms::owner_read | fs::perms::owner_exec |
                                        fs::perms::group_read | fs::perms::group_exec |
                                        fs::perms::others_read | fs::perms::others_exec);
    // Root may write everything, so the child becomes nobody first.
    constexpr uid_t kNobody = 65534;
    const int status = in_child([&] {
        if (::getuid() == 0 && ::setuid(kNobody) != 0) {
            return 50;
        }
        // The temporary folder may lie where nobody else may go.
        if (::access(board.path().c_str(), R_OK) != 0) {
            return 50;
        }
        const auto opened = board.try_open();
        if (!opened) {
            std::fprintf(stderr, "%s\n", to_text(opened.error()).c_str());
            return 1;
        }
        model::Workspace workspace;
        if (!(*opened)->load(workspace) || workspace.seq() != 3 ||
            !contains((*opened)->describe(), "read-only")) {
            return 2;
        }
        const Status added = add_cards(**opened, 1);
        if (added || added.error().code != ErrorCode::Io ||
            !contains(added.error().message, "may not be written")) {
            return 3;
        }
        // Nor can a new one be made here.
        const auto other =
            store::open_sqlite_store(board.folder() + "/other.throughline", board.options());
        return !other && other.error().code == ErrorCode::Io ? 0 : 4;
    });
    fs::permissions(board.folder(), fs::perms::owner_all);
    if (status == 50) {
        MESSAGE("skipped: there is no user here who may read the file and not write it");
    } else {
        CHECK(status == 0);
    }
}
