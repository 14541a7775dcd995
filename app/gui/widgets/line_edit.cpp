#include "app/gui/widgets/line_edit.h"

#include <algorithm>

#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/testing.h"
#include "app/gui/widgets/text.h"
#include "imgui_stdlib.h"

namespace throughline::gui {
namespace {

// ImGui's own frame and ring are hidden; ours is drawn around icon, text and tail together.
class BareInputStyle {
public:
    explicit BareInputStyle(float padding_x) {
        const float y = (sizes().control - ImGui::GetFontSize()) * 0.5f;
        ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {padding_x, y});
        ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 0.0f);
        for (const ImGuiCol colour : {ImGuiCol_FrameBg, ImGuiCol_FrameBgHovered,
                                      ImGuiCol_FrameBgActive, ImGuiCol_NavCursor}) {
            ImGui::PushStyleColor(colour, 0);
        }
    }
    ~BareInputStyle() {
        ImGui::PopStyleColor(4);
        ImGui::PopStyleVar(2);
    }
    BareInputStyle(const BareInputStyle&) = delete;
    BareInputStyle& operator=(const BareInputStyle&) = delete;
};

struct Parts {
    float lead = 0.0f;
    float suffix = 0.0f;
    float tail = 0.0f;
};

Parts measure(const std::string& value, const FieldText& text, const LineEdit& look) {
    Parts p;
    if (text.icon != nullptr) p.lead = text_px(text_size::kIcon) + sizes().sm;
    if (!look.suffix.empty()) p.suffix = text_width(look.suffix, muted_style()) + sizes().sm;
    const bool clear = look.tail == TailButton::Clear && !value.empty();
    if (clear || look.tail == TailButton::Calendar) p.tail = sizes().control_small;
    return p;
}

// Escape leaves the field and keeps what was typed; ImGui would put the old text back.
void keep_text_on_escape(std::string& value, const std::string& before, bool was_active) {
    if (was_active && !ImGui::IsItemActive() && ImGui::IsKeyPressed(ImGuiKey_Escape, false))
        value = before;
}

bool tail_button(const char* id, const LineEdit& look, ImVec2 min, ImVec2 max) {
    const float side = sizes().control_small - sizes().xxs;
    const ImVec2 back = ImGui::GetCursorScreenPos();
    const float pad = (max.y - min.y - side) * 0.5f;
    ImGui::SetCursorScreenPos({max.x - side - pad, min.y + pad});
    ImGui::GetCurrentWindow()->DC.CurrLineTextBaseOffset = 0.0f;
    const char* glyph = look.tail == TailButton::Clear ? icons::kClose : icons::kCalendar;
    const std::string_view fallback = look.tail == TailButton::Clear ? "Clear" : "Choose a day";
    const std::string tail_id = std::string(id) + "/tail";
    const bool pressed =
        icon_button(tail_id.c_str(), glyph, look.tail_name.empty() ? fallback : look.tail_name,
                    {.kind = ButtonKind::Ghost, .size = ButtonSize::Small});
    // Not SetCursorScreenPos: a group that ends here has its extent already.
    ImGui::GetCurrentWindow()->DC.CursorPos = back;
    return pressed;
}

}  // namespace

float field_width(const FieldText& text) {
    return text.width > 0.0f ? text.width : width_left(sizes().control);
}

std::string_view field_name(const FieldText& text) {
    return text.label.empty() ? text.name : text.label;
}

void draw_field_ground(ImDrawList& list, ImVec2 min, ImVec2 max, const FrameState& state) {
    const Theme& t = theme();
    const ImU32 ground = state.hovered && !state.active ? t.field_hover : t.field;
    list.AddRectFilled(min, max, ImGui::GetColorU32(ground), sizes().radius);
}

void draw_field_edge(ImDrawList& list, ImVec2 min, ImVec2 max, const FrameState& state) {
    const Theme& t = theme();
    const ToneColours& danger = t.tone(Tone::Danger);
    const ImU32 rest = state.hovered ? t.border_strong : mix(t.border, t.border_strong, 0.35f);
    const ImU32 edge = state.error ? danger.edge : (state.active ? t.focus : rest);
    list.AddRect(min, max, ImGui::GetColorU32(edge), sizes().radius, 0,
                 state.active ? sizes().focus_ring : sizes().hair);
    if (state.active) {
        const float glow = sizes().focus_ring;
        list.AddRect({min.x - glow, min.y - glow}, {max.x + glow, max.y + glow}, fade(edge, 0.25f),
                     sizes().radius + glow, 0, glow);
    }
}

LineEditResult line_edit(const char* id, std::string& value, const FieldText& text,
                         const LineEdit& look) {
    const float width = field_width(text);
    const Parts parts = measure(value, text, look);
    const ImVec2 size{width, sizes().control};
    LineEditResult result;
    result.min = place(size);
    result.max = {result.min.x + size.x, result.min.y + size.y};
    ImGuiWindow* window = ImGui::GetCurrentWindow();
    const ImGuiWindowTempData layout = window->DC;

    ImDrawList& list = *window->DrawList;
    const std::string label =
        std::string("##") + id;  // "##": ImGui would write the id beside the field
    result.id = ImGui::GetID(label.c_str());
    FrameState state{.active = ImGui::GetActiveID() == result.id,
                     .error = !text.error.empty(),
                     .disabled = text.disabled};
    state.hovered = ImGui::IsMouseHoveringRect(result.min, result.max) &&
                    ImGui::IsWindowHovered(ImGuiHoveredFlags_ChildWindows);
    draw_field_ground(list, result.min, result.max, state);

    const std::string before = value;
    const bool was_active = state.active;
    {
        const FontScope font(Weight::Regular, text_size::kBody);
        const BareInputStyle style(sizes().sm + sizes().xxs);
        window->DC.CursorPos = {result.min.x + parts.lead, result.min.y};
        window->DC.CurrLineTextBaseOffset = 0.0f;
        ImGui::SetNextItemWidth(width - parts.lead - parts.suffix - parts.tail);
        if (text.focus) ImGui::SetKeyboardFocusHere();
        const ImGuiInputTextFlags flags =
            look.flags | (text.read_only ? ImGuiInputTextFlags_ReadOnly : 0);
        const std::string hint(text.placeholder);
        ImGui::PushStyleColor(ImGuiCol_TextDisabled, theme().text_faint);
        ImGui::InputTextWithHint(label.c_str(), hint.c_str(), &value, flags, look.callback);
        ImGui::PopStyleColor();
    }
    result.entered = was_active && ImGui::IsKeyPressed(ImGuiKey_Enter, false);
    keep_text_on_escape(value, before, was_active);
    result.field.active = ImGui::IsItemActive();
    result.field.committed = ImGui::IsItemDeactivatedAfterEdit() || result.entered;
    if (test_hooks_on()) test_id(item_name(field_name(text), id));
    if (test_hooks_on())
        test_text(value.empty() ? text.placeholder : std::string_view(value), result.min,
                  result.max);
    const ImGuiLastItemData input_item = ImGui::GetCurrentContext()->LastItemData;

    if (text.icon != nullptr) {
        draw_icon(list,
                  {result.min.x + sizes().sm + text_px(text_size::kIcon) * 0.5f,
                   (result.min.y + result.max.y) * 0.5f},
                  text.icon, theme().text_muted);
    }
    if (parts.suffix > 0.0f) {
        draw_text_middle(
            list, {result.max.x - parts.tail - parts.suffix, (result.min.y + result.max.y) * 0.5f},
            look.suffix, muted_style());
    }
    state.active = result.field.active || item_has_keyboard(result.id);
    draw_field_edge(list, result.min, result.max, state);
    if (parts.tail > 0.0f) result.tail_pressed = tail_button(id, look, result.min, result.max);
    if (result.tail_pressed && look.tail == TailButton::Clear) value.clear();
    result.field.changed = value != before;
    // The layout goes on as after one item of the frame's size.
    window->DC.CursorPos = layout.CursorPos;
    window->DC.CursorPosPrevLine = layout.CursorPosPrevLine;
    window->DC.PrevLineSize = layout.PrevLineSize;
    window->DC.PrevLineTextBaseOffset = layout.PrevLineTextBaseOffset;
    window->DC.CurrLineSize = layout.CurrLineSize;
    window->DC.CurrLineTextBaseOffset = layout.CurrLineTextBaseOffset;
    window->DC.IsSameLine = layout.IsSameLine;
    ImGui::GetCurrentContext()->LastItemData = input_item;
    return result;
}

}  // namespace throughline::gui
