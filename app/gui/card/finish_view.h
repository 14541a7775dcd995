// The finish of a card in process, for its panel.
#pragma once

#include "app/gui/card/finish_model.h"

namespace throughline::gui::card {

// The word for its age, to stand beside the age: "at risk". False, and nothing drawn, where there
// is nothing to compare with.
bool draw_age_word(const Finish& finish);
// What it takes with the gap behind it; 0 for nothing.
float age_word_width(const Finish& finish);
// A section of the work tab; nothing for a card that is not in process. Result: it is to be kept as
// told.
bool draw_finish(const Finish& finish);

}  // namespace throughline::gui::card
