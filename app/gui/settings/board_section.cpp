// Board and points; people; and what the sections share.
#include "app/gui/settings/sections.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/text.h"
#include "core/base/text.h"
#include "core/model/column_name.h"
#include "core/rules/roles.h"
#include "imgui.h"

#include <cmath>

namespace throughline::gui::settings {

rules::Command set_board(const std::string& field, const std::string& value) {
    return rules::EditBoard{.set = {{field, value}}};
}

float column_width(int count) {
    return std::floor((width_left() - static_cast<float>(count - 1) * sizes().md) /
                      static_cast<float>(count));
}

void label_space() {
    ImGui::GetCurrentWindow()->DC.CurrLineTextBaseOffset = 0.0f;  // as begin_field does
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {sizes().sm, sizes().xs + sizes().xxs});
    field_label({.label = " "});
    ImGui::PopStyleVar();
}

void begin_block(const char* id, std::string_view title, std::string_view words) {
    begin_panel(("block/" + std::string(id)).c_str());
    section_header(title, {}, words);
    gap(sizes().md);
}

void end_block() {
    end_panel();
    gap(sizes().lg);
}

namespace {

std::optional<double> real(const std::optional<int>& value) {
    return value ? std::optional(static_cast<double>(*value)) : std::nullopt;
}

void next_column() {
    ImGui::SameLine(0, sizes().md);
}

void draw_points(Context& context, Editor& editor, const model::Board& board) {
    std::vector<ChoiceItem> items;
    std::vector<std::string> handles;
    std::vector<std::string> names;
    int commitment = kNoChoice;
    int delivery = kNoChoice;
    for (const model::ColumnId id : context.workspace().columns()) {
        const model::Column& column = *context.workspace().find(id);
        if (id == board.commitment) commitment = static_cast<int>(handles.size());
        if (id == board.delivery) delivery = static_cast<int>(handles.size());
        handles.push_back(column.handle);
        names.push_back(model::column_name(context.workspace(), column));
    }
    for (const std::string& name : names)
        items.push_back({.label = name});
    const auto set = [&handles](const char* field) {
        return [&handles, field](int chosen) {
            return set_board(field, chosen < 0 ? "" : handles[static_cast<std::size_t>(chosen)]);
        };
    };
    begin_block("points", "Points of the flow",
                "The clock of cycle time starts when a card enters the first column and stops when "
                "it enters the second. Left of the commitment point stand options.");
    const float width = column_width(2);
    ImGui::BeginGroup();
    editor.choose("commitment", commitment, items,
                  {.label = "Commitment: work begins in",
                   .placeholder = "Not set",
                   .icon = icons::kFlag,
                   .width = width},
                  set("commitment"), "Not set");
    ImGui::EndGroup();
    next_column();
    ImGui::BeginGroup();
    editor.choose("delivery", delivery, items,
                  {.label = "Delivery: work is done in",
                   .placeholder = "Not set",
                   .icon = icons::kCheckCircle,
                   .width = width},
                  set("delivery"), "Not set");
    ImGui::EndGroup();
    end_block();
}

void draw_limits(Context& context, Editor& editor, const model::Board& board) {
    begin_block("limits", "Limits of the whole board",
                "A limit holds for everybody, at every way a card can come in. Empty means none. "
                "Blocked cards count; expedites count in their lane only.");
    const float width = column_width(3);
    const std::string whole = fill_words(rules::board_fill(context.workspace()));
    const std::string lane = fill_words(rules::expedite_fill(context.workspace()));
    const auto limit = [&](const char* key, const std::optional<int>& present, const char* label,
                           std::string_view help) {
        ImGui::BeginGroup();
        editor.number(key, real(present),
                      {.label = label, .help = help, .placeholder = "no limit", .width = width},
                      {.unit = "cards", .min = 0, .max = 100000},
                      [key](const std::string& text) { return set_board(key, text); });
        ImGui::EndGroup();
    };
    limit("wip_limit", board.wip_limit, "In process (CONWIP)", whole);
    next_column();
    limit("expedite_limit", board.expedite_limit, "Expedite lane", lane);
    next_column();
    limit("person_limit", board.person_limit, "Per person", "cards in active columns, as DRI");
    end_block();
}

}  // namespace

void draw_board(Context& context, Editor& editor) {
    const model::Board* board = context.workspace().board();
    if (board == nullptr) return;
    begin_block("name", "Name");
    const float width = column_width(3);
    ImGui::BeginGroup();
    editor.text("name", board->name,
                {.label = "Name of the board", .width = 2.0f * width + sizes().md},
                [](const std::string& text) { return set_board("name", text); });
    ImGui::EndGroup();
    next_column();
    ImGui::BeginGroup();
    editor.text(
        "key_prefix", board->key_prefix,
        {.label = "Keys begin with", .help = "as in " + board->key_prefix + "-12", .width = width},
        [](const std::string& text) { return set_board("key_prefix", text); });
    ImGui::EndGroup();
    end_block();
    draw_points(context, editor, *board);
    draw_limits(context, editor, *board);
    begin_block("band", "Healthy load",
                "Work offered against places. Below the first the team waits for work, above the "
                "second work waits for the team.");
    ImGui::BeginGroup();
    editor.number("load_low", board->load_low, {.label = "From", .width = width},
                  {.unit = "%", .min = 0, .max = 100},
                  [](const std::string& text) { return set_board("load_low", text); });
    ImGui::EndGroup();
    next_column();
    ImGui::BeginGroup();
    editor.number("load_high", board->load_high, {.label = "To", .width = width},
                  {.unit = "%", .min = 0, .max = 100},
                  [](const std::string& text) { return set_board("load_high", text); });
    ImGui::EndGroup();
    end_block();
}

void draw_people(Context& context) {
    begin_block("roles", "What each role may do",
                "A role may do what those above it in this list may. On one file roles guard "
                "against error, not malice: who can write the file can change it, and `throughline "
                "check` shows it.");
    if (begin_key_values("rights")) {
        for (std::size_t i = 0; i < model::Names<model::Role>::kAll.size(); ++i) {
            std::vector<std::string> words;
            for (const rules::RoleRow& row : rules::role_table()) {
                if (static_cast<std::size_t>(row.least) == i) words.emplace_back(row.words);
            }
            std::string name(model::Names<model::Role>::kAll[i]);
            name[0] = static_cast<char>(name[0] - 'a' + 'A');
            key_value(name, join(words, "; "));
        }
        end_key_values();
    }
    end_block();
    std::int64_t active = 0;
    for (const model::Person& person : context.workspace().rows<model::Person>())
        active += person.active ? 1 : 0;
    paragraph(plural(active, "person is", "people are") + " active on this board.", muted_style());
    gap(sizes().sm);
    if (button("open-people", "Open people", {.kind = ButtonKind::Primary, .icon = icons::kPeople}))
        context.open_settings("people");
}

}  // namespace throughline::gui::settings
