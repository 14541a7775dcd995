#pragma once
// A sentence that needs attention: in the flow of a page, or floating at the place it is about, as
// after a refused drop. Title, text and actions; a tone with its icon.

#include <span>
#include <string_view>

#include "app/gui/theme/theme.h"
#include "app/gui/widgets/button.h"

namespace throughline::gui {

struct NoticeAction {
    const char* id = nullptr;
    std::string_view label;
    ButtonKind kind = ButtonKind::Secondary;
    std::string_view shortcut = {};
};

struct Notice {
    Tone tone = Tone::Info;
    std::string_view title;
    std::string_view text;       // may have several lines
    std::string_view remedy;     // what would help, set apart from the text
    const char* icon = nullptr;  // null: the tone's icon
    std::span<const NoticeAction> actions;
    bool closable = false;
    bool focus = false;  // its first action takes the keyboard in this frame
};

inline constexpr int kNoticeOpen = -1;    // nothing was pressed
inline constexpr int kNoticeClosed = -2;  // its cross, or Escape for a floating one

// As wide as what is left. Result: index of the pressed action, kNoticeOpen or kNoticeClosed.
int notice(const char* id, const Notice& content);
// Floats beside the rectangle min..max (screen pixels), inside the window, over everything but
// dialogs; drawn every frame until the caller stops. Takes no focus until clicked or tabbed to.
int floating_notice(const char* id, const Notice& content, ImVec2 anchor_min, ImVec2 anchor_max,
                    float width = 0.0f);

// The icon that goes with a tone.
[[nodiscard]] const char* tone_icon(Tone tone);

}  // namespace throughline::gui
