// Charts of boards made for tests, and a canvas that remembers what was written where.
#pragma once

#include "core/report/chart_draw.h"
#include "core/report/chart_kinds.h"
#include "core/report/svg_text.h"
#include "tests/support/flow_builder.h"

#include <string>
#include <utility>
#include <vector>

namespace throughline::test {

// Days `from` to `to` of the builder, as of the end of the last one.
inline report::Chart chart_of(const FlowBuilder& board, std::string_view name, int from, int to,
                              const report::ChartChoices& choices = {}) {
    const flow::Flow flow = board.flow(board.end_of(to));
    return report::make_chart(*report::find_chart(name),
                              flow::Slice(flow, FlowBuilder::scope(flow, from, to)), choices);
}

// Five cards known by hand; see tests/core/flow/fixture_a_test.cpp.
inline FlowBuilder fixture_a() {
    FlowBuilder board;
    board.card("P", "Ready d1, Create d2, Done d4");
    board.card("Q", "Ready d1, Create d3, Ready d4, Create d5, Done d6");
    board.card("R", "Ready d2, discarded d5");
    board.card("S", "Done d3");
    board.card("T", "Ready d3, Done d4, Create d5, Done d6");
    return board;
}

// A team over 40 weeks: cards of all lengths, blocks, people with limits, requests, rework, changes
// of limits. The last day is 280.
inline FlowBuilder busy_board() {
    FlowBuilder board({{"Ideas", model::ColumnKind::Queue},
                       {"Ready", model::ColumnKind::Queue},
                       {"Create", model::ColumnKind::Active},
                       {"Review", model::ColumnKind::Queue},
                       {"Launch", model::ColumnKind::Active},
                       {"Done", model::ColumnKind::Done}},
                      "Ready", "Done");
    const auto at = [](int day) { return " d" + std::to_string(day); };
    for (int i = 0; i < 139; ++i) {
        const std::string name = "C" + std::to_string(i);
        const int begin = 3 + 2 * i;
        const int length = 2 + (i * 7) % 13 + (i % 17 == 0 ? 30 : 0);
        std::string history =
            "Ideas" + at(begin - 2) + ", Ready" + at(begin) + ", Create" + at(begin + length / 4);
        if (begin + length < 280) {
            history += ", Review" + at(begin + length / 2) + ", Launch" +
                       at(begin + (3 * length) / 4) + ", Done" + at(begin + length);
        }
        board.card(name, history);
        board.dri(name, 1 + i % 3);
        board.request(name, "d" + std::to_string(begin - 2));
        if (i % 9 == 0) {
            board.block(name, "d" + std::to_string(begin),
                        "d" + std::to_string(begin + length / 3 + 1),
                        i % 2 == 0 ? "waiting for legal" : "missing material from the agency");
        }
    }
    const char* const names[]{"Ana Lima", "Benedikt von Hohenstein", "Cem"};
    for (std::int64_t i = 1; i <= 3; ++i) {
        board.workspace().put(model::Person{.id = {i},
                                            .handle = "p" + std::to_string(i),
                                            .name = names[i - 1],
                                            .wip_limit = static_cast<int>(i)});
    }
    for (const auto& [was, name] : {std::pair{"Ready", "Ready for the studio"},
                                    std::pair{"Review", "Review by legal and brand"}}) {
        model::Column column = *board.workspace().find(board.column(was));
        column.name = name;
        board.workspace().put(column);
    }
    std::int64_t change = 1;
    for (const int day : {1, 215, 250, 250}) {
        board.workspace().put(model::WorkflowChange{.id = {change++},
                                                    .at = board.at("d" + std::to_string(day)),
                                                    .what = "wip-limit",
                                                    .subject = "column:create",
                                                    .before = "4",
                                                    .after = "5"});
    }
    return board;
}

// Boxes of all words, by the letter widths that SVG counts with.
class WordCanvas final : public report::Canvas {
public:
    struct Words {
        std::string text;
        report::Box box;
    };
    explicit WordCanvas(report::Size size) : size_(size) {}
    std::vector<Words> words;
    int shapes = 0;

    report::Size size() const override { return size_; }
    double text_width(std::string_view text, report::TextSize size, bool strong) const override {
        return report::ems(text) * report::text_height(size) * (strong ? 1.05 : 1.0);
    }
    void line(report::Point, report::Point, const report::Stroke&) override { ++shapes; }
    void polyline(std::span<const report::Point>, const report::Stroke&) override { ++shapes; }
    void fill_rect(const report::Box&, const report::Fill&, double) override { ++shapes; }
    void stroke_rect(const report::Box&, const report::Stroke&, double) override { ++shapes; }
    void fill_circle(report::Point, double, const report::Fill&) override { ++shapes; }
    void stroke_circle(report::Point, double, const report::Stroke&) override { ++shapes; }
    void fill_polygon(std::span<const report::Point>, const report::Fill&) override { ++shapes; }
    void fill_between(std::span<const report::Point>, std::span<const report::Point>,
                      const report::Fill&) override {
        ++shapes;
    }
    void hatch(const report::Box&, report::Hatch, const report::Stroke&) override { ++shapes; }
    void push_clip(const report::Box&) override {}
    void pop_clip() override {}
    void text(report::Point at, std::string_view text, const report::TextLook& look) override {
        const double width = text_width(text, look.size, look.strong);
        const double height = report::text_height(look.size);
        words.push_back(
            {std::string(text),
             {at.x - before(look.side) * width, at.y - above(look.level) * height, width, height}});
    }
    void text_upwards(report::Point at, std::string_view text,
                      const report::TextLook& look) override {
        const double width = text_width(text, look.size, look.strong);
        const double height = report::text_height(look.size);
        words.push_back({std::string(text),
                         {at.x - above(look.level) * height, at.y - (1 - before(look.side)) * width,
                          height, width}});
    }

private:
    static double before(report::Side side) {
        return side == report::Side::Start ? 0 : side == report::Side::Middle ? 0.5 : 1;
    }
    static double above(report::Level level) {
        return level == report::Level::Top ? 0 : level == report::Level::Middle ? 0.5 : 1;
    }

    report::Size size_;
};

}  // namespace throughline::test
