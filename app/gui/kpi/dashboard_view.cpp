// All KPIs by category: value, target, variance, status, trend, the last values, owner.
#include "app/gui/kpi/kpi_state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/progress.h"
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
    TableColumn{
        .title = "Value and target", .width = 190, .align = Align::Right, .sortable = false},
    TableColumn{.title = "Variance",
                .width = 110,
                .align = Align::Right,
                .sortable = false,
                .gives_way = 1},
    TableColumn{.title = "Status", .width = 100, .sortable = false},
    TableColumn{.title = "Trend",
                .width = 100,
                .sortable = false,
                .help = "A signal among the last 8 values, by the limits of its own history",
                .gives_way = 2},
    TableColumn{.title = "Last values", .width = 120, .sortable = false, .gives_way = 3},
    TableColumn{.title = "", .width = 44, .sortable = false}};

void draw_last_values(const std::vector<double>& points) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float quarter = kRow * sizes().scale * 0.25f;
    draw_sparkline(*ImGui::GetWindowDrawList(), {at.x, at.y + quarter},
                   {at.x + width_left() - sizes().sm, at.y + 3.0f * quarter}, points);
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
            case kStatus: table_chip(line.status, chip_of(line.status_mood)); return;
            case kTrend: table_chip(line.trend, trend_style(line.trend_mood)); return;
            case kLast: draw_last_values(line.points); return;
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
        const std::array actions{
            NoticeAction{"add-templates", "Choose from the usual ones", ButtonKind::Primary},
            NoticeAction{"add-kpi", "Add one of our own", ButtonKind::Secondary}};
        const EmptyState empty{
            icons::kDashboard, "No KPIs yet",
            "One definition for each: what counts, its unit, its target, who owns it. The reviews "
            "and the report read the same numbers.",
            why.empty() ? std::span<const NoticeAction>(actions) : std::span<const NoticeAction>{}};
        const int pressed = empty_state("no-kpis", empty);
        if (pressed == 0) shipped.open("kpi");
        if (pressed == 1) editor.add("kpi");
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
    const ButtonOptions templates{
        .icon = icons::kCopy, .disabled = !why.empty(), .disabled_why = why};
    const bool has_more = records::has_templates(context.workspace(), "kpi");
    align_right(button_width("Add KPI", add) +
                (has_more ? button_width("From templates", templates) + sizes().sm : 0.0f));
    if (has_more) {
        if (button("add-templates", "From templates", templates)) shipped.open("kpi");
        ImGui::SameLine(0.0f, sizes().sm);
    }
    if (button("add-kpi", "Add KPI", add)) editor.add("kpi");
    gap(sizes().md);
    for (const KpiGroup& group : groups)
        draw_group(context, group);
}

}  // namespace throughline::gui::kpi
