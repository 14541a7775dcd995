// A picture of any view, without a display: the same window that people see, drawn by the
// processor. Deterministic: the clock stands still, nothing blinks, nothing is written to the
// board.
#pragma once

#include "app/gui/headless/image.h"
#include "core/desk/desk.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace throughline::gui::headless {

struct ScreenshotOptions {
    std::string view = "board";  // see screenshot_views
    int width = 1440;            // unscaled; the picture is this times the scale
    int height = 900;
    double scale = 1;
    bool dark = false;
    bool high_contrast = false;
    std::optional<Instant> now;  // absent: the desk's own
    std::optional<Instant> at;   // the board as it was then
    std::string filter;          // of the board and flow views
};

// "board", "intake", "triage", "brief", "card" or "card:MKT-12", "objectives", "people", "flow",
// "flow:figures" or "flow:aging", "forecast" or "forecast:what-if", "alerts" or "alerts:rules",
// "history", "settings" or "settings:columns", "welcome", "palette", "import", "travel", "standup".
std::span<const std::string_view> screenshot_views();

// Invalid for a view or card that is not there; otherwise the errors of Desk::at.
Result<Image> draw_screenshot(desk::Desk& desk, const ScreenshotOptions& options);
// The same into a PNG file; Io when it cannot be written.
Status write_screenshot(desk::Desk& desk, const ScreenshotOptions& options,
                        const std::string& file);

}  // namespace throughline::gui::headless
