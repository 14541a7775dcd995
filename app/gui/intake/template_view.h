// Choosing the template of a new brief: one card each, found by typing a part of its name.
#pragma once

#include "app/gui/intake/template_model.h"

#include <optional>
#include <string>

namespace throughline::gui::intake {

// What the person has typed and walked to; starts anew when the templates come on screen.
struct TemplatePicker {
    std::string query;
    std::size_t highlighted = 0;  // among those that match
    int drawn_frame = -10;
    bool typing = false;  // its field has the keyboard
    bool wants_keyboard = false;
};

// The template chosen in this frame, by mouse, or by arrows and Enter. Takes the keyboard when it
// comes on screen. Cards are named "template:<handle>".
std::optional<model::TemplateVersionId> draw_templates(TemplatePicker& picker,
                                                       const std::vector<TemplateCard>& cards);

}  // namespace throughline::gui::intake
