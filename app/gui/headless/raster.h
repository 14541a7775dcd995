#pragma once
// Rectangles and triangles into an Image, integer arithmetic for coverage so that runs agree to the
// bit. Only renderer.cpp uses this.

#include <cstdint>

#include "app/gui/headless/image.h"

struct ImDrawVert;

namespace throughline::gui::headless {

// Half-open pixel box.
struct ClipBox {
    int x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    [[nodiscard]] bool empty() const { return x0 >= x1 || y0 >= y1; }
};

// RGBA pixels that are read with bilinear filtering.
struct Texture {
    const std::uint32_t* pixels = nullptr;
    int width = 0;
    int height = 0;
};

// Axis-aligned, one colour; corners upper left and lower right.
void draw_rect(Image& target, const ClipBox& clip, const Texture& texture, const ImDrawVert& min,
               const ImDrawVert& max);
// Top-left rule: pixels on an edge shared by two triangles are drawn once.
void draw_triangle(Image& target, const ClipBox& clip, const Texture& texture, const ImDrawVert& a,
                   const ImDrawVert& b, const ImDrawVert& c);

}  // namespace throughline::gui::headless
