// The filter line: quick chips are terms in its text, switched on and off; saved views. No drawing.
#pragma once

#include "core/model/workspace.h"

#include <string>
#include <string_view>
#include <vector>

namespace throughline::gui::board {

// Whether the query has the value under the field: has_term("dri:ana,bob x", "dri", "bob").
bool has_term(std::string_view query, std::string_view field, std::string_view value);
// The query with the value added to the field's term, or taken out of it.
std::string toggle_term(std::string_view query, std::string_view field, std::string_view value);

struct QuickChip {
    std::string label;  // "Blocked", "Ana Lima"
    std::string field;  // "is", "dri", "class"
    std::string value;
    bool on = false;
    bool person = false;
    int category = -1;
    int count = 0;  // cards on the board; people only
};
// People with most cards on the board first, at most `most_people` (chosen ones always), then the
// classes and states.
std::vector<QuickChip> quick_chips(const model::Workspace& workspace, std::string_view query,
                                   std::size_t most_people);

struct ViewRow {
    model::SavedViewId id;
    std::string name;
    std::string query;
    std::string lanes;
    bool shared = false;
    bool mine = false;
    bool current = false;  // shows what is shown now
};
// Own ones and those of everybody, by name.
std::vector<ViewRow> saved_views(const model::Workspace& workspace, model::PersonId me,
                                 std::string_view query, std::string_view lanes);

}  // namespace throughline::gui::board
