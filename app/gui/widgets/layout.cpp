#include "app/gui/widgets/layout.h"

#include <algorithm>
#include <cmath>

#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/menu.h"
#include "app/gui/widgets/text.h"

namespace throughline::gui {

void gap(float pixels) {
    // The cursor already stands one item spacing below the last item.
    ImGui::GetCurrentWindow()->DC.CursorPos.y += pixels - ImGui::GetStyle().ItemSpacing.y;
}

void separator() {
    const ImVec2 pos = ImGui::GetCursorScreenPos();
    const float width = width_left();
    ImGui::ItemSize({width, sizes().hair});
    ImGui::GetWindowDrawList()->AddRectFilled(pos, {pos.x + width, pos.y + sizes().hair},
                                              theme().line);
}

void align_right(float width) {
    ImGui::SameLine(0.0f, 0.0f);
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + std::max(0.0f, width_left() - width));
}

void flow(float next_width) {
    const ImGuiWindow* window = ImGui::GetCurrentWindow();
    const float end = window->DC.CursorPosPrevLine.x + sizes().sm + next_width;
    if (end <= window->WorkRect.Max.x) ImGui::SameLine(0.0f, sizes().sm);
}

void begin_page(const char* id, bool fills) {
    constexpr float kWidest = 1440.0f;  // unscaled; rows longer than this are hard to follow
    const float room = ImGui::GetContentRegionAvail().x;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {sizes().xl, sizes().md});
    ImGui::BeginChild(id, {fills ? room : std::min(kWidest * sizes().scale, room), 0},
                      ImGuiChildFlags_NavFlattened | ImGuiChildFlags_AlwaysUseWindowPadding,
                      ImGuiWindowFlags_NoSavedSettings);
    ImGui::PopStyleVar();
}

void end_page() {
    ImGui::EndChild();
}

void section_header(std::string_view title, std::string_view count, std::string_view words) {
    // A line as high as a small button, so that one may follow with align_right.
    ImGuiWindow* window = ImGui::GetCurrentWindow();
    window->DC.CurrLineSize.y = std::max(window->DC.CurrLineSize.y, sizes().control_small);
    text(title, heading_style());
    if (!count.empty()) {
        ImGui::SameLine(0.0f, sizes().sm);
        count_badge(count);
    }
    if (words.empty()) return;
    gap(sizes().xxs);
    paragraph(words, {.size = text_size::kSmall, .colour = theme().text_muted});
}

void screen_header(std::string_view title, std::string_view words) {
    ImGui::AlignTextToFramePadding();
    text(title, {.size = text_size::kTitle + 3.0f, .weight = Weight::Semibold});
    if (!words.empty()) paragraph(words, muted_style());
}

bool begin_key_values(const char* id, float label_width) {
    ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, {0.0f, sizes().xs + sizes().hair});
    const bool open =
        ImGui::BeginTable(id, 2, ImGuiTableFlags_NoSavedSettings | ImGuiTableFlags_NoPadOuterX);
    if (!open) {
        ImGui::PopStyleVar();
        return false;
    }
    ImGui::TableSetupColumn("key", ImGuiTableColumnFlags_WidthFixed,
                            label_width > 0.0f ? label_width : 132.0f * sizes().scale);
    ImGui::TableSetupColumn("value", ImGuiTableColumnFlags_WidthStretch);
    return true;
}

void key_value_custom(std::string_view key) {
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    text_ellipsis(key, {.colour = theme().text_muted}, width_left() - sizes().sm);
    ImGui::TableNextColumn();
}

void key_value(std::string_view key, std::string_view value) {
    key_value_custom(key);
    paragraph(value.empty() ? std::string_view("–") : value,
              {.colour = value.empty() ? theme().text_faint : theme().text});
}

void end_key_values() {
    ImGui::EndTable();
    ImGui::PopStyleVar();
}

void begin_panel(const char* id, ImVec2 size, ImU32 ground) {
    ImGui::PushStyleColor(ImGuiCol_ChildBg, ground != 0 ? ground : theme().surface);
    ImGui::PushStyleVar(ImGuiStyleVar_ChildBorderSize, sizes().hair);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {sizes().lg, sizes().lg});
    ImGuiChildFlags flags = ImGuiChildFlags_Borders | ImGuiChildFlags_NavFlattened;
    if (size.y <= 0.0f) flags |= ImGuiChildFlags_AutoResizeY;
    ImGui::BeginChild(id, size, flags, ImGuiWindowFlags_NoSavedSettings);
    ImGui::PopStyleVar(2);
    ImGui::PopStyleColor();
}

void end_panel() {
    ImGui::EndChild();
}

int empty_state(const char* id, const EmptyState& content) {
    const ImVec2 avail = ImGui::GetContentRegionAvail();
    const float width = std::min(avail.x, 380.0f * sizes().scale);
    const TextStyle title{.size = text_size::kHeading, .weight = Weight::Semibold};
    const TextStyle quiet = muted_style();
    float buttons = 0.0f;
    for (const NoticeAction& action : content.actions)
        buttons += button_width(action.label, {.kind = action.kind}) + sizes().sm;
    const float badge = content.icon != nullptr ? 64.0f * sizes().scale : 0.0f;
    const float words = wrap_height(content.text, quiet, width);
    const float height = badge + sizes().lg + line_height(title) + sizes().sm + words +
                         (buttons > 0.0f ? sizes().lg + sizes().control : 0.0f);
    const ImVec2 start = ImGui::GetCursorScreenPos();
    float y = start.y + std::max(sizes().lg, (avail.y - height) * 0.44f);
    const float middle = start.x + avail.x * 0.5f;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (content.icon != nullptr) {
        list.AddCircleFilled({middle, y + badge * 0.5f}, badge * 0.5f,
                             theme().tone(Tone::Neutral).soft);
        draw_icon(list, {middle, y + badge * 0.5f}, content.icon, theme().text_muted,
                  text_size::kIconLarge * 0.75f);
        y += badge + sizes().lg;
    }
    draw_text_centred(list, {start.x, y}, {start.x + avail.x, y + line_height(title)},
                      content.title, title);
    y += line_height(title) + sizes().sm;
    draw_wrapped_centred(list, {middle - width * 0.5f, y}, content.text, quiet, width);
    y += words + sizes().lg;
    int result = kNoticeOpen;
    ImGui::PushID(id);
    ImGui::SetCursorScreenPos({middle - (buttons - sizes().sm) * 0.5f, y});
    for (std::size_t i = 0; i < content.actions.size(); ++i) {
        if (i > 0) ImGui::SameLine(0.0f, sizes().sm);
        const NoticeAction& action = content.actions[i];
        if (button(action.id, action.label, {.kind = action.kind, .shortcut = action.shortcut}))
            result = static_cast<int>(i);
    }
    ImGui::PopID();
    if (content.actions.empty()) ImGui::Dummy({1.0f, 1.0f});
    return result;
}

void scroll_into_view(ImVec2 min, ImVec2 max, float margin) {
    ImGuiWindow* window = ImGui::GetCurrentWindow();
    const ImRect rect(min.x - margin, min.y - margin, max.x + margin, max.y + margin);
    ImGui::ScrollToRectEx(window, rect,
                          ImGuiScrollFlags_KeepVisibleEdgeX | ImGuiScrollFlags_KeepVisibleEdgeY);
}

void scroll_item_into_view(float margin) {
    scroll_into_view(ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), margin);
}

}  // namespace throughline::gui
