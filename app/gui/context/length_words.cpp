#include "app/gui/context/length_words.h"

namespace throughline::gui {

std::string length_words(Duration length) {
    const double days = length.days();
    if (days >= 10) return std::to_string(static_cast<int>(days + 0.5)) + " d";
    if (days >= 1) {
        const int tenths = static_cast<int>(days * 10 + 0.5);
        return std::to_string(tenths / 10) +
               (tenths % 10 != 0 ? "." + std::to_string(tenths % 10) : "") + " d";
    }
    if (length.hours() >= 1) return std::to_string(static_cast<int>(length.hours() + 0.5)) + " h";
    if (length.us < kMicrosPerMinute) return "under 1 min";
    return std::to_string(length.us / kMicrosPerMinute) + " min";
}

}  // namespace throughline::gui
