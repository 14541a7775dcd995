#include "core/desk/live_desk.h"

#include "core/rules/limits.h"
#include "tests/support/team.h"

#include <doctest/doctest.h>

#include <unistd.h>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <thread>

using namespace throughline;
namespace fs = std::filesystem;

namespace {

// A board file in a folder of its own, gone at the end.
class BoardFile {
public:
    BoardFile()
        : folder_(fs::temp_directory_path() /
                  ("throughline-live-" + std::to_string(getpid()) + "-" + std::to_string(next()))) {
        fs::create_directories(folder_);
    }
    ~BoardFile() { fs::remove_all(folder_); }
    std::string path() const { return (folder_ / "board.throughline").string(); }

    std::unique_ptr<desk::Desk> open() const {
        desk::OpenOptions options;
        options.mode = desk::OpenOptions::Mode::OpenOrCreate;
        options.automatic_backups = false;
        auto desk = desk::Desk::open(path(), options);
        REQUIRE(desk.ok());
        if (const auto* ana = (*desk)->workspace().person_by_handle("ana")) {
            (*desk)->set_actor(ana->id);
        }
        return std::move(*desk);
    }

private:
    static int next() {
        static std::atomic<int> number{0};
        return ++number;
    }
    fs::path folder_;
};

model::TemplateVersionId form(const model::Workspace& ws) {
    return ws.template_by_handle("content-asset")->current;
}

void make_board(const BoardFile& file) {
    auto desk = file.open();
    REQUIRE(desk->run(rules::CreateBoard{"marketing", "Marketing", "UTC", "ana", "Ana"}).ok());
    desk->set_actor(desk->workspace().person_by_handle("ana")->id);
    REQUIRE(desk->run(rules::AddObjective{"Demo bookings from 12 to 30", "", {}, desk->actor(), -1})
                .ok());
    for (int i = 0; i < 3; ++i) {
        REQUIRE(desk->run(rules::SubmitBrief{form(desk->workspace()), desk->actor(),
                                             "Request " + std::to_string(i), test::Team::answers()})
                    .ok());
        const auto request = desk->workspace().request_by_number(i + 1)->id;
        REQUIRE(desk->run(rules::AcceptRequest{request,
                                               desk->actor(),
                                               desk->workspace().objective_by_number(1)->id,
                                               {},
                                               {},
                                               "",
                                               ""})
                    .ok());
    }
}

// Polls until the condition holds; a deadline far beyond what is promised ends a hanging test.
template <class Condition>
bool eventually(desk::LiveDesk& live, Condition&& holds) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (std::chrono::steady_clock::now() < deadline) {
        live.poll();
        if (holds()) {
            return true;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return false;
}

model::CardId card(const desk::LiveDesk& live, int number) {
    return live.workspace().card_by_number(number)->id;
}
model::ColumnId column(const model::Workspace& ws, const char* handle) {
    return ws.column_by_handle(handle)->id;
}

}  // namespace

TEST_CASE("a command shows at once, is pending, and is durable soon after") {
    const BoardFile file;
    make_board(file);
    auto live = desk::LiveDesk::start(file.open(), {});
    const auto create = column(live->workspace(), "create");
    REQUIRE(live->run(rules::MoveCards{{card(*live, 1)}, create, {}, ""}).ok());
    CHECK(live->workspace().find(card(*live, 1))->column == create);
    CHECK(live->pending() == 1);
    CHECK(live->is_pending(card(*live, 1).value));
    REQUIRE(eventually(*live, [&] { return live->pending() == 0; }));
    CHECK(file.open()->workspace().card_by_number(1)->column == create);
}

TEST_CASE("what another program commits appears, and keeps its place in the history") {
    const BoardFile file;
    make_board(file);
    auto live = desk::LiveDesk::start(file.open(), {});
    auto other = file.open();
    REQUIRE(other
                ->run(rules::MoveCards{{other->workspace().card_by_number(2)->id},
                                       column(other->workspace(), "create"),
                                       {},
                                       ""})
                .ok());
    REQUIRE(eventually(*live, [&] { return live->workspace().seq() == other->workspace().seq(); }));
    CHECK(live->workspace().find(card(*live, 2))->column == column(live->workspace(), "create"));
    CHECK(live->take_others().size() == 1);
}

TEST_CASE(
    "a pending command that loses against others comes back with the reason, and no limit is "
    "broken") {
    const BoardFile file;
    make_board(file);
    {
        auto desk = file.open();
        REQUIRE(desk->run(rules::EditBoard{{{"wip_limit", "1"}}}).ok());
    }
    int lost = 0;
    for (int i = 0; i < 20; ++i) {
        auto live = desk::LiveDesk::start(file.open(), {});
        auto other = file.open();
        const auto create = column(live->workspace(), "create");
        // Both at once: one of the two must lose.
        const auto theirs = other->run(
            rules::MoveCards{{other->workspace().card_by_number(2)->id}, create, {}, ""});
        const auto mine = live->run(rules::MoveCards{{card(*live, 1)}, create, {}, ""});
        REQUIRE(theirs.ok());
        REQUIRE(eventually(
            *live, [&] { return live->pending() == 0 && live->workspace().seq() >= theirs->seq; }));
        CHECK(rules::board_fill(live->workspace()).count == 1);
        const auto notices = live->take_notices();
        if (mine) {
            REQUIRE(notices.size() == 1);
            CHECK(notices.front().refusal->rule == "wip_limit");
            ++lost;
        }
        CHECK(live->workspace().find(card(*live, 1))->column == column(live->workspace(), "ready"));
        REQUIRE(live->run(rules::MoveCards{
                              {card(*live, 2)}, column(live->workspace(), "ready"), {}, ""})
                    .ok());
    }
    CHECK(lost > 0);
    auto desk = file.open();
    CHECK(desk->check()->findings.empty());
}

TEST_CASE("pending commands of one person and commits of another interleave without loss") {
    const BoardFile file;
    make_board(file);
    {
        auto live = desk::LiveDesk::start(file.open(), {});
        auto other = file.open();
        for (int i = 0; i < 40; ++i) {
            REQUIRE(
                live->run(rules::AddComment{card(*live, 1), {}, "mine " + std::to_string(i)}).ok());
            if (i % 3 == 0) {
                REQUIRE(other
                            ->run(rules::AddComment{
                                other->workspace().card_by_number(2)->id, {}, "theirs"})
                            .ok());
            }
            live->poll();
        }
        REQUIRE(eventually(*live, [&] { return live->pending() == 0; }));
        CHECK(live->take_notices().empty());
    }
    auto desk = file.open();
    CHECK(desk->workspace().of<model::Comment>(desk->workspace().card_by_number(1)->id).size() ==
          40);
    CHECK(desk->workspace().of<model::Comment>(desk->workspace().card_by_number(2)->id).size() ==
          14);
    CHECK(desk->check()->findings.empty());
}

TEST_CASE("undo and redo work on what is still pending") {
    const BoardFile file;
    make_board(file);
    auto live = desk::LiveDesk::start(file.open(), {});
    const auto ready = column(live->workspace(), "ready");
    const auto create = column(live->workspace(), "create");
    REQUIRE(live->run(rules::MoveCards{{card(*live, 1)}, create, {}, ""}).ok());
    CHECK(live->undo_title() == "Move card MKT-1");
    REQUIRE(live->undo().ok());
    CHECK(live->workspace().find(card(*live, 1))->column == ready);
    REQUIRE(live->redo().ok());
    CHECK(live->workspace().find(card(*live, 1))->column == create);
    REQUIRE(eventually(*live, [&] { return live->pending() == 0; }));
    CHECK(file.open()->check()->findings.empty());
}

TEST_CASE("closing waits until everything is durable") {
    const BoardFile file;
    make_board(file);
    {
        auto live = desk::LiveDesk::start(file.open(), {});
        for (int i = 0; i < 50; ++i) {
            REQUIRE(
                live->run(rules::AddComment{card(*live, 1), {}, "note " + std::to_string(i)}).ok());
        }
    }
    auto desk = file.open();
    CHECK(desk->workspace().of<model::Comment>(desk->workspace().card_by_number(1)->id).size() ==
          50);
}
