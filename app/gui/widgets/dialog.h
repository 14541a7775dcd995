#pragma once
// A modal dialog with title, body and footer, and a popover tied to a place. Enter (or Ctrl+Enter
// in a multi-line field) confirms, Escape cancels, also from within a field, and the first field
// gets the keyboard.
//
//     open_dialog("rename");                      // on the event
//     if (begin_dialog("rename", options)) {      // every frame
//         text_field("name", name, {.label = "Name"});
//         switch (end_dialog()) { case DialogResult::Confirmed: ...; }
//     }

#include <cstdint>
#include <string_view>

#include "app/gui/theme/theme.h"

namespace throughline::gui {

struct DialogOptions {
    std::string_view title;
    std::string_view text;  // a paragraph under the title
    const char* icon = nullptr;
    Tone tone = Tone::Neutral;        // Danger makes the confirm button red
    std::string_view confirm = "OK";  // empty: no confirm button
    std::string_view cancel = "Cancel";
    bool confirm_enabled = true;
    std::string_view confirm_disabled_why;
    bool enter_confirms = true;  // plain Enter; Ctrl+Enter always does
    float width = 0.0f;          // unscaled; 0: small dialog
    float body_height = 0.0f;    // unscaled; 0: by content, at most what the window leaves
};

enum class DialogResult : std::uint8_t { Open, Confirmed, Cancelled };

void open_dialog(const char* id);
[[nodiscard]] bool is_dialog_open(const char* id);
// True while open: draw the body, then call end_dialog exactly once.
[[nodiscard]] bool begin_dialog(const char* id, const DialogOptions& options);
// Draws the footer. Confirmed and Cancelled close the dialog, unless keep_dialog_open is called in
// the same frame, before the next begin_dialog.
DialogResult end_dialog();
// After Confirmed: stay open, as when the change was refused.
void keep_dialog_open(const char* id);
// Closes the dialog being drawn, without a result.
void close_dialog();

// A floating panel under (or over, if there is no room) the rectangle min..max. Closes on Escape
// and on a click elsewhere. True while open: draw, then end_popover.
void open_popover(const char* id);
[[nodiscard]] bool begin_popover(const char* id, ImVec2 anchor_min, ImVec2 anchor_max,
                                 float width = 0.0f);
void end_popover();
void close_popover();

}  // namespace throughline::gui
