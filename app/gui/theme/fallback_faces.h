#pragma once
// Files of the fallback loader, opened late and shared within one ImGui context; and the drawing of
// one of their glyphs into pixels. Only fallback_loader.cpp uses this.

#include <ft2build.h>
#include FT_FREETYPE_H

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "imgui.h"

namespace throughline::gui {

class FallbackFaces {
public:
    FallbackFaces();
    ~FallbackFaces();
    FallbackFaces(const FallbackFaces&) = delete;
    FallbackFaces& operator=(const FallbackFaces&) = delete;

    // Null when the file is missing, damaged, or has no usable size. Tried once.
    [[nodiscard]] FT_Face open(const std::string& path, int index);

private:
    FT_Library library_ = nullptr;
    std::map<std::pair<std::string, int>, FT_Face> faces_;
};

// One glyph in pixels, straight alpha. Offsets are from the pen on the baseline, y down.
struct GlyphPicture {
    int width = 0;
    int height = 0;
    float left = 0.0f;
    float top = 0.0f;
    float advance = 0.0f;
    bool coloured = false;
    std::vector<ImU32> pixels;  // empty when only the advance was asked for
};

// False when the face cannot give the glyph at this size.
[[nodiscard]] bool draw_glyph(FT_Face face, FT_UInt glyph, float pixel_size, bool with_pixels,
                              GlyphPicture& out);

}  // namespace throughline::gui
