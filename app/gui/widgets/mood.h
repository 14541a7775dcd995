#pragma once
// How a figure stands, as tones and chips: by shape too, never by colour alone.

#include "app/gui/theme/theme.h"
#include "app/gui/widgets/chip.h"
#include "core/report/figure_words.h"

namespace throughline::gui {

Tone tone_of(report::Mood mood);
ChipStyle chip_of(report::Mood mood);

}  // namespace throughline::gui
