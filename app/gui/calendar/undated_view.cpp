// What has no date yet: dragged onto a day, or put on the cursor's day by a key.
#include "app/gui/calendar/calendar_state.h"
#include "app/gui/context/face_model.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/text.h"
#include "core/base/words.h"

#include <algorithm>

namespace throughline::gui::calendar {
namespace {

constexpr float kRow = 62.0f;  // unscaled
constexpr std::size_t kMostLate = 3;

}  // namespace

// Whatever page is shown: what is late is not to be leafed back for.
void CalendarView::State::draw_late(Context& context) {
    const std::vector<EntryRef>& all = model.late();
    if (all.empty()) return;
    const Sizes& s = sizes();
    section_header("Late", std::to_string(all.size()));
    gap(s.xs);
    for (std::size_t i = 0; i < std::min(all.size(), kMostLate); ++i) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        draw_entry(context, all[i], {at, {at.x + width_left(), at.y + kRow * s.scale}}, "late:");
        ImGui::SetCursorScreenPos(at);
        ImGui::Dummy({width_left(), kRow * s.scale});
        gap(s.xs);
    }
    if (all.size() > kMostLate)
        text("and " + std::to_string(all.size() - kMostLate) + " more", muted_style());
    gap(s.sm);
}

void CalendarView::State::draw_undated(Context& context, float width) {
    const Sizes& s = sizes();
    begin_panel("undated", {width, ImGui::GetContentRegionAvail().y});
    const ImVec2 min = ImGui::GetWindowPos();
    const ImVec2 max{min.x + ImGui::GetWindowSize().x, min.y + ImGui::GetWindowSize().y};
    draw_late(context);
    const std::vector<EntryRef>& all = model.undated();
    section_header("No date", std::to_string(all.size()));
    paragraph("Drag one onto a day. By keys: L comes here, S puts it on " +
                  short_date(cursor, today(context)) + ".",
              caption_style());
    gap(s.sm);
    ImGui::BeginChild("rows", {0, 0}, ImGuiChildFlags_NavFlattened,
                      ImGuiWindowFlags_NoSavedSettings);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {s.xs, s.xs});
    if (all.empty()) paragraph("Everything that is open has one.", muted_style());
    const float step = kRow * s.scale + s.xs;
    const ImVec2 top = ImGui::GetCursorScreenPos();
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(all.size()), step);
    while (clipper.Step()) {
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            const ImVec2 at = ImGui::GetCursorScreenPos();
            draw_entry(context, all[static_cast<std::size_t>(i)],
                       {at, {at.x + width_left(), at.y + kRow * s.scale}}, kUndatedScope);
            ImGui::SetCursorScreenPos({at.x, at.y});
            ImGui::Dummy({width_left(), kRow * s.scale});
        }
    }
    const auto chosen = std::ranges::find(all, selected);
    if (in_undated && reveal && chosen != all.end()) {
        const float y = top.y + static_cast<float>(chosen - all.begin()) * step;
        scroll_into_view({top.x, y}, {top.x, y + step}, s.sm);
    }
    ImGui::PopStyleVar();
    ImGui::EndChild();
    const ImVec2 mouse = ImGui::GetMousePos();
    const bool is_over =
        drag.active && mouse.x >= min.x && mouse.x < max.x && mouse.y >= min.y && mouse.y < max.y;
    if (is_over && date_of(context.workspace(), drag.entry)) {
        drag.over_undated = true;
        ImGui::GetWindowDrawList()->AddRect(min, max, theme().accent, s.radius_card, 0,
                                            s.focus_ring);
    }
    end_panel();
}

}  // namespace throughline::gui::calendar
