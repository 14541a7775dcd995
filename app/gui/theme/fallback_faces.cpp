#include "app/gui/theme/fallback_faces.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace throughline::gui {
namespace {

// Faces of pictures (colour emoji) come in one fixed size, which must be selected.
bool prepare(FT_Face face) {
    if (FT_IS_SCALABLE(face) && !FT_HAS_COLOR(face)) return true;
    return face->num_fixed_sizes > 0 && FT_Select_Size(face, 0) == 0;
}

struct Sum {
    unsigned blue = 0, green = 0, red = 0, alpha = 0, count = 0;

    [[nodiscard]] ImU32 average() const {
        if (count == 0 || alpha == 0) return 0;
        // The bitmap is premultiplied; ImGui wants straight alpha.
        const auto straight = [this](unsigned v) { return std::min(255u, v * 255u / alpha); };
        return IM_COL32(straight(red), straight(green), straight(blue), alpha / count);
    }
};

Sum sum_of_box(const FT_Bitmap& bitmap, int x0, int y0, int x1, int y1) {
    Sum sum;
    for (int y = y0; y < y1; ++y) {
        const unsigned char* row = bitmap.buffer + static_cast<std::ptrdiff_t>(y) * bitmap.pitch;
        for (int x = x0; x < x1; ++x) {
            const unsigned char* p = row + static_cast<std::ptrdiff_t>(x) * 4;
            sum.blue += p[0];
            sum.green += p[1];
            sum.red += p[2];
            sum.alpha += p[3];
            ++sum.count;
        }
    }
    return sum;
}

// Box filter from the face's fixed size down to the size of the text.
void shrink_colour(const FT_Bitmap& bitmap, GlyphPicture& out) {
    const int from_w = static_cast<int>(bitmap.width);
    const int from_h = static_cast<int>(bitmap.rows);
    out.pixels.resize(static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height));
    std::size_t i = 0;
    for (int y = 0; y < out.height; ++y) {
        const int y0 = y * from_h / out.height;
        const int y1 = std::max(y0 + 1, (y + 1) * from_h / out.height);
        for (int x = 0; x < out.width; ++x, ++i) {
            const int x0 = x * from_w / out.width;
            const int x1 = std::max(x0 + 1, (x + 1) * from_w / out.width);
            out.pixels[i] = sum_of_box(bitmap, x0, y0, x1, y1).average();
        }
    }
}

bool draw_colour(FT_Face face, FT_UInt glyph, float pixel_size, bool with_pixels,
                 GlyphPicture& out) {
    if (FT_Load_Glyph(face, glyph, FT_LOAD_COLOR) != 0) return false;
    const FT_Bitmap& bitmap = face->glyph->bitmap;
    if (bitmap.rows == 0 || bitmap.width == 0 || bitmap.pixel_mode != FT_PIXEL_MODE_BGRA)
        return false;
    const float shrink = pixel_size / static_cast<float>(bitmap.rows);
    out.coloured = true;
    out.width =
        std::max(1, static_cast<int>(std::lround(static_cast<float>(bitmap.width) * shrink)));
    out.height = std::max(1, static_cast<int>(std::lround(pixel_size)));
    out.advance = static_cast<float>(bitmap.width) * shrink;
    out.left = 0.0f;
    out.top = -pixel_size * 0.82f;
    if (with_pixels) shrink_colour(bitmap, out);
    return true;
}

bool draw_outline(FT_Face face, FT_UInt glyph, float pixel_size, bool with_pixels,
                  GlyphPicture& out) {
    if (FT_Set_Char_Size(face, 0, static_cast<FT_F26Dot6>(pixel_size * 64.0f), 72, 72) != 0)
        return false;
    if (FT_Load_Glyph(face, glyph, FT_LOAD_TARGET_LIGHT | FT_LOAD_NO_BITMAP) != 0) return false;
    out.advance = static_cast<float>(face->glyph->advance.x) / 64.0f;
    if (!with_pixels) return true;
    if (FT_Render_Glyph(face->glyph, FT_RENDER_MODE_NORMAL) != 0) return false;
    const FT_Bitmap& bitmap = face->glyph->bitmap;
    if (bitmap.pixel_mode != FT_PIXEL_MODE_GRAY && bitmap.rows > 0) return false;
    out.width = static_cast<int>(bitmap.width);
    out.height = static_cast<int>(bitmap.rows);
    out.left = static_cast<float>(face->glyph->bitmap_left);
    out.top = -static_cast<float>(face->glyph->bitmap_top);
    out.pixels.reserve(static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height));
    for (int y = 0; y < out.height; ++y) {
        const unsigned char* row = bitmap.buffer + static_cast<std::ptrdiff_t>(y) * bitmap.pitch;
        for (int x = 0; x < out.width; ++x)
            out.pixels.push_back(IM_COL32(255, 255, 255, row[x]));
    }
    return true;
}

}  // namespace

FallbackFaces::FallbackFaces() {
    if (FT_Init_FreeType(&library_) != 0) library_ = nullptr;
}

FallbackFaces::~FallbackFaces() {
    for (const auto& [key, face] : faces_) {
        if (face != nullptr) FT_Done_Face(face);
    }
    if (library_ != nullptr) FT_Done_FreeType(library_);
}

FT_Face FallbackFaces::open(const std::string& path, int index) {
    if (library_ == nullptr) return nullptr;
    const auto [entry, is_new] = faces_.try_emplace({path, index}, nullptr);
    if (!is_new) return entry->second;
    FT_Face face = nullptr;
    if (FT_New_Face(library_, path.c_str(), index, &face) != 0) return nullptr;
    if (!prepare(face)) {
        FT_Done_Face(face);
        return nullptr;
    }
    entry->second = face;
    return face;
}

bool draw_glyph(FT_Face face, FT_UInt glyph, float pixel_size, bool with_pixels,
                GlyphPicture& out) {
    if (pixel_size < 1.0f) return false;
    return FT_HAS_COLOR(face) ? draw_colour(face, glyph, pixel_size, with_pixels, out)
                              : draw_outline(face, glyph, pixel_size, with_pixels, out);
}

}  // namespace throughline::gui
