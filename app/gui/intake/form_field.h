// One question of a brief as a control, by its kind of answer. Answers go in and out as stored
// text.
#pragma once

#include "app/gui/intake/field_choices.h"
#include "core/model/brief.h"

#include <optional>
#include <string>

namespace throughline::gui::intake {

struct FieldPlace {
    std::string problem;  // said under it; "" for none
    bool focus = false;   // takes the keyboard
    bool disabled = false;
    float width = 0.0f;  // scaled pixels; 0: what is left
    Day today;
};

struct FieldEdit {
    std::optional<std::string> answer;  // when it changed
    bool active = false;                // has the keyboard
};

// The item is named "field:<handle>".
FieldEdit draw_field(const model::BriefField& field, const std::string& answer,
                     const std::vector<FieldChoice>& choices, const FieldPlace& place);

}  // namespace throughline::gui::intake
