#include "app/gui/flow/flow_view.h"
#include "app/gui/flow/flow_model.h"
#include "app/gui/flow/flow_parts.h"
#include "app/gui/headless/chart_picture.h"
#include "app/gui/palette/palette_view.h"
#include "tests/app/gui/workbench_bench.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace throughline::gui::flow_screen {
namespace {

using test::Bench;

// Delivered after five days, and another one at work for ten.
struct Team {
    Bench bench;
    model::CardId done;
    model::CardId open;

    explicit Team(ImVec2 size = {1440, 2600}) : bench({.size = size}) {
        done = bench.card("Spring launch");
        open = bench.card("Battle card");
        REQUIRE(bench.move(done, "create"));
        bench.pass(days(4));
        bench.deliver(done);
        REQUIRE(bench.move(open, "create"));
        bench.pass(days(9));
        bench.go(Screen::Flow);
    }
};

report::Chart picture_of(Bench& bench, std::string_view name, const FlowChoices& choices = {}) {
    std::unique_ptr<throughline::flow::Flow> digest;
    const FlowOrder order = make_order(bench.context(), choices, {report::find_chart(name)});
    return make_picture(order, digest).charts.front();
}

TEST_CASE("without the points flow says what to set up, and leads there") {
    Bench bench({.kind = "empty"});
    bench.go(Screen::Flow);
    CHECK(bench.ui.shows("Not set up"));
    bench.ui.click("points");
    bench.settle();
    CHECK(bench.ui.shows("Points of the flow"));
}

TEST_CASE("before the first commitment flow says where its figures will come from") {
    Bench bench;
    bench.go(Screen::Flow);
    CHECK(bench.ui.shows("No data yet"));
}

TEST_CASE("the overview shows the figures, and each chart with its verdict and sentence") {
    Team team;
    CHECK(team.bench.ui.shows("Oldest in process"));
    CHECK(team.bench.ui.shows("days, MKT-2 Battle card"));
    CHECK(team.bench.ui.shows("Where is it stuck?"));
    CHECK(team.bench.ui.shows("Age of work in process"));
    CHECK(team.bench.ui.shows("1 of 1 card in process is at risk."));
    CHECK(team.bench.ui.shows("watch"));
    CHECK(team.bench.ui.shows("85% of 1 card took 5 days or less."));
}

TEST_CASE("all figures stand beside the charts, and what is counted has its weeks") {
    Team team;
    team.bench.ui.click("tab:figures");
    team.bench.settle();
    headless::UiDriver& ui = team.bench.ui;
    for (const char* words : {"Total age", "10 card-days", "Takt", "Time to market",
                              "Flow efficiency", "Delivered with rework", "Load of the team"}) {
        CAPTURE(words);
        CHECK(ui.shows(words));
    }
    // A move into a full column is refused: from then on it is counted.
    CHECK_FALSE(ui.shows("Refused"));
    model::CardId last;
    bool refused = false;
    for (int i = 0; i < 12 && !refused; ++i) {
        last = team.bench.card("Another " + std::to_string(i));
        refused = !team.bench.move(last, "create");
    }
    REQUIRE(refused);
    team.bench.settle();
    CHECK(ui.shows("Refused"));
    CHECK(ui.shows("WIP limit"));
    ui.click("tab:charts");
    team.bench.settle();
    CHECK(ui.shows("Age of work in process"));
}

TEST_CASE("the palette leads to the figures and to every chart in large") {
    Team team;
    const palette::Actions& actions = team.bench.window().palette().actions();
    actions.run("flow.figures", team.bench.context());
    team.bench.settle();
    CHECK(team.bench.ui.shows("Total age"));
    for (const report::ChartKind& kind : report::chart_kinds()) {
        CAPTURE(kind.name);
        CHECK(actions.run("flow." + std::string(kind.name), team.bench.context()));
        team.bench.settle();
        CHECK(team.bench.ui.shows(kind.tells));
    }
}

TEST_CASE("the weeks of a figure are told one by one") {
    using throughline::flow::WeekCount;
    const Day monday = parse_day("2026-05-04").value();
    CHECK(weeks_words({WeekCount{monday, 3, true}, WeekCount{monday + 7, 0, false}}) ==
          "Week of Mon 4 May 2026: 3\nWeek of Mon 11 May 2026: 0 (not whole)");
}

TEST_CASE("a mark is found by hover and by keys, and leads to its card") {
    Team team;
    headless::UiDriver& ui = team.bench.ui;
    ui.click("aging");
    ui.mouse({5, 5});
    ui.key(ImGuiKey_LeftArrow);
    ui.frames(2);
    CHECK(ui.shows("10 days old, in Create"));
    CHECK(ui.shows("Press to open the card"));
    ui.key(ImGuiKey_Enter);
    team.bench.settle();
    CHECK(ui.shows("Battle card"));
    CHECK(ui.find("close-card") != nullptr);
}

TEST_CASE("a chart opens in large, the page keys go on, Escape goes back") {
    Team team;
    headless::UiDriver& ui = team.bench.ui;
    ui.click("open-aging");
    team.bench.settle();
    CHECK(ui.shows("Help the highest ones before anything new is pulled."));
    CHECK_FALSE(ui.shows("Where is it stuck?"));
    ui.key(ImGuiKey_PageDown);
    team.bench.settle();
    CHECK(ui.shows("What stood in which column"));
    ui.key(ImGuiKey_PageUp);
    ui.key(ImGuiKey_PageUp);
    team.bench.settle();
    CHECK(ui.shows("How often forecasts were right"));
    ui.key(ImGuiKey_Escape);
    team.bench.settle();
    CHECK(ui.shows("Where is it stuck?"));
}

TEST_CASE("the large chart is saved as rows and as a picture") {
    Team team;
    headless::UiDriver& ui = team.bench.ui;
    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() / "throughline_flow_view_test";
    std::filesystem::create_directories(folder);
    ui.click("open-aging");
    team.bench.settle();
    const auto save = [&](const char* button, const std::string& name) {
        ui.click(button);
        ui.frames(3);
        ui.fill("path", (folder / name).string());
        ui.key(ImGuiKey_Enter);
        ui.frames(4);
        std::ifstream file(folder / name, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(file), {});
    };
    CHECK(save("save-CSV", "aging.csv").find("MKT-2,Battle card") != std::string::npos);
    CHECK(ui.shows("Saved: "));
    CHECK(save("save-SVG", "aging.svg").starts_with("<svg"));
    CHECK(save("save-SVG", "aging.txt").empty());
    CHECK(ui.shows("Name a file that ends in"));
    std::filesystem::remove_all(folder);
}

TEST_CASE("a PNG is drawn between two frames, and said to be saved") {
    std::vector<std::string> written;
    workbench::WorkbenchSetup setup;
    bool works = true;
    setup.write_picture = [&](const std::function<void(report::Canvas&)>&, report::Size size,
                              double scale, bool dark, const std::string& file) -> Status {
        CHECK(size.width / scale > 500);
        CHECK_FALSE(dark);
        written.push_back(file);
        if (!works) return Error{ErrorCode::Io, "The picture cannot be written.", file};
        return Done{};
    };
    Bench bench({.setup = std::move(setup)});
    REQUIRE(bench.move(bench.card("Spring launch"), "create"));
    bench.go(Screen::Flow);
    bench.ui.click("open-aging");
    bench.settle();
    const auto save = [&](const char* name) {
        bench.ui.click("save-PNG");
        bench.ui.frames(3);
        bench.ui.fill("path", name);
        bench.ui.key(ImGuiKey_Enter);
        bench.settle();
    };
    save("aging.png");
    REQUIRE(written.size() == 1);
    CHECK(written[0] == "aging.png");
    CHECK(bench.ui.shows("Saved: aging.png"));
    works = false;
    save("other.png");
    CHECK(written.size() == 2);
    CHECK(bench.ui.shows("The picture cannot be written. other.png"));
}

TEST_CASE("the renderer draws the chart while the window goes on") {
    const std::string file =
        (std::filesystem::temp_directory_path() / "throughline_flow_view_test.png").string();
    workbench::WorkbenchSetup setup;
    setup.write_picture = [](const std::function<void(report::Canvas&)>& draw, report::Size size,
                             double scale, bool dark, const std::string& to) -> Status {
        if (!headless::write_png(headless::draw_chart_picture(draw, size, scale, dark), to)) {
            return Error{ErrorCode::Io, "The picture cannot be written.", to};
        }
        return Done{};
    };
    Bench bench({.setup = std::move(setup)});
    REQUIRE(bench.move(bench.card("Spring launch"), "create"));
    bench.go(Screen::Flow);
    bench.ui.click("open-aging");
    bench.settle();
    bench.ui.click("save-PNG");
    bench.ui.frames(3);
    bench.ui.fill("path", file);
    bench.ui.key(ImGuiKey_Enter);
    bench.settle();
    std::ifstream in(file, std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(in), {});
    CHECK(bytes.starts_with("\x89PNG"));
    CHECK(bytes.size() > 5000);
    CHECK(bench.ui.shows("Age of work in process"));
    std::filesystem::remove(file);
}

TEST_CASE("without a renderer the PNG button says why it is off") {
    Team team;
    team.bench.ui.click("open-aging");
    team.bench.settle();
    CHECK(team.bench.ui.need("save-PNG").disabled);
}

TEST_CASE("the flag of a changed limit leads to its entry in the history") {
    Team team;
    REQUIRE(team.bench.run(rules::EditColumn{team.bench.column("review"), {{"wip_limit", "2"}}}));
    team.bench.pass(days(2));
    for (int i = 0; i < 3; ++i)
        team.bench.card("Card " + std::to_string(i));
    headless::UiDriver& ui = team.bench.ui;
    ui.click("open-cumulative-flow");
    team.bench.settle();
    const ImRect picture = ui.need("cumulative-flow").rect;
    ui.click_at({picture.Min.x + 2, picture.Min.y + 2});  // beside its marks
    ui.mouse({5, 5});
    ui.key(ImGuiKey_LeftArrow);
    ui.frames(2);
    CHECK(ui.shows("Press to read it in the history"));
    ui.key(ImGuiKey_Enter);
    team.bench.settle();
    CHECK(ui.shows("Everything that happened on this board"));
    CHECK(ui.shows("Review"));
    CHECK_FALSE(ui.shows("accepted"));
}

TEST_CASE("a forecast in large is asked for other cards and days in place") {
    Team team;
    headless::UiDriver& ui = team.bench.ui;
    ui.click("open-aging");
    ui.frames(2);
    ui.key(ImGuiKey_PageUp, 3);
    team.bench.settle();
    ui.fill("cards", "7");
    ui.key(ImGuiKey_Enter);
    team.bench.settle();
    CHECK(ui.shows("7 cards are done by"));
    ui.key(ImGuiKey_PageDown);
    team.bench.settle();
    ui.fill("days-ahead", "10");
    ui.key(ImGuiKey_Enter);
    team.bench.settle();
    CHECK(ui.shows("done by 2"));  // the ten days end late in March
}

TEST_CASE("throughput is counted by week or by day, as is chosen") {
    Team team;
    headless::UiDriver& ui = team.bench.ui;
    ui.click("open-throughput");
    team.bench.settle();
    ui.click("By day");
    team.bench.settle();
    CHECK(ui.shows("are finished a day"));
}

TEST_CASE("limits of process behaviour are taken anew from a day, and remembered") {
    Team team;
    team.bench.ui.click("open-xmr-cycle-time");
    team.bench.settle();
    CHECK(team.bench.ui.find("limits-from") != nullptr);
    FlowView view;
    view.set_memory({.weeks = 26, .working_days = true, .limits_from = Day{20'000}});
    CHECK(view.memory() == FlowMemory{26, true, Day{20'000}});
}

TEST_CASE("the charts follow the filter of the board") {
    Bench bench;
    const model::CardId card = bench.card("Spring launch");
    bench.card("Battle card");
    REQUIRE(bench.move(card, "create"));
    bench.context().filter().query = "battle";
    CHECK(make_order(bench.context(), {}, {}).passing.ids->size() == 1);
    CHECK(picture_of(bench, "aging").missing);
    bench.context().filter().query = "spring";
    CHECK(picture_of(bench, "aging").dots.size() == 1);
    bench.context().filter().query = "colour:red";
    CHECK_FALSE(make_order(bench.context(), {}, {}).passing.error.empty());
}

TEST_CASE("period and class choose the cards of every chart") {
    Bench bench;
    const model::CardId card = bench.card("Spring launch");
    REQUIRE(bench.move(card, "create"));
    bench.deliver(card);
    bench.pass(days(21));
    bench.settle();
    CHECK(picture_of(bench, "throughput", {.weeks = 4}).bars.size() == 5);
    CHECK_FALSE(picture_of(bench, "cycle-time-scatter", {.weeks = 4}).missing);
    CHECK(picture_of(bench, "cycle-time-scatter",
                     {.weeks = 4, .service_class = model::ServiceClass::Expedite})
              .missing);
}

TEST_CASE("flow opens on all classes, so that nothing blocked is passed over") {
    Team team;
    CHECK_FALSE(FlowChoices{}.service_class);
    CHECK(team.bench.ui.shows("All cards, "));
    REQUIRE(team.bench.run(rules::EditCard{team.open, {{"service_class", "expedite"}}, ""}));
    REQUIRE(team.bench.run(rules::BlockCard{team.open, "legal", "No contract", {}}));
    team.bench.settle();
    CHECK(team.bench.ui.shows("clear these first"));
}

TEST_CASE("a period may end in the past, and may be all there is") {
    Bench bench({.size = {1440, 2600}});
    const model::CardId card = bench.card("Spring launch");
    REQUIRE(bench.move(card, "create"));
    bench.deliver(card);
    const Day delivered = bench.context().zone().day(bench.context().now());
    bench.pass(days(3 * 365));
    bench.settle();
    CHECK(picture_of(bench, "cycle-time-scatter", {.weeks = 104}).missing);
    const report::Chart then =
        picture_of(bench, "cycle-time-scatter", {.weeks = 4, .until = delivered + 3});
    CHECK_FALSE(then.missing);
    CHECK(then.x.to == (delivered + 3).number);
    CHECK(then.x.to - then.x.from == 27);
    const report::Chart all = picture_of(bench, "cycle-time-scatter", {.all_of_it = true});
    CHECK_FALSE(all.missing);
    CHECK(all.x.from == delivered.number);
    bench.go(Screen::Flow);
    bench.ui.click("period");
    bench.ui.frames(3);
    bench.ui.click("All of it");
    bench.settle();
    CHECK(bench.ui.shows("85% of 1 card took 1 day or less."));
}

TEST_CASE("the figure of the cycle time is judged by adopted levels only, each class by its own") {
    Team team;
    const auto tile = [&team] {
        std::unique_ptr<throughline::flow::Flow> digest;
        return make_picture(make_order(team.bench.context(), {}, {}), digest).tiles[3];
    };
    CHECK(tile().id == "p85");
    CHECK(tile().sign == Tile::Sign::None);
    REQUIRE(team.bench.run(rules::SetServiceLevel{model::ServiceClass::Standard, 85, 5}));
    CHECK(tile().sign == Tile::Sign::Good);
    CHECK(tile().note == "days, within the SLE of 5");
    REQUIRE(team.bench.run(rules::SetServiceLevel{model::ServiceClass::Standard, 85, 4}));
    CHECK(tile().sign == Tile::Sign::Bad);
    CHECK(tile().note == "Standard above the SLE of 4");
}

TEST_CASE("a chart with a row for each of many people is as high as its rows need") {
    report::Chart few{.y = report::name_axis({"Ana", "Ben"})};
    report::Chart many{.y = report::name_axis(std::vector<std::string>(20, "Somebody"))};
    CHECK(picture_height(nullptr) == picture_height(&few));
    CHECK(picture_height(&many) > 20 * 15 + 60);
}

}  // namespace
}  // namespace throughline::gui::flow_screen
