#include "app/gui/flow/flow_model.h"
#include "tests/app/gui/workbench_bench.h"

#include <doctest/doctest.h>

namespace throughline::gui::flow_screen {
namespace {

using test::Bench;

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

TEST_CASE("a finished card is found with its cycle time, and opens from the figures") {
    Bench bench({.size = {1440, 1400}});
    const model::CardId card = bench.card("Spring launch");
    REQUIRE(bench.move(card, "create"));
    bench.pass(days(4));
    bench.deliver(card);
    REQUIRE(bench.ws().find(card)->column == bench.column("live"));
    bench.go(Screen::Flow);
    CHECK(bench.ui.shows("85% of 1 card took 5 days or less"));
    CHECK(bench.ui.shows("Nothing is in process."));
    // The only dot stands at today's end of the plot: walked to by keys.
    bench.ui.click("scatter");
    bench.ui.mouse({5, 5});
    bench.ui.key(ImGuiKey_LeftArrow);
    bench.ui.frames(2);
    CHECK((bench.ui.shows("MKT-1 Spring launch") || bench.ui.shows("5 days, finished")));
}

TEST_CASE("work in process is told by age and state") {
    Bench bench({.size = {1440, 1400}});
    const model::CardId card = bench.card("Spring launch");
    REQUIRE(bench.move(card, "create"));
    bench.pass(days(9));
    bench.go(Screen::Flow);
    CHECK(bench.ui.shows("Oldest in process"));
    CHECK(bench.ui.shows("10"));
    CHECK(bench.ui.shows("days, MKT-1 Spring launch"));
}

TEST_CASE("the picture follows the filter of the board") {
    Bench bench;
    const model::CardId card = bench.card("Spring launch");
    bench.card("Battle card");
    REQUIRE(bench.move(card, "create"));
    bench.context().filter().query = "battle";
    FlowOrder order = make_order(bench.context(), {});
    REQUIRE(order.passing.has_value());
    CHECK(order.passing->size() == 1);
    std::unique_ptr<throughline::flow::Flow> digest;
    CHECK(make_picture(order, digest).aging.dots.empty());
    bench.context().filter().query = "spring";
    order = make_order(bench.context(), {});
    CHECK(make_picture(order, digest).aging.dots.size() == 1);
    bench.context().filter().query = "colour:red";
    CHECK_FALSE(make_order(bench.context(), {}).filter_error.empty());
}

TEST_CASE("throughput counts zeros, and leaves the running week out of the mean") {
    Bench bench;
    const model::CardId card = bench.card("Spring launch");
    REQUIRE(bench.move(card, "create"));
    bench.deliver(card);
    bench.pass(days(21));
    bench.settle();
    std::unique_ptr<throughline::flow::Flow> digest;
    const FlowPicture picture = make_picture(make_order(bench.context(), {.weeks = 4}), digest);
    REQUIRE(picture.run.bars.size() == 5);
    CHECK(picture.run.bars.back().count == 0);
    CHECK_FALSE(picture.run.bars.back().whole);
    CHECK(picture.run.mean.has_value());
    CHECK(picture.run_says.find("nothing was finished") != std::string::npos);
}

}  // namespace
}  // namespace throughline::gui::flow_screen
