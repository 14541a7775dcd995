// Beside the form: what is missing or wrong, open work that looks alike, what happens next.
#pragma once

#include "app/gui/intake/form_view.h"

namespace throughline::gui::intake {

// Problems to jump to ("missing:<handle>"); only after a try to submit.
void draw_problems(FormScreen& screen);
// "similar:<key>" opens it.
void draw_similar(const FormScreen& screen, Context& context);
void draw_next_steps(const FormScreen& screen, Context& context);

}  // namespace throughline::gui::intake
