#include "core/report/chart_file.h"
#include "tests/core/report/charts.h"

#include <doctest/doctest.h>

namespace throughline::report {
namespace {

// Tags closed in order, one root, attributes quoted, no stray signs. "" when all is well.
std::string xml_mistake(std::string_view xml) {
    std::vector<std::string> open;
    int roots = 0;
    for (std::size_t at = 0; at < xml.size();) {
        if (xml[at] == '>') return "a stray >";
        if (xml[at] == '&' && xml.substr(at, 10).find(';') == std::string_view::npos)
            return "a stray &";
        if (xml[at] != '<') {
            ++at;
            continue;
        }
        const std::size_t end = xml.find('>', at);
        if (end == std::string_view::npos) return "an open tag at the end";
        std::string_view tag = xml.substr(at + 1, end - at - 1);
        if (tag.find('<') != std::string_view::npos) return "a stray <";
        if (std::count(tag.begin(), tag.end(), '"') % 2 != 0) return "an open quote";
        if (tag.starts_with("/")) {
            if (open.empty() || open.back() != tag.substr(1)) return "closed out of order";
            open.pop_back();
        } else if (!tag.ends_with("/")) {
            roots += open.empty() ? 1 : 0;
            open.emplace_back(tag.substr(0, tag.find(' ')));
        }
        at = end + 1;
    }
    return open.empty() && roots == 1 ? "" : "not one closed root";
}

TEST_CASE("every chart is a well-formed, self-contained SVG in both themes") {
    const test::FlowBuilder board = test::busy_board();
    for (const ChartKind& kind : chart_kinds()) {
        const Chart chart = test::chart_of(board, kind.name, 197, 280);
        CAPTURE(kind.name);
        for (const SvgTheme theme : {SvgTheme::Light, SvgTheme::Dark}) {
            const std::string svg = chart_svg(chart, {1400, 800}, theme);
            CHECK(xml_mistake(svg) == "");
            CHECK(svg.find("width=\"1400\"") != std::string::npos);
            CHECK(svg.find("href") == std::string::npos);
            CHECK(svg.find("nan") == std::string::npos);
            CHECK(svg == chart_svg(chart, {1400, 800}, theme));
        }
    }
}

TEST_CASE("words of people cannot leave the text they stand in") {
    test::FlowBuilder board;
    board.card("A", "Ready d1");
    board.block("A", "d2", "d4", "</text><script>alert(1)</script> & \"more\"");
    const std::string svg =
        chart_svg(test::chart_of(board, "blockers", 1, 7), {1400, 800}, SvgTheme::Light);
    CHECK(xml_mistake(svg) == "");
    CHECK(svg.find("<script") == std::string::npos);
}

TEST_CASE("rows are quoted as RFC 4180 says, and no cell runs as a formula") {
    Chart chart;
    chart.table = {{"card", "title", "days"},
                   {{"MKT-1", "Spring, \"big\" launch", "3"},
                    {"MKT-2", "=1+1", "-2.5"},
                    {"MKT-3", "two\nlines", ""}}};
    CHECK(chart_csv(chart) ==
          "card,title,days\r\nMKT-1,\"Spring, \"\"big\"\" launch\",3\r\nMKT-2,'=1+1,-2.5\r\n"
          "MKT-3,\"two\nlines\",\r\n");
    CHECK(chart_csv({}) == "");
}

TEST_CASE("words grow with a large page") {
    CHECK(page_scale({600, 400}) == 1);
    CHECK(page_scale({1800, 1120}) == 2);
    CHECK(page_scale({2560, 400}) == 1);
}

}  // namespace
}  // namespace throughline::report
