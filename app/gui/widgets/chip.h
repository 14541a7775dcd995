#pragma once
// Small marks: chips (tags), count badges, avatars, key-caps, pending marks, coloured dots.
// Each exists as an item (at the cursor) and as a drawing on a list, for cards.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "app/gui/theme/theme.h"
#include "app/gui/widgets/text.h"

namespace throughline::gui {

struct ChipStyle {
    Tone tone = Tone::Neutral;
    const char* icon = nullptr;
    bool outlined = false;                      // edge in the tone, no fill
    const CategoryColours* category = nullptr;  // instead of the tone
    const ToneColours* colours = nullptr;       // instead of both, as for ages and classes
    float max_width = 0.0f;                     // 0: no limit; else cut with an ellipsis
};

void chip(std::string_view label, const ChipStyle& style = {});
// Makes the line as high as a chip: words that come before its first chip sit on the same middle.
void begin_chip_line();
// A chip that can be pressed; `selected` fills it. Result: pressed.
bool chip_button(const char* id, std::string_view label, bool selected, const ChipStyle& style = {},
                 std::string_view tooltip = {});
// A chip with a cross at its end. Result: the cross was pressed.
bool removable_chip(const char* id, std::string_view label, const ChipStyle& style = {});
float draw_chip(ImDrawList& list, ImVec2 pos, std::string_view label, const ChipStyle& style = {});
[[nodiscard]] ImVec2 chip_size(std::string_view label, const ChipStyle& style = {});

// A number in a pill.
void count_badge(std::string_view number, Tone tone = Tone::Neutral);
float draw_badge(ImDrawList& list, ImVec2 left_middle, std::string_view number,
                 Tone tone = Tone::Neutral);

// A person: initials on their colour, and one of four shapes by the colour's index, so that two
// people are told apart without colour.
struct Avatar {
    std::string_view name;   // "Ada Lovelace" gives AL; also the tooltip
    std::size_t colour = 0;  // category index
    float size = 0.0f;       // 0: the theme's avatar; scaled pixels
    bool ring = false;       // outlined, for overlapping rows
};
void avatar(const Avatar& person);
void draw_avatar(ImDrawList& list, ImVec2 centre, const Avatar& person);
// Overlapping avatars, at most `most`, then "+n".
void avatar_row(std::span<const Avatar> people, int most = 4);
// First letters of the first and the last word, upper case where Latin; "?" for an empty name.
[[nodiscard]] std::string initials(std::string_view name);

// A key on a keyboard: "Ctrl+K" becomes two caps.
void key_cap(std::string_view keys);
float draw_key_cap(ImDrawList& list, ImVec2 left_middle, std::string_view keys);
[[nodiscard]] float key_cap_width(std::string_view keys);

// Not yet saved: a small turning mark with the word as its tooltip. It does not ask for frames; it
// moves when frames come.
void pending_mark(std::string_view tooltip = "Saving");
void draw_pending_mark(ImDrawList& list, ImVec2 centre, float radius);

// A coloured shape (circle, square, diamond, triangle by index) for legends and objectives.
void draw_category_dot(ImDrawList& list, ImVec2 centre, float radius, std::size_t category);
void category_dot(std::size_t category);

}  // namespace throughline::gui
