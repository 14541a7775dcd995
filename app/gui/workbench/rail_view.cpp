#include "app/gui/workbench/chrome_view.h"

#include "app/gui/theme/icons.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/text.h"
#include "app/gui/workbench/rail_model.h"
#include "imgui.h"

namespace throughline::gui::workbench {
namespace {

constexpr float kFoldBelow = 1040.0f;  // unscaled width of the window

const char* icon_of(Screen screen) {
    switch (screen) {
        case Screen::Board: return icons::kBoard;
        case Screen::Intake: return icons::kInbox;
        case Screen::Objectives: return icons::kTarget;
        case Screen::Flow: return icons::kChart;
        case Screen::Forecast: return icons::kGauge;
        case Screen::Alerts: return icons::kBell;
        case Screen::History: return icons::kHistory;
        case Screen::Settings: return icons::kSettings;
        case Screen::Plan: return icons::kMap;
        case Screen::Kpis: return icons::kDashboard;
        case Screen::Inbox: return icons::kComment;
        case Screen::Calendar: return icons::kCalendar;
        case Screen::Reviews: return icons::kPeople;
        case Screen::Report: return icons::kDocument;
        case Screen::Learning: return icons::kBook;
    }
    return icons::kBoard;
}

void draw_mark(bool folded) {
    const Sizes& s = sizes();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float side = s.control;
    const ImVec2 at = place({width_left(), s.top_bar - s.sm});
    const float x = folded ? at.x + (width_left() - side) * 0.5f : at.x + s.xs;
    const float y = at.y + (s.top_bar - s.sm - side) * 0.5f;
    list.AddRectFilled({x, y}, {x + side, y + side}, theme().accent, s.radius_card);
    draw_icon(list, {x + side * 0.5f, y + side * 0.5f}, icons::kLayers, theme().accent_text);
    if (!folded) {
        draw_text_middle(list, {x + side + s.sm + s.xxs, y + side * 0.5f}, "Throughline",
                         {.size = text_size::kHeading, .weight = Weight::Bold});
    }
}

}  // namespace

float rail_width(float window_width) {
    return window_width / sizes().scale < kFoldBelow ? sizes().rail_folded : sizes().rail;
}

std::optional<Screen> draw_rail(Context& context, Screen present, float width, int unseen) {
    const Sizes& s = sizes();
    const bool folded = width < s.rail;
    std::optional<Screen> chosen;
    ImGui::PushStyleColor(ImGuiCol_ChildBg, theme().rail);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {s.sm, s.xs});
    ImGui::BeginChild("rail", {width, 0},
                      ImGuiChildFlags_AlwaysUseWindowPadding | ImGuiChildFlags_NavFlattened,
                      ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoScrollbar);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {s.xs, s.xs});
    draw_mark(folded);
    gap(s.sm);
    for (const RailRow& row : rail_rows()) {
        if (row.begins_group) {
            gap(s.xs);
            separator();
            gap(s.xs);
        }
        const std::string id = "nav." + std::string(row.id);
        if (rail_item(id.c_str(), icon_of(row.screen), row.label, row.screen == present,
                      rail_badge(row.screen, context.workspace(), context.desk().actor(), unseen),
                      Tone::Accent, folded, row.shortcut)) {
            chosen = row.screen;
        }
    }
    ImGui::PopStyleVar();
    ImGui::EndChild();
    ImGui::PopStyleVar();
    ImGui::PopStyleColor();
    return chosen;
}

}  // namespace throughline::gui::workbench
