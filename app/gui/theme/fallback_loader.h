#pragma once
// A font loader for big faces that most boards never need (Chinese/Japanese/Korean, colour emoji):
// the file is opened at the first missing glyph, shared by all sizes and weights, and colour
// bitmaps of one fixed size are scaled to the text. A file that cannot be read counts as having no
// glyphs.

#include <string>

struct ImFontAtlas;

namespace throughline::gui {

struct FallbackFace {
    std::string path;
    int face_index = 0;
    float em_scale = 1.0f;  // glyph height as a share of the line's
};

// Merges the face into the font added last. Never fails; costs nothing until a glyph is missing.
void merge_fallback(ImFontAtlas& atlas, const FallbackFace& face);

}  // namespace throughline::gui
