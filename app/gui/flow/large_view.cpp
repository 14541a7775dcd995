// One chart in large: its words, the choices it knows, its way into files. Escape goes back, the
// page keys go to the next and the one before.
#include "app/gui/context/civil_dates.h"
#include "app/gui/flow/flow_state.h"
#include "app/gui/palette/chart_view.h"
#include "app/gui/palette/shortcut.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/choice.h"
#include "app/gui/widgets/field.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/progress.h"
#include "app/gui/widgets/text.h"
#include "imgui.h"

#include <algorithm>
#include <array>

namespace throughline::gui::flow_screen {

void FlowView::State::step(int by) {
    const std::span<const report::ChartKind> kinds = report::chart_kinds();
    const int count = static_cast<int>(kinds.size());
    const int at = static_cast<int>(large - kinds.data());
    large = &kinds[static_cast<std::size_t>((at + by + count) % count)];
}

void FlowView::State::draw_large_head(const report::Chart* chart) {
    const Sizes& s = sizes();
    if (button("back", "All charts",
               {.size = ButtonSize::Small, .icon = icons::kArrowLeft, .shortcut = "Esc"}))
        large = nullptr;
    ImGui::SameLine(0, s.sm);
    if (icon_button("previous", icons::kChevronLeft, "Previous chart",
                    {.kind = ButtonKind::Ghost, .size = ButtonSize::Small, .shortcut = "Page up"}))
        step(-1);
    ImGui::SameLine(0, s.xs);
    if (large != nullptr &&
        icon_button(
            "next", icons::kChevronRight, "Next chart",
            {.kind = ButtonKind::Ghost, .size = ButtonSize::Small, .shortcut = "Page down"}))
        step(1);
    if (chart == nullptr) return;
    ImGui::SameLine(0, s.sm);
    align_right(files.buttons_width());
    files.draw_buttons(*chart);
    ImGui::NewLine();
}

// What can be asked of this chart alone.
void FlowView::State::draw_questions(const report::ChartKind& kind) {
    const Sizes& s = sizes();
    if (kind.name == "throughput") {
        const std::array<ChoiceItem, 2> parts{{{.label = "By week"}, {.label = "By day"}}};
        int part = choices.chart.by_day ? 1 : 0;
        if (segmented("parts", part, parts, {.name = "Parts", .width = 200.0f * s.scale}))
            choices.chart.by_day = part == 1;
    } else if (kind.name == "forecast-when") {
        std::optional<double> cards;
        if (choices.chart.cards) cards = *choices.chart.cards;
        if (number_field("cards", cards,
                         {.label = "Cards to finish",
                          .placeholder = "all in process",
                          .width = 200.0f * s.scale},
                         {.unit = "cards", .min = 1, .max = 100'000})) {
            choices.chart.cards = cards ? std::optional(static_cast<int>(*cards)) : std::nullopt;
        }
    } else if (kind.name == "forecast-how-many") {
        std::optional<double> days = choices.chart.days;
        if (number_field("days-ahead", days,
                         {.label = "Days from today", .width = 200.0f * s.scale},
                         {.unit = "days", .min = 1, .max = 3650}) &&
            days) {
            choices.chart.days = static_cast<int>(*days);
        }
    }
}

// Limits stay when the period moves. After an explained change a person takes them anew.
void FlowView::State::draw_limits(Context& context) {
    const Sizes& s = sizes();
    std::optional<std::chrono::year_month_day> from;
    if (choices.chart.limits_from) from = to_ymd(*choices.chart.limits_from);
    if (date_field("limits-from", from,
                   {.label = "Limits from",
                    .help = "After an explained change, name the day from which limits are taken "
                            "anew.",
                    .placeholder = "the first value",
                    .width = 220.0f * s.scale},
                   to_ymd(context.zone().day(context.now())))
            .changed) {
        choices.chart.limits_from = from ? std::optional(to_day(*from)) : std::nullopt;
    }
}

void FlowView::State::draw_large(Context& context) {
    const Sizes& s = sizes();
    const bool free = !palette::is_typing() && !palette::is_popup_open();
    if (free && ImGui::IsKeyPressed(ImGuiKey_Escape, false)) {
        large = nullptr;
        return;
    }
    if (free && palette::shortcut_pressed("Page down", true)) step(1);
    if (free && palette::shortcut_pressed("Page up", true)) step(-1);
    const report::ChartKind& kind = *large;
    const report::Chart* chart = chart_of(kind);
    draw_large_head(chart);
    begin_panel("large", {0, std::max(ImGui::GetContentRegionAvail().y, 420.0f * s.scale)});
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {s.sm, s.sm});
    if (chart == nullptr) {
        text(kind.title, heading_style());
        skeleton_lines(3);
    } else {
        text(chart->title, heading_style());
        ImGui::SameLine(0, s.md);
        palette::verdict_chip(chart->verdict);
        paragraph(chart->says);
        if (!chart->missing) paragraph(chart->verdict.rule, muted_style());
        paragraph(chart->tells, muted_style());
        draw_questions(kind);
        if (kind.name.starts_with("xmr-")) draw_limits(context);
        if (!chart->note.empty()) paragraph(chart->note, caption_style());
        palette::draw_live(context, *chart,
                           std::max(240.0f, ImGui::GetContentRegionAvail().y / s.scale));
        files.draw_dialog(context, *chart);
    }
    ImGui::PopStyleVar();
    end_panel();
}

}  // namespace throughline::gui::flow_screen
