#include <algorithm>

#include "app/gui/board/board_state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/notice.h"
#include "app/gui/widgets/text.h"
#include "core/base/text.h"

namespace throughline::gui::board {
namespace {

// Why a drop is refused; the whole sentence stands beside the card being dragged.
std::string brief_refusal(const rules::Refusal& refusal) {
    if (refusal.rule == "gate_open") return "gate open";
    if (refusal.rule == "not_ready") return "not ready";
    if (refusal.rule == "brief_missing") return "needs a brief";
    if (refusal.rule != "wip_limit") return "not allowed";
    if (refusal.subject.starts_with("person:")) return "DRI is full";
    if (refusal.subject == "board") return "board is full";
    return refusal.subject == "expedite-lane" ? "lane is full" : "full";
}

}  // namespace

void BoardView::State::press_card(model::CardId card, ImVec2 min, ImVec2 size, bool double_click,
                                  Context& context) {
    const ImGuiIO& io = ImGui::GetIO();
    by_keyboard = false;
    refused.reset();
    if (double_click && !io.KeyCtrl && !io.KeyShift) {
        select_only(card);
        later.emplace_back([card](Context& c) { c.open_card(card); });
        drag = {};
        return;
    }
    if (io.KeyCtrl) {
        select_also(card);
    } else if (io.KeyShift) {
        select_range(card);
    } else if (!is_selected(card)) {
        select_only(card);
    }
    cursor = card;
    const ImVec2 mouse = ImGui::GetMousePos();
    drag = {.armed = !io.KeyCtrl && !io.KeyShift,
            .pick_one = true,
            .card = card,
            .grab = {mouse.x - min.x, mouse.y - min.y},
            .size = size};
    (void)context;
}

void BoardView::State::begin_drag_if_moved() {
    if (!drag.armed || drag.active || !ImGui::IsMouseDragging(ImGuiMouseButton_Left)) return;
    drag.active = true;
    drag.cards = in_board_order(model, is_selected(drag.card)
                                           ? std::span<const model::CardId>(selected)
                                           : std::span<const model::CardId>(&drag.card, 1));
}

// Called by each cell: the pointer is over it, so a drop would go here.
void BoardView::State::take_spot(std::size_t lane, std::size_t column, const CellLayout& cell,
                                 ImVec2 origin, ImVec2 min, ImVec2 max) {
    const ImVec2 mouse = ImGui::GetMousePos();
    if (!ImRect(min, max).Contains(mouse)) return;
    drag.spot = Spot{lane, column, cell.spot_at(mouse.y - origin.y)};
}

const Preview& BoardView::State::preview(Context& context, std::size_t column) {
    const auto [found, added] = drag.previews.try_emplace(column);
    Preview& preview = found->second;
    if (!added) return preview;
    const ColumnHead& head = model.columns()[column];
    const rules::Verdict verdict =
        context.desk().preview(rules::MoveCards{.cards = drag.cards, .to = head.id});
    preview.allowed = verdict.ok();
    if (!verdict) {
        preview.words = verdict.error().reason;
        preview.brief = brief_refusal(verdict.error());
        return preview;
    }
    const auto all = [&](auto stands) {
        return std::all_of(drag.cards.begin(), drag.cards.end(), [&](model::CardId id) {
            return stands(*context.workspace().find(context.workspace().find(id)->column));
        });
    };
    const rules::Fill fill = rules::governing_fill(context.workspace(), head.id);
    if (all([&](const model::Column& from) { return from.id == head.id; })) {
        preview.words = "another place in the same column";
        preview.brief = "stands here";
    } else if (head.group &&
               all([&](const model::Column& from) { return from.group == head.group; })) {
        // Between the halves no place is taken and none becomes free.
        preview.words = "keeps its place in " + head.group_name;
        preview.brief = "keeps its place";
    } else {
        preview.words = fill.limit ? "room for " + std::to_string(*fill.room()) : "no limit";
        preview.brief = preview.words;
    }
    return preview;
}

void BoardView::State::finish_drag(Context& context) {
    if (drag.armed && !drag.active) begin_drag_if_moved();
    if (!drag.armed) return;
    if (drag.active && ImGui::IsKeyPressed(ImGuiKey_Escape, false)) {
        drag = {};
        return;
    }
    if (ImGui::IsMouseDown(ImGuiMouseButton_Left)) return;
    const Drag done = std::exchange(drag, {});
    if (!done.active) {
        if (done.pick_one) select_only(done.card);
        return;
    }
    if (!done.spot || is_where_it_was(model, done.cards, *done.spot)) return;
    later.emplace_back([this, done, y = ImGui::GetMousePos().y](Context& c) {
        drop_y = y;
        drop(c, *done.spot, done.cards);
        drop_y = 0.0f;
    });
    (void)context;
}

void BoardView::State::drop(Context& context, const Spot& spot,
                            const std::vector<model::CardId>& cards) {
    if (spot.column >= model.columns().size() || spot.lane >= model.lanes().size()) return;
    const rules::MoveCards move = move_to(model, context.workspace(), cards, spot);
    std::optional<model::TextMap> edit;
    if (model.lane_kind() != LaneKind::None) {
        const auto from = model.find(cards.front());
        if (from && from->lane != spot.lane)
            edit = lane_edit(context.workspace(), model.lane_kind(), model.lanes()[spot.lane]);
    }
    run_move(context, move, spot.column, edit);
}

// Runs the move; a refusal is shown at the column, and the cards stay where they were.
void BoardView::State::run_move(Context& context, const rules::MoveCards& move, std::size_t column,
                                const std::optional<model::TextMap>& edit) {
    refused.reset();
    rules::Verdict verdict = context.run(move, Context::At::Caller);
    if (verdict && edit && !edit->empty()) {
        for (const model::CardId card : move.cards) {
            if (verdict)
                verdict =
                    context.run(rules::EditCard{.card = card, .set = *edit}, Context::At::Caller);
        }
    }
    if (!verdict) {
        RefusedMove no{.refusal = verdict.error(), .move = move, .column = column};
        if (column < frames.size()) {
            // Beside the place of the drop; after a move by keys beside the card, which stays.
            const bool dropped = drop_y > frames[column].min.y && drop_y < frames[column].max.y;
            const float y = dropped ? drop_y - sizes().xxl : frames[column].min.y;
            no.min = {frames[column].min.x, y};
            no.max = {frames[column].max.x, y + sizes().xxl * 2.0f};
            if (!dropped) no.beside = move.cards.front();
        }
        refused = no;
        return;
    }
    if (move.cards.empty()) return;
    if (std::none_of(selected.begin(), selected.end(),
                     [&](model::CardId id) { return id == move.cards.front(); }))
        select_only(move.cards.front());
    cursor = move.cards.front();
    reveal = cursor;
    reveal_frames = 3;
}

void BoardView::State::draw_refused(Context& context) {
    if (!refused) return;
    const RefusedMove& no = *refused;
    const model::Workspace& workspace = context.workspace();
    const std::string title = palette::name_cards(workspace, no.move.cards) + " stays where it was";
    const std::string title_many =
        palette::name_cards(workspace, no.move.cards) + " stay where they were";
    std::vector<NoticeAction> buttons;
    const bool can_override = palette::may_override(context.desk(), no.refusal);
    if (can_override)
        buttons.push_back({.id = "override", .label = "Override…", .kind = ButtonKind::Secondary});
    // What would free a place is shown on the board; what the card itself lacks, in its panel.
    const model::CardId named = card_named_in(workspace, no.refusal.remedy);
    const model::Card* other = workspace.find(named ? named : no.refusal.card);
    const bool itself = other != nullptr && std::find(no.move.cards.begin(), no.move.cards.end(),
                                                      other->id) != no.move.cards.end();
    const std::string show =
        other != nullptr ? (itself ? "Open " : "Show ") + model::key_of(workspace, *other) : "";
    const bool brief = itself && !other->has_brief();
    if (brief)
        buttons.push_back({.id = "brief", .label = "Add a brief", .kind = ButtonKind::Primary});
    if (other != nullptr) buttons.push_back({.id = "show", .label = show});
    ImVec2 min = no.min;
    ImVec2 max = no.max;
    if (!no.beside && no.column < frames.size() && frames[no.column].max.x > 0.0f) {
        min.x = frames[no.column].min.x;
        max.x = frames[no.column].max.x;
    }
    const int pressed = floating_notice("refused-move",
                                        {.tone = Tone::Danger,
                                         .title = no.move.cards.size() == 1 ? title : title_many,
                                         .text = no.refusal.reason,
                                         .remedy = no.refusal.remedy,
                                         .icon = icons::kLock,
                                         .actions = buttons,
                                         .closable = true,
                                         .focus = std::exchange(refused->wants_keyboard, false)},
                                        min, max);
    const bool escaped =
        !drag.active && has_keyboard && ImGui::IsKeyPressed(ImGuiKey_Escape, false);
    if (pressed == kNoticeClosed || escaped) {
        refused.reset();
    } else if (pressed >= 0) {
        const std::string_view id = buttons[static_cast<std::size_t>(pressed)].id;
        const RefusedMove kept = *refused;
        refused.reset();
        if (id == "override") acts.ask_override(kept.move, kept.move.cards, kept.refusal);
        if (id == "show" && !itself) go_to(other->id, false);
        if (id == "show" && itself)
            later.emplace_back([card = other->id](Context& c) { c.open_card(card); });
        if (id == "brief")
            later.emplace_back([card = other->id](Context& c) { c.attach_brief(card); });
    }
}

void BoardView::State::draw_ghost(Context& context) {
    if (!drag.active) return;
    const model::Card* card = context.workspace().find(drag.card);
    if (card == nullptr) return;
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    const Sizes& s = sizes();
    ImDrawList& list = *ImGui::GetForegroundDrawList();
    const ImVec2 mouse = ImGui::GetMousePos();
    const ImVec2 min{mouse.x - drag.grab.x, mouse.y - drag.grab.y};
    const ImVec2 max{min.x + drag.size.x, min.y + drag.size.y};
    const std::size_t more = drag.cards.size() - 1;
    for (std::size_t i = std::min<std::size_t>(more, 2); i > 0; --i) {
        const float off = static_cast<float>(i) * (s.xs + s.xxs);
        draw_shadow(list, {min.x + off, min.y + off}, {max.x + off, max.y + off}, s.radius_card, 3);
        list.AddRectFilled({min.x + off, min.y + off}, {max.x + off, max.y + off}, theme().card,
                           s.radius_card);
        list.AddRect({min.x + off, min.y + off}, {max.x + off, max.y + off}, theme().accent,
                     s.radius_card, 0, s.hair);
    }
    draw_card(list, min, max, face(context, *card), {.lifted = true});
    if (more > 0) {
        const std::string count = std::to_string(drag.cards.size()) + " cards";
        draw_chip(list, {max.x - chip_size(count).x - s.sm, min.y - s.chip * 0.5f}, count,
                  {.tone = Tone::Accent});
    }
    if (!drag.spot) return;
    // Whether there is room is said before the drop.
    const Preview& words = preview(context, drag.spot->column);
    const ToneColours& c = theme().tone(words.allowed ? Tone::Success : Tone::Danger);
    const TextStyle style{.size = text_size::kSmall, .weight = Weight::Semibold, .colour = c.ink};
    const std::string line = (words.allowed ? "" : "Refused: ") + words.words;
    const float most = 300.0f * s.scale;
    const float width = std::min(text_width(line, style), most);
    const ImVec2 box{width + s.xl + s.md,
                     std::max(wrap_height(line, style, width) + s.sm, s.control_small)};
    const ImVec2 view = ImGui::GetMainViewport()->Size;
    const ImVec2 at{std::min(min.x, view.x - box.x - s.sm),
                    std::min(max.y + s.sm + (more > 0 ? s.md : 0.0f), view.y - box.y - s.sm)};
    draw_shadow(list, at, {at.x + box.x, at.y + box.y}, s.radius);
    list.AddRectFilled(at, {at.x + box.x, at.y + box.y}, theme().surface_raised, s.radius);
    list.AddRect(at, {at.x + box.x, at.y + box.y}, c.edge, s.radius, 0, s.hair);
    draw_icon(list, {at.x + s.md, at.y + s.control_small * 0.5f},
              words.allowed ? icons::kCheck : icons::kLock, c.ink, text_size::kIconSmall);
    draw_wrapped(list, {at.x + s.xl, at.y + s.xs + s.hair}, line, style, width + s.hair);
}

}  // namespace throughline::gui::board
