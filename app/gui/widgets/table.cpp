#include "app/gui/widgets/table.h"

#include <algorithm>
#include <cfloat>
#include <vector>

#include "app/gui/theme/context_state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/menu.h"
#include "app/gui/widgets/testing.h"
#include "app/gui/widgets/text.h"

namespace throughline::gui {
namespace {

// The column whose cell is being drawn, for table_text.
struct CurrentCell {
    Align align = Align::Left;
    float row_height = 0.0f;
};

constexpr float kLeastShare = 170.0f;  // unscaled: of a column that shares what is left

// By column, whether it is left out.
std::vector<bool> left_out(std::span<const TableColumn> columns, float room) {
    std::vector<bool> out(columns.size());
    const float padding = 2.0f * (sizes().sm + sizes().xxs);
    float needed = 0.0f;
    for (const TableColumn& column : columns)
        needed += (column.width > 0.0f ? column.width : kLeastShare) * sizes().scale + padding;
    while (needed > room) {
        std::size_t next = columns.size();
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const bool may = columns[i].gives_way > 0 && !out[i];
            if (may && (next == columns.size() || columns[i].gives_way > columns[next].gives_way))
                next = i;
        }
        if (next == columns.size()) break;
        out[next] = true;
        needed -= columns[next].width * sizes().scale + padding;
    }
    return out;
}

void set_up_columns(std::span<const TableColumn> columns) {
    const std::vector<bool> out = left_out(columns, ImGui::GetCurrentTable()->OuterRect.GetWidth());
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const TableColumn& column = columns[i];
        const std::string name = "column/" + std::to_string(i);
        if (column.width > 0.0f) {
            const ImGuiTableColumnFlags flags =
                out[i] ? ImGuiTableColumnFlags_Disabled : ImGuiTableColumnFlags_None;
            ImGui::TableSetupColumn(name.c_str(), ImGuiTableColumnFlags_WidthFixed | flags,
                                    column.width * sizes().scale);
        } else {
            ImGui::TableSetupColumn(name.c_str(), ImGuiTableColumnFlags_WidthStretch,
                                    column.weight);
        }
    }
    ImGui::TableSetupScrollFreeze(0, 1);
}

float aligned_x(Align align, float left, float room, float width) {
    switch (align) {
        case Align::Left: return left;
        case Align::Right: return left + std::max(0.0f, room - width);
        case Align::Centre: return left + std::max(0.0f, (room - width) * 0.5f);
    }
    return left;
}

// Result: pressed.
bool header_cell(const TableColumn& column, const char* id, const TableSort& sort, bool sorted) {
    const Pressable item = press_item(id, column.title, {width_left(), sizes().row});
    if (!item.visible) return item.pressed;
    const Theme& t = theme();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const bool lit = column.sortable && (item.hovered || item.focused);
    const TextStyle style{.size = text_size::kCaption,
                          .weight = Weight::Semibold,
                          .colour = sorted || lit ? t.text : t.text_muted};
    const float mark = column.sortable && (sorted || lit) ? text_px(text_size::kIconSmall) : 0.0f;
    const float width = std::min(text_width(column.title, style), item.size().x - mark);
    const float x = aligned_x(column.align, item.min.x,
                              item.size().x - (column.align == Align::Right ? 0.0f : mark), width);
    draw_text_middle(list, {x, item.middle().y}, column.title, style, item.size().x - mark);
    if (mark > 0.0f) {
        const float at = column.align == Align::Right ? x - mark * 0.6f : x + width + mark * 0.6f;
        const char* glyph = sorted && sort.descending ? icons::kChevronDown : icons::kChevronUp;
        draw_icon(list, {at, item.middle().y}, glyph,
                  sorted ? t.tone(Tone::Accent).ink : t.text_faint, text_size::kIconSmall);
    }
    if (item.focused) focus_ring_of(item, sizes().radius_sm);
    if (!column.help.empty()) tooltip(column.help);
    return item.pressed;
}

// Result: the sorting changed.
bool header_row(std::span<const TableColumn> columns, TableSort& sort) {
    const TableSort before = sort;
    ImGui::TableNextRow(ImGuiTableRowFlags_Headers, sizes().row);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (!ImGui::TableSetColumnIndex(static_cast<int>(i))) continue;
        const int index = static_cast<int>(i);
        const std::string id = "head/" + std::to_string(i);
        const bool sorted = sort.column == index;
        const bool pressed = header_cell(columns[i], id.c_str(), sort, sorted);
        if (pressed && columns[i].sortable)
            sort = sorted ? TableSort{index, !sort.descending} : TableSort{index, false};
    }
    ImGui::TableSetColumnIndex(0);
    return !(sort == before);
}

// One quiet rule across the whole table.
void rule_under(float y) {
    const ImGuiTable& t = *ImGui::GetCurrentTable();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.PushClipRect({t.WorkRect.Min.x, t.InnerClipRect.Min.y},
                      {t.WorkRect.Max.x, t.InnerClipRect.Max.y}, false);
    list.AddRectFilled({t.WorkRect.Min.x, y - sizes().hair}, {t.WorkRect.Max.x, y}, theme().line);
    list.PopClipRect();
}

class RowStyle {
public:
    RowStyle() {
        const Theme& t = theme();
        ImGui::PushStyleColor(ImGuiCol_Header, t.selected);
        ImGui::PushStyleColor(ImGuiCol_HeaderHovered, t.hover);
        ImGui::PushStyleColor(ImGuiCol_HeaderActive, t.pressed);
    }
    ~RowStyle() { ImGui::PopStyleColor(3); }
    RowStyle(const RowStyle&) = delete;
    RowStyle& operator=(const RowStyle&) = delete;
};

void row_events(int row, bool pressed, TableEvents& events) {
    const ImGuiContext& g = *ImGui::GetCurrentContext();
    const ImGuiID id = ImGui::GetItemID();
    const bool by_key = g.NavActivateId == id || g.NavActivateDownId == id;
    if (pressed) events.clicked = row;
    if (pressed && (by_key || ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)))
        events.activated = row;
    if (g.NavJustMovedToId == id && g.NavCursorVisible)
        events.clicked = row;  // arrows choose as they go
    if (ImGui::IsItemHovered()) events.hovered = row;
    const bool context_key = ImGui::IsItemFocused() && ImGui::IsKeyPressed(ImGuiKey_Menu, false);
    if ((ImGui::IsItemHovered() && ImGui::IsMouseReleased(ImGuiMouseButton_Right)) || context_key)
        events.context = row;
}

struct Body {
    std::span<const TableColumn> columns;
    const std::function<void(int, int)>& cell;
    const std::function<std::string(int)>& row_name;
    const TableOptions& options;
    float row_height = 0.0f;
};

void draw_row(int row, const Body& body, TableEvents& events) {
    ImGui::TableNextRow(ImGuiTableRowFlags_None, body.row_height);
    ImGui::TableSetColumnIndex(0);
    const std::string name = body.row_name(row);
    ImGui::PushID(name.c_str());
    const ImVec2 start = ImGui::GetCursorScreenPos();
    bool pressed = false;
    {
        const RowStyle style;
        const ImGuiSelectableFlags flags = ImGuiSelectableFlags_SpanAllColumns |
                                           ImGuiSelectableFlags_AllowOverlap |
                                           ImGuiSelectableFlags_AllowDoubleClick;
        pressed = ImGui::Selectable("##row", body.options.selected == row, flags,
                                    {0.0f, body.row_height});
    }
    rule_under(start.y + body.row_height);
    if (test_hooks_on()) test_id(name);
    row_events(row, pressed, events);
    if (body.options.scroll_to_selected && body.options.selected == row)
        ImGui::SetScrollHereY(0.5f);
    auto& current = context_state<CurrentCell>();
    for (std::size_t c = 0; c < body.columns.size(); ++c) {
        if (!ImGui::TableSetColumnIndex(static_cast<int>(c))) continue;
        current = {.align = body.columns[c].align, .row_height = body.row_height};
        ImGui::SetCursorScreenPos({c == 0 ? start.x : ImGui::GetCursorScreenPos().x, start.y});
        body.cell(row, static_cast<int>(c));
    }
    ImGui::PopID();
}

void draw_rows(int rows, const Body& body, TableEvents& events) {
    ImGuiListClipper clipper;
    clipper.Begin(rows, body.row_height);
    if (body.options.scroll_to_selected && body.options.selected >= 0 &&
        body.options.selected < rows) {
        clipper.IncludeItemByIndex(body.options.selected);
    }
    while (clipper.Step()) {
        for (int row = clipper.DisplayStart; row < clipper.DisplayEnd; ++row)
            draw_row(row, body, events);
    }
}

}  // namespace

TableEvents table(const char* id, std::span<const TableColumn> columns, int rows, TableSort& sort,
                  const std::function<void(int, int)>& cell,
                  const std::function<std::string(int)>& row_name, const TableOptions& options) {
    TableEvents events;
    const float row_height = options.row_height > 0.0f ? options.row_height : sizes().row;
    const int fitting = options.most_rows > 0 ? std::min(rows, options.most_rows) : rows;
    // A little room below, or the last row would scroll; none where more rows follow.
    const float below = fitting < rows ? 0.0f : sizes().xs;
    const float by_content =
        row_height * static_cast<float>(std::max(fitting, 1)) + sizes().row + below;
    const bool is_by_content = options.most_rows > 0 || options.height < 0.0f;
    const ImVec2 size{0.0f, is_by_content ? by_content : options.height};
    ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, {sizes().sm + sizes().xxs, 0.0f});
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {sizes().sm, 0.0f});
    ImGui::PushStyleColor(ImGuiCol_TableBorderLight, 0);
    ImGui::PushStyleColor(ImGuiCol_TableBorderStrong, 0);
    const ImGuiTableFlags flags = ImGuiTableFlags_ScrollY | ImGuiTableFlags_NoSavedSettings |
                                  ImGuiTableFlags_PadOuterX | ImGuiTableFlags_Resizable |
                                  ImGuiTableFlags_NoBordersInBody;
    if (ImGui::BeginTable(id, static_cast<int>(columns.size()), flags, size)) {
        set_up_columns(columns);
        events.sort_changed = header_row(columns, sort);
        const Body body{.columns = columns,
                        .cell = cell,
                        .row_name = row_name,
                        .options = options,
                        .row_height = row_height};
        draw_rows(rows, body, events);
        if (rows == 0) {
            ImGui::TableNextRow(ImGuiTableRowFlags_None, row_height);
            ImGui::TableSetColumnIndex(0);
            const ImVec2 at = ImGui::GetCursorScreenPos();
            ImGuiWindow* window = ImGui::GetCurrentWindow();
            ImGui::PushClipRect(window->InnerClipRect.Min, window->InnerClipRect.Max, false);
            draw_text_middle(*window->DrawList, {at.x, at.y + row_height * 0.5f},
                             options.empty_text, {.colour = theme().text_faint});
            ImGui::PopClipRect();
        }
        ImGui::EndTable();
    }
    ImGui::PopStyleColor(2);
    ImGui::PopStyleVar(2);
    return events;
}

void table_text(std::string_view line, ImU32 colour) {
    const CurrentCell& cell = context_state<CurrentCell>();
    const TextStyle style{.size = text_size::kSmall, .colour = colour};
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float room = width_left();
    const float full = text_width(line, style);
    const float height = cell.row_height > 0.0f ? cell.row_height : sizes().row;
    const float x = aligned_x(cell.align, at.x, room, std::min(full, room));
    const ImRect rect(at.x, at.y, at.x + room, at.y + height);
    ImGui::ItemSize({room, height});
    if (!ImGui::ItemAdd(rect, 0)) return;
    draw_text_middle(*ImGui::GetWindowDrawList(), {x, at.y + height * 0.5f}, line, style, room);
    if (full > room) tooltip(line);
}

void table_text(std::string_view line, std::string_view detail) {
    const CurrentCell& cell = context_state<CurrentCell>();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float room = width_left();
    const float height = cell.row_height > 0.0f ? cell.row_height : sizes().row;
    ImGui::ItemSize({room, height});
    if (!ImGui::ItemAdd({at.x, at.y, at.x + room, at.y + height}, 0)) return;
    const TextStyle first{.size = text_size::kSmall};
    const TextStyle second{.size = text_size::kCaption, .colour = theme().text_muted};
    bool cut = false;
    float middle = at.y + height * 0.31f;
    for (const auto& [words, style] : {std::pair{line, first}, std::pair{detail, second}}) {
        const float full = text_width(words, style);
        const float x = aligned_x(cell.align, at.x, room, std::min(full, room));
        draw_text_middle(*ImGui::GetWindowDrawList(), {x, middle}, words, style, room);
        cut = cut || full > room;
        middle = at.y + height * 0.69f;
    }
    if (cut) tooltip(std::string(line) + "\n" + std::string(detail));
}

void table_chip(std::string_view words, const ChipStyle& style) {
    if (words.empty()) return;
    const CurrentCell& cell = context_state<CurrentCell>();
    const float height = cell.row_height > 0.0f ? cell.row_height : sizes().row;
    ChipStyle cut = style;
    cut.max_width = width_left();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 size = chip_size(words, cut);
    draw_chip(*ImGui::GetWindowDrawList(), {at.x, at.y + (height - size.y) * 0.5f}, words, cut);
}

}  // namespace throughline::gui
