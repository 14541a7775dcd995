#include "app/gui/objectives/plan_words.h"
#include "app/gui/objectives/screens.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/menu.h"
#include "app/gui/widgets/notice.h"
#include "app/gui/widgets/text.h"
#include "core/base/text.h"
#include "core/base/words.h"
#include "core/report/chart_ticks.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace throughline::gui::objectives {
namespace {

constexpr std::size_t kDefectsShown = 4;

TextStyle title_line() {
    return {.size = text_size::kHeading, .weight = Weight::Semibold};
}

TextStyle meta() {
    return {.size = text_size::kSmall, .colour = theme().text_muted};
}

ChipStyle status_style(const ObjectiveRow& row) {
    if (row.closed) return {.tone = Tone::Neutral, .icon = icons::kLock};
    switch (row.status) {
        case model::ObjectiveStatus::OnTrack:
            return {.tone = Tone::Success, .icon = icons::kCheckCircle};
        case model::ObjectiveStatus::AtRisk: return {.tone = Tone::Warning, .icon = icons::kAlert};
        case model::ObjectiveStatus::OffTrack:
            return {.tone = Tone::Danger, .icon = icons::kAlertCircle};
    }
    return {};
}

std::string count_words(const std::optional<flow::CardCounts>& cards) {
    if (!cards) return "counting its cards";
    if (cards->all() == 0) return "no cards yet";
    return fmt::format("{} to start, {} in process, {} done", cards->options, cards->in_process,
                       cards->done);
}

void show_cards(Context& context, const std::string& query) {
    context.filter().query = query;
    context.go(Screen::Board);
}

// Space for the buttons at the end of a row.
float buttons_width() {
    return 3.0f * (sizes().control_small + sizes().xs);
}

void draw_row_buttons(ObjectivesScreen& screen, const ObjectiveRow& row, Context& context,
                      Acts& acts) {
    const std::string why = why_not_now(context, rules::Right::Plan);
    const ButtonOptions plain{.kind = ButtonKind::Ghost, .size = ButtonSize::Small};
    const ButtonOptions guarded{.kind = ButtonKind::Ghost,
                                .size = ButtonSize::Small,
                                .disabled = !why.empty(),
                                .disabled_why = why};
    if (icon_button(("cards:" + row.key).c_str(), icons::kBoard, "Show its cards on the board",
                    plain))
        show_cards(context, "objective:" + row.key);
    ImGui::SameLine(0.0f, sizes().xs);
    // Its DRI sets the status.
    const bool is_own =
        row.dri == context.desk().actor() && why_not_now(context, rules::Right::Work).empty();
    if (icon_button(("edit:" + row.key).c_str(), icons::kEdit, "Edit " + row.key,
                    is_own ? plain : guarded)) {
        acts.add([&screen, id = row.id](Context& c) { edit_objective(screen, c, id); });
    }
    ImGui::SameLine(0.0f, sizes().xs);
    const std::string name = (row.closed ? "Reopen " : "Close ") + row.key;
    if (icon_button(("close:" + row.key).c_str(), row.closed ? icons::kUnlock : icons::kLock, name,
                    guarded)) {
        acts.add([id = row.id, key = row.key, closed = row.closed](Context& c) {
            (void)c.run_with_undo(rules::EditObjective{id, {{"closed", closed ? "false" : "true"}}},
                                  key + (closed ? " reopened" : " closed"));
        });
    }
}

// The chance that its cards are done by the end of the quarter.
std::string promise_words(const ObjectivePromise& promise) {
    return "All cards done by " + short_date(promise.last) + ": " + claim_words(*promise.claim);
}
ChipStyle promise_style(const flow::Claim& claim) {
    ChipStyle style{.icon = icons::kGauge, .outlined = true};
    switch (likelihood_of(claim)) {
        case Likelihood::Likely: style.tone = Tone::Success; break;
        case Likelihood::Open: style.tone = Tone::Warning; break;
        case Likelihood::Unlikely: style.tone = Tone::Danger; break;
    }
    return style;
}

// Two lines: key and title; person, bet and cards. At the right: status, forecast and defects, then
// buttons.
void draw_row_text(const ObjectiveRow& row, const ObjectivePromise* promise, const RowState& item) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float pad = sizes().lg;
    const float upper = item.min.y + pad * 0.75f + line_height(title_line()) * 0.5f;
    const float lower = item.max.y - pad * 0.75f - sizes().avatar_small * 0.5f;
    const float right = item.max.x - pad - buttons_width() - sizes().md;
    draw_category_dot(list, {item.min.x + pad, upper}, sizes().xs + 1.0f,
                      static_cast<std::size_t>(std::max(row.colour, 0)));
    const float x = item.min.x + pad + sizes().lg;
    float chips = right;
    const auto put = [&](std::string_view words, const ChipStyle& style) {
        const ImVec2 size = chip_size(words, style);
        chips -= size.x;
        draw_chip(list, {chips, upper - size.y * 0.5f}, words, style);
        chips -= sizes().xs;
    };
    put(row.closed ? "Closed" : status_words(row.status), status_style(row));
    if (promise != nullptr && promise->claim)
        put(promise_words(*promise), promise_style(*promise->claim));
    for (const std::string& defect : row.defects)
        put(defect, {.tone = Tone::Warning, .icon = icons::kAlertCircle, .outlined = true});
    const float key = draw_text_middle(
        list, {x, upper}, row.key,
        {.size = text_size::kSmall, .weight = Weight::Semibold, .colour = theme().text_muted});
    draw_text_middle(list, {x + key + sizes().sm, upper}, row.title,
                     {.size = text_size::kHeading,
                      .weight = Weight::Semibold,
                      .colour = row.closed ? theme().text_muted : theme().text},
                     chips - x - key - sizes().lg);
    const float radius = sizes().avatar_small * 0.5f;
    draw_avatar(list, {x + radius, lower},
                {.name = row.dri_name, .colour = colour_of(row.dri), .size = sizes().avatar_small});
    std::string words = row.dri_name;
    if (!row.bet.empty()) words += ", " + row.bet;
    const std::string counts = count_words(row.cards);
    const float counts_width = text_width(counts, meta());
    const float words_x = x + 2.0f * radius + sizes().sm;
    float used = draw_text_middle(list, {words_x, lower}, words, meta(),
                                  right - counts_width - sizes().xl - words_x);
    if (!row.reason.empty()) {
        const std::string reason = row.reason;
        const float room = right - counts_width - sizes().xl - words_x - used - sizes().md;
        if (room > sizes().xxl)
            draw_text_middle(list, {words_x + used + sizes().md, lower}, reason,
                             tone_style(status_style(row).tone, text_size::kSmall), room);
    }
    draw_text_middle(list, {right - counts_width, lower}, counts, meta());
}

void draw_row(ObjectivesScreen& screen, const ObjectiveRow& row, Context& context, Acts& acts) {
    const float height = std::round(line_height(title_line()) + sizes().avatar_small +
                                    sizes().lg * 1.5f + sizes().sm);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 end{at.x + width_left(), at.y + height};
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(at, end, theme().card, sizes().radius_card);
    list.AddRect(at, end, theme().border, sizes().radius_card, 0, sizes().hair);
    const RowState item = list_row(("objective:" + row.key).c_str(), row.key + " " + row.title,
                                   screen.selected == row.id, height);
    const ImVec2 after = ImGui::GetCursorScreenPos();
    if (item.pressed && screen.selected == row.id &&
        why_not_now(context, rules::Right::Plan).empty()) {
        acts.add([&screen, id = row.id](Context& c) { edit_objective(screen, c, id); });
    }
    if (item.pressed) screen.selected = row.id;
    if (!row.reason.empty() && item.hovered) tooltip(row.reason);
    if (screen.reveal && screen.selected == row.id) {
        scroll_into_view(item.min, item.max, sizes().lg);
        screen.reveal = false;
    }
    draw_row_text(row, screen.promises.find(row.id), item);
    ImGui::SetCursorScreenPos({item.max.x - sizes().lg - buttons_width(),
                               (item.min.y + item.max.y - sizes().control_small) * 0.5f});
    draw_row_buttons(screen, row, context, acts);
    ImGui::SetCursorScreenPos(after);
    ImGui::Dummy({0.0f, 0.0f});
}

void draw_group(ObjectivesScreen& screen, const PeriodGroup& group, Context& context, Acts& acts) {
    const bool past = group.period == Period::Past;
    section_header(group.title, std::to_string(group.rows.size()));
    if (past) {
        const std::string_view label = screen.show_past ? "Hide" : "Show";
        align_right(button_width(label, {.size = ButtonSize::Small}));
        if (button("past", label, {.size = ButtonSize::Small}))
            screen.show_past = !screen.show_past;
    }
    gap(sizes().sm);
    if (group.rows.empty())
        paragraph("No objective for this quarter yet. Without one nothing can be accepted.",
                  muted_style());
    if (!past || screen.show_past) {
        for (const ObjectiveRow& row : group.rows) {
            draw_row(screen, row, context, acts);
            gap(sizes().sm);
        }
    }
    gap(sizes().lg);
}

void draw_defects(ObjectivesScreen& screen, Context& context) {
    const auto& defects = screen.model.defects();
    if (defects.empty() && screen.model.other_defects() == 0) return;
    begin_panel("defects", {width_left(), 0.0f}, theme().tone(Tone::Warning).soft);
    icon(icons::kAlert, theme().tone(Tone::Warning).ink);
    ImGui::SameLine(0.0f, sizes().sm);
    const auto count = static_cast<std::int64_t>(defects.size()) + screen.model.other_defects();
    text(plural(count, "defect of the plan", "defects of the plan"),
         {.weight = Weight::Semibold, .colour = theme().tone(Tone::Warning).ink});
    gap(sizes().xs);
    for (std::size_t i = 0; i < defects.size() && i < kDefectsShown; ++i) {
        const PlanDefect& defect = defects[i];
        text_ellipsis(defect.words, body_style(), width_left() - sizes().xxl * 2.0f);
        if (defect.query.empty() && !defect.objective) continue;
        ImGui::SameLine(0.0f, sizes().sm);
        if (link(("defect:" + defect.id).c_str(), "Show")) {
            if (!defect.query.empty()) {
                show_cards(context, defect.query);
            } else {
                context.open_objective(defect.objective);
            }
        }
    }
    const auto more =
        static_cast<std::int64_t>(defects.size() - std::min(defects.size(), kDefectsShown) +
                                  static_cast<std::size_t>(screen.model.other_defects()));
    if (more > 0 && link("all-defects", fmt::format("and {} more, under Plan", more)))
        context.go(Screen::Plan);
    end_panel();
    gap(sizes().lg);
}

void draw_head(ObjectivesScreen& screen, Context& context, Acts& acts) {
    const std::string why = why_not_now(context, rules::Right::Plan);
    const ButtonOptions add{.kind = ButtonKind::Primary,
                            .icon = icons::kPlus,
                            .shortcut = "Shift+N",
                            .disabled = !why.empty(),
                            .disabled_why = why};
    ImGui::AlignTextToFramePadding();
    text("Every card serves an objective; every objective has one person who answers for it.",
         muted_style());
    align_right(button_width("Add objective", add));
    if (button("add-objective", "Add objective", add))
        acts.add([&screen](Context& c) { edit_objective(screen, c, {}); });
    gap(sizes().lg);
}

}  // namespace

void edit_objective(ObjectivesScreen& screen, Context& context, model::ObjectiveId id) {
    if (!why_not_now(context, rules::Right::Plan).empty()) return;
    screen.dialog.begin(objective_form(context.workspace(), id, context.zone().day(context.now()),
                                       context.desk().actor()));
}

void draw_objectives(ObjectivesScreen& screen, Context& context, Acts& acts) {
    const Day today = context.zone().day(context.now());
    screen.figures.refresh(context, civil(today).year);
    screen.model.refresh(context.workspace(), context.desk().revision(), today,
                         screen.figures.figures());
    screen.promises.refresh(context);
    if (screen.reveal) {
        const ObjectiveRow* row = screen.model.find(screen.selected);
        screen.show_past = screen.show_past || (row != nullptr && !row->quarter.empty() &&
                                                row->quarter < screen.model.quarter());
        screen.reveal = row != nullptr;
    }
    if (screen.model.is_empty()) {
        const std::string why = why_not_now(context, rules::Right::Plan);
        const std::array actions{NoticeAction{"add-objective", "Add the first objective",
                                              ButtonKind::Primary, "Shift+N"}};
        const std::string words =
            "An objective is one measurable sentence for a quarter, with one person who answers "
            "for it. Requests are accepted only for an objective. " +
            why;
        const EmptyState empty{
            icons::kTarget, "No objectives yet", words,
            why.empty() ? std::span<const NoticeAction>(actions) : std::span<const NoticeAction>{}};
        if (empty_state("objectives-empty", empty) == 0)
            acts.add([&screen](Context& c) { edit_objective(screen, c, {}); });
    } else {
        draw_head(screen, context, acts);
        ImGui::BeginChild("objectives-list", {0, 0}, ImGuiChildFlags_NavFlattened,
                          ImGuiWindowFlags_NoSavedSettings);
        draw_defects(screen, context);
        for (const PeriodGroup& group : screen.model.groups())
            draw_group(screen, group, context, acts);
        ImGui::EndChild();
    }
    draw_objective_dialog(screen, context, acts);
}

}  // namespace throughline::gui::objectives
