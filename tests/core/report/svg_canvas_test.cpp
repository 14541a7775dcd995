#include <doctest/doctest.h>

#include <array>

#include "core/report/svg_canvas.h"

using namespace throughline::report;

TEST_CASE("text is escaped and bad bytes are replaced") {
    CHECK(xml_escape("a<b> & \"c\" 'd'") == "a&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;");
    CHECK(xml_escape("Grüße 🚀") == "Grüße 🚀");
    CHECK(xml_escape(std::string_view("\x01\xff", 2)) == "\xEF\xBF\xBD\xEF\xBF\xBD");
    CHECK(xml_escape("\xEF\xBF\xBD") == "\xEF\xBF\xBD");
}

TEST_CASE("the same calls give the same, closed document") {
    const auto draw = [] {
        SvgCanvas canvas({200, 100}, SvgTheme::Light, "Cycle time", "Days by week");
        canvas.push_clip({0, 0, 50, 50});
        const std::array points{Point{0, 0}, Point{10.5, 20.25}, Point{30, 1.0 / 3.0}};
        canvas.polyline(points, {.ink = Ink::Accent, .width = 2.0, .dash = Dash::Dashed});
        canvas.text({5, 5}, "<script>", {.side = Side::Middle});
        canvas.hatch({0, 0, 10, 10}, Hatch::Cross, {});
        return canvas.svg();
    };
    const std::string svg = draw();
    CHECK(svg == draw());
    CHECK(svg.find("<title>Cycle time</title>") != std::string::npos);
    CHECK(svg.find("0,0 10.5,20.25 30,0.333") != std::string::npos);
    CHECK(svg.find("<script") == std::string::npos);
    CHECK(svg.find("</g>\n</svg>\n") != std::string::npos);
}

TEST_CASE("a colour role has a value in both themes and series wrap around") {
    for (int i = 0; i < kInkCount; ++i) {
        CHECK(svg_colour(static_cast<Ink>(i), SvgTheme::Light).size() == 7);
        CHECK(svg_colour(static_cast<Ink>(i), SvgTheme::Dark).size() == 7);
    }
    CHECK(series(12) == Ink::Series1);
    CHECK(series(-1) == Ink::Series12);
}
