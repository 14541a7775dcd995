// Charts as screens show them: one that can be hovered, walked through by keys and followed to what
// is behind it, and the chip of its verdict.
#pragma once

#include "app/gui/context/context.h"
#include "core/report/chart.h"

namespace throughline::gui::palette {

// The picture alone, in what is left of the width. Left and right move along the marks while it has
// the keyboard, Enter goes on: to the card, or, from a flag, to the entries of its day.
void draw_live(Context& context, const report::Chart& chart, float unscaled_height);

// Shape, colour and word of the verdict; its rule as tooltip.
void verdict_chip(const report::Verdict& verdict);
float verdict_width(const report::Verdict& verdict);

}  // namespace throughline::gui::palette
