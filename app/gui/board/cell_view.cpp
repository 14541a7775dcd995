#include <algorithm>
#include <cmath>

#include "app/gui/board/board_state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/menu.h"
#include "app/gui/widgets/testing.h"
#include "app/gui/widgets/text.h"

namespace throughline::gui::board {
namespace {

void draw_dashes(ImDrawList& list, ImVec2 from, ImVec2 to, ImU32 ink) {
    const float step = sizes().sm;
    if (from.y == to.y) {
        for (float x = from.x; x < to.x; x += step)
            list.AddLine({x, from.y}, {std::min(x + step * 0.6f, to.x), from.y}, ink, sizes().hair);
    } else {
        for (float y = from.y; y < to.y; y += step)
            list.AddLine({from.x, y}, {from.x, std::min(y + step * 0.6f, to.y)}, ink, sizes().hair);
    }
}

void draw_dashed_box(ImDrawList& list, ImVec2 min, ImVec2 max, ImU32 ink) {
    draw_dashes(list, min, {max.x, min.y}, ink);
    draw_dashes(list, {min.x, max.y}, max, ink);
    draw_dashes(list, min, {min.x, max.y}, ink);
    draw_dashes(list, {max.x, min.y}, max, ink);
}

// The line after the Nth card, with the number at its end.
void draw_wip_line(ImDrawList& list, float left, float right, float y, const ColumnHead& head,
                   bool passed) {
    const Sizes& s = sizes();
    const ToneColours& c = theme().tone(passed ? Tone::Danger : Tone::Neutral);
    const std::string words = (passed ? "over " : "") + head.line_words;
    const TextStyle style{
        .size = text_size::kCaption - 1.0f, .weight = Weight::Semibold, .colour = c.ink};
    const float width = text_width(words, style) + s.md;
    const float pill = right - width;
    list.AddRectFilled({left, y - s.hair}, {pill - s.xs, y + s.hair},
                       passed ? c.fill : theme().border_strong, s.hair);
    const float half = s.badge * 0.5f;
    list.AddRectFilled({pill, y - half}, {right, y + half}, passed ? c.soft : theme().column, half);
    if (passed) list.AddRect({pill, y - half}, {right, y + half}, c.edge, half, 0, s.hair);
    draw_text_middle(list, {pill + s.xs + s.xxs, y}, words, style);
}

void draw_insertion(ImDrawList& list, float left, float right, float y, bool allowed) {
    const Sizes& s = sizes();
    const ImU32 ink = allowed ? theme().accent : theme().tone(Tone::Danger).fill;
    list.AddRectFilled({left, y - s.hair - 0.5f}, {right, y + s.hair + 0.5f}, ink, s.hair);
    list.AddCircleFilled({left + s.hair, y}, s.xs, ink);
    if (!allowed) draw_icon(list, {right - s.sm, y}, icons::kLock, ink, text_size::kIconSmall);
}

}  // namespace

// Cards of one cell from `origin` down; `view` are the upper and lower edge of what can be seen.
// Result: the height.
float BoardView::State::draw_cell(Context& context, std::size_t lane, std::size_t column,
                                  ImVec2 origin, float width, ImVec2 view, std::size_t most) {
    const model::Workspace& workspace = context.workspace();
    const Cell& cell = model.cell(lane, column);
    const Sizes& s = sizes();
    const CellLayout& tops = layout.cell(
        lane, column, cell, [&](model::CardId card) { return measure(workspace, card, width); });
    const float between = s.sm + s.xxs;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (reveal) {
        const auto found = std::find(cell.cards.begin(), cell.cards.end(), reveal);
        if (found != cell.cards.end()) {
            const auto i = static_cast<std::size_t>(found - cell.cards.begin());
            scroll_into_view({origin.x, origin.y + tops.tops[i]},
                             {origin.x + width, origin.y + tops.tops[i + 1]}, s.sm);
        }
    }
    const auto [first, last] = tops.visible(view.x - origin.y, view.y - origin.y);
    for (std::size_t i = first; i < std::min(last, most); ++i) {
        const model::Card* card = workspace.find(cell.cards[i]);
        if (card == nullptr) continue;
        const ImVec2 min{origin.x, origin.y + tops.tops[i]};
        const ImVec2 max{origin.x + width, origin.y + tops.tops[i + 1] - between};
        draw_card_item(context, *card, min, max, cell.line_at && i >= *cell.line_at);
    }
    float height = tops.tops[std::min(cell.cards.size(), most)];
    const ColumnHead& head = model.columns()[column];
    if (!cell.line_at || *cell.line_at >= cell.cards.size())
        height += draw_free_places(context, column, origin, width, origin.y + height);
    if (cell.line_at) {
        const bool passed = *cell.line_at < cell.cards.size();
        const float y = passed ? origin.y + tops.tops[*cell.line_at] - between * 0.5f
                               : origin.y + height + s.xxs;
        draw_wip_line(list, origin.x, origin.x + width, y, head, passed);
        if (!passed) height += s.lg;
    }
    if (cell.cards.empty() && lane == 0 && model.lane_kind() == LaneKind::None)
        draw_empty_hint(column, {origin.x, origin.y + height}, width);
    if (drag.active) {
        const ColumnFrame& frame = frames[column];
        const float bottom =
            model.lane_kind() == LaneKind::None ? frame.max.y : origin.y + std::max(height, s.xxl);
        take_spot(lane, column, tops, origin,
                  {frame.min.x,
                   std::max(view.x - s.xxl * 2.0f,
                            model.lane_kind() == LaneKind::None ? frame.min.y : origin.y - s.sm)},
                  {frame.max.x, bottom});
        if (drag.spot && drag.spot->lane == lane && drag.spot->column == column) {
            const float at = tops.tops.empty()
                                 ? 0.0f
                                 : tops.tops[std::min(drag.spot->index, tops.tops.size() - 1)];
            draw_insertion(list, origin.x, origin.x + width, origin.y + at - between * 0.5f,
                           preview(context, column).allowed);
        }
    }
    return height;
}

void BoardView::State::draw_card_item(Context& context, const model::Card& card, ImVec2 min,
                                      ImVec2 max, bool over) {
    const ImRect rect(min, max);
    if (refused && refused->beside == card.id) {
        refused->min = min;
        refused->max = max;
    }
    ImGui::PushOverrideID(
        ImHashData(&card.id.value, sizeof card.id.value, ImGui::GetCurrentWindow()->ID));
    const ImGuiID id = ImGui::GetID("card");
    const bool added = ImGui::ItemAdd(rect, id, nullptr, ImGuiItemFlags_NoNav);
    bool hovered = false;
    bool held = false;
    if (added)
        ImGui::ButtonBehavior(rect, id, &hovered, &held,
                              static_cast<ImGuiButtonFlags>(ImGuiButtonFlags_MouseButtonLeft) |
                                  ImGuiButtonFlags_PressedOnClick | ImGuiButtonFlags_NoNavFocus);
    const CardFace& shown = face(context, card);
    if (test_hooks_on()) test_id("card:" + shown.key);
    if (added && ImGui::IsItemActivated())
        press_card(card.id, min, rect.GetSize(), ImGui::IsMouseDoubleClicked(0), context);
    if (hovered && ImGui::IsMouseClicked(ImGuiMouseButton_Right)) {
        if (!is_selected(card.id)) select_only(card.id);
        menu_card = card.id;
        wants_menu = true;
    }
    if (hovered && !drag.armed) tooltip(card_tooltip(shown));
    ImGui::PopID();
    if (!added) return;
    const bool dragged =
        drag.active && std::find(drag.cards.begin(), drag.cards.end(), card.id) != drag.cards.end();
    const bool has_cursor = has_keyboard && by_keyboard && cursor == card.id;
    if (has_cursor) set_keyboard_place({id, min, max});
    draw_card(*ImGui::GetWindowDrawList(), min, max, shown,
              {.selected = is_selected(card.id),
               .hovered = hovered && !drag.active,
               .cursor = has_cursor,
               .away = dragged,
               .next = model.is_next(card.id),
               .pending = context.desk().is_pending(card.id.value),
               .over = over});
}

// Where a place is free, and which card should be pulled into it.
float BoardView::State::draw_free_places(Context& context, std::size_t column, ImVec2 origin,
                                         float width, float y) {
    const ColumnHead& head = model.columns()[column];
    const int room = head.free_places.value_or(0);
    if (room <= 0) return 0.0f;
    const Sizes& s = sizes();
    const float height = s.control + s.xs;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 min{origin.x + s.hair, y};
    const ImVec2 max{origin.x + width - s.hair, y + height};
    const std::string places = room == 1 ? "1 place free" : std::to_string(room) + " places free";
    ImGui::SetCursorScreenPos(min);
    const Pressable item =
        press_item("pull", head.next ? "Pull " + head.next_key : places, {max.x - min.x, height});
    if (test_hooks_on()) test_id("pull:" + head.handle);
    if (head.next && item.pressed) {
        const rules::MoveCards move{.cards = {head.next}, .to = head.id};
        later.emplace_back(
            [this, move, column](Context& c) { run_move(c, move, column, std::nullopt); });
    }
    const bool lit = item.hovered && head.next;
    if (lit) list.AddRectFilled(min, max, theme().hover, s.radius_card);
    draw_dashed_box(list, min, max, lit ? theme().accent : theme().border_strong);
    focus_ring_of(item, s.radius_card);
    const float mid = (min.y + max.y) * 0.5f;
    float x = min.x + s.md;
    x += draw_text_middle(list, {x, mid}, places,
                          {.size = text_size::kSmall, .colour = theme().text_muted}) +
         s.sm;
    if (head.next) {
        const std::string words = "Pull " + head.next_key;
        const TextStyle style = tone_style(Tone::Accent, text_size::kSmall, Weight::Semibold);
        const float used = std::min(text_width(words, style), max.x - s.md - x);
        draw_text_middle(list, {max.x - s.md - used, mid}, words, style, used);
        if (const model::Card* card = context.workspace().find(head.next))
            tooltip("Should come next: " + card->title, "P");
    }
    return height + s.sm;
}

void BoardView::State::draw_empty_hint(std::size_t column, ImVec2 origin, float width) const {
    const ColumnHead& head = model.columns()[column];
    std::string_view words = "Nothing stands here.";
    if (model.is_filtered()) {
        words = "No card here passes the filter.";
    } else if (column == 0) {
        words = "Accepted requests arrive here.";
    } else if (head.next) {
        words = {};
    } else if (head.delivery_edge) {
        words = "What is delivered comes here.";
    }
    const TextStyle style{.size = text_size::kSmall, .colour = theme().text_faint};
    draw_wrapped(*ImGui::GetWindowDrawList(), {origin.x + sizes().md, origin.y + sizes().md}, words,
                 style, width - 2.0f * sizes().md);
}

}  // namespace throughline::gui::board
