#include "core/exchange/csv_text.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>

namespace throughline::exchange {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

void append(std::string& out, char32_t code) {
    const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (code < 0x80) {
        put(code);
        return;
    }
    if (code < 0x800) {
        put(0xC0 | (code >> 6));
    } else {
        if (code < 0x10000) {
            put(0xE0 | (code >> 12));
        } else {
            put(0xF0 | (code >> 18));
            put(0x80 | ((code >> 12) & 0x3F));
        }
        put(0x80 | ((code >> 6) & 0x3F));
    }
    put(0x80 | (code & 0x3F));
}

// Surrogates without their other half become U+FFFD, as does an odd byte at the end.
std::string from_utf16(std::string_view bytes, bool little) {
    std::string out;
    out.reserve(bytes.size());
    const auto unit = [&](std::size_t at) {
        const auto low = static_cast<unsigned char>(bytes[little ? at : at + 1]);
        const auto high = static_cast<unsigned char>(bytes[little ? at + 1 : at]);
        return static_cast<char32_t>(low | (high << 8));
    };
    for (std::size_t at = 0; at < bytes.size(); at += 2) {
        if (at + 1 == bytes.size()) {
            append(out, kReplacement);
            break;
        }
        char32_t code = unit(at);
        if (code >= 0xD800 && code <= 0xDFFF) {
            const char32_t next = at + 3 < bytes.size() ? unit(at + 2) : 0;
            if (code < 0xDC00 && next >= 0xDC00 && next <= 0xDFFF) {
                code = 0x10000 + ((code - 0xD800) << 10) + (next - 0xDC00);
                at += 2;
            } else {
                code = kReplacement;
            }
        }
        append(out, code);
    }
    return out;
}

// 0x80..0x9F of Windows-1252 (Unicode's CP1252.TXT); the rest is Latin-1.
constexpr std::array<char32_t, 32> kWindows1252{
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

std::string from_windows_1252(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 16);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        append(out, byte >= 0x80 && byte < 0xA0 ? kWindows1252[byte - 0x80U] : char32_t{byte});
    }
    return out;
}

// Western text in UTF-16 without a mark: every second byte of its begin is zero.
bool looks_like_utf16(std::string_view bytes, bool little) {
    const std::size_t end = std::min<std::size_t>(bytes.size() / 2 * 2, 64);
    std::size_t zeros = 0;
    for (std::size_t at = little ? 1U : 0U; at < end; at += 2) {
        zeros += static_cast<std::size_t>(bytes[at] == '\0');
    }
    return end >= 4 && zeros * 2 + 2 >= end;
}

}  // namespace

std::string_view name_of(CsvEncoding encoding) {
    switch (encoding) {
        case CsvEncoding::Utf8: return "UTF-8";
        case CsvEncoding::Utf16Le:
        case CsvEncoding::Utf16Be: return "UTF-16";
        case CsvEncoding::Windows1252: return "Windows-1252";
    }
    return "";
}

Result<CsvText> CsvText::decode(std::string_view bytes) {
    CsvText out;
    out.bytes_ = bytes;
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        out.bytes_.remove_prefix(3);
    } else if (bytes.starts_with("\xFF\xFE") || looks_like_utf16(bytes, true)) {
        out.encoding_ = CsvEncoding::Utf16Le;
        out.converted_ = from_utf16(bytes.substr(bytes.starts_with("\xFF\xFE") ? 2 : 0), true);
    } else if (bytes.starts_with("\xFE\xFF") || looks_like_utf16(bytes, false)) {
        out.encoding_ = CsvEncoding::Utf16Be;
        out.converted_ = from_utf16(bytes.substr(bytes.starts_with("\xFE\xFF") ? 2 : 0), false);
    }
    if (out.text().find('\0') != std::string_view::npos) {
        return Error{ErrorCode::Corrupt,
                     "this is no text: it holds zero bytes. Export the table as CSV", ""};
    }
    if (out.encoding_ == CsvEncoding::Utf8 && !is_valid_utf8(out.bytes_)) {
        out.encoding_ = CsvEncoding::Windows1252;
        out.converted_ = from_windows_1252(out.bytes_);
    }
    if (trim(out.text()).empty()) {
        return Error{ErrorCode::Corrupt, "the file is empty", ""};
    }
    return out;
}

}  // namespace throughline::exchange
