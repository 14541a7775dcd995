#include "core/report/chart_parts.h"
#include "tests/core/report/charts.h"

#include <doctest/doctest.h>

#include <set>

namespace throughline::report {
namespace {

using test::busy_board;
using test::chart_of;
using test::WordCanvas;

bool overlap(const Box& a, const Box& b) {
    constexpr double kTouch = 0.5;
    return a.x + kTouch < b.x + b.width && b.x + kTouch < a.x + a.width &&
           a.y + kTouch < b.y + b.height && b.y + kTouch < a.y + a.height;
}

TEST_CASE("no word of any chart runs into another or over the edge, small or large") {
    const test::FlowBuilder board = busy_board();
    for (const ChartKind& kind : chart_kinds()) {
        const Chart chart = chart_of(board, kind.name, 197, 280);
        CAPTURE(kind.name);
        CHECK_FALSE(chart.missing);
        for (const Size size : {Size{600, 400}, Size{984, 562}, Size{2560, 1440}}) {
            CAPTURE(size.width);
            WordCanvas canvas(size);
            draw_page(canvas, chart);
            for (std::size_t i = 0; i < canvas.words.size(); ++i) {
                const std::string& text = canvas.words[i].text;
                const Box& box = canvas.words[i].box;
                CAPTURE(text);
                CHECK(box.x > -1);
                CHECK(box.y > -1);
                CHECK(box.x + box.width < size.width + 1);
                CHECK(box.y + box.height < size.height + 1);
                for (std::size_t k = 0; k < i; ++k) {
                    const std::string& other = canvas.words[k].text;
                    CAPTURE(other);
                    CHECK_FALSE(overlap(box, canvas.words[k].box));
                }
            }
        }
    }
}

TEST_CASE("in a cell of the overview no word is cut off either") {
    const test::FlowBuilder board = busy_board();
    for (const ChartKind& kind : chart_kinds()) {
        const Chart chart = chart_of(board, kind.name, 197, 280);
        CAPTURE(kind.name);
        WordCanvas canvas({400, 236});
        draw_chart(canvas, chart, {0, 0, 400, 236});
        for (std::size_t i = 0; i < canvas.words.size(); ++i) {
            const std::string& text = canvas.words[i].text;
            const Box& box = canvas.words[i].box;
            CAPTURE(text);
            CHECK(box.x > -1);
            CHECK(box.x + box.width < 401);
            CHECK(box.y + box.height < 237);
            for (std::size_t k = 0; k < i; ++k) {
                CHECK_FALSE(overlap(box, canvas.words[k].box));
            }
        }
    }
}

TEST_CASE("every mark of every chart can be hovered where it is drawn") {
    const test::FlowBuilder board = busy_board();
    for (const ChartKind& kind : chart_kinds()) {
        const Chart chart = chart_of(board, kind.name, 197, 280);
        CAPTURE(kind.name);
        WordCanvas canvas({700, 420});
        const std::vector<ChartHit> hits = draw_chart(canvas, chart, {0, 0, 700, 420});
        REQUIRE(hits.size() == chart.marks.size());
        CHECK_FALSE(hits.empty());
        for (const ChartHit& hit : hits) {
            CHECK_FALSE(chart.marks[hit.index].lines.empty());
            CHECK(hit.at.x >= 0);
            CHECK(hit.at.x <= 700);
            CHECK(hit_at(hits, hit.at) != nullptr);
        }
        CHECK(hit_at(hits, {-100, -100}) == nullptr);
    }
}

TEST_CASE("a dot is hit before the part of the plot that it lies in") {
    const std::vector<ChartHit> hits{{{0, 0, 100, 100}, {50, 50}, 0},
                                     {{58, 48, 6, 6}, {61, 51}, 1}};
    CHECK(hit_at(hits, {59, 50})->index == 1);
    CHECK(hit_at(hits, {20, 50})->index == 0);
}

TEST_CASE("the mark under the pointer is shown by more than its colour") {
    const Chart chart = chart_of(busy_board(), "cycle-time-scatter", 197, 280);
    WordCanvas plain({600, 300});
    draw_chart(plain, chart, {0, 0, 600, 300});
    WordCanvas lit({600, 300});
    draw_chart(lit, chart, {0, 0, 600, 300}, 0);
    CHECK(lit.shapes == plain.shapes + 2);
}

TEST_CASE("a chart without data says what is missing and what to do") {
    const test::FlowBuilder board;
    for (const ChartKind& kind : chart_kinds()) {
        const Chart chart = chart_of(board, kind.name, 1, 84);
        CAPTURE(kind.name);
        if (!chart.missing) {
            continue;  // weeks without deliveries are zeros, not missing
        }
        CHECK(chart.missing->what.ends_with("."));
        CHECK(chart.missing->todo.ends_with("."));
        CHECK(chart.verdict.call == Verdict::Call::None);
        WordCanvas canvas({600, 400});
        CHECK(draw_chart(canvas, chart, {0, 0, 600, 400}).empty());
        CHECK(canvas.words.size() >= 2);
    }
}

TEST_CASE("of many points those are kept that stand out") {
    std::vector<double> values(100'000, 5);
    values[12'345] = 900;
    values[77'777] = -40;
    const std::vector<std::size_t> kept = extremes(values, 400);
    const std::set<std::size_t> set(kept.begin(), kept.end());
    CHECK(kept.size() <= 802);
    CHECK(set.contains(12'345));
    CHECK(set.contains(77'777));
    CHECK(set.contains(0));
    CHECK(set.contains(99'999));
    CHECK(extremes({1, 2, 3}, 400) == std::vector<std::size_t>{0, 1, 2});
}

TEST_CASE("outliers of a scatter with too many dots to see stay where they are") {
    test::FlowBuilder board;
    for (int i = 0; i < 9000; ++i) {
        const int begin = 1 + i % 150;
        const int length = (i / 150) % 60;
        board.card("C" + std::to_string(i),
                   "Ready d" + std::to_string(begin) + ", Done d" + std::to_string(begin + length));
    }
    board.card("Outlier", "Ready d2, Done d200");
    const Chart chart = chart_of(board, "cycle-time-scatter", 1, 210);
    CHECK(chart.dots.size() <= 3000);
    int cards = 0;
    bool found = false;
    for (const Dot& dot : chart.dots) {
        cards += dot.count;
        found = found || (dot.at.y == 199 && dot.count == 1);
    }
    CHECK(found);
    CHECK(cards == 9001);
    CHECK(chart.table.rows.size() == 9001);
}

}  // namespace
}  // namespace throughline::report
