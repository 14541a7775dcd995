#include "app/gui/widgets/notice.h"

#include <algorithm>
#include <cfloat>
#include <string>

#include "app/gui/theme/icons.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/text.h"

namespace throughline::gui {
namespace {

// Everything but the frame; the cursor stands at the inner corner. Result as notice().
int contents(const Notice& n, float width) {
    const ToneColours& c = theme().tone(n.tone);
    const float icon_width = text_px(text_size::kIcon) + sizes().sm + sizes().xxs;
    const ImVec2 start = ImGui::GetCursorScreenPos();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float first_line = text_px(text_size::kBody);
    draw_icon(
        list,
        {start.x + text_px(text_size::kIcon) * 0.5f, start.y + first_line * 0.5f + sizes().hair},
        n.icon != nullptr ? n.icon : tone_icon(n.tone), c.ink, text_size::kIcon + 1.0f);
    int result = kNoticeOpen;
    const float close_width = n.closable ? sizes().control_small : 0.0f;
    if (n.closable) {
        ImGui::SetCursorScreenPos(
            {start.x + width - close_width + sizes().xs, start.y - sizes().xs - sizes().xxs});
        if (icon_button("close", icons::kClose, "Close",
                        {.kind = ButtonKind::Ghost, .size = ButtonSize::Small}))
            result = kNoticeClosed;
    }
    ImGui::SetCursorScreenPos({start.x + icon_width, start.y});
    ImGui::BeginGroup();
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {sizes().sm, sizes().xs});
    const float room = width - icon_width - close_width;
    if (!n.title.empty())
        paragraph(
            n.title,
            {.weight = Weight::Semibold, .colour = n.tone == Tone::Neutral ? theme().text : c.ink},
            room);
    if (!n.text.empty()) paragraph(n.text, {.size = text_size::kSmall}, room);
    if (!n.remedy.empty()) {
        gap(sizes().xxs);
        paragraph(n.remedy, {.size = text_size::kSmall, .weight = Weight::Semibold}, room);
    }
    if (!n.actions.empty()) gap(sizes().xs);
    for (std::size_t i = 0; i < n.actions.size(); ++i) {
        if (i > 0) ImGui::SameLine(0.0f, sizes().sm);
        const NoticeAction& action = n.actions[i];
        if (i == 0 && n.focus) {
            ImGui::SetKeyboardFocusHere();
            ImGui::SetNavCursorVisible(true);  // so that Tab goes on from there
        }
        if (button(action.id, action.label,
                   {.kind = action.kind, .size = ButtonSize::Small, .shortcut = action.shortcut}))
            result = static_cast<int>(i);
    }
    ImGui::PopStyleVar();
    ImGui::EndGroup();
    return result;
}

void draw_frame(ImDrawList& list, ImVec2 min, ImVec2 max, const ToneColours& c, ImU32 ground) {
    const float rounding = sizes().radius_card;
    list.AddRectFilled(min, max, ground, rounding);
    list.AddRect(min, max, mix(c.soft, c.edge, 0.4f), rounding, 0, sizes().hair);
}

}  // namespace

const char* tone_icon(Tone tone) {
    switch (tone) {
        case Tone::Neutral: return icons::kInfo;
        case Tone::Accent: return icons::kFlag;
        case Tone::Info: return icons::kInfo;
        case Tone::Success: return icons::kCheckCircle;
        case Tone::Warning: return icons::kAlert;
        case Tone::Danger: return icons::kAlertCircle;
    }
    return icons::kInfo;
}

int notice(const char* id, const Notice& content) {
    const float width = width_left();
    const float pad = sizes().md + sizes().xxs;
    const ToneColours& c = theme().tone(content.tone);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 min = ImGui::GetCursorScreenPos();
    ImGui::PushID(id);
    // The ground is drawn behind contents whose height is known only afterwards.
    list.ChannelsSplit(2);
    list.ChannelsSetCurrent(1);
    ImGui::BeginGroup();
    ImGui::SetCursorScreenPos({min.x + pad, min.y + pad});
    const int result = contents(content, width - 2.0f * pad);
    const ImVec2 max{min.x + width, ImGui::GetItemRectMax().y + pad};
    ImGui::SetCursorScreenPos({min.x, max.y - sizes().hair});
    ImGui::Dummy({width, sizes().hair});
    ImGui::EndGroup();
    list.ChannelsSetCurrent(0);
    draw_frame(list, min, max, c, theme().dark() ? mix(c.soft, theme().surface, 0.45f) : c.soft);
    list.ChannelsMerge();
    ImGui::PopID();
    return result;
}

int floating_notice(const char* id, const Notice& content, ImVec2 anchor_min, ImVec2 anchor_max,
                    float width) {
    const ImVec2 view = ImGui::GetMainViewport()->Size;
    const float wide = width > 0.0f ? width : 340.0f * sizes().scale;
    const bool left = anchor_max.x + wide + sizes().md > view.x;
    const float x = left ? anchor_min.x - sizes().sm : anchor_max.x + sizes().sm;
    const float y =
        std::clamp(anchor_min.y, sizes().sm, std::max(sizes().sm, view.y - 200.0f * sizes().scale));
    ImGui::SetNextWindowPos({std::max(x, left ? wide + sizes().sm : x), y}, ImGuiCond_Always,
                            {left ? 1.0f : 0.0f, 0.0f});
    ImGui::SetNextWindowSize({wide, 0.0f});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {sizes().lg, sizes().lg});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, sizes().radius_card);
    ImGui::PushStyleColor(ImGuiCol_WindowBg, theme().surface_raised);
    ImGui::PushStyleColor(ImGuiCol_Border, theme().tone(content.tone).edge);
    const ImGuiWindowFlags flags = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                                   ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                                   ImGuiWindowFlags_NoFocusOnAppearing |
                                   ImGuiWindowFlags_AlwaysAutoResize;
    const std::string name = std::string("###notice/") + id;
    ImGui::Begin(name.c_str(), nullptr, flags);
    ImGuiWindow* window = ImGui::GetCurrentWindow();
    if (ImGui::GetTopMostPopupModal() == nullptr) ImGui::BringWindowToDisplayFront(window);
    draw_window_shadow(sizes().radius_card);
    Notice closable = content;
    closable.closable = true;
    int result = contents(closable, width_left());
    if (ImGui::IsWindowFocused() && ImGui::IsKeyPressed(ImGuiKey_Escape, false))
        result = kNoticeClosed;
    ImGui::End();
    ImGui::PopStyleColor(2);
    ImGui::PopStyleVar(2);
    return result;
}

}  // namespace throughline::gui
