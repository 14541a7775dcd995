#pragma once
// The actions that belong to no screen: undo and redo in words, going to a screen, a new brief.

#include "app/gui/palette/actions.h"

namespace throughline::gui::palette {

void add_core_actions(Actions& actions);

}  // namespace throughline::gui::palette
