// Comments, newest last; "@" offers people to mention.
#include "app/gui/card/panel_state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/text.h"
#include "core/base/text.h"

#include "imgui.h"

namespace throughline::gui::card {
namespace {

void draw_comment(CardPanel::State& state, const CommentRow& row) {
    ImGui::PushID(static_cast<int>(row.comment.value & 0x7fffffff));
    avatar({.name = row.name, .colour = static_cast<std::size_t>(row.colour), .size = sizes().avatar_small});
    ImGui::SameLine(0.0f, sizes().sm);
    ImGui::BeginGroup();
    text(row.name, {.weight = Weight::Semibold});
    ImGui::SameLine(0.0f, sizes().sm);
    text_ellipsis(row.when, {.size = text_size::kSmall, .colour = theme().text_muted}, width_left() - button_height(ButtonSize::Small) - sizes().sm);
    if (row.own) {
        align_right(button_height(ButtonSize::Small));
        if (icon_button("comment-edit", icons::kEdit, "Edit comment", {.kind = ButtonKind::Ghost, .size = ButtonSize::Small})) {
            CommentDraft& draft = state.comments[state.card.value];
            draft = {row.text, row.comment};
            state.to_comment = true;
        }
    }
    paragraph(row.text);
    ImGui::EndGroup();
    gap(sizes().md);
    ImGui::PopID();
}

void draw_mentions(CardPanel::State& state, CommentDraft& draft) {
    const auto begin = mention_at_end(draft.text);
    if (!begin) return;
    const std::vector<Option> matches = mention_matches(state.detail.people, *begin);
    for (std::size_t i = 0; i < matches.size(); ++i) {
        const ChipStyle style{.icon = icons::kPerson};
        if (i > 0) flow(chip_size(matches[i].label, style).x);
        if (chip_button(("mention:" + matches[i].value).c_str(), matches[i].label, false, style, "Mention @" + matches[i].value)) {
            draft.text = complete_mention(draft.text, matches[i].value);
            state.to_comment = true;
        }
    }
}

void send(CardPanel::State& state, const CommentDraft& draft) {
    const std::int64_t card = state.card.value;
    const auto done = [&state, card] { state.comments.erase(card); };
    if (draft.editing) {
        state.run(rules::EditComment{draft.editing, draft.text}, "comment", done);
    } else {
        state.run(rules::AddComment{.card = state.card, .request = {}, .text = draft.text}, "comment", done);
    }
}

}  // namespace

void draw_comments(CardPanel::State& state, Context&) {
    const CardDetail& d = state.detail;
    section_header("Comments", d.comments.empty() ? "" : std::to_string(d.comments.size()));
    for (const CommentRow& row : d.comments) draw_comment(state, row);
    CommentDraft& draft = state.comments[state.card.value];
    const bool focus = std::exchange(state.to_comment, false);
    const FieldResult result = text_area("comment-text", draft.text,
                                         {.help = "@ mentions a person. Ctrl+Enter sends.", .placeholder = "Write a comment", .error = state.refusal("comment"), .name = "Comment", .focus = focus},
                                         2, 8);
    if (focus) scroll_item_into_view(sizes().xl);
    draw_mentions(state, draft);
    const bool empty = trim(draft.text).empty();
    const bool keys = result.active && ImGui::GetIO().KeyCtrl && ImGui::IsKeyPressed(ImGuiKey_Enter, false);
    const bool pressed = button("send-comment", draft.editing ? "Save comment" : "Comment",
                                {.kind = ButtonKind::Primary, .icon = icons::kSend, .shortcut = "Ctrl+Enter", .disabled = empty, .disabled_why = "Write something first."});
    if (draft.editing) {
        ImGui::SameLine(0.0f, sizes().sm);
        if (ghost_button("comment-cancel", "Cancel")) draft = {};
    }
    if ((pressed || keys) && !empty) send(state, draft);
}

}  // namespace throughline::gui::card
