#include "app/gui/objectives/screens.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/text.h"
#include "core/base/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace throughline::gui::objectives {
namespace {

void begin_edit(BetsScreen& screen, Context& context, model::BetId id, int year) {
    screen.dialog.begin(bet_form(context.workspace(), id, year));
}

void draw_bet_buttons(BetsScreen& screen, const BetRow& bet, Context& context, Acts& acts) {
    const std::string why = why_not_now(context, rules::Right::Plan);
    const ButtonOptions options{.kind = ButtonKind::Secondary,
                                .size = ButtonSize::Small,
                                .disabled = !why.empty(),
                                .disabled_why = why};
    ButtonOptions edit = options;
    edit.icon = icons::kEdit;
    if (button(("edit:" + bet.key).c_str(), "Edit", edit)) {
        acts.add([&screen, id = bet.id, year = bet.year](Context& c) {
            begin_edit(screen, c, id, year);
        });
    }
    ImGui::SameLine(0.0f, sizes().xs);
    if (button(("close:" + bet.key).c_str(), bet.closed ? "Reopen" : "Close", options)) {
        acts.add([bet](Context& c) {
            (void)c.run_with_undo(
                rules::EditBet{bet.id, {{"closed", bet.closed ? "false" : "true"}}},
                bet.key + (bet.closed ? " reopened" : " closed"));
        });
    }
}

// Cards of equal height, three in a row.
void draw_bet(BetsScreen& screen, const BetRow& bet, float width, float height, Context& context,
              Acts& acts) {
    begin_panel(bet.key.c_str(), {width, height}, theme().card);
    const TextStyle meta{.size = text_size::kSmall, .colour = theme().text_muted};
    begin_chip_line();
    text(bet.key,
         {.size = text_size::kSmall, .weight = Weight::Semibold, .colour = theme().text_muted});
    if (bet.closed) {
        ImGui::SameLine(0.0f, sizes().sm);
        chip("Closed", {.icon = icons::kLock});
    }
    paragraph(bet.title, {.size = text_size::kHeading,
                          .weight = Weight::Semibold,
                          .colour = bet.closed ? theme().text_muted : theme().text});
    paragraph(bet.sentence, bet.closed ? muted_style() : body_style());
    if (!bet.reason.empty()) paragraph("Third bet because: " + bet.reason, meta);
    text(bet.objectives == 0 ? "No objective serves it"
                             : plural(bet.objectives, "objective serves it", "objectives serve it"),
         meta);
    gap(sizes().md);
    draw_bet_buttons(screen, bet, context, acts);
    end_panel();
}

float bet_height(const BetRow& bet, float width) {
    const float inner = width - 2.0f * (sizes().lg + sizes().hair);
    const float space = ImGui::GetStyle().ItemSpacing.y;
    const TextStyle small{.size = text_size::kSmall};
    float height = 2.0f * (sizes().lg + sizes().hair) +
                   std::max(line_height(small), bet.closed ? sizes().chip : 0.0f) + space;
    height +=
        wrap_height(bet.title, {.size = text_size::kHeading, .weight = Weight::Semibold}, inner) +
        space;
    height += wrap_height(bet.sentence, body_style(), inner) + space;
    if (!bet.reason.empty())
        height += wrap_height("Third bet because: " + bet.reason, small, inner) + space;
    return height + line_height(small) + sizes().md + sizes().control_small;
}

void draw_year(BetsScreen& screen, const BetYear& year, Context& context, Acts& acts) {
    const std::string why = why_not_now(context, rules::Right::Plan);
    section_header(std::to_string(year.year), fmt::format("{} of {}", year.open, kMostBets));
    const ButtonOptions add{.size = ButtonSize::Small,
                            .icon = icons::kPlus,
                            .disabled = !why.empty(),
                            .disabled_why = why};
    align_right(button_width("Add big bet", add));
    const std::string id = "add-bet:" + std::to_string(year.year);
    if (button(id.c_str(), "Add big bet", add))
        acts.add([&screen, number = year.year](Context& c) { begin_edit(screen, c, {}, number); });
    gap(sizes().sm);
    if (year.rows.empty())
        paragraph(
            "No big bet of this year yet. A bet is one sentence about what shifts; objectives then "
            "serve it.",
            muted_style());
    const float space = sizes().lg;
    const std::size_t columns = width_left() >= 3.0f * 260.0f * sizes().scale   ? 3
                                : width_left() >= 2.0f * 260.0f * sizes().scale ? 2
                                                                                : 1;
    const float width =
        (width_left() - space * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    for (std::size_t first = 0; first < year.rows.size(); first += columns) {
        const std::size_t end = std::min(year.rows.size(), first + columns);
        float height = 0.0f;
        for (std::size_t i = first; i < end; ++i)
            height = std::max(height, bet_height(year.rows[i], width));
        for (std::size_t i = first; i < end; ++i) {
            if (i > first) ImGui::SameLine(0.0f, space);
            draw_bet(screen, year.rows[i], width, height, context, acts);
        }
    }
    gap(sizes().xl);
}

}  // namespace

void draw_bets(BetsScreen& screen, Context& context, Acts& acts) {
    if (screen.revision != context.desk().revision()) {
        screen.revision = context.desk().revision();
        screen.years = bet_years(context.workspace(), context.zone().day(context.now()));
    }
    ImGui::BeginChild("bets", {0, 0}, ImGuiChildFlags_NavFlattened,
                      ImGuiWindowFlags_NoSavedSettings);
    paragraph(
        "At most three strategic shifts a year, so that each can be kept. A third needs a reason.",
        muted_style());
    gap(sizes().lg);
    for (const BetYear& year : screen.years)
        draw_year(screen, year, context, acts);
    ImGui::EndChild();
    draw_bet_dialog(screen, context, acts);
}

}  // namespace throughline::gui::objectives
