// Limits and durability with real processes on one board file: writers that race for the last place
// of a column, and writers killed at random moments. The parent opens no database before it forks.
#include "core/desk/desk.h"
#include "tests/support/team.h"

#include <doctest/doctest.h>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <random>
#include <set>
#include <sstream>
#include <thread>

using namespace throughline;
namespace fs = std::filesystem;

namespace {

constexpr int kCards = 20;
constexpr int kLimit = 3;
constexpr const char* kFull = "create";

class Folder {
public:
    Folder()
        : path_(fs::temp_directory_path() / ("throughline-stress-" + std::to_string(getpid()))) {
        fs::remove_all(path_);
        fs::create_directories(path_);
    }
    ~Folder() { fs::remove_all(path_); }
    std::string board() const { return (path_ / "board.throughline").string(); }
    std::string log(int child) const {
        return (path_ / ("confirmed-" + std::to_string(child))).string();
    }

private:
    fs::path path_;
};

// --- in the children: no test macros, only an exit status --------------------------------------

constexpr int kCannotOpen = 10;
constexpr int kStoreFailed = 11;
constexpr int kWrong = 12;

pid_t start(const std::function<int()>& work) {
    const pid_t child = fork();
    if (child == 0) {
        _exit(work());
    }
    return child;
}

int status_of(pid_t child) {
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

std::unique_ptr<desk::Desk> open_desk(const std::string& board, desk::OpenOptions::Mode mode) {
    desk::OpenOptions options;
    options.mode = mode;
    options.automatic_backups = false;
    auto opened = desk::Desk::open(board, options);
    if (!opened) {
        return nullptr;
    }
    auto desk = std::move(*opened);
    if (const auto* ana = desk->workspace().person_by_handle("ana")) {
        desk->set_actor(ana->id);
    }
    return desk;
}

// Two columns, the second with the limit; cards in the first. No points, so nothing but the limit
// is in the way.
int make_board(const std::string& board) {
    const auto desk = open_desk(board, desk::OpenOptions::Mode::MustNotExist);
    if (!desk) {
        return kCannotOpen;
    }
    bool ok = desk->run(rules::CreateBoard{"empty", "Race", "UTC", "ana", "Ana"}).ok();
    desk->set_actor(desk->workspace().person_by_handle("ana")->id);
    ok = ok && desk->run(rules::AddColumn{"Ideas", model::ColumnKind::Queue, {}, {}}).ok();
    ok = ok && desk->run(rules::AddColumn{"Create", model::ColumnKind::Active, {}, kLimit}).ok();
    ok = ok &&
         desk->run(rules::AddObjective{"Demo bookings from 12 to 30", "", {}, desk->actor(), -1})
             .ok();
    const auto form = desk->workspace().template_by_handle("content-asset")->current;
    for (int i = 1; ok && i <= kCards; ++i) {
        ok = desk->run(rules::SubmitBrief{form, desk->actor(), "Piece of work " + std::to_string(i),
                                          test::Team::answers()})
                 .ok();
        rules::AcceptRequest accept;
        accept.request = desk->workspace().request_by_number(i)->id;
        accept.dri = desk->actor();
        accept.objective = desk->workspace().objective_by_number(1)->id;
        ok = ok && desk->run(accept).ok();
    }
    return ok ? 0 : kWrong;
}

// Moves a random card: into the full column, or, now and then, out of it. Each confirmed move is
// written to the log before the next one is tried.
int move_cards(const std::string& board, const std::string& log, int tries, unsigned seed) {
    const int out = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    const auto desk = open_desk(board, desk::OpenOptions::Mode::MustExist);
    if (!desk || out < 0) {
        return kCannotOpen;
    }
    std::minstd_rand random(seed);
    const auto column = [&](const char* handle) {
        return desk->workspace().column_by_handle(handle)->id;
    };
    for (int i = 0; tries < 0 || i < tries; ++i) {
        const model::Card& card =
            *desk->workspace().card_by_number(1 + static_cast<int>(random() % kCards));
        const bool inside = card.column == column(kFull);
        rules::MoveCards move{{card.id}, column(inside ? "ideas" : kFull), {}, ""};
        const auto outcome = desk->run(move);
        if (!outcome && outcome.error().error) {
            return kStoreFailed;
        }
        if (outcome) {
            const std::string line = std::to_string(outcome->seq) + " " + outcome->hash + "\n";
            if (write(out, line.data(), line.size()) != static_cast<ssize_t>(line.size())) {
                return kStoreFailed;
            }
        }
    }
    return 0;
}

int check_board(const std::string& board) {
    const auto desk = open_desk(board, desk::OpenOptions::Mode::MustExist);
    if (!desk) {
        return kCannotOpen;
    }
    const auto report = desk->check();
    return !report ? kStoreFailed : report->findings.empty() ? 0 : kWrong;
}

// --- in the parent ------------------------------------------------------------------------------

std::map<std::int64_t, std::string> confirmed(const std::string& log) {
    std::map<std::int64_t, std::string> moves;
    std::ifstream file(log);
    for (std::string line; std::getline(file, line);) {
        std::istringstream words(line);
        std::int64_t seq = 0;
        std::string hash;
        words >> seq >> hash;
        moves.emplace(seq, hash);
    }
    return moves;
}

struct Journal {
    std::map<std::int64_t, std::string> hashes;
    int most_in_column = 0;  // at any seq
};

// The whole journal, replayed entry by entry.
Journal read_journal(desk::Desk& desk) {
    Journal journal;
    model::Workspace workspace;
    for (std::int64_t seq = 0;;) {
        const auto page = desk.since(seq, 1000);
        REQUIRE(page.ok());
        for (const journal::Entry& entry : *page) {
            seq = entry.seq;
            journal.hashes.emplace(entry.seq, entry.hash);
            REQUIRE(journal::apply(workspace, entry).ok());
            if (const model::Column* column = workspace.column_by_handle(kFull)) {
                journal.most_in_column =
                    std::max(journal.most_in_column, workspace.count(column->id, false) +
                                                         workspace.count(column->id, true));
            }
        }
        if (page->empty()) {
            return journal;
        }
    }
}

void require_confirmed(const Journal& journal, const std::map<std::int64_t, std::string>& moves) {
    for (const auto& move : moves) {
        const auto found = journal.hashes.find(move.first);
        REQUIRE_MESSAGE(found != journal.hashes.end(),
                        "confirmed move " << move.first << " is lost");
        REQUIRE_MESSAGE(found->second == move.second,
                        "entry " << move.first << " is another one than was confirmed");
    }
}

}  // namespace

TEST_CASE(
    "eight processes racing for a column of limit 3 never pass it and lose no confirmed move") {
    constexpr int kProcesses = 8;
    constexpr int kTries = 500;
    const Folder folder;
    REQUIRE(status_of(start([&] { return make_board(folder.board()); })) == 0);

    std::vector<pid_t> children;
    for (int i = 0; i < kProcesses; ++i) {
        children.push_back(start([&] {
            return move_cards(folder.board(), folder.log(i), kTries, static_cast<unsigned>(i) + 1);
        }));
    }
    for (const pid_t child : children) {
        CHECK(status_of(child) == 0);
    }
    CHECK(status_of(start([&] { return check_board(folder.board()); })) == 0);

    const auto desk = open_desk(folder.board(), desk::OpenOptions::Mode::MustExist);
    REQUIRE(desk);
    const Journal journal = read_journal(*desk);
    CHECK(journal.most_in_column == kLimit);
    std::set<std::int64_t> seqs;
    for (int i = 0; i < kProcesses; ++i) {
        const auto moves = confirmed(folder.log(i));
        CHECK(moves.size() > 0);
        require_confirmed(journal, moves);
        for (const auto& move : moves) {
            CHECK_MESSAGE(seqs.insert(move.first).second,
                          "two processes were told of entry " << move.first);
        }
    }
}

TEST_CASE(
    "a writer killed 200 times at random moments leaves every confirmed change and none half "
    "done") {
    constexpr int kKills = 200;
    const Folder folder;
    REQUIRE(status_of(start([&] { return make_board(folder.board()); })) == 0);

    const auto start_writer = [&](int seed) {
        return start([&, seed] {
            return move_cards(folder.board(), folder.log(0), -1, static_cast<unsigned>(seed) + 1);
        });
    };
    // How long a writer needs here to its first confirmed move: the kills are spread around it, so
    // that they meet writers that open the board and writers that move cards, on a slow machine
    // too.
    using Clock = std::chrono::steady_clock;
    const auto begin = Clock::now();
    const pid_t first = start_writer(kKills);
    const auto has_confirmed = [&] {
        std::error_code none_yet;
        const auto size = std::filesystem::file_size(folder.log(0), none_yet);
        return !none_yet && size > 0;
    };
    while (!has_confirmed() && Clock::now() - begin < std::chrono::seconds(60)) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    const auto reach = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begin);
    kill(first, SIGKILL);
    REQUIRE(status_of(first) == -SIGKILL);
    const auto spread = static_cast<unsigned>(std::max<std::int64_t>(60'000, 2 * reach.count()));

    std::minstd_rand random(7);
    int killed = 0;
    for (int i = 0; i < kKills; ++i) {
        const pid_t child = start_writer(i);
        std::this_thread::sleep_for(std::chrono::microseconds(500 + random() % spread));
        kill(child, SIGKILL);
        killed += status_of(child) == -SIGKILL ? 1 : 0;
        // Every few kills the whole board is checked; between them the next writer opens it.
        if (i % 20 == 19) {
            REQUIRE(status_of(start([&] { return check_board(folder.board()); })) == 0);
        }
    }
    CHECK(killed == kKills);

    const auto desk = open_desk(folder.board(), desk::OpenOptions::Mode::MustExist);
    REQUIRE(desk);
    const auto report = desk->check();
    REQUIRE(report.ok());
    CHECK(report->findings.empty());
    const Journal journal = read_journal(*desk);
    CHECK(journal.most_in_column <= kLimit);
    const auto moves = confirmed(folder.log(0));
    MESSAGE(moves.size() << " confirmed moves");
    CHECK(moves.size() > 0);
    require_confirmed(journal, moves);
}
