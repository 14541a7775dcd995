#pragma once
// Everything the board screen holds between frames. Private to this room; board_view.h is the door.

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

#include "app/gui/board/board_view.h"
#include "app/gui/board/card_view.h"
#include "app/gui/board/filter_model.h"
#include "app/gui/board/layout.h"
#include "app/gui/board/moves_model.h"
#include "app/gui/palette/card_acts.h"
#include "app/gui/widgets/item.h"
#include "imgui_internal.h"

namespace throughline::gui::board {

// What the rules would say to dropping the dragged cards into a column.
struct Preview {
    bool allowed = true;
    std::string words;  // "room for 2", or the refusal's reason
    std::string brief;  // the same in the two or three words that a column's head has room for
};

struct Drag {
    bool armed = false;     // the button went down on a card
    bool active = false;    // and the pointer moved
    bool pick_one = false;  // a click without moving leaves only this card selected
    model::CardId card;
    std::vector<model::CardId> cards;
    ImVec2 grab{0, 0};
    ImVec2 size{0, 0};
    std::optional<Spot> spot;
    std::map<std::size_t, Preview> previews;  // by column
};

// A move that was refused, shown where it was tried until closed.
struct RefusedMove {
    rules::Refusal refusal;
    rules::MoveCards move;
    std::size_t column = 0;
    ImVec2 min{0, 0};
    ImVec2 max{0, 0};
    bool wants_keyboard = false;  // Tab was pressed: its buttons are next
    model::CardId beside;         // moved by keys: the note stands at this card; 0 after a drop
};

struct ColumnFrame {  // where a column was drawn in this frame
    ImVec2 min{0, 0};
    ImVec2 max{0, 0};
    bool collapsed = false;
};

struct BoardView::State {
    // --- what is shown ---
    BoardModel model;
    Yardsticks yardsticks;
    flow::Workflow workflow;
    Layout layout;
    std::unordered_map<std::int64_t, CardFace> faces;  // of cards seen since the last change
    std::uint64_t faces_revision = 0;
    Instant faces_minute;
    std::vector<ColumnFrame> frames;
    const palette::Actions* actions = nullptr;

    // --- screen state ---
    std::vector<model::CardId> selected;
    std::set<model::CardId> selected_set;
    model::CardId cursor;
    std::optional<BoardModel::Place> cursor_at;  // where it was last, to stay near when it leaves
    model::CardId anchor;
    model::CardId reveal;   // scroll to it with the next frame
    int reveal_frames = 0;  // scrolling settles late
    bool by_keyboard = false;
    std::set<std::string> collapsed_columns;
    std::set<std::string> collapsed_lanes;
    std::set<std::string> opened_lanes;    // delivered ones that were unfolded
    std::set<std::string> expanded_lanes;  // show every card, not only the first few
    Drag drag;
    std::optional<RefusedMove> refused;
    float drop_y = 0.0f;  // of the drop being carried out; 0 for a move by keys
    palette::CardActs acts{"board"};
    model::CardId menu_card;
    bool wants_menu = false;
    float lanes_scroll_x = 0.0f;

    // --- filter bar ---
    bool focus_filter = false;
    int suggestion = -1;
    std::vector<model::QuerySuggestion> suggestions;
    std::string suggested_for;
    std::string view_name;
    bool view_shared = false;
    std::vector<QuickChip> chips;
    std::uint64_t chips_revision = 0;
    std::string chips_query;

    // --- the frame ---
    int drawn_frame = -10;
    bool has_keyboard = false;
    bool on_controls = false;  // Tab went to a button or field; arrows are theirs until Escape
    ImGuiID root = 0;
    std::vector<std::function<void(Context&)>> later;  // run when all is drawn

    // board_view.cpp
    void refresh(Context& context);
    void draw(Context& context, ImVec2 size);
    void draw_columns(Context& context, ImVec2 size);
    void draw_nothing_passes();
    void take_keyboard();
    void prune(const model::Workspace& workspace);
    const CardFace& face(Context& context, const model::Card& card);
    [[nodiscard]] float measure(const model::Workspace& workspace, model::CardId card,
                                float width) const;
    [[nodiscard]] bool is_collapsed(std::size_t column) const {
        return collapsed_columns.contains(model.columns()[column].handle);
    }
    [[nodiscard]] float column_width(float available) const;
    [[nodiscard]] static float card_width(float column_width);

    // column_view.cpp
    void draw_column(Context& context, std::size_t column, ImVec2 pos, ImVec2 size);
    void draw_header(Context& context, std::size_t column, ImVec2 pos, float width);
    void draw_header_words(const ColumnHead& head, std::size_t column, ImVec2 left_middle,
                           float right);
    void draw_collapsed(Context& context, std::size_t column, ImVec2 pos, ImVec2 size);
    void draw_column_menu(Context& context, std::size_t column, ImVec2 min, ImVec2 max);
    void draw_edges(std::size_t column, ImVec2 pos, float height) const;

    // cell_view.cpp
    float draw_cell(Context& context, std::size_t lane, std::size_t column, ImVec2 origin,
                    float width, ImVec2 view, std::size_t most = SIZE_MAX);
    void draw_card_item(Context& context, const model::Card& card, ImVec2 min, ImVec2 max,
                        bool over);
    float draw_free_places(Context& context, std::size_t column, ImVec2 origin, float width,
                           float y);
    void draw_empty_hint(std::size_t column, ImVec2 origin, float width) const;

    // lanes_view.cpp
    void draw_lanes(Context& context, ImVec2 size);
    [[nodiscard]] bool is_folded(const Lane& lane) const;
    void fold(const Lane& lane, bool folded);
    [[nodiscard]] std::size_t most_shown(const Lane& lane, std::size_t column) const;

    // drag_view.cpp
    void press_card(model::CardId card, ImVec2 min, ImVec2 size, bool double_click,
                    Context& context);
    void begin_drag_if_moved();
    void take_spot(std::size_t lane, std::size_t column, const CellLayout& cell, ImVec2 origin,
                   ImVec2 min, ImVec2 max);
    void finish_drag(Context& context);
    void draw_ghost(Context& context);
    const Preview& preview(Context& context, std::size_t column);
    void drop(Context& context, const Spot& spot, const std::vector<model::CardId>& cards);
    void run_move(Context& context, const rules::MoveCards& move, std::size_t column,
                  const std::optional<model::TextMap>& edit);
    void draw_refused(Context& context);

    // selection.cpp
    void select_only(model::CardId card);
    void select_also(model::CardId card);
    void select_range(model::CardId card);
    void select_all(std::span<const model::CardId> cards);
    void clear_selection();
    [[nodiscard]] bool is_selected(model::CardId card) const { return selected_set.contains(card); }
    [[nodiscard]] std::vector<model::CardId> targets() const;  // what an action is about
    void go_to(model::CardId card, bool extend);

    // filter_bar.cpp
    void draw_filter_bar(Context& context);
    void draw_query(Context& context, float width);
    void draw_suggestions(Context& context, ImVec2 min, ImVec2 max, bool active);
    void draw_chips(Context& context, float right);
    void draw_views(Context& context);
    void draw_save_view(Context& context);

    // board_actions.cpp
    [[nodiscard]] bool listens() const;
    void move_cursor(Step step, bool extend);
    void move_cards(Context& context, Step step);
    void ask(palette::CardAct act);
    void draw_card_menu(Context& context);
};

}  // namespace throughline::gui::board
