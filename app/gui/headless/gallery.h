#pragma once
// Every widget on one page, to be looked at; also the frame that tests draw in all themes.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/gui/widgets/table.h"
#include "app/gui/widgets/toast.h"

namespace throughline::gui::headless {

struct GalleryState {
    std::string title = "Autumn launch: landing page";
    std::string brief;
    std::string search;
    std::string empty;
    std::optional<double> baseline = 12.5;
    std::optional<std::int64_t> budget = 1'250'000;
    std::optional<std::chrono::year_month_day> due;
    int template_choice = 1;
    int person = 0;
    int effort = 2;
    int tab = 0;
    TableSort sort;
    int row = 1;
    std::vector<int> channels{0, 2};
    bool legal = true;
    bool notify = true;
    float split = 300.0f;
    std::string last_pressed;
    std::string dialog_text;
    bool show_overlays = false;  // a floating notice and toasts
    Toasts toasts;
};

// Fills the whole window.
void draw_gallery(GalleryState& state);
// All icons with their names.
void draw_icon_gallery();

}  // namespace throughline::gui::headless
