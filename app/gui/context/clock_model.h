// The clock of a meeting, or of one part of it. Quiet: it says how late it is and changes its tone,
// nothing more. No drawing.
#pragma once

#include "core/base/time.h"

#include <string>

namespace throughline::gui {

enum class Pace { Good, Amber, Red };

// "07:05", and from an hour on "1 h 05".
std::string clock_text(Duration elapsed);
// "1:10", for what takes minutes.
std::string short_clock(Duration length);

struct Clock {
    Pace pace = Pace::Good;  // amber in the last fifth, red from the end on
    std::string elapsed;     // "07:05"
    std::string words;       // "8 min left", "time is up", "3 min over"
};
Clock make_clock(Duration elapsed, Duration length);

}  // namespace throughline::gui
