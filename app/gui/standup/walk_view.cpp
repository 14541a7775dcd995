// The walk: one card in focus with its facts, its column beside it.
#include "app/gui/standup/state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "core/report/chart_parts.h"
#include "imgui.h"

#include <array>

namespace throughline::gui::standup {
namespace {

// The look of an age; the theme's states have no "unknown", which is fresh.
AgeState look_of(flow::AgeState state) {
    switch (state) {
        case flow::AgeState::Unknown:
        case flow::AgeState::Fresh: return AgeState::Fresh;
        case flow::AgeState::Watch: return AgeState::Watch;
        case flow::AgeState::AtRisk: return AgeState::AtRisk;
        case flow::AgeState::BeyondSle: return AgeState::Beyond;
    }
    return AgeState::Fresh;
}

void fact(std::string_view label, std::string_view value, const TextStyle& label_style,
          const TextStyle& value_style, float left) {
    const ImVec2 from = ImGui::GetCursorScreenPos();
    // On the value's base line.
    const float lower = (line_height(value_style) - line_height(label_style)) * 0.75f;
    ImGui::SetCursorScreenPos({from.x, from.y + lower});
    text(label, label_style);
    ImGui::SameLine(0, 0);
    ImGui::SetCursorScreenPos({from.x + left, from.y});
    paragraph(value, value_style);
    gap(sizes().xs);
}

std::string dri_words(const CardFace& face) {
    return face.dri.empty() ? "Nobody: name one" : face.dri;
}

std::string age_line(const CardFace& face) {
    std::string words = face.age;
    if (!face.age_words.empty()) words += ", " + face.age_words;
    if (!face.column_age.empty()) words += "; " + face.column_age;
    return words;
}

}  // namespace

void StandupView::State::draw_walk(Context& context, ImVec2 size) {
    const Sizes& s = sizes();
    if (walk.stops.empty()) {
        begin_panel("nothing", size);
        const std::array<NoticeAction, 1> offers{{{.id = "points", .label = "Set the two points"}}};
        const int pressed =
            walk.is_set_up
                ? empty_state("no-cards",
                              {.icon = icons::kBoard,
                               .title = "No card is in process",
                               .text = "There is nothing to walk. Write down what the day is for "
                                       "with N or C, end with E, and pull a card on the board."})
                : empty_state("no-columns",
                              {.icon = icons::kSettings,
                               .title = "No column is in process",
                               .text = "A standup walks the columns between the commitment point "
                                       "and the delivery point. Set the two points first.",
                               .actions = offers});
        if (pressed == 0) context.open_settings("board");
        end_panel();
        return;
    }
    const float side = std::max(280.0f * s.scale, size.x * 0.34f);
    begin_panel("card", {size.x - side - s.lg, size.y});
    draw_card(context);
    end_panel();
    ImGui::SameLine(0, s.lg);
    begin_panel("column", {side, size.y});
    draw_column(context);
    end_panel();
}

void StandupView::State::draw_card(Context& context) {
    const Sizes& s = sizes();
    const WalkColumn& column = walk.columns[walk.stops[at].column];
    const model::Card* shown = context.workspace().find(card());
    if (shown == nullptr) {
        text(column.name + " is empty", styled(text_size::kDisplay, Weight::Semibold));
        gap(s.md);
        paragraph("A place is free: " + column.next_words + " should be pulled next.",
                  styled(text_size::kTitle));
        return;
    }
    const CardFacts facts = make_facts(inputs(context), *shown, meeting);
    const CardFace& face = facts.face;
    const TextStyle quiet = styled(text_size::kHeading, Weight::Regular, theme().text_muted);
    const TextStyle value = styled(text_size::kTitle);
    text(face.key + (face.type.empty() ? "" : ", " + face.type), quiet);
    gap(s.xs);
    paragraph(face.title, styled(text_size::kDisplay, Weight::Semibold));
    gap(s.sm);
    if (!face.age_words.empty()) {
        chip(face.age_words, {.colours = &theme().age(look_of(face.age_state))});
        ImGui::SameLine(0, s.sm);
    }
    chip(report::class_words(face.service_class),
         {.colours = &theme().service_class(static_cast<ServiceClass>(face.service_class))});
    if (!face.due.empty()) {
        ImGui::SameLine(0, s.sm);
        chip("Due " + face.due,
             {.tone = face.due_state == DueState::Late ? Tone::Danger : Tone::Neutral,
              .icon = icons::kCalendar});
    }
    gap(s.md);
    const float left = 130.0f * s.scale;
    const TextStyle alarm =
        styled(text_size::kTitle, Weight::Semibold, theme().tone(Tone::Danger).ink);
    for (const std::string& blocker : facts.blockers)
        fact("Blocked", blocker, quiet, alarm, left);
    fact("DRI", dri_words(face), quiet, value, left);
    if (!facts.objective.empty()) fact("Objective", facts.objective, quiet, value, left);
    if (!facts.due.empty()) fact("Due", facts.due, quiet, value, left);
    fact("Age", age_line(face), quiet, value, left);
    if (const std::string when = likely(context); !when.empty())
        fact("Likely done", when, quiet, value, left);
    if (!facts.next_step.empty()) {
        fact("Next step",
             facts.next_step + " (" + std::to_string(face.done) + " of " +
                 std::to_string(face.total) + " done)",
             quiet, value, left);
    }
    if (!facts.last_move.empty()) fact("Last move", facts.last_move, quiet, value, left);
    for (const std::string& line : facts.written)
        fact("Today", line, quiet, value, left);
    for (const std::string& line : facts.comments)
        fact("Comment", line, quiet, value, left);
}

void StandupView::State::draw_column(Context& context) {
    const Sizes& s = sizes();
    const WalkColumn& column = walk.columns[walk.stops[at].column];
    const TextStyle body = styled(text_size::kHeading);
    text_ellipsis(column.name, styled(text_size::kTitle, Weight::Semibold));
    const Tone tone = column.is_full ? Tone::Warning : Tone::Neutral;
    text(column.fill + (column.room_words.empty() ? "" : ", " + column.room_words),
         styled(text_size::kHeading, Weight::Regular, theme().tone(tone).ink));
    if (!column.in_process)
        paragraph("Options: what may be pulled next, in this order.",
                  styled(text_size::kHeading, Weight::Regular, theme().text_muted));
    if (column.next) {
        gap(s.xs);
        paragraph("Pull next: " + column.next_words, body);
    }
    gap(s.sm);
    separator();
    gap(s.sm);
    std::optional<std::size_t> chosen;
    for (std::size_t i = 0; i < walk.stops.size(); ++i) {
        const WalkStop& one = walk.stops[i];
        const model::Card* shown = context.workspace().find(one.card);
        if (one.column != walk.stops[at].column || shown == nullptr) continue;
        const std::string key = model::key_of(context.workspace(), *shown);
        const std::string id = "stop:" + key;
        const std::string words = key + " " + shown->title;
        const std::string age = std::to_string(one.age_days) + " d";
        const TextStyle number =
            styled(text_size::kHeading, Weight::Regular,
                   one.beyond_sle ? theme().age(AgeState::Beyond).ink : theme().text_muted);
        // A long title takes a second line before it is cut.
        const float ends = s.sm + text_width(age, number) + s.lg + s.xs + s.sm;
        const float inner = std::max(1.0f, width_left() - s.sm - ends);
        const float tall = wrap_height(words, body, inner, 2);
        const RowState row =
            list_row(id.c_str(), words, i == at, std::max(s.row, tall + 2.0f * s.sm));
        if (row.pressed) chosen = i;
        ImDrawList& list = *ImGui::GetWindowDrawList();
        const float y = (row.min.y + row.max.y) * 0.5f;
        float right = row.max.x - s.sm - text_width(age, number);
        draw_text_middle(list, {right, y}, age, number);
        if (one.blocked || one.beyond_sle) {
            right -= s.lg + s.xs;
            draw_icon(list, {right + s.sm, y}, one.blocked ? icons::kBlocked : icons::kAlert,
                      theme().tone(Tone::Danger).ink);
        }
        draw_wrapped(list, {row.min.x + s.sm, y - tall * 0.5f}, words, body, inner, 2);
        if (i == at) scroll_into_view(row.min, row.max);
    }
    if (chosen) focus(context, *chosen);
}

}  // namespace throughline::gui::standup
