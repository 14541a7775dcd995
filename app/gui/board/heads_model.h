// What stands over the columns: names, counts, limits in words, policies, where a place is free and
// which card should be pulled into it. No drawing.
#pragma once

#include "core/model/workspace.h"
#include "core/rules/limits.h"

#include <optional>
#include <string>
#include <vector>

namespace throughline::gui::board {

enum class FillState { NoLimit, Room, Near, Full, Over };

// A count against its limit, in numbers and words.
struct FillWords {
    FillState state = FillState::NoLimit;
    std::string numbers;  // "3 of 4", "7" without a limit
    std::string words;    // "room for 2", "near limit", "full", "over by 1"; "" without a limit
};
// Near: one place left, when the limit is at least 2.
FillWords fill_words(int count, std::optional<int> limit);

struct ColumnHead {
    model::ColumnId id;
    std::string handle;
    std::string name;       // under the name of its group, where there is one
    std::string full_name;  // named alone: "Create (Done)"
    model::ColumnKind kind = model::ColumnKind::Queue;
    FillWords fill;  // its own limit; of a half, only the count
    int count = 0;   // cards that count, without expedites
    int expedites = 0;
    std::optional<int> limit;  // its own

    // Columns under one header and limit.
    model::ColumnGroupId group;
    std::string group_name;
    FillWords group_fill;
    bool first_in_group = false;
    bool last_in_group = false;
    int group_size = 0;  // columns in it; 0 when alone

    bool commitment_edge = false;  // the commitment point lies on its left edge
    bool delivery_edge = false;
    std::string entry_policy;
    std::string exit_policy;
    std::vector<std::string> gate;  // titles of what must be done before leaving forward

    // Pull: a place is free, and this card should come next. 0 when there is none.
    std::optional<int> free_places;
    model::CardId next;
    std::string next_key;

    // The card after which the WIP line runs in this column: the Nth that counts. Without as many
    // cards there is no line. `line_index` 0 with `has_line`: before the first card (the other half
    // takes all places).
    bool has_line = false;
    std::size_t line_index = 0;  // cards of the column above the line, filtered or not
    std::string line_words;      // "WIP limit 4"; with the other half: "WIP limit 4 with Done"
};

std::vector<ColumnHead> make_heads(const model::Workspace& workspace);

// The expedite lane and the board's own limit, for the line under the filter bar.
struct BoardFill {
    FillWords board;      // CONWIP; NoLimit when there is none
    FillWords expedites;  // the expedite lane
    int expedite_count = 0;
};
BoardFill board_fill_words(const model::Workspace& workspace);

}  // namespace throughline::gui::board
