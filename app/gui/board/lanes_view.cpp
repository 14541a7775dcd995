#include <algorithm>

#include "app/gui/board/board_state.h"
#include "app/gui/board/marks.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/menu.h"
#include "app/gui/widgets/testing.h"
#include "app/gui/widgets/text.h"

namespace throughline::gui::board {
namespace {

// Lanes are for comparing: what is done shows its first few cards until asked for more.
constexpr std::size_t kMostDone = 3;
constexpr std::size_t kMostInProcess = 12;

float lane_header() {
    return sizes().control + sizes().xs;
}

// Result: folded or unfolded by a press.
bool draw_lane_header(const Lane& lane, bool folded, ImVec2 pos, float width) {
    const Sizes& s = sizes();
    ImGui::SetCursorScreenPos(pos);
    const Pressable item = press_item(lane.key.c_str(), lane.title, {width, lane_header()});
    if (test_hooks_on()) test_id("lane:" + lane.key);
    if (!item.visible) return item.pressed;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (item.hovered) list.AddRectFilled(item.min, item.max, theme().hover, s.radius);
    focus_ring_of(item, s.radius);
    const float y = item.middle().y;
    float x = pos.x + s.sm;
    draw_icon(list, {x + s.sm, y}, folded ? icons::kChevronRight : icons::kChevronDown,
              theme().text_muted);
    x += s.xl;
    if (lane.person) {
        draw_avatar(list, {x + s.avatar_small * 0.5f, y},
                    {.name = lane.title,
                     .colour = static_cast<std::size_t>(std::max(lane.category, 0)),
                     .size = s.avatar_small});
        x += s.avatar_small + s.sm;
    } else if (lane.category >= 0) {
        draw_category_dot(list, {x + s.xs, y}, s.xs + s.hair,
                          static_cast<std::size_t>(lane.category));
        x += s.lg;
    }
    const TextStyle title{.weight = Weight::Semibold};
    x += draw_text_middle(list, {x, y}, lane.title, title, std::max(s.xxl, width * 0.6f)) + s.sm;
    x += draw_badge(list, {x, y}, std::to_string(lane.count)) + s.sm;
    const std::string note =
        lane.only_done ? lane.note + (lane.note.empty() ? "" : ", ") + "all delivered" : lane.note;
    draw_text_middle(list, {x, y}, note, caption_style(), pos.x + width - s.sm - x);
    return item.pressed;
}

}  // namespace

bool BoardView::State::is_folded(const Lane& lane) const {
    return collapsed_lanes.contains(lane.key) ||
           (lane.only_done && !opened_lanes.contains(lane.key));
}

void BoardView::State::fold(const Lane& lane, bool folded) {
    if (folded) {
        if (!lane.only_done) collapsed_lanes.insert(lane.key);
        opened_lanes.erase(lane.key);
    } else {
        collapsed_lanes.erase(lane.key);
        opened_lanes.insert(lane.key);
    }
}

std::size_t BoardView::State::most_shown(const Lane& lane, std::size_t column) const {
    if (expanded_lanes.contains(lane.key)) return SIZE_MAX;
    return model.columns()[column].kind == model::ColumnKind::Done ? kMostDone : kMostInProcess;
}

void BoardView::State::draw_lanes(Context& context, ImVec2 size) {
    const Sizes& s = sizes();
    const model::Workspace& workspace = context.workspace();
    const float width = column_width(size.x - s.lg);
    const float wide = width - 2.0f * s.sm;
    layout.use(wide, s.scale, s.sm + s.xxs);
    const float folded_width = s.control + s.md;
    const auto column_size = [&](std::size_t i) { return is_collapsed(i) ? folded_width : width; };

    // Heads stay in sight above the lanes and follow their sideways scroll.
    const float head_height = s.sm + s.control_small + s.chip + s.sm + s.xs;
    ImGui::BeginChild("lane-heads", {size.x, head_height}, ImGuiChildFlags_NavFlattened,
                      ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse |
                          ImGuiWindowFlags_NoBackground);
    const ImVec2 head_at = ImGui::GetCursorScreenPos();
    float x = head_at.x + s.lg - lanes_scroll_x;
    for (std::size_t i = 0; i < model.columns().size(); ++i) {
        const float w = column_size(i);
        frames[i] = {.min = {x, head_at.y},
                     .max = {x + w, head_at.y + size.y},
                     .collapsed = is_collapsed(i)};
        ImGui::PushID(static_cast<int>(static_cast<unsigned>(model.columns()[i].id.value)));
        ImGui::GetWindowDrawList()->AddRectFilled(
            {x, head_at.y}, {x + w, head_at.y + head_height - s.xs}, theme().column, s.radius_lg);
        if (is_collapsed(i)) {
            ImGui::SetCursorScreenPos({x, head_at.y});
            const Pressable item = press_item("unfold", "Unfold " + model.columns()[i].full_name,
                                              {w, head_height - s.xs});
            if (item.pressed) collapsed_columns.erase(model.columns()[i].handle);
            tooltip("Unfold " + model.columns()[i].full_name, "F");
            draw_icon(*ImGui::GetWindowDrawList(), item.middle(), icons::kChevronRight,
                      theme().text_muted);
        } else {
            draw_header(context, i, {x, head_at.y}, w);
        }
        ImGui::PopID();
        x += w + s.md;
    }
    const float total_width = x - (head_at.x - lanes_scroll_x) + s.xs;
    ImGui::EndChild();

    ImGui::BeginChild("lane-body", {size.x, size.y - head_height}, ImGuiChildFlags_NavFlattened,
                      ImGuiWindowFlags_HorizontalScrollbar | ImGuiWindowFlags_NoBackground);
    lanes_scroll_x = ImGui::GetScrollX();
    const ImVec2 origin = ImGui::GetCursorScreenPos();
    const ImRect clip = ImGui::GetCurrentWindow()->InnerRect;
    const auto place = reveal ? model.find(reveal) : std::nullopt;
    float y = origin.y + s.xs;
    for (std::size_t lane_index = 0; lane_index < model.lanes().size(); ++lane_index) {
        const Lane& lane = model.lanes()[lane_index];
        if (place && place->lane == lane_index && is_folded(lane)) fold(lane, false);
        const bool folded = is_folded(lane);
        const float header_left = clip.Min.x + s.lg;
        if (y + lane_header() >= clip.Min.y && y <= clip.Max.y &&
            draw_lane_header(lane, folded, {header_left, y},
                             std::min(clip.GetWidth() - 2.0f * s.lg, total_width))) {
            fold(lane, !folded);
        }
        y += lane_header();
        if (folded) continue;
        float height = s.xxl;
        for (std::size_t i = 0; i < model.columns().size(); ++i) {
            if (is_collapsed(i)) continue;
            const CellLayout& cell =
                layout.cell(lane_index, i, lane.cells[i],
                            [&](model::CardId card) { return measure(workspace, card, wide); });
            const std::size_t most = most_shown(lane, i);
            const std::size_t count = lane.cells[i].cards.size();
            height = std::max(height, cell.tops[std::min(count, most)] + s.sm +
                                          (count > most ? s.control_small : 0.0f));
        }
        if (place && place->lane == lane_index && place->index >= most_shown(lane, place->column))
            expanded_lanes.insert(lane.key);
        const bool in_sight = y + height >= clip.Min.y && y <= clip.Max.y;
        const bool wanted = place && place->lane == lane_index;
        if (in_sight || wanted) {
            ImGui::PushID(lane.key.c_str());
            for (std::size_t i = 0; i < model.columns().size(); ++i) {
                if (is_collapsed(i) ||
                    (!wanted && (frames[i].max.x < clip.Min.x || frames[i].min.x > clip.Max.x)))
                    continue;
                const float left = frames[i].min.x;
                ImGui::GetWindowDrawList()->AddRectFilled({left, y}, {left + width, y + height},
                                                          theme().column, s.radius);
                ImGui::PushID(static_cast<int>(i));
                const std::size_t most = most_shown(lane, i);
                const float drawn = draw_cell(context, lane_index, i, {left + s.sm, y + s.sm}, wide,
                                              {clip.Min.y, clip.Max.y}, most);
                if (lane.cells[i].cards.size() > most) {
                    ImGui::SetCursorScreenPos({left + s.sm, y + s.sm + drawn - s.xxs});
                    const std::string more =
                        std::to_string(lane.cells[i].cards.size() - most) + " more";
                    if (button("more-cards", more,
                               {.kind = ButtonKind::Ghost,
                                .size = ButtonSize::Small,
                                .icon = icons::kChevronDown,
                                .tooltip = "Show every card of this lane"}))
                        expanded_lanes.insert(lane.key);
                }
                ImGui::PopID();
                ImGui::ItemAdd(ImRect({left, y}, {left + width, y + height}),
                               ImGui::GetID(static_cast<int>(i)), nullptr, ImGuiItemFlags_NoNav);
                if (test_hooks_on()) test_id("cell:" + lane.key + ":" + model.columns()[i].handle);
            }
            ImGui::PopID();
        }
        y += height + s.md;
    }
    ImGui::SetCursorScreenPos({origin.x + total_width, y});
    ImGui::Dummy({1.0f, 1.0f});
    if (drag.active) {
        const ImVec2 mouse = ImGui::GetMousePos();
        if (mouse.y < clip.Min.y + s.xxl) ImGui::SetScrollY(ImGui::GetScrollY() - s.sm);
        if (mouse.y > clip.Max.y - s.xxl) ImGui::SetScrollY(ImGui::GetScrollY() + s.sm);
        if (mouse.x < clip.Min.x + s.xxl) ImGui::SetScrollX(ImGui::GetScrollX() - s.md);
        if (mouse.x > clip.Max.x - s.xxl) ImGui::SetScrollX(ImGui::GetScrollX() + s.md);
    }
    ImGui::EndChild();
}

}  // namespace throughline::gui::board
