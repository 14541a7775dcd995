// Pieces of the template editor. Private to this room.
#pragma once

#include "app/gui/settings/sections.h"

namespace throughline::gui::settings {

enum class FieldAct { None, Up, Down, Remove };
// A question as a row, and everything about it while it is open. Result: what was pressed.
FieldAct draw_template_field(Context& context, TemplateForms& forms, std::size_t index,
                             bool may_change);

}  // namespace throughline::gui::settings
