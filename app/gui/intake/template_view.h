// Choosing the template of a new brief: one card each.
#pragma once

#include "app/gui/intake/template_model.h"

#include <optional>

namespace throughline::gui::intake {

// The template chosen in this frame. Cards are named "template:<handle>".
std::optional<model::TemplateVersionId> draw_templates(const std::vector<TemplateCard>& cards);

}  // namespace throughline::gui::intake
