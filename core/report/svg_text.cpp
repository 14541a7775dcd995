#include "core/report/svg_text.h"

#include <array>
#include <cstddef>

namespace throughline::report {
namespace {

// Advance of a character in thousandths of an em, near what common sans-serif faces have.
int advance(unsigned codepoint) {
    if (codepoint >= 0x1100) return 1000;
    constexpr std::string_view kNarrow = "ijl.,:;|!'()[]{}`I ft/";
    constexpr std::string_view kWide = "mwMW@%";
    if (codepoint < 0x80) {
        const char c = static_cast<char>(codepoint);
        if (kNarrow.find(c) != std::string_view::npos) return 310;
        if (kWide.find(c) != std::string_view::npos) return 870;
        if (c >= 'A' && c <= 'Z') return 690;
        if (c >= '0' && c <= '9') return 610;
    }
    return 570;
}

// One character at `at`; 0xFFFD for bytes that are no UTF-8. Moves `at` behind it.
unsigned next_codepoint(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) {
        return static_cast<unsigned>(static_cast<unsigned char>(text[i]));
    };
    const unsigned first = byte(at++);
    if (first < 0x80) return first;
    const int more =
        first >= 0xF0 && first < 0xF5
            ? 3
            : (first >= 0xE0 && first < 0xF0 ? 2 : (first >= 0xC2 && first < 0xE0 ? 1 : 0));
    if (more == 0 || at + static_cast<std::size_t>(more) > text.size()) return 0xFFFD;
    unsigned value = first & (0x3Fu >> more);
    for (int i = 0; i < more; ++i) {
        const unsigned c = byte(at + static_cast<std::size_t>(i));
        if ((c & 0xC0u) != 0x80u) return 0xFFFD;
        value = (value << 6u) | (c & 0x3Fu);
    }
    constexpr std::array<unsigned, 4> kLeast = {0, 0x80, 0x800, 0x10000};
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (value < kLeast[static_cast<std::size_t>(more)] || surrogate || value > 0x10FFFF)
        return 0xFFFD;
    at += static_cast<std::size_t>(more);
    return value;
}

}  // namespace

double ems(std::string_view text) {
    double thousandths = 0.0;
    for (std::size_t at = 0; at < text.size();) {
        thousandths += advance(next_codepoint(text, at));
    }
    return thousandths / 1000.0;
}

std::string xml_escape(std::string_view text) {
    constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        const unsigned c = next_codepoint(text, at);
        const bool control = c < 0x20 && c != '\t' && c != '\n' && c != '\r';
        const bool was_bad = c == 0xFFFD && at - start < 3;
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\'': out += "&#39;"; break;
            default:
                if (control || was_bad || c == 0xFFFE || c == 0xFFFF) {
                    out += kReplacement;
                } else {
                    out += text.substr(start, at - start);
                }
        }
    }
    return out;
}

}  // namespace throughline::report
