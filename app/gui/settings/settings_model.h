// What the settings screen shows: its sections, who may change them, and the rows of its lists. No
// drawing.
#pragma once

#include "app/gui/context/context.h"
#include "core/rules/limits.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::gui::settings {

struct Section {
    std::string_view id;  // stable: names in open_settings and on the command line
    std::string_view title;
    std::string_view text;  // what it is for, in one sentence
    std::string_view keywords;
};
std::span<const Section> sections();
// sections().size() when there is no such section.
std::size_t section_index(std::string_view id);

// "" for somebody who has the right; else who can change this: "Only a lead or an admin can change
// this: ask Ana Lima or Ben Cole."
std::string locked_words(const model::Workspace& workspace, model::PersonId actor,
                         rules::Right right);

// A column as the list shows it.
struct ColumnRow {
    model::ColumnId id;
    std::string handle;
    std::string name;
    model::ColumnKind kind = model::ColumnKind::Queue;
    std::optional<int> limit;  // its own
    std::string entry_policy;
    std::string exit_policy;
    int position = 0;  // from the left
    int count = 0;     // cards that count now
    std::string now;   // "3 of 4 now", "5 of 4 now, over by 1: takes nothing until it is under"
    bool over = false;
    model::ColumnGroupId group;
    std::string group_name;
    std::optional<int> group_limit;
    std::string group_now;
    bool group_split = false;
    bool first_in_group = false;
    bool last_in_group = false;
    std::string edge;  // "Work begins here (commitment point)"; "" for none
};
std::vector<ColumnRow> column_rows(const model::Workspace& workspace);
// "3 of 4 now", with what an overfull scope means.
std::string fill_words(const rules::Fill& fill);

// The gate of a column, or with column 0 the manual part of the definition of ready.
std::vector<const model::GateItem*> gate_items(const model::Workspace& workspace,
                                               model::ColumnId column);

// Kinds of taxonomy values in use, shipped ones first.
std::vector<std::string> term_kinds(const model::Workspace& workspace);
std::vector<const model::Term*> terms_of(const model::Workspace& workspace,
                                         const std::string& kind);

// "09:00" of minutes since midnight, and the choices of a working day in half hours.
std::string clock_words(int minute);

}  // namespace throughline::gui::settings
