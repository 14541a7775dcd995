#pragma once
// The bones of a screen: section headers, key/value rows, panels, empty states, tabs, navigation
// items, split panes, and bringing things into view.

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>

#include "app/gui/theme/theme.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/notice.h"

namespace throughline::gui {

// The page of a screen: it scrolls, keeps its distance from the edges, and is never wider than rows
// that can be followed, unless `fills`.
void begin_page(const char* id, bool fills = false);
void end_page();

// A heading with an optional count and one quiet line under it. Items for its right end may follow
// with align_right.
void section_header(std::string_view title, std::string_view count = {},
                    std::string_view text = {});
// Title of a whole screen.
void screen_header(std::string_view title, std::string_view text = {});
// Keeps the line and moves the cursor so that `width` pixels end at the right edge.
void align_right(float width);
// Keeps the line if an item of this width still fits on it, else goes on below: for rows of chips.
void flow(float next_width);
// Vertical space of a size role, in scaled pixels, replacing the usual item spacing.
void gap(float pixels);
void separator();

// Rows of a label and a value, labels in a column of their own.
[[nodiscard]] bool begin_key_values(const char* id, float label_width = 0.0f);
void key_value(std::string_view key, std::string_view value);
// Starts a row whose value the caller draws.
void key_value_custom(std::string_view key);
void end_key_values();

// A surface with a border and inner padding; height 0: by content.
void begin_panel(const char* id, ImVec2 size = {0, 0}, ImU32 ground = 0);
void end_panel();

struct EmptyState {
    const char* icon = nullptr;
    std::string_view title;
    std::string_view text;
    std::span<const NoticeAction> actions;
};
// Centred in what is left. Result: index of the pressed action or kNoticeOpen.
int empty_state(const char* id, const EmptyState& content);

struct TabItem {
    const char* id = nullptr;
    std::string_view label;
    const char* icon = nullptr;
    std::string_view badge;
    Tone badge_tone = Tone::Neutral;
};
// Tabs with an underline. Arrow keys move between them. Result: the selection changed.
bool tabs(const char* id, int& selected, std::span<const TabItem> items);
// One entry of the navigation at the side. `folded` shows only the icon. Result: pressed.
bool rail_item(const char* id, const char* icon, std::string_view label, bool selected,
               std::string_view badge = {}, Tone badge_tone = Tone::Accent, bool folded = false,
               std::string_view shortcut = {});
// A row of a list that can be chosen; draws the ground, the caller draws over it from its start.
// Result: pressed. Afterwards the cursor is behind the row; row_min/row_max tell where it was.
struct RowState {
    bool pressed = false;
    bool double_clicked = false;
    bool hovered = false;
    bool focused = false;
    ImVec2 min{0, 0};
    ImVec2 max{0, 0};
};
RowState list_row(const char* id, std::string_view name, bool selected, float height = 0.0f);

// Two panes and a handle between them. `first` is the first pane's size in unscaled units and is
// the caller's to keep. Side by side, or one over the other. The handle moves by mouse, or by the
// arrows once Enter has taken it.
enum class SplitAxis : std::uint8_t { Columns, Rows };
struct SplitOptions {
    SplitAxis axis = SplitAxis::Columns;
    float min_first = 180.0f;
    float min_second = 240.0f;
    float height = 0.0f;  // scaled pixels; 0: what is left
};
void begin_split(const char* id, float& first, const SplitOptions& options = {});
void split_second();
void end_split();

// Scrolls the current window the least that shows min..max (screen pixels), with a margin.
void scroll_into_view(ImVec2 min, ImVec2 max, float margin = 0.0f);
// The same for the item submitted last.
void scroll_item_into_view(float margin = 0.0f);

}  // namespace throughline::gui
