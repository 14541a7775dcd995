#include "core/report/charts_aging.h"
#include "core/report/charts_run.h"
#include "core/report/charts_scatter.h"
#include "core/report/svg_canvas.h"

#include <doctest/doctest.h>

namespace throughline::report {
namespace {

TEST_CASE("numbers on an axis are round and reach the highest value") {
    CHECK(round_ticks(13, 5) == std::vector<int>{0, 5, 10, 15});
    CHECK(round_ticks(0, 5) == std::vector<int>{0, 1});
    CHECK(round_ticks(3, 6) == std::vector<int>{0, 1, 2, 3});
    CHECK(round_ticks(100000, 4) == std::vector<int>{0, 50000, 100000});
    for (int highest = 1; highest < 500; ++highest) {
        const std::vector<int> ticks = round_ticks(highest, 6);
        CHECK(ticks.back() >= highest);
        CHECK(ticks.size() <= 7);
    }
}

TEST_CASE("dates on an axis are Mondays, months or quarters, as many as fit") {
    const Day monday = day_from_civil(2026, 3, 2);
    const std::vector<DayTick> days = day_ticks(monday, monday + 4, 8);
    REQUIRE(days.size() == 5);
    CHECK(days.front().label == "2 Mar 2026");
    CHECK(days.back().label == "6 Mar");
    const std::vector<DayTick> weeks =
        day_ticks(day_from_civil(2026, 2, 25), day_from_civil(2026, 5, 10), 12);
    CHECK(weeks.front() == DayTick{monday, "2 Mar 2026"});
    for (const DayTick& tick : weeks)
        CHECK(weekday(tick.day) == 0);
    const std::vector<DayTick> months =
        day_ticks(day_from_civil(2025, 11, 15), day_from_civil(2026, 5, 10), 8);
    REQUIRE(months.size() == 6);
    CHECK(months[0].label == "Dec 2025");
    CHECK(months[1].label == "Jan 2026");
    CHECK(months[2].label == "Feb");
    const std::vector<DayTick> quarters =
        day_ticks(day_from_civil(2025, 2, 1), day_from_civil(2026, 12, 31), 9);
    for (const DayTick& tick : quarters)
        CHECK(civil(tick.day).month % 3 == 1);
}

TEST_CASE("the scatter draws its lines in words and gives one hit a dot") {
    ScatterChart chart{.from = day_from_civil(2026, 1, 5),
                       .to = day_from_civil(2026, 3, 29),
                       .dots = {},
                       .lines = {{50, 4, false}, {70, 5, false}, {85, 9, true}, {95, 9, true}},
                       .sle_days = 8,
                       .sle_percent = 85};
    for (int i = 0; i < 12; ++i)
        chart.dots.push_back({chart.from + i * 7, 2 + i % 9, 1 + i % 3});
    for (const double width : {600.0, 2560.0}) {
        SvgCanvas canvas({width, 320}, SvgTheme::Light);
        const std::vector<ChartHit> hits = draw_scatter(canvas, chart);
        CHECK(hits.size() == chart.dots.size());
        for (const ChartHit& hit : hits) {
            CHECK(hit.at.x > 40);
            CHECK(hit.at.x < width - 90);
            CHECK(hit_at(hits, hit.at) != nullptr);
        }
        const std::string svg = canvas.svg();
        CHECK(svg.find("SLE 8 d") != std::string::npos);
        CHECK(svg.find("85%: 9 d (few)") != std::string::npos);
    }
}

TEST_CASE("a week without deliveries is drawn, and an unfinished one is hatched") {
    RunChart chart{.bars = {{day_from_civil(2026, 3, 2), 7, 3, true},
                            {day_from_civil(2026, 3, 9), 7, 0, true},
                            {day_from_civil(2026, 3, 16), 7, 2, false}},
                   .mean = 1.5,
                   .unit = "cards a week"};
    SvgCanvas canvas({600, 280}, SvgTheme::Dark);
    CHECK(draw_run(canvas, chart).size() == 3);
    CHECK(canvas.svg().find("mean 1.5") != std::string::npos);
    SvgCanvas empty({600, 280}, SvgTheme::Dark);
    CHECK(draw_run(empty, {}).empty());
}

TEST_CASE("cards of one age stand side by side in their column") {
    AgingChart chart{.columns = {{"Create", 2, 5, 8}, {"Review", 4, 9, 12}},
                     .dots = {{0, 3, AgeMark::Watch, false},
                              {0, 3, AgeMark::Watch, true},
                              {1, 14, AgeMark::Beyond, false}},
                     .sle_days = 10};
    SvgCanvas canvas({600, 280}, SvgTheme::Light);
    const std::vector<ChartHit> hits = draw_aging(canvas, chart);
    REQUIRE(hits.size() == 3);
    CHECK(hits[0].at.y == hits[1].at.y);
    CHECK(hits[1].at.x - hits[0].at.x > 8);
    CHECK(hits[2].at.y < hits[0].at.y);
    SvgCanvas empty({600, 280}, SvgTheme::Light);
    CHECK(draw_aging(empty, {}).empty());
}

}  // namespace
}  // namespace throughline::report
