#pragma once
// Fonts by role for the current ImGui context. Every face carries the icons (icons.h), a wide
// fallback, and, loaded only when first needed, Chinese/Japanese/Korean and colour emoji.
// Works with no font file at all: then ImGui's embedded font is used and icons show as blanks.

#include <string>
#include <vector>

struct ImFont;

namespace throughline::gui {

struct Fonts {
    ImFont* regular = nullptr;
    ImFont* semibold = nullptr;
    ImFont* bold = nullptr;
    ImFont* mono = nullptr;
    bool has_icons = false;
};

// Files tried for each role, best first; the first readable one is taken.
struct FontSearch {
    std::vector<std::string> regular, semibold, bold, mono, icons, wide, cjk, emoji;
};

// Usual places on Debian, other Linux, macOS and Windows. A folder named by the environment
// variable THROUGHLINE_FONTS is looked into first, by the same file names.
[[nodiscard]] FontSearch default_font_search();

// Loads into the current context's atlas. Call once, after CreateContext and before the first
// frame. Never fails: what is not found is replaced. An empty search gives the embedded font.
void load_fonts(const FontSearch& search = default_font_search());

// The current context's fonts. Before load_fonts all four are null, which PushFont takes as
// "keep the current face".
[[nodiscard]] const Fonts& fonts();

}  // namespace throughline::gui
