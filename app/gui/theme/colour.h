#pragma once
// Arithmetic on packed colours (ImU32, straight alpha): mixing, fading and the WCAG contrast that
// the theme's test holds every text role to. No theme knowledge here.

#include "imgui.h"

namespace throughline::gui {

// 0xRRGGBB, opaque.
[[nodiscard]] constexpr ImU32 rgb(unsigned hex) {
    return IM_COL32((hex >> 16) & 0xFFu, (hex >> 8) & 0xFFu, hex & 0xFFu, 0xFFu);
}

// The colour with its own alpha multiplied by `alpha` (0..1).
[[nodiscard]] ImU32 fade(ImU32 colour, float alpha);
// `a` at 0, `b` at 1, alpha included.
[[nodiscard]] ImU32 mix(ImU32 a, ImU32 b, float amount);
// What the eye sees where `top` lies on an opaque `bottom`.
[[nodiscard]] ImU32 flatten(ImU32 top, ImU32 bottom);
[[nodiscard]] ImVec4 to_vec4(ImU32 colour);

// WCAG 2.1 relative luminance, 0 (black) to 1 (white); alpha is ignored.
[[nodiscard]] float luminance(ImU32 colour);
// WCAG 2.1 contrast, 1 to 21; white on black is 21.
[[nodiscard]] float contrast_ratio(ImU32 a, ImU32 b);
// Near-white or near-black, whichever reads better on `fill`; always at least 4.5:1.
[[nodiscard]] ImU32 readable_on(ImU32 fill);

}  // namespace throughline::gui
