// All KPIs by category: value, target, variance, status, trend, the last values, owner.
#include "app/gui/kpi/kpi_state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/table.h"
#include "app/gui/widgets/text.h"
#include "core/base/text.h"
#include "imgui.h"

#include <algorithm>
#include <array>

namespace throughline::gui::kpi {
namespace {

enum Column { kName, kValue, kVariance, kStatus, kTrend, kLast, kMeasure };

constexpr float kRow = 46.0f;  // unscaled: two lines
constexpr std::array kColumns{
    TableColumn{.title = "KPI", .sortable = false},
    TableColumn{.title = "Value and target", .width = 190, .align = Align::Right, .sortable = false},
    TableColumn{.title = "Variance", .width = 110, .align = Align::Right, .sortable = false},
    TableColumn{.title = "Status", .width = 100, .sortable = false},
    TableColumn{.title = "Trend",
                .width = 100,
                .sortable = false,
                .help = "A signal among the last 8 values, by the limits of its own history"},
    TableColumn{.title = "Last values", .width = 120, .sortable = false},
    TableColumn{.title = "", .width = 44, .sortable = false}};

// The last values as a line, the latest as a dot.
void draw_sparkline(const std::vector<double>& points) {
    if (points.size() < 2) return;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = width_left() - sizes().sm;
    const float row = kRow * sizes().scale;
    const float height = row * 0.5f;
    const float top = at.y + (row - height) * 0.5f;
    const auto [low, high] = std::ranges::minmax(points);
    const double span = high > low ? high - low : 1.0;
    std::vector<ImVec2> line;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const float x = static_cast<float>(i) / static_cast<float>(points.size() - 1);
        const auto y = static_cast<float>((points[i] - low) / span);
        line.push_back({at.x + x * width, top + (1.0f - y) * height});
    }
    list.AddPolyline(line.data(), static_cast<int>(line.size()), theme().text_muted,
                     ImDrawFlags_None, 1.5f * sizes().scale);
    list.AddCircleFilled(line.back(), 2.5f * sizes().scale, theme().tone(Tone::Accent).ink);
}

void draw_chip_cell(const std::string& words, const ChipStyle& style) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 size = chip_size(words, style);
    draw_chip(*ImGui::GetWindowDrawList(), {at.x, at.y + (kRow * sizes().scale - size.y) * 0.5f}, words,
              style);
}

ChipStyle trend_style(Mood mood) {
    ChipStyle style = chip_of(mood);
    style.outlined = true;
    return style;
}

}  // namespace

void KpiView::State::draw_group(Context& context, const KpiGroup& group) {
    section_header(group.title, std::to_string(group.lines.size()));
    gap(sizes().xs);
    const KpiLine* measured = nullptr;
    TableSort sort;
    const auto cell = [&](int row, int column) {
        const KpiLine& line = group.lines[static_cast<std::size_t>(row)];
        switch (static_cast<Column>(column)) {
            case kName:
                table_text(line.key + " " + line.name,
                           line.owner + ", " + (line.due.empty() ? line.as_of : line.due));
                return;
            case kValue: table_text(line.value, "target " + line.target); return;
            case kVariance: table_text(line.percent, line.absolute); return;
            case kStatus: draw_chip_cell(line.status, chip_of(line.status_mood)); return;
            case kTrend: draw_chip_cell(line.trend, trend_style(line.trend_mood)); return;
            case kLast: draw_sparkline(line.points); return;
            case kMeasure: break;
        }
        if (!line.is_typed) return;
        ImGui::SetCursorPosY(ImGui::GetCursorPosY() +
                             (kRow * sizes().scale - sizes().control_small) * 0.5f);
        if (icon_button(("measure:" + line.key).c_str(), icons::kGauge, "Measure " + line.key,
                        {.kind = ButtonKind::Ghost, .size = ButtonSize::Small}))
            measure.toggle(line.key, line.next);
    };
    const TableEvents events = table(
        ("kpis:" + group.title).c_str(), kColumns, static_cast<int>(group.lines.size()), sort, cell,
        [&](int row) { return "kpi:" + group.lines[static_cast<std::size_t>(row)].key; },
        {.height = -1.0f, .row_height = kRow * sizes().scale});
    for (const KpiLine& line : group.lines) {
        if (measure.is_open(line.key)) measured = &line;
    }
    if (measured != nullptr) {
        text(measured->key + " " + measured->name, {.weight = Weight::Semibold});
        measure.draw(context, measured->key, measured->unit);
    }
    if (events.activated >= 0) opened = group.lines[static_cast<std::size_t>(events.activated)].id;
    gap(sizes().lg);
}

void KpiView::State::draw_dashboard(Context& context, const PlanFigures& now) {
    const std::string why = records::why_not(context, *rules::record_kind("kpi"));
    if (groups.empty()) {
        const std::array actions{NoticeAction{"add-kpi", "Add the first KPI", ButtonKind::Primary}};
        const EmptyState empty{
            icons::kDashboard, "No KPIs yet",
            "One definition for each: what counts, its unit, its target, who owns it. The reviews "
            "and the report read the same numbers.",
            why.empty() ? std::span<const NoticeAction>(actions) : std::span<const NoticeAction>{}};
        if (empty_state("no-kpis", empty) == 0) editor.add("kpi");
        return;
    }
    const auto overdue = std::ranges::count(now.scorecard, true, &flow::KpiReading::overdue);
    ImGui::AlignTextToFramePadding();
    text(overdue == 0 ? "Every value is there. Enter opens a KPI."
                      : plural(overdue, "value is", "values are") + " overdue.",
         overdue == 0 ? muted_style() : tone_style(Tone::Warning));
    const ButtonOptions add{.kind = ButtonKind::Primary,
                            .icon = icons::kPlus,
                            .disabled = !why.empty(),
                            .disabled_why = why};
    align_right(button_width("Add KPI", add));
    if (button("add-kpi", "Add KPI", add)) editor.add("kpi");
    gap(sizes().md);
    for (const KpiGroup& group : groups)
        draw_group(context, group);
}

}  // namespace throughline::gui::kpi
