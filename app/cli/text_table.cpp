#include "app/cli/text_table.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <ostream>

namespace throughline::cli {

namespace {

struct Range {
    char32_t first;
    char32_t last;
};

// Unicode 15, East Asian Width W and F, in blocks; and the emoji that terminals draw wide.
constexpr std::array kWide{
    Range{0x1100, 0x115F},   Range{0x231A, 0x231B},   Range{0x23E9, 0x23EC},
    Range{0x25FD, 0x25FE},   Range{0x2614, 0x2615},   Range{0x2648, 0x2653},
    Range{0x26A1, 0x26A1},   Range{0x26BD, 0x26BE},   Range{0x2705, 0x2705},
    Range{0x270A, 0x270B},   Range{0x2728, 0x2728},   Range{0x274C, 0x274C},
    Range{0x2753, 0x2757},   Range{0x2B50, 0x2B50},   Range{0x2E80, 0x303E},
    Range{0x3041, 0xA4CF},   Range{0xA960, 0xA97F},   Range{0xAC00, 0xD7A3},
    Range{0xF900, 0xFAFF},   Range{0xFE30, 0xFE6F},   Range{0xFF00, 0xFF60},
    Range{0xFFE0, 0xFFE6},   Range{0x1F004, 0x1F004}, Range{0x1F18E, 0x1F19A},
    Range{0x1F200, 0x1F320}, Range{0x1F32D, 0x1F64F}, Range{0x1F680, 0x1F6FF},
    Range{0x1F7E0, 0x1F7EB}, Range{0x1F90C, 0x1FAFF}, Range{0x20000, 0x3FFFD},
};
constexpr std::array kZero{
    Range{0x0300, 0x036F}, Range{0x0483, 0x0489},   Range{0x0591, 0x05BD}, Range{0x0610, 0x061A},
    Range{0x064B, 0x065F}, Range{0x0E31, 0x0E31},   Range{0x0E34, 0x0E3A}, Range{0x0E47, 0x0E4E},
    Range{0x1AB0, 0x1AFF}, Range{0x1DC0, 0x1DFF},   Range{0x200B, 0x200F}, Range{0x202A, 0x202E},
    Range{0x2060, 0x2064}, Range{0x20D0, 0x20FF},   Range{0xFE00, 0xFE0F}, Range{0xFE20, 0xFE2F},
    Range{0xFEFF, 0xFEFF}, Range{0xE0100, 0xE01EF},
};

bool within(const auto& ranges, char32_t code) {
    return std::ranges::any_of(
        ranges, [code](Range range) { return code >= range.first && code <= range.last; });
}

// The code point at `at` of valid UTF-8, and its bytes.
std::pair<char32_t, std::size_t> decode(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) {
        return static_cast<char32_t>(static_cast<unsigned char>(text[at + i]));
    };
    const char32_t first = byte(0);
    const std::size_t left = text.size() - at;
    if (first < 0x80 || left < 2) {
        return {first, 1};
    }
    if (first < 0xE0) {
        return {((first & 0x1FU) << 6) | (byte(1) & 0x3FU), 2};
    }
    if (first < 0xF0 && left >= 3) {
        return {((first & 0x0FU) << 12) | ((byte(1) & 0x3FU) << 6) | (byte(2) & 0x3FU), 3};
    }
    if (left >= 4) {
        return {((first & 0x07U) << 18) | ((byte(1) & 0x3FU) << 12) | ((byte(2) & 0x3FU) << 6) |
                    (byte(3) & 0x3FU),
                4};
    }
    return {first, 1};
}

std::size_t width_of(char32_t code) {
    if (code < 0x300) {
        return 1;
    }
    return within(kZero, code) ? 0 : within(kWide, code) ? 2 : 1;
}

}  // namespace

std::size_t display_width(std::string_view utf8) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < utf8.size();) {
        const auto [code, bytes] = decode(utf8, at);
        width += width_of(code);
        at += bytes;
    }
    return width;
}

std::string printable(std::string_view text) {
    const std::string valid = to_valid_utf8(text);
    std::string out;
    for (std::size_t at = 0; at < valid.size();) {
        const auto [code, bytes] = decode(valid, at);
        const bool control = code < 0x20 || (code >= 0x7F && code < 0xA0) ||
                             (code >= 0x202A && code <= 0x202E) ||
                             (code >= 0x2066 && code <= 0x2069);
        out += control ? " " : valid.substr(at, bytes);
        at += bytes;
    }
    return out;
}

std::string shortened(std::string_view text, std::size_t width) {
    if (display_width(text) <= width) {
        return std::string(text);
    }
    std::string out;
    std::size_t used = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, bytes] = decode(text, at);
        if (used + width_of(code) + 3 > width) {
            break;
        }
        used += width_of(code);
        out += text.substr(at, bytes);
        at += bytes;
    }
    return out + "...";
}

std::string painted(std::string_view text, Paint paint, bool terminal) {
    constexpr std::array<std::string_view, 5> kCodes{"", "\033[1m", "\033[2m", "\033[31m",
                                                     "\033[33m"};
    if (!terminal || paint == Paint::Plain) {
        return std::string(text);
    }
    return std::string(kCodes[static_cast<std::size_t>(paint)]) + std::string(text) + "\033[0m";
}

TextTable& TextTable::head(std::vector<std::string> names) {
    head_ = std::move(names);
    return *this;
}

TextTable& TextTable::align(std::size_t column, Align align) {
    aligns_.resize(std::max(aligns_.size(), column + 1), Align::Left);
    aligns_[column] = align;
    return *this;
}

void TextTable::row(std::vector<std::string> cells) {
    for (std::string& cell : cells) {
        cell = printable(cell);
    }
    rows_.push_back({std::move(cells), false});
}

void TextTable::line(std::string text) {
    rows_.push_back({{std::move(text)}, true});
}

void TextTable::print_row(std::ostream& out, const std::vector<std::string>& cells,
                          const std::vector<std::size_t>& widths, Paint paint,
                          bool terminal) const {
    std::string line = indent_;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::string room(widths[i] - std::min(widths[i], display_width(cells[i])), ' ');
        const bool right = i < aligns_.size() && aligns_[i] == Align::Right;
        line += right ? room + cells[i] : cells[i] + room;
        line += i + 1 < cells.size() ? "  " : "";
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out << painted(line, paint, terminal) << '\n';
}

void TextTable::print(std::ostream& out, bool terminal) const {
    std::vector<std::size_t> widths;
    const auto widen = [&widths](const std::vector<std::string>& cells) {
        widths.resize(std::max(widths.size(), cells.size()));
        for (std::size_t i = 0; i < cells.size(); ++i) {
            widths[i] = std::max(widths[i], display_width(cells[i]));
        }
    };
    widen(head_);
    for (const Row& row : rows_) {
        if (!row.is_line) {
            widen(row.cells);
        }
    }
    if (!head_.empty()) {
        print_row(out, head_, widths, Paint::Bold, terminal);
    }
    for (const Row& row : rows_) {
        if (row.is_line) {
            out << row.cells.front() << '\n';
        } else {
            print_row(out, row.cells, widths, Paint::Plain, terminal);
        }
    }
}

}  // namespace throughline::cli
