#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/menu.h"

namespace throughline::gui {
namespace {

// "Ctrl+Shift+K" into its keys; a lone or doubled "+" is a key of its own.
std::vector<std::string_view> split_keys(std::string_view keys) {
    std::vector<std::string_view> result;
    while (!keys.empty()) {
        const std::size_t plus = keys.find('+', 1);
        result.push_back(keys.substr(0, plus));
        if (plus == std::string_view::npos) break;
        keys.remove_prefix(plus + 1);
    }
    return result;
}

TextStyle cap_style() {
    return {.size = text_size::kCaption - 1.0f,
            .weight = Weight::Semibold,
            .colour = theme().text_muted};
}

float one_cap_width(std::string_view key) {
    return std::max(text_width(key, cap_style()) + 2.0f * (sizes().xs + sizes().hair),
                    sizes().badge);
}

}  // namespace

float key_cap_width(std::string_view keys) {
    float width = 0.0f;
    for (const std::string_view key : split_keys(keys))
        width += one_cap_width(key) + sizes().xxs;
    return width > 0.0f ? width - sizes().xxs : 0.0f;
}

float draw_key_cap(ImDrawList& list, ImVec2 left_middle, std::string_view keys) {
    const float height = sizes().badge;
    const Theme& t = theme();
    ImVec2 min{std::round(left_middle.x), std::round(left_middle.y - height * 0.5f)};
    for (const std::string_view key : split_keys(keys)) {
        const ImVec2 max{min.x + one_cap_width(key), min.y + height};
        list.AddRectFilled(min, max, ImGui::GetColorU32(t.border), sizes().radius_sm);
        list.AddRectFilled({min.x + sizes().hair, min.y + sizes().hair},
                           {max.x - sizes().hair, max.y - sizes().hair - sizes().hair},
                           ImGui::GetColorU32(t.surface), sizes().radius_sm - sizes().hair);
        draw_text_centred(list, min, {max.x, max.y - sizes().hair}, key, cap_style());
        min.x = max.x + sizes().xxs;
    }
    return min.x - sizes().xxs - left_middle.x;
}

void key_cap(std::string_view keys) {
    const ImVec2 size{key_cap_width(keys), sizes().badge};
    const ImVec2 pos = place(size);
    if (!ImGui::ItemAdd(ImRect(pos, {pos.x + size.x, pos.y + size.y}), 0)) return;
    draw_key_cap(*ImGui::GetWindowDrawList(), {pos.x, pos.y + size.y * 0.5f}, keys);
}

void draw_pending_mark(ImDrawList& list, ImVec2 centre, float radius) {
    const Theme& t = theme();
    const float turn = static_cast<float>(std::fmod(ImGui::GetTime(), 1.2) / 1.2) * 2.0f *
                       std::numbers::pi_v<float>;
    const float thickness = std::max(1.5f, radius * 0.3f);
    list.AddCircle(centre, radius, t.border, 0, thickness);
    list.PathArcTo(centre, radius, turn, turn + std::numbers::pi_v<float> * 0.7f);
    list.PathStroke(t.tone(Tone::Accent).ink, 0, thickness);
}

void pending_mark(std::string_view tip) {
    const float size = sizes().lg - sizes().xxs;
    const ImVec2 pos = place({size, size});
    if (!ImGui::ItemAdd(ImRect(pos, {pos.x + size, pos.y + size}), 0)) return;
    draw_pending_mark(*ImGui::GetWindowDrawList(), {pos.x + size * 0.5f, pos.y + size * 0.5f},
                      size * 0.38f);
    tooltip(tip);
}

}  // namespace throughline::gui
