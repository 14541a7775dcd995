#include "core/base/text.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace throughline {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

struct Decoded {
    char32_t code = kReplacement;
    std::size_t bytes = 1;
    bool valid = false;
};

// One code point at `at`; overlong forms, surrogates and values past U+10FFFF are malformed.
Decoded decode(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(at);
    if (lead < 0x80) {
        return {lead, 1, true};
    }
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || at + length > text.size()) {
        return {};
    }
    char32_t code = lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0U) != 0x80U) {
            return {};
        }
        code = (code << 6) | (byte(at + i) & 0x3FU);
    }
    const bool overlong = (length == 3 && code < 0x800) || (length == 4 && code < 0x10000);
    if (overlong || (code >= 0xD800 && code <= 0xDFFF) || code > 0x10FFFF) {
        return {};
    }
    return {code, length, true};
}

void append(std::string& out, char32_t code) {
    const auto put = [&out](char32_t value) { out.push_back(static_cast<char>(value)); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0 | (code >> 6));
        put(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        put(0xE0 | (code >> 12));
        put(0x80 | ((code >> 6) & 0x3F));
        put(0x80 | (code & 0x3F));
    } else {
        put(0xF0 | (code >> 18));
        put(0x80 | ((code >> 12) & 0x3F));
        put(0x80 | ((code >> 6) & 0x3F));
        put(0x80 | (code & 0x3F));
    }
}

// Base letters of U+00C0..U+017F; '.' where the letter has none and stays as it is (lower case by
// pairs).
constexpr std::string_view kLatinBase =
    "aaaaaa.ceeeeiiii"   // 00C0
    ".nooooo.ouuuuy.."   // 00D0
    "aaaaaa.ceeeeiiii"   // 00E0
    ".nooooo.ouuuuy.y"   // 00F0
    "aaaaaaccccccccdd"   // 0100
    "ddeeeeeeeeeegggg"   // 0110
    "gggghhhhiiiiiiii"   // 0120
    "ii..jjkk.lllllll"   // 0130
    "lllnnnnnn...oooo"   // 0140
    "oo..rrrrrrssssss"   // 0150
    "ssttttttuuuuuuuu"   // 0160
    "uuuuwwyyyzzzzzzs";  // 0170

char32_t fold_code(char32_t code) {
    if (code >= U'A' && code <= U'Z') {
        return code + 32;
    }
    if (code >= 0xC0 && code <= 0x17F) {
        const char base = kLatinBase[code - 0xC0];
        if (base != '.') {
            return static_cast<char32_t>(base);
        }
        if (code == 0x132 || code == 0x14A || code == 0x152) {
            return code + 1;  // capitals without a base letter; their small letters follow them
        }
        return code >= 0xC0 && code <= 0xDE && code != 0xD7 ? code + 32 : code;
    }
    if (code >= 0x391 && code <= 0x3A9) {
        return code + 32;  // Greek capitals
    }
    if (code >= 0x410 && code <= 0x42F) {
        return code + 32;  // Cyrillic capitals
    }
    return code >= 0x400 && code <= 0x40F ? code + 80 : code;
}

bool is_word(char32_t code) {
    return (code >= U'a' && code <= U'z') || (code >= U'0' && code <= U'9') || code >= 0x80;
}

// The folded words of a text, and of each word of three letters or more its triples.
std::vector<std::string> features(std::string_view text) {
    std::vector<std::string> result;
    std::vector<std::string> letters;
    const auto flush = [&] {
        if (letters.empty()) {
            return;
        }
        result.push_back(join(letters, ""));
        for (std::size_t i = 0; letters.size() >= 3 && i + 3 <= letters.size(); ++i) {
            result.push_back("3" + letters[i] + letters[i + 1] + letters[i + 2]);
        }
        letters.clear();
    };
    const std::string folded = fold(text);
    for (std::size_t at = 0; at < folded.size();) {
        const Decoded one = decode(folded, at);
        if (is_word(one.code)) {
            letters.emplace_back(folded.substr(at, one.bytes));
        } else {
            flush();
        }
        at += one.bytes;
    }
    flush();
    std::sort(result.begin(), result.end());
    return result;
}

}  // namespace

bool is_valid_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Decoded one = decode(text, at);
        if (!one.valid) {
            return false;
        }
        at += one.bytes;
    }
    return true;
}

std::string to_valid_utf8(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Decoded one = decode(text, at);
        append(out, one.code);
        at += one.bytes;
    }
    return out;
}

std::size_t utf8_length(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    }));
}

std::string_view trim(std::string_view text) {
    constexpr std::string_view kSpace = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(kSpace);
    if (begin == std::string_view::npos) {
        return {};
    }
    return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    for (std::size_t at = text.find(separator); at != std::string_view::npos;
         at = text.find(separator, begin)) {
        parts.emplace_back(text.substr(begin, at - begin));
        begin = at + 1;
    }
    parts.emplace_back(text.substr(begin));
    return parts;
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
    std::string out;
    for (const std::string& part : parts) {
        if (&part != &parts.front()) {
            out += separator;
        }
        out += part;
    }
    return out;
}

std::string fold(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Decoded one = decode(text, at);
        append(out, fold_code(one.code));
        at += one.bytes;
    }
    return out;
}

std::string slug(std::string_view text) {
    std::string out;
    for (const char c : fold(text)) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            out.push_back(c);
        } else if (!out.empty() && out.back() != '-' && static_cast<unsigned char>(c) < 0x80) {
            out.push_back('-');
        }
    }
    while (!out.empty() && out.back() == '-') {
        out.pop_back();
    }
    return out;
}

double likeness(std::string_view a, std::string_view b) {
    const auto fa = features(a);
    const auto fb = features(b);
    if (fa.empty() || fb.empty()) {
        return 0;
    }
    std::vector<std::string> common;
    std::set_intersection(fa.begin(), fa.end(), fb.begin(), fb.end(), std::back_inserter(common));
    return 2.0 * static_cast<double>(common.size()) / static_cast<double>(fa.size() + fb.size());
}

std::string plural(std::int64_t count, std::string_view one, std::string_view many) {
    return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

}  // namespace throughline
