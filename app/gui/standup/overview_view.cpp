// Before the walk: what changed, promises to be answered, who carries how much.
#include "app/gui/standup/state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/notice.h"
#include "app/gui/widgets/progress.h"
#include "imgui.h"

namespace throughline::gui::standup {
namespace {

Tone tone_of(ChangeKind kind) {
    switch (kind) {
        case ChangeKind::Delivered: return Tone::Success;
        case ChangeKind::Started:
        case ChangeKind::MovedOn:
        case ChangeKind::New: return Tone::Info;
        case ChangeKind::MovedBack: return Tone::Warning;
        case ChangeKind::Blocked: return Tone::Danger;
        case ChangeKind::Unblocked: return Tone::Success;
        case ChangeKind::Left: return Tone::Neutral;
    }
    return Tone::Neutral;
}

Tone tone_of(model::CommitmentState state) {
    switch (state) {
        case model::CommitmentState::Open: return Tone::Neutral;
        case model::CommitmentState::Kept: return Tone::Success;
        case model::CommitmentState::Missed: return Tone::Danger;
        case model::CommitmentState::Dropped: return Tone::Warning;
    }
    return Tone::Neutral;
}

// "3 of 3, full, 1 blocked"
std::string load_words(const LoadRow& row, bool is_away) {
    std::string words = std::to_string(row.cards);
    if (row.limit) words += " of " + std::to_string(*row.limit);
    if (row.is_full()) words += row.is_over() ? ", over" : ", full";
    if (row.blocked > 0) words += ", " + std::to_string(row.blocked) + " blocked";
    return is_away ? words + ", away" : words;
}

}  // namespace

void StandupView::State::draw_overview(Context& context, ImVec2 size) {
    const Sizes& s = sizes();
    const model::Meeting* held = find_meeting(context);
    if (held != nullptr &&
        context.zone().day(held->started_at) < context.zone().day(context.now())) {
        const float top = ImGui::GetCursorScreenPos().y;
        (void)notice("old", {.tone = Tone::Warning,
                             .title = "This standup began on an earlier day and was not ended.",
                             .text = "End it with E; then a new one can begin."});
        size.y -= ImGui::GetCursorScreenPos().y - top;
    }
    const float width = (size.x - 2.0f * s.lg) / 3.0f;
    begin_panel("changes", {width, size.y});
    draw_changes();
    end_panel();
    ImGui::SameLine(0, s.lg);
    begin_panel("promises", {width, size.y});
    draw_promises(context);
    end_panel();
    ImGui::SameLine(0, s.lg);
    begin_panel("loads", {width, size.y});
    draw_loads(context);
    end_panel();
}

void StandupView::State::draw_changes() {
    const Sizes& s = sizes();
    paragraph("Since the last standup", styled(text_size::kTitle, Weight::Semibold));
    gap(s.sm);
    const TextStyle quiet = styled(text_size::kHeading, Weight::Regular, theme().text_muted);
    if (!comparing) {
        paragraph(
            "This is the first standup here. From the next one on this shows what was "
            "delivered, started, blocked and new in between.",
            quiet);
        return;
    }
    if (!comparing->failure.empty()) {
        paragraph("What changed cannot be read: " + comparing->failure, quiet);
        return;
    }
    if (!comparing->changes) {
        skeleton_lines(4);
        return;
    }
    if (comparing->changes->empty()) paragraph("Nothing has changed on the board.", quiet);
    std::optional<ChangeKind> kind;
    for (const Change& change : *comparing->changes) {
        if (kind != change.kind) {
            gap(s.md);
            chip(title_of(change.kind), {.tone = tone_of(change.kind)});
            gap(s.xs);
        }
        kind = change.kind;
        paragraph(
            change.key + " " + change.title + (change.detail.empty() ? "" : ", " + change.detail),
            styled(text_size::kHeading));
    }
}

void StandupView::State::draw_promises(Context& context) {
    const Sizes& s = sizes();
    paragraph("Commitments", styled(text_size::kTitle, Weight::Semibold));
    gap(s.sm);
    const std::vector<Promise> list = promises(context);
    if (list.empty()) {
        paragraph(
            "None is due. What somebody promised, at a card with C or in another meeting, is "
            "asked for here when its day has come.",
            styled(text_size::kHeading, Weight::Regular, theme().text_muted));
        return;
    }
    promise_at = std::min(promise_at, list.size() - 1);
    for (std::size_t i = 0; i < list.size(); ++i) {
        const Promise& one = list[i];
        const TextStyle style = styled(text_size::kHeading, Weight::Semibold);
        const std::string words =
            one.text + (one.card_key.empty() ? "" : " (" + one.card_key + ")");
        const float inner = width_left() - 2.0f * s.sm;
        const TextStyle body = styled(text_size::kHeading);
        const float height =
            line_height(style) + wrap_height(words, body, inner, 3) + s.chip + 4.0f * s.xs + s.sm;
        const std::string id = "promise:" + std::to_string(one.id.value);
        const RowState row =
            list_row(id.c_str(), one.who + ": " + one.text, i == promise_at, height);
        if (row.pressed) promise_at = i;
        ImDrawList& draw = *ImGui::GetWindowDrawList();
        float y = row.min.y + s.xs;
        const float x = row.min.x + s.sm;
        draw_text(draw, {x, y}, one.who + ", by " + one.due, style, inner);
        y += line_height(style) + s.xs;
        y += draw_wrapped(draw, {x, y}, words, body, inner, 3) + s.xs;
        const std::string state =
            std::string(model::name_of(one.state)) + (one.reason.empty() ? "" : ": " + one.reason);
        draw_chip(draw, {x, y}, state, {.tone = tone_of(one.state), .max_width = inner});
        if (i == promise_at && ImGui::IsWindowAppearing()) scroll_into_view(row.min, row.max);
    }
}

void StandupView::State::draw_loads(Context& context) {
    const Sizes& s = sizes();
    paragraph("Who carries how much", styled(text_size::kTitle, Weight::Semibold));
    paragraph("Cards in active columns, against each limit",
              styled(text_size::kSmall, Weight::Regular, theme().text_muted));
    gap(s.sm);
    const TextStyle style = styled(text_size::kHeading, Weight::Semibold);
    for (const LoadRow& row : loads(context.workspace())) {
        const Tone tone = row.is_over()   ? Tone::Danger
                          : row.is_full() ? Tone::Warning
                                          : Tone::Neutral;
        const TextStyle number =
            styled(text_size::kHeading, Weight::Regular, theme().tone(tone).ink);
        const std::string count = load_words(row, !meeting && away.contains(row.person));
        const float room = width_left();
        const float used = text_width(count, number);
        const float name = text_width(row.name, style) + s.avatar_small + 2.0f * s.sm;
        const float line = line_height(style);
        const bool beside = name + used <= room;  // else the count has a line of its own
        const ImVec2 from = place({room, (beside ? line : 2.0f * line) + s.xs});
        ImDrawList& draw = *ImGui::GetWindowDrawList();
        const float x = from.x + s.avatar_small + s.sm;
        const float y = from.y + line * 0.5f;
        draw_avatar(draw, {from.x + s.avatar_small * 0.5f, y},
                    {.name = row.name,
                     .colour = static_cast<std::size_t>(row.person.value) % kCategoryCount,
                     .size = s.avatar_small});
        draw_text_middle(draw, {x, y}, row.name, style, from.x + room - x);
        draw_text_middle(draw, beside ? ImVec2{from.x + room - used, y} : ImVec2{x, y + line},
                         count, number, beside ? 0.0f : from.x + room - x);
        if (row.limit && *row.limit > 0) {
            gap(s.xxs);
            progress_bar(static_cast<float>(row.cards) / static_cast<float>(*row.limit),
                         tone == Tone::Neutral ? Tone::Accent : tone);
        }
        gap(s.lg);
    }
}

}  // namespace throughline::gui::standup
