// The figures as tables, one a group; what is counted with a bar for each week.
#include "app/gui/flow/flow_state.h"
#include "app/gui/theme/theme.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/menu.h"
#include "app/gui/widgets/progress.h"
#include "app/gui/widgets/table.h"
#include "app/gui/widgets/text.h"
#include "imgui.h"

#include <algorithm>
#include <array>

namespace throughline::gui::flow_screen {
namespace {

enum Column { kLabel, kValue, kWeeks, kNote };
constexpr std::array kColumns{
    TableColumn{.title = "Figure", .weight = 1.1f, .sortable = false},
    TableColumn{.title = "Value", .weight = 1.0f, .sortable = false},
    TableColumn{.title = "Week by week", .width = 170, .sortable = false},
    TableColumn{.title = "What it says", .weight = 2.2f, .sortable = false}};

// A bar a week, the highest as high as the row allows; a week that is not whole is an outline.
void draw_weeks(const std::vector<throughline::flow::WeekCount>& weeks) {
    if (weeks.empty()) return;
    constexpr float kWidest = 9.0f;
    const Sizes& s = sizes();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float room = width_left() - s.sm;
    const float step =
        std::min((kWidest + 2.0f) * s.scale, room / static_cast<float>(weeks.size()));
    const float bar = std::max(1.0f, step - std::min(2.0f * s.scale, step * 0.25f));
    const float height = s.row * 0.6f;
    const float base = at.y + s.row * 0.8f;
    const int most = std::max(
        1, std::ranges::max_element(weeks, {}, &throughline::flow::WeekCount::count)->count);
    float x = at.x;
    for (const throughline::flow::WeekCount& week : weeks) {
        const float tall = height * static_cast<float>(week.count) / static_cast<float>(most);
        const ImVec2 low{x + bar, base + s.hair};
        const ImVec2 high{x, base - tall};
        const ImU32 ink = theme().tone(Tone::Accent).ink;
        if (week.count > 0 && week.whole) {
            list.AddRectFilled(high, low, ink);
        } else if (week.count > 0) {
            list.AddRect(high, low, ink, 0, 0, s.hair);
        } else {
            list.AddLine({x, base}, {x + bar, base}, theme().border_strong, s.hair);
        }
        x += step;
    }
    ImGui::Dummy({x - at.x, s.row});
    if (ImGui::IsItemHovered()) tooltip(weeks_words(weeks));
}

void draw_cell(const Figure& figure, int column) {
    switch (column) {
        case kLabel: table_text(figure.label); return;
        case kValue: table_text(figure.value); return;
        case kWeeks: draw_weeks(figure.weeks); return;
        default: table_text(figure.note, theme().text_muted); return;
    }
}

}  // namespace

void FlowView::State::draw_figures() {
    wants_figures = true;
    if (!figures_of) {
        is_behind = is_behind || !work.is_running();
        skeleton_lines(6);
        return;
    }
    for (const FigureGroup& group : figures) {
        gap(sizes().lg);
        section_header(group.title);
        TableSort unsorted;
        // Without anything counted the bars have no column.
        const bool has_weeks = std::ranges::any_of(
            group.figures, [](const Figure& figure) { return !figure.weeks.empty(); });
        std::vector<TableColumn> columns(kColumns.begin(), kColumns.end());
        if (!has_weeks) columns.erase(columns.begin() + kWeeks);
        table(("figures/" + group.title).c_str(), columns, static_cast<int>(group.figures.size()),
              unsorted,
              [&](int row, int column) {
                  draw_cell(group.figures[static_cast<std::size_t>(row)],
                            column == kWeeks && !has_weeks ? kNote : column);
              },
              [&](int row) { return group.figures[static_cast<std::size_t>(row)].id; },
              {.height = -1.0f});
    }
    gap(sizes().lg);
}

}  // namespace throughline::gui::flow_screen
