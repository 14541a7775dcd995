#pragma once
// Sizes by role. Distances are in pixels of the screen, already multiplied by the theme's scale;
// text sizes are in unscaled units, since ImGui multiplies them itself (FontScaleDpi) in PushFont.

namespace throughline::gui {

// Unscaled heights of text, for PushFont and the widgets' TextStyle. ImGui counts a line from the
// top of the tallest letter to the bottom of the deepest one: 16 here is what a web page calls 13
// pixels.
namespace text_size {
inline constexpr float kCaption = 14.0f;    // labels over fields, help, meta lines
inline constexpr float kSmall = 15.0f;      // chips, secondary text, table cells
inline constexpr float kBody = 16.0f;       // default
inline constexpr float kHeading = 17.0f;    // section headers, card titles in detail
inline constexpr float kTitle = 21.0f;      // dialogs, panels
inline constexpr float kDisplay = 34.0f;    // figures, standup mode, empty screens
inline constexpr float kHuge = 56.0f;       // timers and figures read across a room
inline constexpr float kIcon = 17.0f;       // an icon beside body text
inline constexpr float kIconSmall = 14.0f;  // beside captions and in chips
inline constexpr float kIconLarge = 40.0f;  // the icon of an empty state
}  // namespace text_size

struct Sizes {
    float scale = 1.0f;
    // Distances: 4-pixel rhythm.
    float hair = 1.0f;  // border width, never under one pixel
    float xxs = 2.0f;
    float xs = 4.0f;
    float sm = 8.0f;
    float md = 12.0f;
    float lg = 16.0f;
    float xl = 24.0f;
    float xxl = 40.0f;
    // Radii.
    float radius_sm = 4.0f;    // key-caps, checkboxes
    float radius = 7.0f;       // buttons, fields
    float radius_card = 9.0f;  // cards, popups, notices
    float radius_lg = 12.0f;   // columns, dialogs
    // Controls.
    float control = 34.0f;        // height of buttons and fields
    float control_small = 28.0f;  // height of compact buttons, rail items are `row`
    float row = 34.0f;            // list and table rows
    float chip = 22.0f;
    float badge = 18.0f;
    float avatar_small = 22.0f;
    float avatar = 28.0f;
    float avatar_large = 40.0f;
    float focus_ring = 2.0f;
    // Layout.
    float rail = 216.0f;
    float rail_folded = 60.0f;
    float top_bar = 56.0f;
    float column = 288.0f;
    float dialog = 560.0f;
    float dialog_small = 420.0f;
    float reading = 680.0f;  // widest comfortable line of prose
};

[[nodiscard]] Sizes make_sizes(float scale);

}  // namespace throughline::gui
