// The bar at the bottom: steps, playing, the moment in words, the slider over the board's life.
#include "app/gui/palette/shortcut.h"
#include "app/gui/theme/icons.h"
#include "app/gui/travel/travel_state.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/choice.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/menu.h"
#include "app/gui/widgets/text.h"
#include "core/base/words.h"
#include "core/report/chart_ticks.h"
#include "imgui.h"

#include <algorithm>
#include <cmath>

namespace throughline::gui::travel {
namespace {

constexpr float kSlider = 26.0f;       // unscaled height of the slider
constexpr float kTickRoom = 90.0f;     // unscaled width that one date wants
constexpr float kSpeedWidth = 112.0f;  // unscaled
constexpr float kStepsFrom = 900.0f;   // unscaled width of the bar with room for all steps

struct StepButton {
    const char* id;
    const char* label;
    Step step;
    int direction;
    std::string_view keys;
};
constexpr std::array<StepButton, 4> kFarSteps{
    {{"week-back", "-1 week", Step::Week, -1, "Ctrl+Left"},
     {"day-back", "-1 day", Step::Day, -1, "Shift+Left"},
     {"day-on", "+1 day", Step::Day, 1, "Shift+Right"},
     {"week-on", "+1 week", Step::Week, 1, "Ctrl+Right"}}};

}  // namespace

float TravelView::bar_height() const {
    const Sizes& s = sizes();
    return state_->open ? s.control + kSlider * s.scale + line_height(caption_style()) + 3 * s.sm
                        : 0.0f;
}

bool TravelView::draw_bar() {
    const Sizes& s = sizes();
    State& state = *state_;
    bool back = false;
    ImGui::PushStyleColor(ImGuiCol_ChildBg, theme().surface);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {s.lg, s.sm});
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {s.sm, 0});
    if (std::exchange(state.take_keyboard, false)) {
        ImGui::SetNextWindowFocus();
    }
    ImGui::BeginChild("travel-bar", {0, bar_height()}, ImGuiChildFlags_AlwaysUseWindowPadding,
                      ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoScrollbar |
                          ImGuiWindowFlags_NoScrollWithMouse);
    const ImVec2 top = ImGui::GetWindowPos();
    ImGui::GetWindowDrawList()->AddLine(top, {top.x + ImGui::GetWindowWidth(), top.y},
                                        theme().border, s.hair);
    state.draw_controls(back);
    if (state.model) {
        gap(s.xs);
        state.draw_slider();
        state.listen(back);
    }
    ImGui::EndChild();
    ImGui::PopStyleVar(2);
    ImGui::PopStyleColor();
    return back;
}

void TravelView::State::draw_controls(bool& back) {
    const Sizes& s = sizes();
    const float width = width_left();
    if (model) {
        const bool all_steps = width > kStepsFrom * s.scale;
        const auto far_step = [&](const StepButton& one) {
            if (all_steps &&
                button(one.id, one.label, {.kind = ButtonKind::Ghost, .shortcut = one.keys})) {
                model->step(one.step, one.direction);
            }
            if (all_steps) ImGui::SameLine();
        };
        far_step(kFarSteps[0]);
        far_step(kFarSteps[1]);
        if (icon_button("entry-back", icons::kChevronLeft, "To the change before",
                        {.kind = ButtonKind::Ghost, .shortcut = "Left"})) {
            model->step(Step::Entry, -1);
        }
        ImGui::SameLine();
        const bool playing = model->is_playing();
        if (icon_button("play", playing ? icons::kPause : icons::kPlay, playing ? "Pause" : "Play",
                        {.kind = ButtonKind::Secondary, .shortcut = "Space"})) {
            playing ? model->pause() : model->play();
        }
        ImGui::SameLine();
        if (icon_button("entry-on", icons::kChevronRight, "To the next change",
                        {.kind = ButtonKind::Ghost, .shortcut = "Right"})) {
            model->step(Step::Entry, 1);
        }
        ImGui::SameLine();
        far_step(kFarSteps[2]);
        far_step(kFarSteps[3]);
        std::vector<ChoiceItem> speeds;
        for (const Speed& speed : kSpeeds) {
            speeds.push_back({.label = speed.label});
        }
        int chosen = static_cast<int>(model->speed);
        if (choice("speed", chosen, speeds, {.name = "Speed", .width = kSpeedWidth * s.scale})) {
            model->speed = static_cast<std::size_t>(std::max(0, chosen));
        }
        ImGui::SameLine(0, s.lg);
        const float buttons = button_width("Compare", {.icon = icons::kSwap}) +
                              button_width("Back to now", {.kind = ButtonKind::Primary}) + s.sm;
        const float room = std::max(1.0f, width_left() - buttons - 2 * s.lg);
        const ImVec2 at = place({room, s.control});
        ImDrawList& list = *ImGui::GetWindowDrawList();
        const float y = at.y + s.control * 0.5f;
        const float used =
            draw_text_middle(list, {at.x, y}, model->words(), {.weight = Weight::Semibold}, room);
        if (room - used > 12.0f * s.md) {
            draw_text_middle(list, {at.x + used + s.sm, y}, model->distance_words(), muted_style(),
                             room - used - s.sm);
        }
        align_right(buttons);
        if (button("compare", "Compare",
                   {.icon = icons::kSwap,
                    .tooltip = "What came, left, moved and changed since this moment"})) {
            want_compare();
        }
        ImGui::SameLine();
    } else {
        ImGui::AlignTextToFramePadding();
        text(error ? "Nothing to travel in." : "One moment, please.", muted_style());
        align_right(button_width("Back to now", {.kind = ButtonKind::Primary}));
    }
    back = button("back-to-now", "Back to now", {.kind = ButtonKind::Primary, .shortcut = "Esc"});
}

void TravelView::State::draw_slider() {
    const Sizes& s = sizes();
    const Theme& t = theme();
    const float label_height = line_height(caption_style());
    const Pressable item = press_item("slider", "Moment: " + model->words(),
                                      {width_left(), kSlider * s.scale + label_height});
    const float radius = s.sm;
    const float left = item.min.x + radius;
    const float right = item.max.x - radius;
    const float y = item.min.y + kSlider * s.scale * 0.5f;
    const auto x_of = [&](Instant at) {
        return left + static_cast<float>(model->share_of(at)) * (right - left);
    };
    if (item.held) {
        model->pause();
        model->go(model->at_share((ImGui::GetIO().MousePos.x - left) / (right - left)));
    }
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const Zone& zone = model->zone();
    const int most = std::max(2, static_cast<int>((right - left) / (kTickRoom * s.scale)));
    for (const report::DayTick& tick :
         report::day_ticks(zone.day(model->begin()), zone.day(model->end()), most)) {
        const Instant at = zone.start_of(tick.day);
        if (at < model->begin()) continue;
        const float x = x_of(at);
        list.AddLine({x, y}, {x, y + s.md}, t.border_strong, s.hair);
        const float width = text_width(tick.label, caption_style());
        const float begin = std::clamp(x - width * 0.5f, item.min.x, item.max.x - width);
        draw_text(list, {begin, item.max.y - label_height}, tick.label, caption_style());
    }
    const float here = x_of(model->moment());
    list.AddRectFilled({left, y - s.xxs}, {right, y + s.xxs}, t.track, s.xxs);
    list.AddRectFilled({left, y - s.xxs}, {here, y + s.xxs}, t.accent, s.xxs);
    const Mark* under = nullptr;
    for (const Mark& mark : model->marks()) {
        const float x = x_of(mark.at);
        const float half = s.xs;
        list.AddQuadFilled({x, y - s.md - half}, {x + half, y - s.md}, {x, y - s.md + half},
                           {x - half, y - s.md}, t.tone(Tone::Info).fill);
        if (item.hovered && std::abs(ImGui::GetIO().MousePos.x - x) <= half + s.xxs) {
            under = &mark;
        }
    }
    list.AddCircleFilled({here, y}, radius, t.accent);
    list.AddCircle({here, y}, radius, t.surface, 0, s.xxs);
    focus_ring_of(item, s.radius_sm);
    if (item.hovered && !item.held) {
        const double share = (ImGui::GetIO().MousePos.x - left) / (right - left);
        tooltip(under != nullptr ? under->words : moment_words(zone, model->at_share(share)));
    }
}

void TravelView::State::listen(bool& back) {
    if (!ImGui::IsWindowFocused(ImGuiFocusedFlags_ChildWindows) || palette::is_typing() ||
        palette::is_popup_open()) {
        return;
    }
    const ImGuiID owner = ImGui::GetID("travel-keys");
    for (const ImGuiKey key :
         {ImGuiKey_LeftArrow, ImGuiKey_RightArrow, ImGuiKey_Space, ImGuiKey_Escape}) {
        palette::own_key(key, owner);
    }
    const auto pressed = [](std::string_view keys) {
        return palette::shortcut_pressed(keys, true);
    };
    if (pressed("Left")) model->step(Step::Entry, -1);
    if (pressed("Right")) model->step(Step::Entry, 1);
    for (const StepButton& one : kFarSteps) {
        if (pressed(one.keys)) model->step(one.step, one.direction);
    }
    if (palette::shortcut_pressed("Space")) {
        model->is_playing() ? model->pause() : model->play();
    }
    back = back || palette::shortcut_pressed("Esc");
}

}  // namespace throughline::gui::travel
