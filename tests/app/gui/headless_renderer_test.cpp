#include <doctest/doctest.h>

#include "app/gui/headless/stage.h"
#include "app/gui/headless/ui_driver.h"
#include "app/gui/theme/fonts.h"
#include "app/gui/widgets/canvas_imgui.h"
#include "app/gui/widgets/text.h"
#include "imgui.h"

namespace {

using namespace throughline::gui;
using namespace throughline::gui::headless;

constexpr std::uint32_t kRed = IM_COL32(255, 0, 0, 255);

void draw(const std::function<void(ImDrawList&)>& shapes) {
    shapes(*ImGui::GetBackgroundDrawList());
}

}  // namespace

TEST_CASE("a rectangle fills exactly its pixels, half transparent colours mix") {
    const Image image = take_picture(
        [] {
            draw([](ImDrawList& list) {
                list.AddRectFilled({2, 3}, {5, 4}, kRed);
                list.AddRectFilled({6, 3}, {7, 4}, IM_COL32(0, 0, 0, 128));
            });
        },
        {.size = {10, 10}, .fonts = false}, 1);
    const std::uint32_t ground = image.at(0, 0);
    CHECK(image.at(2, 3) == kRed);
    CHECK(image.at(4, 3) == kRed);
    CHECK(image.at(1, 3) == ground);
    CHECK(image.at(5, 3) == ground);
    CHECK(image.at(2, 2) == ground);
    CHECK(image.at(2, 4) == ground);
    CHECK((image.at(6, 3) & 0xFFu) == doctest::Approx((ground & 0xFFu) / 2.0).epsilon(0.02));
}

TEST_CASE("triangles that share an edge draw each pixel once") {
    const ImU32 veil = IM_COL32(255, 0, 0, 100);
    const Image image = take_picture(
        [&] {
            draw([&](ImDrawList& list) {
                list.Flags = ImDrawListFlags_None;  // no soft edges
                list.AddTriangleFilled({0, 0}, {31, 7}, {4, 29}, veil);
                list.AddTriangleFilled({31, 7}, {30, 30}, {4, 29}, veil);
            });
        },
        {.size = {32, 32}, .fonts = false}, 1);
    const std::uint32_t ground = image.at(31, 0);
    const std::uint32_t once = image.at(12, 12);
    CHECK(once != ground);
    for (const std::uint32_t pixel : image.pixels)
        CHECK((pixel == ground || pixel == once));
}

TEST_CASE("a line on the canvas is no thicker where a point is said twice") {
    using throughline::report::Point;
    const auto picture = [](const std::vector<Point>& points) {
        return take_picture(
            [&] {
                draw([&](ImDrawList& list) {
                    ImGuiCanvas canvas(list, {0, 0}, {60, 40});
                    canvas.polyline(points, {.width = 1.5});
                });
            },
            {.size = {60, 40}, .fonts = false}, 1);
    };
    const Image once = picture({{5, 30}, {5, 10}, {20, 10}, {40, 10}, {40, 30}});
    const Image twice =
        picture({{5, 30}, {5, 10}, {20, 10}, {20, 10}, {40, 10}, {40, 10}, {40, 30}});
    CHECK(twice.pixels == once.pixels);
    CHECK(once.at(30, 10) != once.at(30, 20));  // it is drawn at all
}

TEST_CASE("pictures differ by the share of pixels beyond the tolerance") {
    Image a = make_image(10, 10, IM_COL32_WHITE);
    Image b = a;
    CHECK(difference(a, b) == 0.0);
    b.pixels[7] = IM_COL32_BLACK;
    b.pixels[8] = IM_COL32(250, 255, 255, 255);
    CHECK(difference(a, b) == doctest::Approx(0.01));
    CHECK(difference(a, make_image(5, 5, 0)) == 1.0);
    CHECK(encode_png(a).substr(1, 3) == "PNG");
}

TEST_CASE("it works with no font file at all, and icons are left out") {
    Image image;
    CHECK_NOTHROW(image = take_picture(
                      [] {
                          if (!fonts().regular) load_fonts(FontSearch{});
                          CHECK_FALSE(fonts().has_icons);
                          ImGui::Begin("Window");
                          text("Still readable", title_style());
                          icon("\xef\x90\x95");
                          ImGui::End();
                      },
                      {.size = {300, 120}, .fonts = false}, 2));
    CHECK(difference(image, make_image(300, 120, image.at(299, 119))) > 0.01);
}

TEST_CASE("a font file that is damaged is passed over") {
    FontSearch search;
    search.regular = {__FILE__};
    search.cjk = {__FILE__};
    search.emoji = {"/no/such/file.ttf"};
    bool loaded = false;
    UiDriver ui(
        [&] {
            if (!loaded) load_fonts(search);
            loaded = true;
            text("Text 日本 🚀");
        },
        {.fonts = false});
    CHECK_NOTHROW(ui.frames(2));
    CHECK(ui.shows("日本"));
}

TEST_CASE("two stages live side by side") {
    Stage light([] {}, {.size = {200, 100}});
    Stage dark([] {}, {.size = {200, 100}, .theme = {.mode = Mode::Dark}});
    light.frames(2);
    dark.frames(2);
    CHECK(light.picture().at(199, 99) == make_theme({.mode = Mode::Light}).bg);
    CHECK(dark.picture().at(199, 99) == make_theme({.mode = Mode::Dark}).bg);
}
