#pragma once
// The look in one place: colours by meaning, sizes by meaning, light, dark and high contrast.
// Views never write a literal colour or pixel; they ask theme(), sizes() and fonts().
// The current theme belongs to the current ImGui context (see context_state.h), so a test may hold
// several at once. Frame thread only.

#include <array>
#include <cstddef>
#include <cstdint>

#include "app/gui/theme/colour.h"
#include "app/gui/theme/sizes.h"

namespace throughline::gui {

enum class Mode : std::uint8_t { Light, Dark };

struct ThemeSettings {
    Mode mode = Mode::Light;
    bool high_contrast = false;
    float scale = 1.0f;  // screen's content scale times the person's own zoom; 0.5 to 4

    bool operator==(const ThemeSettings&) const = default;
};

// What a coloured thing says. Always shown with a word, an icon or a shape beside the colour.
enum class Tone : std::uint8_t { Neutral, Accent, Info, Success, Warning, Danger };
inline constexpr std::size_t kToneCount = 6;

enum class AgeState : std::uint8_t { Fresh, Watch, AtRisk, Beyond };
enum class ServiceClass : std::uint8_t { Standard, FixedDate, Expedite, Intangible };

// One tone on screen. Guaranteed by test in every variant: ink >= 4.5:1 on surface, card, column
// and on its own soft; on_fill >= 4.5:1 on fill; fill and edge >= 3:1 on surface and card.
struct ToneColours {
    ImU32 fill = 0;     // solid shapes: buttons, bars, badges
    ImU32 on_fill = 0;  // text on fill
    ImU32 ink = 0;      // text and icons in this tone
    ImU32 soft = 0;     // quiet background: chips, notices, selected rows
    ImU32 edge = 0;     // outline of a soft shape that must be seen
};

// A person's or objective's colour. Shapes and letters go with it: colour is never the only sign.
struct CategoryColours {
    ImU32 fill = 0;     // >= 3:1 on card, surface and column
    ImU32 on_fill = 0;  // >= 4.5:1 on fill
    ImU32 soft = 0;     // quiet background
    ImU32 ink = 0;      // >= 4.5:1 on soft, card and surface
};
inline constexpr std::size_t kCategoryCount = 12;

struct Theme {
    ThemeSettings settings;

    // Grounds, from back to front.
    ImU32 bg = 0;              // the window behind everything
    ImU32 rail = 0;            // navigation at the side
    ImU32 surface = 0;         // panels, dialogs' body, top bar
    ImU32 surface_raised = 0;  // popups, menus, tooltips' ground
    ImU32 column = 0;
    ImU32 card = 0;
    ImU32 card_hover = 0;
    ImU32 field = 0;  // inside of text fields and choices
    ImU32 field_hover = 0;
    ImU32 hover = 0;     // translucent: ghost buttons, rows under the pointer
    ImU32 pressed = 0;   // translucent
    ImU32 selected = 0;  // translucent accent: chosen row or item

    // Lines.
    ImU32 border = 0;         // quiet separation of grounds
    ImU32 border_strong = 0;  // outline of a control, >= 3:1
    ImU32 line = 0;           // table rules, chart grid
    ImU32 track = 0;          // the empty part of bars, rings and place-holders
    ImU32 focus = 0;          // focus ring, >= 3:1 on every ground
    ImU32 shadow = 0;         // one layer of the stacked soft shadow
    ImU32 dim = 0;            // over everything behind a dialog

    // Text, all >= 4.5:1 on every ground it is used on (bg, rail, surface, raised, column, card,
    // field).
    ImU32 text = 0;
    ImU32 text_muted = 0;
    ImU32 text_faint = 0;

    // Shortcuts to the tones' fills; everything else through tone().
    ImU32 accent = 0;
    ImU32 accent_text = 0;  // on accent
    ImU32 accent_hover = 0;
    ImU32 accent_soft = 0;
    ImU32 danger = 0;
    ImU32 danger_soft = 0;
    ImU32 warning = 0;
    ImU32 warning_soft = 0;
    ImU32 success = 0;
    ImU32 success_soft = 0;
    ImU32 info = 0;
    ImU32 info_soft = 0;

    std::array<ToneColours, kToneCount> tones{};
    std::array<ToneColours, 4> ages{};
    std::array<ToneColours, 4> classes{};
    std::array<CategoryColours, kCategoryCount> categories{};

    [[nodiscard]] bool dark() const { return settings.mode == Mode::Dark; }
    [[nodiscard]] const ToneColours& tone(Tone t) const;
    [[nodiscard]] const ToneColours& age(AgeState s) const;
    [[nodiscard]] const ToneColours& service_class(ServiceClass c) const;
    // Any index: wraps around after kCategoryCount.
    [[nodiscard]] const CategoryColours& category(std::size_t index) const;
};

// The colours alone, without an ImGui context; for tests and for writers of pictures.
[[nodiscard]] Theme make_theme(const ThemeSettings& settings);

// Makes it the current context's theme and sets every ImGui style value from it. May be called
// between frames at any time (mode switch, window moved to another screen).
void apply_theme(const ThemeSettings& settings);

// The current context's theme; light at scale 1 until apply_theme was called.
[[nodiscard]] const Theme& theme();
// The current context's sizes, already multiplied by the scale.
[[nodiscard]] const Sizes& sizes();

}  // namespace throughline::gui
