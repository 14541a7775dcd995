// Blockers, and what the card is linked with: cards it waits for, its parent and children, the web.
#include "app/gui/card/panel_state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/choice.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/text.h"
#include "core/base/text.h"

#include "imgui.h"

#include <array>

namespace throughline::gui::card {
namespace {

enum class NewLink { Web, File, DependsOn, Parent };

TextStyle quiet() { return {.size = text_size::kSmall, .colour = theme().text_muted}; }

void draw_related(Context& context, std::string_view what, const RelatedCard& card) {
    text(what, quiet());
    ImGui::SameLine(0.0f, sizes().sm);
    if (link(("open-card:" + std::to_string(card.card.value)).c_str(), card.words)) context.open_card(card.card);
    ImGui::SameLine(0.0f, sizes().sm);
    text_ellipsis(card.state, quiet());
}

void draw_link(CardPanel::State& state, Context& context, const LinkRow& row) {
    ImGui::PushID(static_cast<int>(row.link.value & 0x7fffffff));
    const bool card = row.kind == model::LinkKind::DependsOn;
    icon(card ? icons::kHourglass : row.kind == model::LinkKind::File ? icons::kAttachment : icons::kLink, theme().text_muted, text_size::kIconSmall);
    ImGui::SameLine(0.0f, sizes().sm);
    if (card) {
        if (link("open-link", "Waits for " + row.title)) context.open_card(row.other);
    } else if (link("open-link", row.title, "Copy the address")) {
        context.copy_text(row.target.empty() ? row.title : row.target);
        context.toast({.text = "Address copied"});
    }
    ImGui::SameLine(0.0f, sizes().sm);
    text_ellipsis(row.target, quiet(), width_left() - button_height(ButtonSize::Small) - sizes().sm);
    align_right(button_height(ButtonSize::Small));
    if (icon_button("remove-link", icons::kClose, "Remove the link to " + row.title, {.kind = ButtonKind::Ghost, .size = ButtonSize::Small})) {
        state.run(rules::RemoveLink{row.link}, "links");
    }
    ImGui::PopID();
}

void take_card(CardPanel::State& state, Context& context, model::CardId other) {
    const auto done = [&state] { state.link_text.clear(); };
    if (state.link_kind == static_cast<int>(NewLink::DependsOn)) {
        state.run(rules::AddLink{.card = state.card, .kind = model::LinkKind::DependsOn, .other = other}, "links", done);
        return;
    }
    const model::Card* parent = context.workspace().find(other);
    if (parent != nullptr) state.run(rules::EditCard{state.card, {{"parent", model::key_of(context.workspace(), *parent)}}, ""}, "links", done);
}

void draw_card_search(CardPanel::State& state, Context& context) {
    const FieldResult result = text_field("link-card", state.link_text, {.placeholder = "Key or words of its title", .name = "Card to link", .icon = icons::kSearch});
    const auto matches = find_cards(context.workspace(), state.link_text, state.card);
    const bool enter = result.committed && ImGui::IsKeyPressed(ImGuiKey_Enter, false);
    if (enter && !matches.empty()) take_card(state, context, matches.front().card);
    for (const RelatedCard& match : matches) {
        const RowState row = list_row(("link-to:" + std::to_string(match.card.value)).c_str(), match.words, false);
        ImDrawList& list = *ImGui::GetWindowDrawList();
        const float middle = (row.min.y + row.max.y) * 0.5f;
        draw_text_middle(list, {row.min.x + sizes().md, middle}, match.words + " - " + match.state, body_style(), row.max.x - row.min.x - sizes().xl);
        if (row.pressed) take_card(state, context, match.card);
    }
    if (matches.empty() && !trim(state.link_text).empty()) text("No card has these words.", quiet());
}

void draw_add(CardPanel::State& state, Context& context) {
    constexpr std::array<ChoiceItem, 4> kKinds{ChoiceItem{.label = "Web"}, ChoiceItem{.label = "File"}, ChoiceItem{.label = "Waits for"}, ChoiceItem{.label = "Parent"}};
    if (segmented("link-kind", state.link_kind, kKinds, {.label = "Add a link"}).changed) state.link_text.clear();
    const auto kind = static_cast<NewLink>(state.link_kind);
    if (kind == NewLink::DependsOn || kind == NewLink::Parent) {
        draw_card_search(state, context);
        return;
    }
    const bool web = kind == NewLink::Web;
    if (begin_pair("new-link")) {
        text_field("link-target", state.link_text, {.placeholder = web ? "https://" : "Path of the file", .name = web ? "Address" : "Path"});
        next_cell();
        text_field("link-title", state.link_title, {.placeholder = "What it is called", .name = "Title of the link"});
        end_pair();
    }
    const bool empty = trim(state.link_text).empty();
    if (button("add-link", "Add link", {.icon = icons::kPlus, .disabled = empty, .disabled_why = web ? "Write the address first." : "Write the path first."})) {
        state.run(rules::AddLink{.card = state.card, .kind = web ? model::LinkKind::Web : model::LinkKind::File, .target = state.link_text, .title = state.link_title},
                  "links", [&state] {
                      state.link_text.clear();
                      state.link_title.clear();
                  });
    }
}

}  // namespace

void draw_blocks(CardPanel::State& state, Context& context) {
    const CardDetail& d = state.detail;
    section_header("Blockers", {}, d.blocks.empty() ? "None so far" : "");
    for (const BlockRow& row : d.blocks) {
        ImGui::PushID(static_cast<int>(row.block.value & 0x7fffffff));
        chip(row.open ? "Open" : "Cleared", {.tone = row.open ? Tone::Danger : Tone::Success, .icon = row.open ? icons::kBlocked : icons::kCheck});
        const float room = row.open ? button_width("Clear", {.size = ButtonSize::Small}) + sizes().md : 0.0f;
        ImGui::SameLine(0.0f, sizes().sm);
        text_ellipsis(row.title, body_style(), width_left() - room);
        if (row.open) {
            align_right(button_width("Clear", {.size = ButtonSize::Small}));
            if (button("clear-block", "Clear", {.size = ButtonSize::Small})) state.run(rules::UnblockCard{state.card, row.block}, "blocks");
        }
        paragraph(row.facts, quiet());
        if (row.waits_for && link("block-card", "Waits for " + row.waits_words)) context.open_card(row.waits_for);
        gap(sizes().sm);
        ImGui::PopID();
    }
    show_refusal(state, "blocks");
}

void draw_links(CardPanel::State& state, Context& context) {
    const CardDetail& d = state.detail;
    section_header("Links");
    if (d.parent) {
        draw_related(context, "Parent", *d.parent);
        align_right(button_height(ButtonSize::Small));
        if (icon_button("clear-parent", icons::kClose, "No parent", {.kind = ButtonKind::Ghost, .size = ButtonSize::Small})) {
            state.run(rules::EditCard{state.card, {{"parent", ""}}, ""}, "links");
        }
    }
    for (const RelatedCard& child : d.children) draw_related(context, "Child", child);
    for (const RelatedCard& other : d.waiting) draw_related(context, "Waited for by", other);
    for (const LinkRow& row : d.links) draw_link(state, context, row);
    draw_add(state, context);
    show_refusal(state, "links");
}

}  // namespace throughline::gui::card
