#include "app/gui/history/history_model.h"
#include "tests/app/gui/workbench_bench.h"

#include <doctest/doctest.h>

namespace throughline::gui::history {
namespace {

using test::Bench;

TEST_CASE("a move is told in words, with who and when") {
    Bench bench;
    const model::CardId card = bench.card("Spring launch");
    bench.pass(minutes(65));
    REQUIRE(bench.move(card, "create"));
    bench.go(Screen::History);
    CHECK(bench.ui.shows("Today"));
    CHECK(bench.ui.shows("11:05"));
    CHECK(bench.ui.shows("Ana Lima"));
    CHECK(bench.ui.shows("'Spring launch' from Ready to"));
}

TEST_CASE("refused tries and undone entries are marked") {
    Bench bench;
    const model::CardId card = bench.card("Spring launch");
    REQUIRE(bench.run(rules::EditColumn{bench.column("review"), {{"wip_limit", "0"}}}));
    CHECK_FALSE(bench.run(rules::MoveCards{{card}, bench.column("review"), {}, ""}));
    REQUIRE(bench.move(card, "create"));
    CHECK(bench.desk().undo().ok());
    bench.settle();
    bench.go(Screen::History);
    CHECK(bench.ui.shows("refused"));
    CHECK(bench.ui.shows("undone"));
    CHECK(bench.ui.shows("undo"));
}

TEST_CASE("the history is narrowed by words, and says how much of it is shown") {
    Bench bench;
    bench.card("Spring launch");
    bench.card("Battle card");
    bench.go(Screen::History);
    bench.ui.fill("words", "battle");
    bench.settle();
    CHECK(bench.ui.shows("'Battle card'"));
    CHECK_FALSE(bench.ui.shows("'Spring launch'"));
    bench.ui.fill("words", "nobody wrote this");
    bench.settle();
    CHECK(bench.ui.shows("No entry fits"));
    bench.ui.click("clear");
    bench.settle();
    CHECK(bench.ui.shows("'Spring launch'"));
}

TEST_CASE("what others do appears while the history is open") {
    Bench bench;
    bench.go(Screen::History);
    bench.card("Webinar");
    bench.settle();
    CHECK(bench.ui.shows("'Webinar'"));
}

TEST_CASE("a long history is read page by page") {
    Bench bench;
    for (int i = 0; i < 260; ++i)
        REQUIRE(bench.context()
                    .desk()
                    .run(rules::EditBoard{{{"name", "Marketing " + std::to_string(i)}}})
                    .ok());
    bench.settle();
    HistoryModel model;
    for (int i = 0; i < 200 && !model.has_all(); ++i) {
        model.refresh(bench.context(), 100000);
        bench.settle();
    }
    model.refresh(bench.context(), 100000);
    CHECK(model.has_all());
    CHECK(model.loaded() == static_cast<std::size_t>(bench.ws().seq()));
    CHECK(model.shown() == model.loaded());
    model.filter.kind = Kind::Moves;
    model.refresh(bench.context(), 10);
    CHECK(model.shown() == 0);
}

TEST_CASE("days are called by their names") {
    const Day today = day_from_civil(2026, 3, 10);
    CHECK(day_words(today, today) == "Today");
    CHECK(day_words(today - 1, today) == "Yesterday");
    CHECK(day_words(day_from_civil(2025, 12, 1), today) == "Monday 1 December 2025");
}

}  // namespace
}  // namespace throughline::gui::history
