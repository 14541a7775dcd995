// One KPI opened.
#include "app/gui/kpi/kpi_state.h"
#include "app/gui/palette/chart_view.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/field.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/text.h"
#include "imgui.h"

namespace throughline::gui::kpi {
namespace {

constexpr float kChartHeight = 300.0f;  // unscaled
constexpr int kMostRows = 6;            // of a list
constexpr float kDayWidth = 180.0f;

std::chrono::year_month_day calendar_day(Day day) {
    const CivilDate date = civil(day);
    return std::chrono::year{date.year} / date.month / date.day;
}

}  // namespace

void KpiView::State::draw_head(Context& context, const KpiLine& line) {
    if (icon_button("back", icons::kArrowLeft, "Back to all KPIs")) opened = {};
    ImGui::SameLine(0.0f, sizes().sm);
    text(line.key + " " + line.name, title_style());
    const std::string why = records::why_not(context, *rules::record_kind("kpi"));
    const ButtonOptions change{.icon = icons::kEdit, .disabled = !why.empty(), .disabled_why = why};
    const ButtonOptions escalate{.icon = icons::kArrowUp};
    const ButtonOptions enter{.kind = ButtonKind::Primary,
                              .icon = icons::kGauge,
                              .disabled = !line.is_typed,
                              .disabled_why = "Its values are read from the board."};
    align_right(button_width("Change", change) + button_width("Escalate", escalate) +
                button_width("Measure", enter) + 2.0f * sizes().sm);
    if (button("change", "Change", change)) editor.edit("kpi", line.id.value);
    ImGui::SameLine(0.0f, sizes().sm);
    if (button("escalate", "Escalate", escalate)) escalation.ask(opened);
    ImGui::SameLine(0.0f, sizes().sm);
    if (button("measure", "Measure", enter)) measure.toggle(line.key, line.next);
    chip(line.status, chip_of(line.status_mood));
    ImGui::SameLine(0.0f, sizes().xs);
    ChipStyle trend = chip_of(line.trend_mood);
    trend.outlined = true;
    chip("Trend: " + line.trend, trend);
    ImGui::SameLine(0.0f, sizes().md);
    text(line.value + " against " + line.target + ", " + line.variance + ". " + line.owner + ", " +
             (line.due.empty() ? "as of " + line.as_of : line.due),
         muted_style());
    measure.draw(context, line.key, line.unit);
}

void KpiView::State::draw_scenario(Context& context, const model::Kpi& kpi,
                                   const flow::KpiReading& reading) {
    const Day today = context.zone().day(context.now());
    if (!until) until = model::period_of(model::Cadence::Quarterly, today).last;
    section_header("What it would take");
    std::optional<std::chrono::year_month_day> day = calendar_day(*until);
    date_field("until", day, {.name = "Until", .width = kDayWidth * sizes().scale},
               calendar_day(today));
    if (day) until = *parse_day(format_date(*day));
    ImGui::SameLine(0.0f, sizes().md);
    ImGui::AlignTextToFramePadding();
    paragraph(scenario_words(reading, kpi, *until));
}

void KpiView::State::draw_opened(Context& context, const PlanFigures& now) {
    const model::Kpi* kpi = context.workspace().find(opened);
    const flow::KpiReading* reading = now.find(opened);
    if (kpi == nullptr || reading == nullptr) {
        if (icon_button("back", icons::kArrowLeft, "Back to all KPIs")) opened = {};
        text("This KPI is retired: it is not read any more.", muted_style());
        return;
    }
    const KpiLine line = kpi_line(*kpi, context.workspace(), *reading, now.today);
    draw_head(context, line);
    gap(sizes().md);
    paragraph(chart.says + " " + chart.verdict.rule + " " + chart.note, muted_style());
    palette::draw_live(context, chart, kChartHeight);
    gap(sizes().lg);
    draw_scenario(context, *kpi, *reading);
    const auto list = [&](const char* title, const char* words, records::RecordTable& table) {
        gap(sizes().xl);
        section_header(title, {}, words);
        gap(sizes().sm);
        table.draw(
            context, editor,
            {.where = {{"kpi", line.key}}, .fixed = {{"kpi", line.key}}, .most_rows = kMostRows});
    };
    list("Targets", "Each until the next one.", targets);
    list("Definition", "The latest is in force; earlier ones tell how older values were counted.",
         definitions);
    if (line.is_typed) list("Measurements", "A later one for the same day corrects.", measurements);
}

}  // namespace throughline::gui::kpi
