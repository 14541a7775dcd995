// Every view is drawn in an empty, a usual and a huge board, in both themes, without trouble.
#include "app/gui/headless/screenshot.h"
#include "app/gui/workbench/still_desk.h"
#include "tests/app/gui/workbench_bench.h"
#include "tests/support/team.h"

#include <doctest/doctest.h>

namespace throughline::gui::workbench {
namespace {

constexpr std::string_view kScreens[]{"board",
                                      "intake",
                                      "triage",
                                      "brief",
                                      "objectives",
                                      "people",
                                      "plan",
                                      "plan:quarters",
                                      "plan:defects",
                                      "plan:budget",
                                      "plan:capacity",
                                      "plan:accountability",
                                      "kpis",
                                      "flow",
                                      "forecast",
                                      "forecast:objectives",
                                      "forecast:backtest",
                                      "forecast:told",
                                      "forecast:what-if",
                                      "alerts",
                                      "alerts:rules",
                                      "history",
                                      "settings:columns",
                                      "settings:templates",
                                      "settings:score",
                                      "palette",
                                      "import",
                                      "welcome"};

// More than anybody has: columns, cards, people, objectives, requests with long names.
model::Workspace huge(const model::Workspace& from) {
    model::Workspace ws = from;
    const std::string words =
        "A very long title that does not end where titles usually end, with Größe, 日本語 and 🚀 in "
        "it ";
    const std::vector<model::ColumnId> columns(ws.columns().begin(), ws.columns().end());
    const Instant start = *parse_instant("2025-06-02T08:00:00Z");
    std::int64_t transition = 1'000'000;
    for (std::int64_t i = 1; i <= 3000; ++i) {
        model::Card card;
        card.id = model::CardId{900'000 + i};
        card.number = 900 + i;
        card.title = words + std::to_string(i);
        card.dri = ws.rows<model::Person>().begin()->id;
        const auto at = static_cast<std::size_t>(i) % columns.size();
        card.column = columns[at];
        card.rank = static_cast<double>(i);
        card.service_class = static_cast<model::ServiceClass>(i % 4);
        card.created_at = start + hours(i);
        card.entered_at = start + hours(i + 40);
        for (std::size_t column = 0; column <= at; ++column) {
            ws.put(model::Transition{
                .id = model::TransitionId{++transition},
                .card = card.id,
                .from = column == 0 ? model::ColumnId{} : columns[column - 1],
                .to = columns[column],
                .kind = column == 0 ? model::MoveKind::Created : model::MoveKind::Moved,
                .at = start + hours(i + static_cast<std::int64_t>(column) * 10),
                .known_at = start + hours(i + static_cast<std::int64_t>(column) * 10)});
        }
        ws.put(std::move(card));
    }
    for (std::int64_t i = 1; i <= 200; ++i) {
        ws.put(model::Person{.id = model::PersonId{800'000 + i},
                             .handle = "person-" + std::to_string(i),
                             .name = words + std::to_string(i)});
        ws.put(model::Objective{.id = model::ObjectiveId{800'000 + i},
                                .number = 500 + i,
                                .title = words,
                                .quarter = "2026-Q2"});
    }
    return ws;
}

headless::Image draw(desk::Desk& desk, std::string_view view, bool dark, int width) {
    auto image = headless::draw_screenshot(
        desk, {.view = std::string(view), .width = width, .height = 720, .dark = dark});
    REQUIRE_MESSAGE(image.ok(), view);
    return std::move(image).value();
}

// Something other than one ground is on it.
bool is_drawn(const headless::Image& image) {
    int different = 0;
    for (const std::uint32_t pixel : image.pixels)
        different += pixel != image.pixels.front() ? 1 : 0;
    return different > 2000;
}

TEST_CASE("an empty board teaches in every view") {
    throughline::test::Team team("empty");
    for (const std::string_view view : kScreens)
        CHECK_MESSAGE(is_drawn(draw(team.desk(), view, false, 1280)), view);
}

TEST_CASE(
    "every view of a marketing board is drawn light and dark, narrow and wide, and the same "
    "twice") {
    throughline::test::Team team;
    const model::CardId card = team.make_card("Spring launch");
    team.submit("Battle card");
    team.run(team.move(card, "create"));
    for (const std::string_view view : kScreens) {
        CHECK_MESSAGE(is_drawn(draw(team.desk(), view, true, 700)), view);
        const headless::Image first = draw(team.desk(), view, false, 1280);
        CHECK_MESSAGE(first == draw(team.desk(), view, false, 1280), view);
    }
}

TEST_CASE("a huge board is drawn in every screen") {
    throughline::test::Team team;
    test::Bench bench(make_still_desk(team.desk(), team.now(), huge(team.ws())), {1280, 720});
    for (const Screen screen :
         {Screen::Board, Screen::Intake, Screen::Objectives, Screen::Flow, Screen::Forecast,
          Screen::Alerts, Screen::History, Screen::Settings}) {
        bench.go(screen);
        CHECK(bench.ui.texts().size() > 5);
    }
    for (const char* section : {"columns", "gates", "score", "people", "calendar"})
        bench.settings(section);
}

TEST_CASE("a view that is not there is refused with those that are") {
    throughline::test::Team team;
    const auto image = headless::draw_screenshot(team.desk(), {.view = "moon"});
    REQUIRE_FALSE(image.ok());
    CHECK(image.error().message.find("board, intake") != std::string::npos);
    CHECK_FALSE(headless::draw_screenshot(team.desk(), {.view = "card:MKT-99"}).ok());
}

TEST_CASE("a picture of a past moment shows the board as it was") {
    throughline::test::Team team;
    const model::CardId card = team.make_card("Spring launch");
    const Instant before = team.now();
    team.pass(hours(30));
    const auto then = headless::draw_screenshot(team.desk(), {.view = "board", .at = before});
    team.run(team.move(card, "create"));
    const auto later = headless::draw_screenshot(team.desk(), {.view = "board", .at = before});
    const auto now = headless::draw_screenshot(team.desk(), {.view = "board"});
    REQUIRE(then.ok());
    REQUIRE(later.ok());
    REQUIRE(now.ok());
    CHECK(*then == *later);
    CHECK_FALSE(*then == *now);
}

}  // namespace
}  // namespace throughline::gui::workbench
