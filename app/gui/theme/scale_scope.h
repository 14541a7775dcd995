#pragma once
// Everything larger for a while: text, distances, controls, and the dialogs begun meanwhile.

#include "app/gui/theme/theme.h"

namespace throughline::gui {

// Multiplies the scale of sizes() and of all text within its life, which lies inside one frame.
// What is pushed (style, font, window) within it must be popped within it.
class ScaleScope {
public:
    explicit ScaleScope(float factor);
    ~ScaleScope();
    ScaleScope(const ScaleScope&) = delete;
    ScaleScope& operator=(const ScaleScope&) = delete;

private:
    float before_;
};

// How much larger than the theme's, so that a window of this size is read across a room.
[[nodiscard]] float across_a_room(float width, float height);

}  // namespace throughline::gui
