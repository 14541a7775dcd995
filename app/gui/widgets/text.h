#pragma once
// Text on screen: styled lines, ellipsis with the whole text in a tooltip, wrapped paragraphs, and
// measuring with a cache. Everything readable goes through here so that tests can ask what is
// shown. Sizes are the unscaled roles of text_size; results are in screen pixels.

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "app/gui/theme/theme.h"
#include "imgui.h"

namespace throughline::gui {

enum class Weight : std::uint8_t { Regular, Semibold, Bold, Mono };

struct TextStyle {
    float size = text_size::kBody;
    Weight weight = Weight::Regular;
    ImU32 colour = 0;  // 0: the theme's text
};

// Styles by role.
[[nodiscard]] TextStyle body_style();
[[nodiscard]] TextStyle muted_style();    // secondary text
[[nodiscard]] TextStyle caption_style();  // labels and meta lines, muted
[[nodiscard]] TextStyle heading_style();
[[nodiscard]] TextStyle title_style();
[[nodiscard]] TextStyle display_style();
[[nodiscard]] TextStyle tone_style(Tone tone, float size = text_size::kBody,
                                   Weight weight = Weight::Regular);

[[nodiscard]] ImFont* font_of(Weight weight);
// The style's colour; faded where the block is disabled.
[[nodiscard]] ImU32 text_colour(const TextStyle& style);

// While alive, ImGui measures and draws with this face and size.
class FontScope {
public:
    explicit FontScope(const TextStyle& style);
    FontScope(Weight weight, float size);
    ~FontScope();
    FontScope(const FontScope&) = delete;
    FontScope& operator=(const FontScope&) = delete;
};

// One item per call, at the cursor.
void text(std::string_view line, const TextStyle& style = {});
// At most `width` pixels (0: what is left); cut with an ellipsis, then the tooltip shows the whole.
void text_ellipsis(std::string_view line, const TextStyle& style = {}, float width = 0.0f);
// Wrapped at `width` pixels (0: what is left), all lines.
void paragraph(std::string_view words, const TextStyle& style = {}, float width = 0.0f);
void icon(const char* glyph, ImU32 colour = 0, float size = text_size::kIcon);

// On a draw list, not an item. Cut with an ellipsis at `max_width` (0: never).
// Result: the width drawn.
float draw_text(ImDrawList& list, ImVec2 pos, std::string_view line, const TextStyle& style,
                float max_width = 0.0f);
// Vertically centred on `centre_y` by the height of capitals, so that different sizes sit on one
// line.
float draw_text_middle(ImDrawList& list, ImVec2 left_middle, std::string_view line,
                       const TextStyle& style, float max_width = 0.0f);
// Centred in the rectangle, cut with an ellipsis if it does not fit.
void draw_text_centred(ImDrawList& list, ImVec2 min, ImVec2 max, std::string_view line,
                       const TextStyle& style);
// At most `max_lines` lines (0: all); the last one cut with an ellipsis. Result: the height drawn.
float draw_wrapped(ImDrawList& list, ImVec2 pos, std::string_view words, const TextStyle& style,
                   float width, int max_lines = 0);
// All lines, each in the middle of the width.
void draw_wrapped_centred(ImDrawList& list, ImVec2 pos, std::string_view words,
                          const TextStyle& style, float width);
// The whole of a text that was drawn cut at this point, as a tooltip, while the keyboard rests on
// the place around it. The functions above call it.
void whole_for_keyboard(std::string_view words, ImVec2 at);
// An icon centred on a point.
void draw_icon(ImDrawList& list, ImVec2 centre, const char* glyph, ImU32 colour,
               float size = text_size::kIcon);

[[nodiscard]] float text_width(std::string_view line, const TextStyle& style);
[[nodiscard]] float line_height(const TextStyle& style);
[[nodiscard]] float wrap_height(std::string_view words, const TextStyle& style, float width,
                                int max_lines = 0);
// The line with as many of its first characters as fit, then "…". UTF-8 is never split.
[[nodiscard]] std::string ellipsize(std::string_view line, const TextStyle& style, float width);

// Remembers wrap heights by a caller's key (for example a card's number) while width, style, scale
// and text version stay the same. For lists with thousands of rows.
class WrapCache {
public:
    [[nodiscard]] float height(std::uint64_t key, std::uint64_t text_version,
                               std::string_view words, const TextStyle& style, float width,
                               int max_lines = 0);
    void clear() { entries_.clear(); }

private:
    struct Entry {
        std::uint64_t version = 0;
        std::uint64_t stamp = 0;
        float height = 0.0f;
    };
    std::unordered_map<std::uint64_t, Entry> entries_;
};

}  // namespace throughline::gui
