// What can be chosen in the fields of a form: people, objectives, terms and a field's own choices,
// as labels and as the text that is stored.
#pragma once

#include "core/model/workspace.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::gui::intake {

struct FieldChoice {
    std::string answer;  // stored
    std::string label;   // shown
    std::string note;
    int category = -1;
    bool person = false;
};

class FieldChoices {
public:
    // Cheap while nothing changed.
    void refresh(const model::Workspace& workspace, const std::vector<model::BriefField>& fields,
                 std::uint64_t revision, Day today);
    const std::vector<FieldChoice>& of(std::string_view handle) const;

private:
    std::map<std::string, std::vector<FieldChoice>, std::less<>> choices_;
    std::uint64_t revision_ = 0;
    std::vector<model::BriefField> fields_;
    Day today_;
};

// Index of the choice with this answer; -1 for none.
int index_of_answer(const std::vector<FieldChoice>& choices, std::string_view answer);

}  // namespace throughline::gui::intake
