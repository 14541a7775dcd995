#include <algorithm>

#include "app/gui/card/panel_state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/chip.h"
#include "core/base/text.h"
#include "imgui_internal.h"

namespace throughline::gui::card {
namespace {

// The handle being typed after an @ at the end of the text; absent when there is none.
std::optional<std::string> mention_at_end(std::string_view text) {
    const std::size_t at = text.rfind('@');
    if (at == std::string_view::npos || (at > 0 && text[at - 1] != ' ' && text[at - 1] != '\n'))
        return std::nullopt;
    const std::string_view word = text.substr(at + 1);
    if (word.find_first_of(" \n") != std::string_view::npos) return std::nullopt;
    return std::string(word);
}

}  // namespace

void CardPanel::State::draw_comments(Context& context) {
    const Sizes& s = sizes();
    if (detail->comments.empty()) {
        text("Nothing has been said yet", heading_style());
        paragraph("Write @ and a name to address somebody.", muted_style());
        gap(s.sm);
    }
    for (const CommentRow& row : detail->comments) {
        ImGui::PushID(static_cast<int>(static_cast<unsigned>(row.id.value)));
        avatar({.name = row.who,
                .colour = static_cast<std::size_t>(row.colour),
                .size = s.avatar_small});
        ImGui::SameLine(0, s.sm);
        text(row.who, {.weight = Weight::Semibold});
        ImGui::SameLine(0, s.sm);
        text(row.when, caption_style());
        if (editing_comment == row.id) {
            text_area("edit-comment", texts["comment"].value, {.name = "Comment"}, 2, 8);
            if (button("save-comment", "Save",
                       {.kind = ButtonKind::Primary, .size = ButtonSize::Small})) {
                run("comment",
                    rules::EditComment{.comment = row.id, .text = texts["comment"].value});
                editing_comment = {};
            }
            ImGui::SameLine(0, s.sm);
            if (button("cancel-comment", "Cancel", {.size = ButtonSize::Small}))
                editing_comment = {};
        } else {
            paragraph(row.text);
            if (row.mine && link("edit-own", "Edit")) {
                editing_comment = row.id;
                texts["comment"].value = row.text;
            }
        }
        gap(s.sm);
        ImGui::PopID();
    }
    draw_new_comment(context);
}

CommentDraft* CardPanel::State::comment_draft(Context& context) {
    const auto found = std::find_if(comment_drafts.begin(), comment_drafts.end(),
                                    [&, author = context.desk().actor()](const CommentDraft& one) {
                                        return one.card == id && one.author == author;
                                    });
    return found == comment_drafts.end() ? nullptr : &*found;
}

void CardPanel::State::draw_new_comment(Context& context) {
    CommentDraft* kept = comment_draft(context);
    CommentDraft comment = kept != nullptr ? *kept : CommentDraft{context.desk().actor(), id, {}};
    const FieldResult typed = text_area("new-comment", comment.text,
                                        {.label = "Comment",
                                         .placeholder = "Say something; @name tells a person",
                                         .error = error("comment"),
                                         .focus = std::exchange(focus_comment, false)},
                                        2, 8);
    draw_mentions(context, comment.text);
    const bool ready = !trim(comment.text).empty();
    const bool sent =
        typed.active && ready && ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_Enter);
    if (button("send-comment", "Comment",
               {.kind = ButtonKind::Primary,
                .icon = icons::kSend,
                .shortcut = "Ctrl+Enter",
                .disabled = !ready,
                .disabled_why = "Write something first."}) ||
        sent) {
        send_comment(comment);
        if (sent) ImGui::ClearActiveID();
    }
    if (ready) {
        ImGui::SameLine(0, sizes().md);
        text("Not sent yet; kept as a draft", muted_style());
    }
    if (kept != nullptr) {
        kept->text = comment.text;
    } else if (!comment.text.empty()) {
        comment_drafts.push_back(comment);
    }
    std::erase_if(comment_drafts, [](const CommentDraft& one) { return one.text.empty(); });
}

// The draft goes once the comment is taken; what is refused stays to be mended.
void CardPanel::State::send_comment(const CommentDraft& comment) {
    run("comment",
        rules::AddComment{.card = comment.card, .text = std::string(trim(comment.text))});
    later.emplace_back([this, comment](Context&) {
        if (error("comment").empty()) std::erase(comment_drafts, comment);
    });
}

// People whose name fits what is typed after the @; a press puts the handle in.
void CardPanel::State::draw_mentions(Context& context, std::string& comment) {
    const std::optional<std::string> typed = mention_at_end(comment);
    if (!typed) return;
    const std::string folded = fold(*typed);
    int shown = 0;
    for (const model::Person& person : context.workspace().rows<model::Person>()) {
        const bool fits = folded.empty() || fold(person.handle).starts_with(folded) ||
                          fold(person.name).starts_with(folded);
        if (!person.active || !fits || person.handle == *typed) continue;
        if (++shown > 6) break;
        const std::string chip_id = "mention:" + person.handle;
        if (shown > 1) ImGui::SameLine(0, sizes().xs);
        if (chip_button(chip_id.c_str(), "@" + person.handle, false, {}, person.name)) {
            comment.resize(comment.size() - typed->size());
            comment += person.handle + " ";
            focus_comment = true;
        }
    }
}

void CardPanel::State::draw_history(Context& context) {
    const Sizes& s = sizes();
    history.follow(context.desk(), id);
    for (const HistoryRow& row : history.rows()) {
        avatar({.name = row.who,
                .colour = static_cast<std::size_t>(row.colour),
                .size = s.avatar_small});
        ImGui::SameLine(0, s.sm);
        text(row.who, {.weight = Weight::Semibold});
        ImGui::SameLine(0, s.sm);
        text(when_words(context.zone(), row.when, context.now()), caption_style());
        paragraph(row.act);
        gap(s.md);  // nearer to its own author than to the next
    }
    if (history.is_loading()) {
        text("Reading the journal…", muted_style());
    } else if (!history.is_complete()) {
        if (button("older", "Look further back",
                   {.size = ButtonSize::Small, .icon = icons::kHistory}))
            later.emplace_back([this](Context& c) { history.load_older(c.desk()); });
    } else if (history.rows().empty()) {
        text("Nothing is recorded for this card.", muted_style());
    }
}

}  // namespace throughline::gui::card
