#include "app/gui/board/board_view.h"

#include <algorithm>
#include <cmath>

#include "app/gui/board/board_state.h"
#include "app/gui/context/face_model.h"
#include "app/gui/palette/shortcut.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/text.h"
#include "core/base/text.h"

namespace throughline::gui::board {
namespace {

constexpr float kFoldedColumn = 46.0f;  // unscaled
constexpr float kNarrowestColumn = 252.0f;
constexpr float kWidestColumn = 340.0f;

Instant minute_of(Instant now) {
    return {now.us - now.us % kMicrosPerMinute};
}

}  // namespace

BoardView::BoardView() : state_(std::make_unique<State>()) {}
BoardView::~BoardView() = default;

void BoardView::draw(Context& context, const ImVec2& size) {
    state_->draw(context, size);
}

void BoardView::reveal(model::CardId card) {
    state_->go_to(card, false);
}

model::CardId BoardView::cursor() const {
    return state_->cursor;
}
std::span<const model::CardId> BoardView::selection() const {
    return state_->selected;
}

BoardMemory BoardView::memory() const {
    return {
        .collapsed_columns = {state_->collapsed_columns.begin(), state_->collapsed_columns.end()},
        .collapsed_lanes = {state_->collapsed_lanes.begin(), state_->collapsed_lanes.end()}};
}

void BoardView::set_memory(const BoardMemory& memory) {
    state_->collapsed_columns = {memory.collapsed_columns.begin(), memory.collapsed_columns.end()};
    state_->collapsed_lanes = {memory.collapsed_lanes.begin(), memory.collapsed_lanes.end()};
}

void BoardView::State::refresh(Context& context) {
    const model::Workspace& workspace = context.workspace();
    const std::uint64_t revision = context.desk().revision();
    const Instant minute = minute_of(context.now());
    if (revision != faces_revision) workflow = flow::Workflow(workspace);
    const bool judged_otherwise =
        yardsticks.refresh(workspace, context.zone(), context.now(), context.waker());
    if (revision != faces_revision || minute != faces_minute || judged_otherwise) {
        faces.clear();
        faces_revision = revision;
        faces_minute = minute;
    }
    const FilterState& filter = context.filter();
    const bool changed = model.refresh({.workspace = workspace,
                                        .revision = revision,
                                        .zone = context.zone(),
                                        .now = context.now(),
                                        .me = context.desk().actor(),
                                        .query = filter.query,
                                        .lanes = lane_kind(filter.lanes)});
    if (!changed) return;
    layout.forget(model.changed_cards(), model.rebuilt());
    drag.previews.clear();
    prune(workspace);
    cursor_at = cursor ? model.find(cursor) : std::nullopt;
}

const CardFace& BoardView::State::face(Context& context, const model::Card& card) {
    const auto [found, added] = faces.try_emplace(card.id.value);
    if (added) {
        found->second = make_face({.workspace = context.workspace(),
                                   .workflow = workflow,
                                   .zone = context.zone(),
                                   .yardsticks = yardsticks,
                                   .now = context.now()},
                                  card);
    }
    return found->second;
}

float BoardView::State::measure(const model::Workspace& workspace, model::CardId card,
                                float width) const {
    const model::Card& row = *workspace.find(card);
    const bool flagged = flag_of(workspace, row) != CardFlag::None;
    return card_height(row.title, workspace.is_blocked(card), flagged, width);
}

float BoardView::State::column_width(float available) const {
    const Sizes& s = sizes();
    int open = 0;
    for (std::size_t i = 0; i < model.columns().size(); ++i) {
        if (is_collapsed(i)) {
            available -= kFoldedColumn * s.scale;
        } else {
            ++open;
        }
    }
    available -= s.md * static_cast<float>(model.columns().size() - 1) + 2.0f * s.lg;
    const float even = open > 0 ? std::floor(available / static_cast<float>(open)) : 0.0f;
    return std::clamp(even, kNarrowestColumn * s.scale, kWidestColumn * s.scale);
}

// Cards end before the scrollbar, whether there is one or not.
float BoardView::State::card_width(float column_width) {
    return column_width - sizes().sm -
           std::max(sizes().sm, ImGui::GetStyle().ScrollbarSize + sizes().xxs);
}

void BoardView::State::draw(Context& context, ImVec2 size) {
    refresh(context);
    drawn_frame = ImGui::GetFrameCount();
    frames.assign(model.columns().size(), {});
    const ImVec2 start = ImGui::GetCursorScreenPos();
    ImGui::PushID("board");
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::BeginChild("board", size, ImGuiChildFlags_NavFlattened,
                      ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse |
                          ImGuiWindowFlags_NoBackground);
    root = ImGui::GetCurrentWindow()->RootWindow->ID;
    take_keyboard();
    drag.spot.reset();
    draw_filter_bar(context);
    const float left = size.y - (ImGui::GetCursorScreenPos().y - start.y);
    if (model.total() == 0) {
        const NoticeAction actions_shown[] = {{.id = "new-brief",
                                               .label = "Write a brief",
                                               .kind = ButtonKind::Primary,
                                               .shortcut = "N"},
                                              {.id = "import", .label = "Import a board"},
                                              {.id = "settings", .label = "Set up columns"}};
        const int pressed = empty_state(
            "empty-board",
            {.icon = icons::kBoard,
             .title = "Nothing is on the board yet",
             .text = "Work enters by a brief: write one, accept it in triage, and it stands here "
                     "as a card. Or bring a board from Trello, Jira or CSV.",
             .actions = actions_shown});
        if (pressed == 0) later.emplace_back([](Context& c) { c.open_brief({}); });
        if (pressed == 1) later.emplace_back([](Context& c) { c.open_import(); });
        if (pressed == 2) later.emplace_back([](Context& c) { c.open_settings("columns"); });
    } else if (model.lane_kind() == LaneKind::None) {
        draw_columns(context, {size.x, left});
    } else if (model.shown() == 0) {
        draw_nothing_passes();
    } else {
        draw_lanes(context, {size.x, left});
    }
    finish_drag(context);
    draw_ghost(context);
    draw_refused(context);
    draw_card_menu(context);
    ImGui::EndChild();
    ImGui::PopStyleVar();
    acts.draw(context);
    ImGui::PopID();
    if (const auto done = acts.take_done(); !done.empty()) {
        const model::Card* card = context.workspace().find(done.front());
        if (card != nullptr && card->on_board()) go_to(card->id, false);
    }
    if (reveal_frames > 0 && --reveal_frames == 0) reveal = {};
    for (const auto& work : std::exchange(later, {}))
        work(context);
    // The columns scroll on while a card is held at their edge.
    if (drag.active) context.redraw_at(context.now() + Duration{16'000});
    if (yardsticks.is_waiting()) context.redraw_at(context.now() + Duration{200'000});
}

// Lanes without a card are left out, so nothing at all would be there.
void BoardView::State::draw_nothing_passes() {
    const NoticeAction actions_shown[] = {
        {.id = "clear-filter", .label = "Show all cards", .kind = ButtonKind::Primary}};
    const std::string text = "None of the " + plural(model.total(), "card", "cards") +
                             " of the board passes the filter.";
    if (empty_state("nothing-passes", {.icon = icons::kSearch,
                                       .title = "No card is found",
                                       .text = text,
                                       .actions = actions_shown}) == 0)
        later.emplace_back([](Context& c) { c.filter().query.clear(); });
}

// Arrows belong to the cards until Tab goes to the buttons, first to those of a refusal; Escape or
// a click gives them back.
void BoardView::State::take_keyboard() {
    const bool tab = ImGui::IsKeyPressed(ImGuiKey_Tab, false);
    if (refused && listens()) {
        palette::own_key(ImGuiKey_Tab, ImGui::GetID("board-keys"));
        refused->wants_keyboard = tab;
    } else if (tab && (listens() || on_controls)) {
        on_controls = true;
    }
    const bool left = ImGui::IsKeyPressed(ImGuiKey_Escape, false) && !palette::is_typing() &&
                      !palette::is_popup_open();
    if (on_controls && (left || ImGui::IsMouseClicked(ImGuiMouseButton_Left))) {
        on_controls = false;
        ImGui::SetNavCursorVisible(false);
    }
    has_keyboard = listens();
    if (!has_keyboard) return;
    if (ImGui::GetCurrentContext()->NavCursorVisible) ImGui::SetNavCursorVisible(false);
    for (const ImGuiKey key :
         {ImGuiKey_LeftArrow, ImGuiKey_RightArrow, ImGuiKey_UpArrow, ImGuiKey_DownArrow,
          ImGuiKey_Enter, ImGuiKey_Space, ImGuiKey_Home, ImGuiKey_End}) {
        palette::own_key(key, ImGui::GetID("board-keys"));
    }
}

void BoardView::State::draw_columns(Context& context, ImVec2 size) {
    const Sizes& s = sizes();
    ImGui::BeginChild("board-area", size, ImGuiChildFlags_NavFlattened,
                      ImGuiWindowFlags_HorizontalScrollbar | ImGuiWindowFlags_NoScrollWithMouse |
                          ImGuiWindowFlags_NoBackground);
    const ImVec2 origin = ImGui::GetCursorScreenPos();
    const float width = column_width(size.x);
    layout.use(card_width(width), s.scale, s.sm + s.xxs);
    const float height = ImGui::GetContentRegionAvail().y - s.md;
    const ImRect clip = ImGui::GetCurrentWindow()->ClipRect;
    float x = origin.x + s.lg;
    const auto place = reveal ? model.find(reveal) : std::nullopt;
    for (std::size_t i = 0; i < model.columns().size(); ++i) {
        const float w = is_collapsed(i) ? kFoldedColumn * s.scale : width;
        frames[i] = {
            .min = {x, origin.y}, .max = {x + w, origin.y + height}, .collapsed = is_collapsed(i)};
        if (place && place->column == i)
            scroll_into_view({x, origin.y}, {x + w, origin.y + s.hair}, s.lg);
        if (x + w >= clip.Min.x && x <= clip.Max.x)
            draw_column(context, i, {x, origin.y}, {w, height});
        x += w + s.md;
    }
    if (drag.active) {
        const float mouse = ImGui::GetMousePos().x;
        const float edge = s.xxl;
        if (mouse < clip.Min.x + edge) ImGui::SetScrollX(ImGui::GetScrollX() - s.md);
        if (mouse > clip.Max.x - edge) ImGui::SetScrollX(ImGui::GetScrollX() + s.md);
    }
    ImGui::SetCursorScreenPos({x - s.md + s.lg - 1.0f, origin.y});  // as column_width() reckons
    ImGui::Dummy({1.0f, 1.0f});
    ImGui::EndChild();
}

}  // namespace throughline::gui::board
