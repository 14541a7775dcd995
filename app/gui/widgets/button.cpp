#include "app/gui/widgets/button.h"

#include <algorithm>
#include <cmath>

#include "app/gui/theme/icons.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/menu.h"
#include "app/gui/widgets/text.h"

namespace throughline::gui {
namespace {

struct Look {
    ImU32 ground = 0;
    ImU32 edge = 0;
    ImU32 ink = 0;
};

Look look_of(const ButtonOptions& o, const Pressable& item) {
    const Theme& t = theme();
    const bool lit = item.hovered && !o.disabled;
    switch (o.kind) {
        case ButtonKind::Primary:
            return {.ground = lit || item.held ? t.accent_hover : t.accent, .ink = t.accent_text};
        case ButtonKind::Danger: {
            const ToneColours& tone = t.tone(Tone::Danger);
            return {.ground = lit ? mix(tone.fill, tone.on_fill, 0.12f) : tone.fill,
                    .ink = tone.on_fill};
        }
        case ButtonKind::Secondary: {
            const ImU32 ground = o.selected ? t.accent_soft : t.field;
            const ImU32 over = item.held ? t.pressed : t.hover;
            return {.ground = lit ? flatten(over, ground) : ground,
                    .edge = o.selected ? t.tone(Tone::Accent).edge : t.border,
                    .ink = o.selected ? t.tone(Tone::Accent).ink : t.text};
        }
        case ButtonKind::Ghost: {
            const ImU32 rest = o.selected ? t.selected : 0;
            return {.ground = item.held ? t.pressed : (lit ? t.hover : rest),
                    .ink = o.selected ? t.tone(Tone::Accent).ink : (lit ? t.text : t.text_muted)};
        }
    }
    return {};
}

TextStyle label_style(const ButtonOptions& o) {
    const bool small = o.size == ButtonSize::Small;
    return {.size = small ? text_size::kSmall : text_size::kBody, .weight = Weight::Semibold};
}

float side_padding(ButtonSize size) {
    return size == ButtonSize::Small ? sizes().sm + sizes().xxs : sizes().md + sizes().xxs;
}

float icon_room(const ButtonOptions& o) {
    return o.icon != nullptr ? text_px(text_size::kIcon) + sizes().xs + sizes().xxs : 0.0f;
}

float badge_room(const ButtonOptions& o) {
    if (o.badge.empty()) return 0.0f;
    return sizes().xs + sizes().sm +
           text_width(o.badge, {.size = text_size::kCaption, .weight = Weight::Semibold}) +
           sizes().xs;
}

void draw_ground(ImDrawList& list, const Pressable& item, const Look& look) {
    const float rounding = sizes().radius;
    if (look.ground != 0)
        list.AddRectFilled(item.min, item.max, ImGui::GetColorU32(look.ground), rounding);
    if (look.edge != 0)
        list.AddRect(item.min, item.max, ImGui::GetColorU32(look.edge), rounding, 0, sizes().hair);
}

// Result: the label was cut.
bool draw_label(ImDrawList& list, const Pressable& item, std::string_view label,
                const ButtonOptions& o, ImU32 ink) {
    TextStyle style = label_style(o);
    style.colour = ink;
    const float icon_width = icon_room(o);
    const float badge_width = badge_room(o);
    const float room = item.size().x - 2.0f * sizes().sm - icon_width - badge_width;
    const float full = text_width(label, style);
    const float width = std::min(full, room);
    float x = item.min.x + (item.size().x - width - icon_width - badge_width) * 0.5f;
    const float y = item.middle().y;
    if (o.icon != nullptr) {
        const float px = text_px(text_size::kIcon);
        draw_icon(list, {x + px * 0.5f, y}, o.icon, ink);
        x += icon_width;
    }
    draw_text_middle(list, {x, y}, label, style, room);
    if (badge_width > 0.0f) draw_badge(list, {x + width + sizes().xs, y}, o.badge, Tone::Accent);
    return full > room;
}

void explain(std::string_view label, const ButtonOptions& o, bool cut) {
    if (o.disabled && !o.disabled_why.empty()) {
        tooltip(o.disabled_why);
    } else if (!o.tooltip.empty() || !o.shortcut.empty() || cut) {
        tooltip(o.tooltip.empty() ? label : o.tooltip, o.shortcut);
    }
}

}  // namespace

float button_height(ButtonSize size) {
    switch (size) {
        case ButtonSize::Normal: return sizes().control;
        case ButtonSize::Small: return sizes().control_small;
        case ButtonSize::Large: return sizes().control + sizes().sm;
    }
    return sizes().control;
}

float button_width(std::string_view label, const ButtonOptions& options) {
    if (options.width > 0.0f) return options.width;
    if (options.width < 0.0f) return std::max(1.0f, width_left() + options.width);
    return text_width(label, label_style(options)) + icon_room(options) + badge_room(options) +
           2.0f * side_padding(options.size);
}

bool button(const char* id, std::string_view label, const ButtonOptions& options) {
    if (options.disabled) ImGui::BeginDisabled();
    const ImVec2 size{std::round(button_width(label, options)), button_height(options.size)};
    const Pressable item = press_item(id, label, size);
    bool cut = false;
    if (item.visible) {
        const Look look = look_of(options, item);
        ImDrawList& list = *ImGui::GetWindowDrawList();
        draw_ground(list, item, look);
        cut = draw_label(list, item, label, options, look.ink);
        focus_ring_of(item, sizes().radius);
    }
    if (options.disabled) ImGui::EndDisabled();
    explain(label, options, cut);
    return item.pressed && !options.disabled;
}

bool primary_button(const char* id, std::string_view label, const char* icon) {
    return button(id, label, {.kind = ButtonKind::Primary, .icon = icon});
}

bool ghost_button(const char* id, std::string_view label, const char* icon) {
    return button(id, label, {.kind = ButtonKind::Ghost, .icon = icon});
}

bool danger_button(const char* id, std::string_view label, const char* icon) {
    return button(id, label, {.kind = ButtonKind::Danger, .icon = icon});
}

bool icon_button(const char* id, const char* glyph, std::string_view name,
                 const ButtonOptions& options) {
    if (options.disabled) ImGui::BeginDisabled();
    const float side = button_height(options.size);
    const Pressable item = press_item(id, name, {side, side});
    if (item.visible) {
        const Look look = look_of(options, item);
        ImDrawList& list = *ImGui::GetWindowDrawList();
        draw_ground(list, item, look);
        draw_icon(list, item.middle(), glyph, look.ink,
                  options.size == ButtonSize::Small ? text_size::kSmall : text_size::kIcon);
        focus_ring_of(item, sizes().radius);
    }
    if (options.disabled) ImGui::EndDisabled();
    explain(name, options, true);
    return item.pressed && !options.disabled;
}

bool link(const char* id, std::string_view label, std::string_view tip) {
    const TextStyle style = tone_style(Tone::Accent);
    const Pressable item = press_item(id, label, {text_width(label, style), line_height(style)});
    if (item.visible) {
        ImDrawList& list = *ImGui::GetWindowDrawList();
        draw_text(list, item.min, label, style);
        const float y = item.max.y - sizes().hair;
        if (item.hovered || item.focused) {
            list.AddLine({item.min.x, y}, {item.max.x, y}, style.colour, sizes().hair);
            ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        }
        focus_ring_of(item, sizes().radius_sm);
    }
    if (!tip.empty()) tooltip(tip);
    return item.pressed;
}

void draw_focus_ring(ImVec2 min, ImVec2 max, float rounding) {
    const float ring = sizes().focus_ring;
    const ImRect rect(min.x - ring, min.y - ring, max.x + ring, max.y + ring);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.PushClipRect({rect.Min.x - ring, rect.Min.y - ring},
                      {rect.Max.x + ring, rect.Max.y + ring});
    list.AddRect(rect.Min, rect.Max, theme().focus, rounding + ring, 0, ring);
    list.PopClipRect();
}

void draw_window_shadow(float rounding) {
    const ImGuiWindow* window = ImGui::GetCurrentWindow();
    ImDrawList& list = *window->DrawList;
    const ImRect rect = window->Rect();
    const float step = sizes().scale;
    const float strength = theme().dark() ? 0.55f : 0.75f;
    list.PushClipRectFullScreen();
    // Rings, not filled shapes: the window's ground is drawn already and must not darken.
    constexpr int kRings = 9;
    for (int i = 1; i <= kRings; ++i) {
        const float out = (static_cast<float>(i) - 0.5f) * step;
        const float left = static_cast<float>(kRings + 1 - i) / kRings;
        const float drop = step;
        list.AddRect({rect.Min.x - out, rect.Min.y - out + drop},
                     {rect.Max.x + out, rect.Max.y + out + drop},
                     fade(theme().shadow, left * left * strength), rounding + out, 0, step);
    }
    list.PopClipRect();
}

void draw_shadow(ImDrawList& list, ImVec2 min, ImVec2 max, float rounding, int layers) {
    for (int i = layers; i >= 1; --i) {
        const float spread = static_cast<float>(i) * sizes().scale;
        const float drop = spread * 1.2f;
        list.AddRectFilled({min.x - spread * 0.7f, min.y + drop * 0.4f},
                           {max.x + spread * 0.7f, max.y + drop + spread * 0.4f}, theme().shadow,
                           rounding + spread);
    }
}

}  // namespace throughline::gui
