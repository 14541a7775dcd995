#include "app/gui/theme/theme.h"

#include "app/gui/theme/context_state.h"
#include "app/gui/theme/palette.h"
#include "app/gui/theme/scale_scope.h"
#include "imgui.h"

#include <algorithm>

namespace throughline::gui {
namespace {

struct CurrentTheme {
    Theme theme = make_theme({});
    Sizes sizes = make_sizes(1.0f);
};

}  // namespace

const ToneColours& Theme::tone(Tone t) const {
    return tones[static_cast<std::size_t>(t)];
}

const ToneColours& Theme::age(AgeState s) const {
    return ages[static_cast<std::size_t>(s)];
}

const ToneColours& Theme::service_class(ServiceClass c) const {
    return classes[static_cast<std::size_t>(c)];
}

const CategoryColours& Theme::category(std::size_t index) const {
    return categories[index % kCategoryCount];
}

Theme make_theme(const ThemeSettings& settings) {
    Theme t = settings.mode == Mode::Dark ? dark_palette() : light_palette();
    t.settings = settings;
    if (settings.high_contrast) raise_contrast(t);
    fill_shortcuts(t);
    return t;
}

void apply_theme(const ThemeSettings& settings) {
    auto& current = context_state<CurrentTheme>();
    current.theme = make_theme(settings);
    current.sizes = make_sizes(settings.scale);
    set_imgui_style(current.theme, current.sizes);
}

namespace {

void set_scale(float scale) {
    auto& current = context_state<CurrentTheme>();
    current.theme.settings.scale = scale;
    current.sizes = make_sizes(scale);
    set_imgui_style(current.theme, current.sizes);
}

}  // namespace

ScaleScope::ScaleScope(float factor) : before_(theme().settings.scale) {
    set_scale(before_ * factor);
    ImGui::PushFont(nullptr, 0.0f);  // the same letters in the new size
}

ScaleScope::~ScaleScope() {
    set_scale(before_);
    ImGui::PopFont();
}

float across_a_room(float width, float height) {
    constexpr float kLarge = 1.2f;  // of the usual size, in a window of 1280 by 720
    constexpr float kLargest = 3.5f;
    const float wanted = kLarge * std::min(width / 1280.0f, height / 720.0f);
    return std::clamp(wanted, sizes().scale, std::max(kLargest, sizes().scale)) / sizes().scale;
}

const Theme& theme() {
    return context_state<CurrentTheme>().theme;
}

const Sizes& sizes() {
    return context_state<CurrentTheme>().sizes;
}

}  // namespace throughline::gui
