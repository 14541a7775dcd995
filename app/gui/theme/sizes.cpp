#include "app/gui/theme/sizes.h"

#include <algorithm>
#include <cmath>

namespace throughline::gui {

Sizes make_sizes(float scale) {
    Sizes s;
    s.scale = scale;
    // Whole pixels, so that edges stay crisp at fractional scales.
    for (float* value :
         {&s.xxs,           &s.xs,           &s.sm,     &s.md,          &s.lg,           &s.xl,
          &s.xxl,           &s.radius_sm,    &s.radius, &s.radius_card, &s.radius_lg,    &s.control,
          &s.control_small, &s.row,          &s.chip,   &s.badge,       &s.avatar_small, &s.avatar,
          &s.avatar_large,  &s.focus_ring,   &s.rail,   &s.rail_folded, &s.top_bar,      &s.column,
          &s.dialog,        &s.dialog_small, &s.reading}) {
        *value = std::max(1.0f, std::round(*value * scale));
    }
    s.hair = std::max(1.0f, std::floor(scale));
    return s;
}

}  // namespace throughline::gui
