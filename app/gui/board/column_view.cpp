#include <algorithm>
#include <cmath>

#include "app/gui/board/board_state.h"
#include "app/gui/board/marks.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/dialog.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/menu.h"
#include "app/gui/widgets/testing.h"
#include "app/gui/widgets/text.h"

namespace throughline::gui::board {
namespace {

float first_row() {
    return sizes().control_small;
}
float header_height() {
    return sizes().sm + first_row() + sizes().chip + sizes().sm + sizes().xxs;
}

Tone tone_of(FillState state) {
    switch (state) {
        case FillState::NoLimit:
        case FillState::Room: return Tone::Neutral;
        case FillState::Near: return Tone::Warning;
        case FillState::Full: return Tone::Info;
        case FillState::Over: return Tone::Danger;
    }
    return Tone::Neutral;
}

// Written from the bottom to the top; Dear ImGui has no turned text, so the letters are turned
// after.
void draw_text_upwards(ImDrawList& list, ImVec2 bottom, std::string_view line,
                       const TextStyle& style) {
    const int first = list.VtxBuffer.Size;
    draw_text_middle(list, bottom, line, style);
    for (int i = first; i < list.VtxBuffer.Size; ++i) {
        ImVec2& p = list.VtxBuffer[i].pos;
        p = {bottom.x + (p.y - bottom.y), bottom.y - (p.x - bottom.x)};
    }
}

void draw_column_ground(ImDrawList& list, const ColumnHead& head, ImVec2 pos, ImVec2 size) {
    const Theme& t = theme();
    const Sizes& s = sizes();
    // Columns of one group lie on one ground.
    const bool joined = head.group_size > 1;
    const float left = joined && !head.first_in_group ? s.md * 0.5f + s.hair : 0.0f;
    ImDrawFlags corners = ImDrawFlags_RoundCornersAll;
    float right = 0.0f;
    if (joined) {
        corners = head.first_in_group  ? ImDrawFlags_RoundCornersLeft
                  : head.last_in_group ? ImDrawFlags_RoundCornersRight
                                       : ImDrawFlags_RoundCornersNone;
        right = head.last_in_group ? 0.0f : s.md * 0.5f;
    }
    list.AddRectFilled({pos.x - left, pos.y}, {pos.x + size.x + right, pos.y + size.y}, t.column,
                       s.radius_lg, corners);
    // In high contrast grounds are alike, so the column has an outline.
    if (t.settings.high_contrast)
        list.AddRect({pos.x - left, pos.y}, {pos.x + size.x + right, pos.y + size.y}, t.border,
                     s.radius_lg, corners, s.hair);
    if (joined && !head.first_in_group) {
        const float x = pos.x - s.md * 0.5f;
        list.AddLine({x, pos.y + s.sm + first_row()}, {x, pos.y + size.y - s.md}, t.border, s.hair);
    }
}

}  // namespace

void BoardView::State::draw_column(Context& context, std::size_t column, ImVec2 pos, ImVec2 size) {
    const ColumnHead& head = model.columns()[column];
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const Sizes& s = sizes();
    ImGui::PushID(static_cast<int>(static_cast<unsigned>(head.id.value)));
    draw_column_ground(list, head, pos, size);
    draw_edges(column, pos, size.y);
    const ImRect rect(pos, {pos.x + size.x, pos.y + size.y});
    if (is_collapsed(column)) {
        draw_collapsed(context, column, pos, size);
        ImGui::PopID();
        return;
    }
    draw_header(context, column, pos, size.x);

    const float top = header_height();
    ImGui::SetCursorScreenPos({pos.x, pos.y + top});
    ImGui::BeginChild("cards", {size.x, size.y - top - s.xs}, ImGuiChildFlags_None,
                      ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBackground);
    const ImVec2 origin{pos.x + s.sm, ImGui::GetCursorScreenPos().y + s.sm + s.xxs};
    const ImRect clip = ImGui::GetCurrentWindow()->InnerRect;
    const float height =
        draw_cell(context, 0, column, origin, card_width(size.x), {clip.Min.y, clip.Max.y});
    if (drag.active && clip.Contains(ImGui::GetMousePos())) {
        const float mouse = ImGui::GetMousePos().y;
        if (mouse < clip.Min.y + s.xxl) ImGui::SetScrollY(ImGui::GetScrollY() - s.sm);
        if (mouse > clip.Max.y - s.xxl) ImGui::SetScrollY(ImGui::GetScrollY() + s.sm);
    }
    ImGui::SetCursorScreenPos({origin.x, origin.y + height + s.md});
    ImGui::Dummy({1.0f, 1.0f});
    ImGui::EndChild();

    // The column as a whole, for tests and as the target of a drop.
    ImGui::ItemAdd(rect, ImGui::GetID("column"), nullptr, ImGuiItemFlags_NoNav);
    if (test_hooks_on()) test_id("column:" + head.handle);
    if (drag.active) {
        const bool allowed = preview(context, column).allowed;
        const bool here = drag.spot && drag.spot->column == column;
        ImDrawList& over = *ImGui::GetForegroundDrawList();
        over.PushClipRect(ImGui::GetCurrentWindow()->ClipRect.Min,
                          ImGui::GetCurrentWindow()->ClipRect.Max);
        if (!allowed)
            over.AddRectFilled({rect.Min.x, rect.Min.y + top}, rect.Max,
                               fade(theme().column, 0.55f), s.radius_lg,
                               ImDrawFlags_RoundCornersBottom);
        const ImU32 edge = allowed ? theme().accent : theme().tone(Tone::Danger).edge;
        if (here) over.AddRect(rect.Min, rect.Max, edge, s.radius_lg, 0, s.focus_ring);
        over.PopClipRect();
    }
    ImGui::PopID();
}

void BoardView::State::draw_header(Context& context, std::size_t column, ImVec2 pos, float width) {
    const ColumnHead& head = model.columns()[column];
    const Sizes& s = sizes();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const bool grouped = head.group_size > 0;
    const float y1 = pos.y + s.sm + first_row() * 0.5f;
    const float y2 = pos.y + s.sm + first_row() + s.chip * 0.5f;
    float x = pos.x + s.md + s.xxs;
    float right = pos.x + width - s.sm;

    // The first row belongs to the group where there is one.
    const bool names_row = !grouped || head.first_in_group;
    ImGui::SetCursorScreenPos({right - s.control_small, pos.y + s.sm});
    if (icon_button("more", icons::kMore, "Column menu: " + head.full_name,
                    {.kind = ButtonKind::Ghost, .size = ButtonSize::Small}))
        open_menu("column-menu");
    draw_column_menu(context, column, ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
    right -= s.control_small + s.xxs;
    if (names_row) {
        const FillWords& fill = grouped ? head.group_fill : head.fill;
        right -= draw_fill(list, {right, y1}, fill) + s.xs;
        const TextStyle style{.size = text_size::kHeading, .weight = Weight::Semibold};
        if (!grouped) {
            draw_icon(list, {x + s.sm, y1}, kind_icon(head.kind), theme().text_muted);
            x += s.xl;
        }
        draw_text_middle(list, {x, y1}, grouped ? head.group_name : head.name, style, right - x);
    }
    x = pos.x + s.md + s.xxs;
    right = pos.x + width - s.md;
    if (head.expedites > 0) {
        const std::string words = "+" + std::to_string(head.expedites) + " expedite";
        const ChipStyle style{.icon = icons::kExpedite,
                              .colours = &theme().service_class(ServiceClass::Expedite)};
        right -= chip_size(words, style).x;
        draw_chip(list, {right, y2 - s.chip * 0.5f}, words, style);
        right -= s.sm;
    }
    if (grouped) {
        draw_icon(list, {x + s.sm, y2}, kind_icon(head.kind), theme().text_muted,
                  text_size::kIconSmall);
        x += s.xl - s.xxs;
        x += draw_text_middle(list, {x, y2}, head.name + "  " + head.fill.numbers,
                              {.size = text_size::kSmall,
                               .weight = Weight::Semibold,
                               .colour = theme().text_muted}) +
             s.sm;
    }
    draw_header_words(head, column, {x, y2}, right);
    // The header tells its policies to a resting pointer.
    ImGui::SetCursorScreenPos({pos.x + s.sm, pos.y + s.xs});
    const Pressable item =
        press_item("head", head.full_name, {width - s.control_small - s.xl, header_height() - s.sm},
                   ImGuiButtonFlags_None);
    if (item.focused) draw_focus_ring(item.min, item.max, s.radius);
    if (item.pressed) open_popover("policies");
    if (begin_popover("policies", item.min, item.max, 300.0f * s.scale)) {
        text(head.full_name, heading_style());
        text(kind_words(head.kind), muted_style());
        if (head.commitment_edge)
            paragraph("The commitment point: from here on the clock of cycle time runs.",
                      muted_style());
        if (head.delivery_edge)
            paragraph("The delivery point: what comes here is delivered.", muted_style());
        gap(s.xs);
        const auto say = [](std::string_view label, const std::string& words) {
            if (words.empty()) return;
            text(label, caption_style());
            paragraph(words, body_style());
        };
        say("To enter", head.entry_policy);
        say("To leave", head.exit_policy);
        if (!head.gate.empty()) text("Gate, to move forward", caption_style());
        for (const std::string& item_title : head.gate)
            text("·  " + item_title, body_style());
        if (head.entry_policy.empty() && head.exit_policy.empty() && head.gate.empty())
            paragraph("No policies are written down yet.", muted_style());
        if (link("column-settings", "Change in settings")) {
            later.emplace_back([](Context& c) { c.open_settings("columns"); });
            close_popover();
        }
        end_popover();
    } else if (item.hovered && !drag.active && (!head.entry_policy.empty() || !head.gate.empty())) {
        std::string words = head.entry_policy.empty() ? "" : "To enter: " + head.entry_policy;
        if (!head.gate.empty())
            words +=
                (words.empty() ? "Gate: " : "\nGate: ") + head.gate.front() +
                (head.gate.size() > 1 ? " and " + std::to_string(head.gate.size() - 1) + " more"
                                      : "");
        tooltip(words);
    }
}

// How full it is and what to do, in words; while dragging, whether there is room.
void BoardView::State::draw_header_words(const ColumnHead& head, std::size_t column, ImVec2 at,
                                         float right) {
    const Sizes& s = sizes();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const auto say = [&](const char* glyph, std::string_view words, ImU32 ink,
                         Weight weight = Weight::Regular) {
        float x = at.x;
        if (glyph != nullptr) {
            draw_icon(list, {x + s.sm, at.y}, glyph, ink, text_size::kIconSmall);
            x += s.lg + s.xxs;
        }
        draw_text_middle(list, {x, at.y}, words,
                         {.size = text_size::kCaption, .weight = weight, .colour = ink}, right - x);
    };
    if (drag.active) {
        const auto found = drag.previews.find(column);
        if (found != drag.previews.end()) {
            const ToneColours& c =
                theme().tone(found->second.allowed ? Tone::Success : Tone::Danger);
            say(found->second.allowed ? icons::kCheck : icons::kLock, found->second.brief, c.ink,
                Weight::Semibold);
        }
        return;
    }
    const FillWords& fill = head.group_size > 0 ? head.group_fill : head.fill;
    if (head.group_size > 0 && !head.first_in_group) return;
    switch (fill.state) {
        case FillState::Over:
        case FillState::Full:
        case FillState::Near:
            say(nullptr, fill.words, theme().tone(tone_of(fill.state)).ink, Weight::Semibold);
            return;
        case FillState::Room: say(nullptr, fill.words, theme().text_muted); return;
        case FillState::NoLimit: say(nullptr, head.entry_policy, theme().text_faint); return;
    }
}

void BoardView::State::draw_column_menu(Context& context, std::size_t column, ImVec2 min,
                                        ImVec2 max) {
    if (!begin_menu_at("column-menu", min, max)) return;
    const ColumnHead& head = model.columns()[column];
    if (menu_item("fold", "Fold column away", {.icon = icons::kChevronLeft, .shortcut = "F"}))
        collapsed_columns.insert(head.handle);
    if (menu_item("select-all", "Select all cards",
                  {.icon = icons::kSelectAll, .shortcut = "Ctrl+A"})) {
        select_all(model.cell(0, column).cards);
    }
    if (head.next && menu_item("pull", "Pull " + head.next_key + " here",
                               {.icon = icons::kArrowRight, .shortcut = "P"})) {
        const rules::MoveCards move{.cards = {head.next}, .to = head.id};
        later.emplace_back(
            [this, move, column](Context& c) { run_move(c, move, column, std::nullopt); });
    }
    menu_separator();
    if (menu_item("settings", "Limits, policies and gate", {.icon = icons::kSettings}))
        later.emplace_back([](Context& c) { c.open_settings("columns"); });
    (void)context;
    end_menu();
}

void BoardView::State::draw_collapsed(Context& context, std::size_t column, ImVec2 pos,
                                      ImVec2 size) {
    const ColumnHead& head = model.columns()[column];
    const Sizes& s = sizes();
    ImGui::SetCursorScreenPos(pos);
    const Pressable item = press_item("unfold", "Unfold " + head.full_name, size);
    if (item.pressed) collapsed_columns.erase(head.handle);
    tooltip("Unfold " + head.full_name, "F");
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (item.hovered) list.AddRectFilled(item.min, item.max, theme().hover, s.radius_lg);
    focus_ring_of(item, s.radius_lg);
    const float x = item.middle().x;
    draw_icon(list, {x, pos.y + s.xl}, icons::kChevronRight, theme().text_muted);
    const std::string count = std::to_string(head.count + head.expedites);
    const ImVec2 chip = chip_size(count);
    draw_chip(list, {x - chip.x * 0.5f, pos.y + s.xxl}, count, {.tone = tone_of(head.fill.state)});
    const std::string& words = head.full_name;
    const TextStyle style{.size = text_size::kBody, .weight = Weight::Semibold};
    draw_text_upwards(list, {x, pos.y + s.xxl + s.xl + s.md + text_width(words, style)}, words,
                      style);
    if (test_hooks_on()) test_id("column:" + head.handle);
    (void)context;
}

// The two points of the flow: a flag between the columns.
void BoardView::State::draw_edges(std::size_t column, ImVec2 pos, float height) const {
    const ColumnHead& head = model.columns()[column];
    if (column == 0 || (!head.commitment_edge && !head.delivery_edge)) return;
    const Sizes& s = sizes();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float x = pos.x - s.md * 0.5f;
    const ImU32 ink = theme().tone(head.commitment_edge ? Tone::Accent : Tone::Success).fill;
    for (float y = pos.y + s.xl; y < pos.y + height; y += s.sm)
        list.AddLine({x, y}, {x, y + s.xs}, ink, s.hair);
    const ImVec2 centre{x, pos.y + s.md};
    list.AddCircleFilled(centre, s.sm + s.hair, theme().bg);
    draw_icon(list, centre, head.commitment_edge ? icons::kFlag : icons::kRocket, ink,
              text_size::kIconSmall);
    const ImRect rect({x - s.sm, pos.y}, {x + s.sm, pos.y + s.xl});
    ImGui::ItemAdd(rect, ImGui::GetID("edge"), nullptr, ImGuiItemFlags_NoNav);
    tooltip(head.commitment_edge ? "Commitment point: the clock of cycle time starts here"
                                 : "Delivery point: the clock of cycle time stops here");
}

}  // namespace throughline::gui::board
