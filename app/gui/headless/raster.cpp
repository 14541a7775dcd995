#include "app/gui/headless/raster.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include "imgui.h"

namespace throughline::gui::headless {
namespace {

// Source over destination, straight alpha; the destination is opaque.
std::uint32_t blend(std::uint32_t under, std::uint32_t over) {
    const std::uint32_t alpha = over >> 24u;
    if (alpha == 255) return over;
    if (alpha == 0) return under;
    const std::uint32_t rest = 255 - alpha;
    // Red and blue in one multiplication, green apart; x/255 as (x + 128 + x/256)/256.
    const std::uint32_t rb = (over & 0xFF00FFu) * alpha + (under & 0xFF00FFu) * rest + 0x800080u;
    const std::uint32_t g = ((over >> 8u) & 0xFFu) * alpha + ((under >> 8u) & 0xFFu) * rest + 0x80u;
    return 0xFF000000u | (((rb + ((rb >> 8u) & 0xFF00FFu)) >> 8u) & 0xFF00FFu) |
           ((((g + (g >> 8u)) >> 8u) & 0xFFu) << 8u);
}

std::uint32_t modulate(std::uint32_t a, std::uint32_t b) {
    if (a == 0xFFFFFFFFu) return b;
    std::uint32_t result = 0;
    for (unsigned shift = 0; shift < 32; shift += 8) {
        result |= ((((a >> shift) & 0xFFu) * ((b >> shift) & 0xFFu) + 127u) / 255u) << shift;
    }
    return result;
}

std::uint32_t texel(const Texture& t, int x, int y) {
    const int cx = std::clamp(x, 0, t.width - 1);
    const int cy = std::clamp(y, 0, t.height - 1);
    return t.pixels[static_cast<std::ptrdiff_t>(cy) * t.width + cx];
}

std::uint32_t sample(const Texture& t, float u, float v) {
    const float x = u * static_cast<float>(t.width) - 0.5f;
    const float y = v * static_cast<float>(t.height) - 0.5f;
    const int ix = static_cast<int>(std::floor(x));
    const int iy = static_cast<int>(std::floor(y));
    const float ax = x - std::floor(x);
    const float ay = y - std::floor(y);
    if (ax < 1e-3f && ay < 1e-3f) return texel(t, ix, iy);
    const std::array<std::uint32_t, 4> around{texel(t, ix, iy), texel(t, ix + 1, iy),
                                              texel(t, ix, iy + 1), texel(t, ix + 1, iy + 1)};
    const std::array<float, 4> weight{(1 - ax) * (1 - ay), ax * (1 - ay), (1 - ax) * ay, ax * ay};
    std::uint32_t result = 0;
    for (unsigned shift = 0; shift < 32; shift += 8) {
        float sum = 0.5f;
        for (std::size_t i = 0; i < 4; ++i)
            sum += static_cast<float>((around[i] >> shift) & 0xFFu) * weight[i];
        result |= static_cast<std::uint32_t>(sum) << shift;
    }
    return result;
}

std::uint32_t* row_of(Image& target, int y) {
    return target.pixels.data() + static_cast<std::ptrdiff_t>(y) * target.width;
}

// The first pixel whose middle is at or right of the edge.
int first_pixel(float edge) {
    return static_cast<int>(std::ceil(edge - 0.5f));
}

void fill_plain(Image& target, const ClipBox& box, std::uint32_t colour) {
    for (int y = box.y0; y < box.y1; ++y) {
        std::uint32_t* row = row_of(target, y);
        if ((colour >> 24u) == 255) {
            std::fill(row + box.x0, row + box.x1, colour);
        } else {
            for (int x = box.x0; x < box.x1; ++x)
                row[x] = blend(row[x], colour);
        }
    }
}

// Corner coordinates in sixteenths of a pixel.
struct FixedPoint {
    std::int64_t x = 0;
    std::int64_t y = 0;
};

FixedPoint fixed(const ImVec2& p) {
    return {std::lround(p.x * 16.0f), std::lround(p.y * 16.0f)};
}

// Twice the signed area left of the edge from `from` to `to`, stepped over pixel middles.
struct Edge {
    std::int64_t dx = 0, dy = 0, bias = 0;
    FixedPoint from;

    Edge(FixedPoint a, FixedPoint b) : dx(b.x - a.x), dy(b.y - a.y), from(a) {
        const bool top_left = dy < 0 || (dy == 0 && dx > 0);
        bias = top_left ? 0 : -1;
    }
    [[nodiscard]] std::int64_t at(std::int64_t x, std::int64_t y) const {
        return dx * (y - from.y) - dy * (x - from.x) + bias;
    }
    [[nodiscard]] std::int64_t step_x() const { return -dy * 16; }
};

std::uint32_t mix3(const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c, float la,
                   float lb, float lc) {
    std::uint32_t result = 0;
    for (unsigned shift = 0; shift < 32; shift += 8) {
        const auto part = [&](const ImDrawVert& v) {
            return static_cast<float>((v.col >> shift) & 0xFFu);
        };
        const float value = la * part(a) + lb * part(b) + lc * part(c) + 0.5f;
        result |= static_cast<std::uint32_t>(std::clamp(value, 0.0f, 255.0f)) << shift;
    }
    return result;
}

// Colour of one pixel of a triangle, by what its corners have in common.
class Shader {
public:
    Shader(const Texture& t, const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c)
        : texture_(t),
          a_(a),
          b_(b),
          c_(c),
          one_colour_(a.col == b.col && b.col == c.col),
          one_texel_(a.uv.x == b.uv.x && a.uv.y == b.uv.y && a.uv.x == c.uv.x && a.uv.y == c.uv.y),
          flat_(one_texel_ ? sample(t, a.uv.x, a.uv.y) : 0),
          solid_(modulate(flat_, a.col)) {}

    [[nodiscard]] bool solid() const { return one_colour_ && one_texel_; }
    [[nodiscard]] std::uint32_t solid_colour() const { return solid_; }
    [[nodiscard]] std::uint32_t colour(float la, float lb) const {
        const float lc = 1.0f - la - lb;
        const std::uint32_t tint = one_colour_ ? a_.col : mix3(a_, b_, c_, la, lb, lc);
        if (one_texel_) return modulate(flat_, tint);
        const float u = la * a_.uv.x + lb * b_.uv.x + lc * c_.uv.x;
        const float v = la * a_.uv.y + lb * b_.uv.y + lc * c_.uv.y;
        return modulate(sample(texture_, u, v), tint);
    }

private:
    const Texture& texture_;
    const ImDrawVert& a_;
    const ImDrawVert& b_;
    const ImDrawVert& c_;
    bool one_colour_;
    bool one_texel_;
    std::uint32_t flat_;
    std::uint32_t solid_;
};

ClipBox covered(const ClipBox& clip, FixedPoint a, FixedPoint b, FixedPoint c) {
    const auto low = [](std::int64_t p, std::int64_t q, std::int64_t r) {
        return static_cast<int>(std::min({p, q, r}) >> 4);
    };
    const auto high = [](std::int64_t p, std::int64_t q, std::int64_t r) {
        return static_cast<int>(std::max({p, q, r}) >> 4) + 1;
    };
    return {std::max(clip.x0, low(a.x, b.x, c.x)), std::max(clip.y0, low(a.y, b.y, c.y)),
            std::min(clip.x1, high(a.x, b.x, c.x)), std::min(clip.y1, high(a.y, b.y, c.y))};
}

void draw_ordered(Image& target, const ClipBox& clip, const Shader& shader, FixedPoint a,
                  FixedPoint b, FixedPoint c) {
    const ClipBox box = covered(clip, a, b, c);
    if (box.empty()) return;
    const Edge ea(b, c);
    const Edge eb(c, a);
    const Edge ec(a, b);
    const float per_area =
        1.0f / static_cast<float>((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));
    const std::int64_t left = static_cast<std::int64_t>(box.x0) * 16 + 8;
    for (int y = box.y0; y < box.y1; ++y) {
        const std::int64_t middle = static_cast<std::int64_t>(y) * 16 + 8;
        std::int64_t wa = ea.at(left, middle);
        std::int64_t wb = eb.at(left, middle);
        std::int64_t wc = ec.at(left, middle);
        std::uint32_t* row = row_of(target, y);
        bool inside = false;
        for (int x = box.x0; x < box.x1;
             ++x, wa += ea.step_x(), wb += eb.step_x(), wc += ec.step_x()) {
            if ((wa | wb | wc) < 0) {
                if (inside) break;  // a triangle has one stretch per row
                continue;
            }
            inside = true;
            const std::uint32_t colour = shader.solid()
                                             ? shader.solid_colour()
                                             : shader.colour(static_cast<float>(wa) * per_area,
                                                             static_cast<float>(wb) * per_area);
            row[x] = blend(row[x], colour);
        }
    }
}

}  // namespace

void draw_rect(Image& target, const ClipBox& clip, const Texture& texture, const ImDrawVert& min,
               const ImDrawVert& max) {
    const ClipBox box{
        std::max(clip.x0, first_pixel(min.pos.x)), std::max(clip.y0, first_pixel(min.pos.y)),
        std::min(clip.x1, first_pixel(max.pos.x)), std::min(clip.y1, first_pixel(max.pos.y))};
    if (box.empty()) return;
    if (min.uv.x == max.uv.x && min.uv.y == max.uv.y) {
        fill_plain(target, box, modulate(sample(texture, min.uv.x, min.uv.y), min.col));
        return;
    }
    const float du = (max.uv.x - min.uv.x) / (max.pos.x - min.pos.x);
    const float dv = (max.uv.y - min.uv.y) / (max.pos.y - min.pos.y);
    for (int y = box.y0; y < box.y1; ++y) {
        std::uint32_t* row = row_of(target, y);
        const float v = min.uv.y + (static_cast<float>(y) + 0.5f - min.pos.y) * dv;
        for (int x = box.x0; x < box.x1; ++x) {
            const float u = min.uv.x + (static_cast<float>(x) + 0.5f - min.pos.x) * du;
            const std::uint32_t colour = sample(texture, u, v);
            if ((colour >> 24u) != 0) row[x] = blend(row[x], modulate(colour, min.col));
        }
    }
}

void draw_triangle(Image& target, const ClipBox& clip, const Texture& texture, const ImDrawVert& a,
                   const ImDrawVert& b, const ImDrawVert& c) {
    const FixedPoint fa = fixed(a.pos);
    const FixedPoint fb = fixed(b.pos);
    const FixedPoint fc = fixed(c.pos);
    const std::int64_t area = (fb.x - fa.x) * (fc.y - fa.y) - (fb.y - fa.y) * (fc.x - fa.x);
    if (area > 0) {
        draw_ordered(target, clip, Shader(texture, a, b, c), fa, fb, fc);
    } else if (area < 0) {
        draw_ordered(target, clip, Shader(texture, a, c, b), fa, fc, fb);
    }
}

}  // namespace throughline::gui::headless
