#include "app/gui/widgets/wrap_flow.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace throughline::gui {
namespace {

constexpr std::size_t kMostOffsets = 4;

bool continues_character(char c) {
    return (static_cast<unsigned char>(c) & 0xC0u) == 0x80u;
}

// The end of the piece that stays on this line, trailing blanks included.
std::size_t piece_end(const std::string& text, std::size_t begin, std::size_t end,
                      const BreakFinder& find_break) {
    auto at =
        static_cast<std::size_t>(find_break(text.data() + begin, text.data() + end) - text.data());
    while (at < end && text[at] == ' ')
        ++at;
    at = std::max(at, begin + 1);
    while (at < end && continues_character(text[at]))
        ++at;
    return at;
}

}  // namespace

std::string without_soft_breaks(std::string_view text, std::span<int> offsets) {
    std::string plain;
    plain.reserve(text.size());
    std::array<int, kMostOffsets> moved;
    moved.fill(-1);
    const std::size_t count = std::min(offsets.size(), kMostOffsets);
    const auto settle = [&](std::size_t up_to) {
        for (std::size_t k = 0; k < count; ++k) {
            if (moved[k] < 0 && static_cast<std::size_t>(offsets[k]) <= up_to)
                moved[k] = static_cast<int>(plain.size());
        }
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        settle(i);
        if (text[i] != '\r') {
            plain += text[i];
        } else if (i + 1 < text.size() && text[i + 1] == '\n') {
            settle(i + 1);
            ++i;
        }
    }
    settle(text.size());
    for (std::size_t k = 0; k < count; ++k)
        offsets[k] = moved[k] < 0 ? static_cast<int>(plain.size()) : moved[k];
    return plain;
}

std::string with_soft_breaks(const std::string& text, const BreakFinder& find_break,
                             std::span<int> offsets) {
    std::string flowed;
    flowed.reserve(text.size() + text.size() / 16);
    std::array<int, kMostOffsets> moved{};
    const std::size_t count = std::min(offsets.size(), kMostOffsets);
    const auto append = [&](std::size_t from, std::size_t to) {
        for (std::size_t k = 0; k < count; ++k) {
            const auto offset = static_cast<std::size_t>(offsets[k]);
            if (offset >= from && offset <= to)
                moved[k] = static_cast<int>(flowed.size() + offset - from);
        }
        flowed.append(text, from, to - from);
    };
    for (std::size_t line = 0;; ++line) {
        const std::size_t end = std::min(text.find('\n', line), text.size());
        while (line < end) {
            const std::size_t stop = piece_end(text, line, end, find_break);
            append(line, stop);
            line = stop;
            if (line < end) flowed += "\r\n";
        }
        append(end, end);
        if (end == text.size()) break;
        flowed += '\n';
    }
    std::copy_n(moved.begin(), count, offsets.begin());
    return flowed;
}

}  // namespace throughline::gui
