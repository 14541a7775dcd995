// Killed processes, a full disk, several writers: what was acknowledged is there, what was not is
// not.

#include "tests/core/store/sqlite_fixture.h"

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <thread>

using namespace throughline;
using namespace throughline::test;
namespace fs = std::filesystem;

namespace {

// A child that commits for ever and writes a byte to the pipe for each acknowledged commit.
pid_t start_committing(const BoardFile& board, const store::SqliteOptions& options, int pipe_in) {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        const auto opened = board.try_open(options);
        while (opened && add_cards(**opened, 1)) {
            if (::write(pipe_in, "x", 1) != 1) {
                break;
            }
        }
        ::_exit(1);
    }
    return child;
}

std::size_t count_acknowledged(int pipe_out) {
    std::size_t count = 0;
    std::array<char, 256> bytes{};
    for (ssize_t n = 0; (n = ::read(pipe_out, bytes.data(), bytes.size())) > 0;) {
        count += static_cast<std::size_t>(n);
    }
    return count;
}

}  // namespace

TEST_CASE("a process killed in the middle of work loses nothing that was acknowledged") {
    for (const auto journal :
         {store::SqliteOptions::Journal::WalIfPossible, store::SqliteOptions::Journal::Delete}) {
        const BoardFile board;
        auto options = board.options();
        options.journal = journal;
        board.open(options);
        std::size_t acknowledged = 0;
        for (int round = 0; round < 25; ++round) {
            std::array<int, 2> pipes{};
            REQUIRE(::pipe(pipes.data()) == 0);
            const pid_t child = start_committing(board, options, pipes[1]);
            ::close(pipes[1]);
            // Another moment each round.
            std::this_thread::sleep_for(std::chrono::microseconds(3000 + 1700 * (round % 9)));
            ::kill(child, SIGKILL);
            int status = 0;
            REQUIRE(::waitpid(child, &status, 0) == child);
            CHECK(WIFSIGNALED(status));
            acknowledged += count_acknowledged(pipes[0]);
            ::close(pipes[0]);
            const auto store = board.open(options);
            const auto head = store->head();
            REQUIRE(head.ok());
            // One more may have become durable just before its answer was given.
            CHECK(head->seq >= static_cast<std::int64_t>(acknowledged));
            CHECK(head->seq <= static_cast<std::int64_t>(acknowledged) + round + 1);
        }
        sound_cards(*board.open(options));
    }
}

TEST_CASE("several processes committing at once lose nothing and break nothing") {
    const BoardFile board;
    board.open();
    constexpr int kProcesses = 3;
    constexpr int kEach = 15;
    std::vector<pid_t> children;
    for (int i = 0; i < kProcesses; ++i) {
        const pid_t child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            const auto opened = board.try_open();
            int done = 0;
            while (opened && done < kEach) {
                const Status added = add_cards(**opened, 1);
                if (!added && added.error().code != ErrorCode::Conflict) {
                    ::_exit(2);
                }
                done += added ? 1 : 0;
            }
            ::_exit(opened ? 0 : 1);
        }
        children.push_back(child);
    }
    for (const pid_t child : children) {
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        CHECK(status == 0);
    }
    CHECK(sound_cards(*board.open()) == kProcesses * kEach);
}

TEST_CASE("another process sees a change by asking whether something changed") {
    const BoardFile board;
    // The child is made first: a connection must not be carried over a fork.
    std::array<int, 2> pipes{};
    REQUIRE(::pipe(pipes.data()) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        char go = 0;
        const bool told = ::read(pipes[0], &go, 1) == 1;
        const auto opened = board.try_open();
        ::_exit(told && opened && add_cards(**opened, 1) ? 0 : 1);
    }
    const auto store = board.open();
    REQUIRE(add_cards(*store, 1).ok());
    REQUIRE_FALSE(*store->changed());
    REQUIRE(::write(pipes[1], "x", 1) == 1);
    bool seen = false;
    for (int i = 0; i < 1000 && !seen; ++i) {
        const auto changed = store->changed();
        REQUIRE(changed.ok());
        // Opening and closing may move the version without a commit; the journal has the last word.
        seen = *changed && store->head()->seq == 2;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    CHECK(seen);
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(status == 0);
    CHECK(store->since(1, 10)->size() == 1);
    ::close(pipes[0]);
    ::close(pipes[1]);
}

TEST_CASE(
    "on a full disk a commit is refused in words, nothing is written, and the store goes on") {
    for (const auto journal :
         {store::SqliteOptions::Journal::WalIfPossible, store::SqliteOptions::Journal::Delete}) {
        const BoardFile board;
        auto options = board.options();
        options.journal = journal;
        REQUIRE(add_cards(*board.open(options), 5).ok());
        const int status = in_child([&] {
            const auto opened = board.try_open(options);
            if (!opened || !add_cards(**opened, 1)) {
                return 1;
            }
            // No file of this process may grow beyond this: writing fails as on a full disk.
            ::signal(SIGXFSZ, SIG_IGN);
            rlimit limit{};
            ::getrlimit(RLIMIT_FSIZE, &limit);
            const rlim_t before = limit.rlim_cur;
            limit.rlim_cur = fs::file_size(board.path()) + 8192;
            ::setrlimit(RLIMIT_FSIZE, &limit);
            Status added = Done{};
            for (int i = 0; i < 2000 && added; ++i) {
                added = add_cards(**opened, 1);
            }
            if (added || added.error().code != ErrorCode::Io) {
                return 2;
            }
            const auto head = (*opened)->head();
            model::Workspace workspace;
            if (!head || !(*opened)->load(workspace) || workspace.seq() != head->seq) {
                return 3;
            }
            limit.rlim_cur = before;
            ::setrlimit(RLIMIT_FSIZE, &limit);
            const Status again = add_cards(**opened, 1);
            const auto after = (*opened)->head();
            return again && after && after->seq == head->seq + 1 ? 0 : 4;
        });
        CHECK(status == 0);
        CHECK(sound_cards(*board.open(options)) >= 7);
    }
}
