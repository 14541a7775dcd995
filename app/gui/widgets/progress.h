#pragma once
// How far: bars, rings, a form's completeness, and grey shapes while something loads.

#include <span>
#include <string_view>

#include "app/gui/theme/theme.h"

namespace throughline::gui {

// Shares are 0..1 and clamped. A bar over 1 is drawn full in the danger tone with a notch.
void progress_bar(float share, Tone tone = Tone::Accent, float width = 0.0f, float height = 0.0f);
void draw_progress_bar(ImDrawList& list, ImVec2 min, ImVec2 max, float share,
                       Tone tone = Tone::Accent);
// A ring with a text in its middle.
void progress_ring(float share, std::string_view middle = {}, Tone tone = Tone::Accent,
                   float diameter = 0.0f);
void draw_progress_ring(ImDrawList& list, ImVec2 centre, float radius, float thickness, float share,
                        Tone tone = Tone::Accent);
// "6 of 7 answers" with a bar in segments, one per answer; complete shows a check.
void completeness_meter(int done, int total, std::string_view noun = "answers", float width = 0.0f);
// Load against a capacity: a bar with a mark for the healthy band (shares), tone by where it lies.
void load_bar(float share, float band_low, float band_high, float width = 0.0f);
// The last values of a series as a line, the latest as a dot; below 2 values nothing.
void draw_sparkline(ImDrawList& list, ImVec2 min, ImVec2 max, std::span<const double> values);
// A place-holder for text that is not there yet; lines <= 1 gives a block of that height.
void skeleton(float width, float height);
void skeleton_lines(int lines, float width = 0.0f);

}  // namespace throughline::gui
