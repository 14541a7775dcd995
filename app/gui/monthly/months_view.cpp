// The months at the side: what was issued, what is due, what goes on.
#include "app/gui/monthly/monthly_state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/text.h"
#include "imgui.h"

namespace throughline::gui::monthly {
namespace {

constexpr float kRowHeight = 54.0f;  // unscaled

ChipStyle chip_of(const MonthLine& line) {
    switch (line.mood) {
        case report::Mood::Good: return {.tone = Tone::Success, .icon = icons::kLock};
        case report::Mood::Watch: return {.tone = Tone::Warning, .icon = icons::kAlert};
        case report::Mood::Bad: return {.tone = Tone::Danger, .icon = icons::kAlertCircle};
        case report::Mood::Neutral: return {.icon = icons::kEdit};
    }
    return {};
}

void draw_line(const MonthLine& line, const RowState& row) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const Sizes& s = sizes();
    const ChipStyle style = chip_of(line);
    const ImVec2 chip = chip_size(line.label, style);
    const float left = row.min.x + s.md;
    const float room = row.max.x - s.md - left;
    draw_text_middle(list, {left, row.min.y + s.sm + chip.y * 0.5f}, line.title,
                     {.weight = Weight::Semibold}, room - chip.x - s.sm);
    draw_chip(list, {row.max.x - s.md - chip.x, row.min.y + s.sm}, line.label, style);
    draw_text(list, {left, row.min.y + s.sm + chip.y + s.xxs}, line.note, caption_style(), room);
}

}  // namespace

void MonthlyView::State::choose(const std::string& chosen) {
    month = chosen;
    made_for.clear();
    editing.reset();
    conflict.reset();
    issuing.reset();
    to_top = true;
}

void MonthlyView::State::draw_months() {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {sizes().sm, sizes().md});
    ImGui::BeginChild("months", {0, 0},
                      ImGuiChildFlags_NavFlattened | ImGuiChildFlags_AlwaysUseWindowPadding,
                      ImGuiWindowFlags_NoSavedSettings);
    ImGui::PopStyleVar();
    std::string chosen;
    for (const MonthLine& one : lines) {
        const RowState row = list_row(("month:" + one.month).c_str(), one.title + ", " + one.label,
                                      one.month == month, kRowHeight * sizes().scale);
        if (ImGui::IsRectVisible(row.min, row.max)) draw_line(one, row);
        if (row.pressed) chosen = one.month;
    }
    if (!chosen.empty() && chosen != month) choose(chosen);
    ImGui::EndChild();
}

}  // namespace throughline::gui::monthly
