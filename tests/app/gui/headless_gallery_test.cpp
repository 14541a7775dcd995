#include <doctest/doctest.h>

#include <filesystem>

#include "app/gui/headless/gallery.h"
#include "app/gui/headless/stage.h"
#include "app/gui/headless/ui_driver.h"

namespace {

using namespace throughline::gui;
using namespace throughline::gui::headless;

struct Variant {
    const char* name;
    ThemeSettings theme;
};
constexpr Variant kVariants[] = {
    {"gallery-light", {.mode = Mode::Light}},
    {"gallery-dark", {.mode = Mode::Dark}},
    {"gallery-light-2x", {.mode = Mode::Light, .scale = 2.0f}},
    {"gallery-dark-2x", {.mode = Mode::Dark, .scale = 2.0f}},
    {"gallery-light-contrast", {.mode = Mode::Light, .high_contrast = true}},
    {"gallery-dark-contrast", {.mode = Mode::Dark, .high_contrast = true}},
};

GalleryState filled_state() {
    GalleryState state;
    state.brief =
        "A landing page for finance leads who saw the webinar. It explains the offer in one screen "
        "and asks for one thing.";
    state.show_overlays = true;
    state.toasts.push({.tone = Tone::Success,
                       .text = "Undone",
                       .detail = "MKT-12 is back in Review",
                       .action = "Redo",
                       .action_id = "redo"},
                      0.0);
    return state;
}

std::filesystem::path picture_folder() {
    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() / "throughline-gallery";
    std::filesystem::create_directories(folder);
    return folder;
}

}  // namespace

TEST_CASE("the gallery draws in every theme and leaves a picture to look at") {
    for (const Variant& variant : kVariants) {
        CAPTURE(variant.name);
        GalleryState state = filled_state();
        const Image image = take_picture([&] { draw_gallery(state); },
                                         {.size = {1680, 1240}, .theme = variant.theme});
        CHECK(write_png(image, picture_folder() / (std::string(variant.name) + ".png")));
    }
}

TEST_CASE("every icon has a glyph where the icon font is installed") {
    const Image image = take_picture([] { draw_icon_gallery(); }, {.size = {1300, 640}});
    CHECK(write_png(image, picture_folder() / "icons.png"));
}

TEST_CASE("two runs give the same pixels to the bit") {
    GalleryState first = filled_state();
    GalleryState second = filled_state();
    const StageOptions options{.size = {800, 600}};
    CHECK(take_picture([&] { draw_gallery(first); }, options) ==
          take_picture([&] { draw_gallery(second); }, options));
}

TEST_CASE("lists, months, menus and dialogs leave pictures of their open state") {
    struct Open {
        const char* name;
        const char* item;
        Mode mode;
    };
    for (const Open& open :
         {Open{"open-choice", "Template", Mode::Light}, Open{"open-month", "due/tail", Mode::Dark},
          Open{"open-menu", "More", Mode::Light}, Open{"open-dialog", "Decline …", Mode::Light}}) {
        CAPTURE(open.name);
        GalleryState state;
        UiDriver ui([&] { draw_gallery(state); },
                    {.size = {1400, 900}, .theme = {.mode = open.mode}});
        ui.click(open.item);
        ui.frames(4);
        CHECK(write_png(ui.picture(), picture_folder() / (std::string(open.name) + ".png")));
    }
}
