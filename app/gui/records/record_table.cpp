#include "app/gui/records/record_table.h"

#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/field.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/text.h"
#include "core/base/text.h"
#include "core/base/words.h"
#include "core/report/chart_ticks.h"
#include "imgui.h"

#include <algorithm>
#include <utility>

namespace throughline::gui::records {
namespace {

constexpr float kKeyWidth = 84.0f;  // unscaled
constexpr float kShortWidth = 118.0f;
constexpr float kSearchWidth = 240.0f;

const model::Table& table_of(const RecordList& list) {
    return *model::table_by_name(list.kind().table);
}

std::vector<TableColumn> columns_of(const RecordList& list) {
    std::vector<TableColumn> columns;
    if (list.has_keys()) {
        columns.push_back({.title = "Key", .width = kKeyWidth, .sortable = false});
    }
    // The first of the long ones says what the record is: it gets more of the room.
    bool is_first = true;
    for (const ListColumn& column : list.columns()) {
        columns.push_back({.title = column.label,
                           .width = column.is_short ? kShortWidth : 0.0f,
                           .align = column.is_number ? Align::Right : Align::Left});
        if (!column.is_short && std::exchange(is_first, false)) columns.back().weight = 2.0f;
    }
    return columns;
}

// Days on which somebody is to look at the record again: overdue when they have passed.
bool is_looked_at_again(const RecordList& list, std::size_t column) {
    return table_of(list).fields[list.columns()[column].field].name == "review_on";
}

bool has_delete_key() {
    return ImGui::IsWindowFocused(ImGuiFocusedFlags_ChildWindows) &&
           !ImGui::GetIO().WantTextInput && ImGui::IsKeyPressed(ImGuiKey_Delete, false);
}

}  // namespace

RecordTable::RecordTable(std::string_view table, const std::vector<std::string_view>& fields)
    : list_(table, fields) {}

void RecordTable::select(std::int64_t id) {
    selected_ = id;
    reveal_ = true;
    question_.words.clear();
}

void RecordTable::draw_tools(Context& context, RecordEditor& editor,
                             const RecordTableOptions& options) {
    const rules::RecordKind& kind = list_.kind();
    const std::string table(kind.table);
    const std::string why = why_not(context, kind);
    const std::size_t shown = list_.rows().size();
    const std::string count =
        shown == list_.all() ? plural(static_cast<std::int64_t>(shown), kind.title, kind.plural)
                             : std::to_string(shown) + " of " + std::to_string(list_.all());
    const bool has_row = list_.index_of(selected_) >= 0;
    const ButtonOptions add{.kind = ButtonKind::Primary,
                            .icon = icons::kPlus,
                            .disabled = !why.empty(),
                            .disabled_why = why};
    ButtonOptions edit{.icon = icons::kEdit, .disabled = !has_row || !why.empty()};
    edit.disabled_why = has_row ? std::string_view(why) : "Choose a row first.";
    ButtonOptions remove = edit;
    remove.icon = icons::kDelete;
    float room = -sizes().sm;
    if (kind.addable) room += button_width("Add", add) + sizes().sm;
    if (kind.editable) room += button_width("Change", edit) + sizes().sm;
    if (kind.removable) room += button_width("Remove", remove) + sizes().sm;
    // In a narrow place the count gives way, and the search box takes what the buttons leave.
    const float whole = width_left();
    const float search = kSearchWidth * sizes().scale;
    const float counted = text_width(count, muted_style()) + 2.0f * sizes().md;
    search_box(("search:" + table).c_str(), question_.words, "Filter", {},
               std::min(search, std::max(sizes().control * 2.0f, whole - room - sizes().md)));
    ImGui::SameLine(0.0f, sizes().md);
    if (search + counted + room <= whole) {
        ImGui::AlignTextToFramePadding();
        text(count, muted_style());
    }
    align_right(room);
    bool is_first = true;
    const auto tool = [&](const char* act, const char* label, const ButtonOptions& look) {
        if (!std::exchange(is_first, false)) ImGui::SameLine(0.0f, sizes().sm);
        return button((act + table).c_str(), label, look);
    };
    if (kind.editable && tool("edit:", "Change", edit)) editor.edit(kind.table, selected_);
    if (kind.removable && tool("remove:", "Remove", remove)) editor.remove(kind.table, selected_);
    if (kind.addable && tool("add:", "Add", add))
        editor.add(kind.table, options.preset, options.fixed);
}

void RecordTable::draw_cell(std::size_t row, int column, Day today) const {
    const ListRow& shown = list_.rows()[row];
    const int first = list_.has_keys() ? 1 : 0;
    if (column < first) {
        table_text(shown.key, theme().text_muted);
        return;
    }
    const auto index = static_cast<std::size_t>(column - first);
    const std::string& cell = shown.cells[index];
    if (!list_.columns()[index].is_day) {
        table_text(cell);
        return;
    }
    const auto day = parse_day(cell);
    if (!day) {  // none is given
        table_text("");
    } else if (*day < today && is_looked_at_again(list_, index)) {
        table_chip(short_date(*day), {.tone = Tone::Danger, .icon = icons::kClock});
    } else {
        table_text(short_date(*day));
    }
}

void RecordTable::draw(Context& context, RecordEditor& editor, const RecordTableOptions& options) {
    question_.where = options.where;
    question_.sort = sort_.column - (list_.has_keys() ? 1 : 0);
    question_.descending = sort_.descending;
    list_.refresh(context.workspace(), context.desk().revision(), question_);
    ImGui::PushID(std::string(list_.kind().table).c_str());
    draw_tools(context, editor, options);
    gap(sizes().sm);
    const std::vector<TableColumn> columns = columns_of(list_);
    if (options.chooses_first && selected_ == 0 && !list_.rows().empty())
        selected_ = list_.rows().front().id;
    const int chosen = list_.index_of(selected_);
    const std::string empty =
        "No " + std::string(list_.kind().plural) + " yet. " + std::string(options.empty);
    const TableEvents events = table(
        "rows", columns, static_cast<int>(list_.rows().size()), sort_,
        [this, today = context.zone().day(context.now())](int row, int column) {
            draw_cell(static_cast<std::size_t>(row), column, today);
        },
        [this](int row) { return "row:" + list_.rows()[static_cast<std::size_t>(row)].key; },
        {.height = options.height,
         .most_rows = options.most_rows,
         .selected = chosen,
         .scroll_to_selected = std::exchange(reveal_, false),
         .empty_text = empty});
    if (events.clicked >= 0) selected_ = list_.rows()[static_cast<std::size_t>(events.clicked)].id;
    const rules::RecordKind& kind = list_.kind();
    const bool may = why_not(context, kind).empty();
    if (may && kind.editable && events.activated >= 0)
        editor.edit(kind.table, list_.rows()[static_cast<std::size_t>(events.activated)].id);
    if (may && kind.removable && chosen >= 0 && has_delete_key())
        editor.remove(kind.table, selected_);
    ImGui::PopID();
}

}  // namespace throughline::gui::records
