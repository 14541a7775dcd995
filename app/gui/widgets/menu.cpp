#include "app/gui/widgets/menu.h"

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <string>
#include <vector>

#include "app/gui/theme/context_state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/text.h"

namespace throughline::gui {
namespace {

float least_menu_width() {
    return 208.0f * sizes().scale;
}

float menu_row_width(std::string_view label, std::string_view shortcut) {
    const float keys = shortcut.empty() ? 0.0f : key_cap_width(shortcut) + sizes().xl;
    const float icon_width = text_px(text_size::kIcon) + sizes().sm;
    return text_width(label, body_style()) + icon_width + keys + 2.0f * sizes().sm;
}

void push_menu_style() {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {sizes().xs, sizes().xs});
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0.0f, 0.0f});
}

void pop_menu_style() {
    ImGui::PopStyleVar(2);
}

bool begin_menu_popup(const char* id) {
    push_menu_style();
    ImGui::SetNextWindowSizeConstraints({least_menu_width(), 0.0f},
                                        {FLT_MAX, ImGui::GetMainViewport()->Size.y * 0.7f});
    const ImGuiWindowFlags flags = ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoTitleBar |
                                   ImGuiWindowFlags_NoSavedSettings;
    const bool open = ImGui::BeginPopupEx(ImGui::GetID(id), flags);
    if (open) draw_window_shadow(sizes().radius_card);
    if (!open) pop_menu_style();
    return open;
}

void draw_menu_row(const Pressable& item, std::string_view label, const MenuItem& options,
                   const char* tail_icon) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const Theme& t = theme();
    if ((item.hovered || item.focused) && options.enabled) {
        list.AddRectFilled(item.min, item.max, options.danger ? t.danger_soft : t.hover,
                           sizes().radius_sm + sizes().xxs);
    }
    const ImU32 ink = options.danger ? t.tone(Tone::Danger).ink : t.text;
    const float y = item.middle().y;
    const float px = text_px(text_size::kIcon);
    const char* lead = options.selected ? icons::kCheck : options.icon;
    if (lead != nullptr) {
        const ImU32 faint = options.danger ? ink : t.text_muted;
        draw_icon(list, {item.min.x + sizes().sm + px * 0.5f, y}, lead,
                  options.selected ? t.tone(Tone::Accent).ink : faint);
    }
    const float x = item.min.x + sizes().sm + px + sizes().sm;
    draw_text_middle(list, {x, y}, label, {.colour = ink}, item.max.x - x);
    if (!options.shortcut.empty()) {
        draw_key_cap(list, {item.max.x - sizes().sm - key_cap_width(options.shortcut), y},
                     options.shortcut);
    }
    if (tail_icon != nullptr)
        draw_icon(list, {item.max.x - sizes().md, y}, tail_icon, t.text_muted);
}

}  // namespace

void open_menu(const char* id) {
    ImGui::OpenPopup(ImGui::GetID(id));
}

void open_menu_on_context_click(const char* id) {
    const bool by_mouse = ImGui::IsItemHovered() && ImGui::IsMouseReleased(ImGuiMouseButton_Right);
    const bool by_key = ImGui::IsItemFocused() && ImGui::IsKeyPressed(ImGuiKey_Menu, false);
    if (by_mouse || by_key) open_menu(id);
}

bool begin_menu(const char* id) {
    return begin_menu_popup(id);
}

bool begin_menu_at(const char* id, ImVec2 anchor_min, ImVec2 anchor_max) {
    if (!ImGui::IsPopupOpen(ImGui::GetID(id), ImGuiPopupFlags_None)) return false;
    const ImVec2 view = ImGui::GetMainViewport()->Size;
    const bool above = anchor_max.y > view.y * 0.65f;
    const bool from_right = anchor_max.x > view.x - least_menu_width() - sizes().lg;
    const ImVec2 at{from_right ? anchor_max.x : anchor_min.x,
                    above ? anchor_min.y - sizes().xs : anchor_max.y + sizes().xs};
    ImGui::SetNextWindowPos(at, ImGuiCond_Always, {from_right ? 1.0f : 0.0f, above ? 1.0f : 0.0f});
    return begin_menu_popup(id);
}

void end_menu() {
    ImGui::EndPopup();
    pop_menu_style();
}

bool menu_item(const char* id, std::string_view label, const MenuItem& options) {
    if (!options.enabled) ImGui::BeginDisabled();
    const float width = std::max(menu_row_width(label, options.shortcut), width_left());
    const Pressable item = press_item(id, label, {width, sizes().control_small + sizes().xxs});
    if (item.visible) draw_menu_row(item, label, options, nullptr);
    if (!options.enabled) ImGui::EndDisabled();
    if (!options.enabled && !options.disabled_why.empty()) tooltip(options.disabled_why);
    if (item.hovered && ImGui::GetIO().MouseDelta.x + ImGui::GetIO().MouseDelta.y != 0.0f)
        ImGui::SetNavCursorVisible(false);
    if (item.pressed && options.enabled) ImGui::CloseCurrentPopup();
    return item.pressed && options.enabled;
}

bool begin_submenu(const char* id, std::string_view label, const char* icon) {
    const float arrow = text_px(text_size::kIcon) + sizes().xl;
    const float width = std::max(menu_row_width(label, {}) + arrow, width_left());
    const Pressable item = press_item(id, label, {width, sizes().control_small + sizes().xxs});
    const std::string popup = std::string(id) + "/submenu";
    if (item.visible) draw_menu_row(item, label, {.icon = icon}, icons::kChevronRight);
    const bool by_key = item.focused && ImGui::IsKeyPressed(ImGuiKey_RightArrow);
    if (item.pressed || by_key) ImGui::OpenPopup(ImGui::GetID(popup.c_str()));
    ImGui::SetNextWindowPos({item.max.x + sizes().xs, item.min.y - sizes().xs});
    return begin_menu_popup(popup.c_str());
}

void end_submenu() {
    end_menu();
}

void menu_separator() {
    const ImVec2 pos = ImGui::GetCursorScreenPos();
    const float width = width_left();
    const float height = sizes().sm + sizes().hair;
    ImGui::ItemSize({width, height});
    const float y = pos.y + std::floor(height * 0.5f);
    ImGui::GetWindowDrawList()->AddRectFilled({pos.x, y}, {pos.x + width, y + sizes().hair},
                                              theme().border);
}

void menu_heading(std::string_view label) {
    const ImVec2 pos = ImGui::GetCursorScreenPos();
    const float height = sizes().control_small;
    const TextStyle style{
        .size = text_size::kCaption, .weight = Weight::Semibold, .colour = theme().text_faint};
    ImGui::ItemSize({text_width(label, style) + 2.0f * sizes().sm, height});
    draw_text_middle(*ImGui::GetWindowDrawList(), {pos.x + sizes().sm, pos.y + height * 0.5f},
                     label, style);
}

namespace {

// What the keyboard's tooltip says in this frame, and since when the keyboard rests there.
struct KeyboardTips {
    ImGuiID id = 0;
    double since_s = 0.0;
    int frame = -1;
    std::vector<std::string> said;
};

bool is_said(std::string_view words) {
    const KeyboardTips& tips = context_state<KeyboardTips>();
    return tips.frame == ImGui::GetFrameCount() &&
           std::find(tips.said.begin(), tips.said.end(), words) != tips.said.end();
}

// The pointer's tooltip, or one of its own where the pointer may rest elsewhere meanwhile.
bool begin_tooltip_window(bool of_pointer = true) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {sizes().sm + sizes().xxs, sizes().sm});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, sizes().radius);
    constexpr ImGuiWindowFlags kLikeTooltip =
        ImGuiWindowFlags_Tooltip | ImGuiWindowFlags_NoInputs | ImGuiWindowFlags_NoTitleBar |
        ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoSavedSettings |
        ImGuiWindowFlags_AlwaysAutoResize;
    const bool open = of_pointer ? ImGui::BeginTooltip()
                                 : ImGui::Begin("##keyboard-tooltip", nullptr, kLikeTooltip);
    if (open) {
        draw_window_shadow(sizes().radius);
        return true;
    }
    if (!of_pointer) ImGui::End();
    ImGui::PopStyleVar(2);
    return false;
}

void tooltip_words(std::string_view words) {
    const TextStyle style{.size = text_size::kSmall};
    const float widest = 320.0f * sizes().scale;
    paragraph(words, style, std::min(text_width(words, style) + 1.0f, widest));
}

}  // namespace

bool begin_tooltip() {
    return ImGui::IsItemHovered(ImGuiHoveredFlags_ForTooltip |
                                ImGuiHoveredFlags_AllowWhenDisabled) &&
           begin_tooltip_window();
}

void end_tooltip() {
    ImGui::EndTooltip();
    ImGui::PopStyleVar(2);
}

void tooltip(std::string_view words, std::string_view shortcut) {
    if (words.empty() || (shortcut.empty() && is_said(words)) || !begin_tooltip()) return;
    if (!is_said(words)) tooltip_words(words);
    if (!shortcut.empty()) {
        ImGui::SameLine();
        key_cap(shortcut);
    }
    end_tooltip();
}

void keyboard_tooltip(const KeyboardPlace& place, std::string_view words) {
    const ImGuiContext& g = *ImGui::GetCurrentContext();
    KeyboardTips& tips = context_state<KeyboardTips>();
    if (tips.frame != g.FrameCount) {
        const bool rests = tips.id == place.id && tips.frame + 1 == g.FrameCount;
        tips = {place.id, rests ? tips.since_s : g.Time, g.FrameCount, {}};
    }
    const double rested_s = g.Time - tips.since_s;
    if (rested_s < static_cast<double>(g.Style.HoverDelayNormal) || is_said(words)) return;
    tips.said.emplace_back(words);
    ImGui::SetNextWindowPos({place.min.x, place.max.y + sizes().xs});
    if (!begin_tooltip_window(place.id == g.NavId)) return;
    tooltip_words(words);
    end_tooltip();
}

}  // namespace throughline::gui
