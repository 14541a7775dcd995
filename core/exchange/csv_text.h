// The bytes of a table as UTF-8 text, whatever a spreadsheet wrote them in.
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace throughline::exchange {

enum class CsvEncoding { Utf8, Utf16Le, Utf16Be, Windows1252 };

// "UTF-8", "UTF-16", "Windows-1252"
std::string_view name_of(CsvEncoding encoding);

class CsvText {
public:
    // By the byte order mark, by the zero bytes of UTF-16 without one, else UTF-8; what is no valid
    // UTF-8 is Windows-1252. Valid UTF-8 is not copied: `bytes` must outlive the text. Corrupt when
    // the bytes are empty or no text at all.
    static Result<CsvText> decode(std::string_view bytes);

    std::string_view text() const { return converted_.empty() ? bytes_ : converted_; }
    CsvEncoding encoding() const { return encoding_; }

private:
    std::string_view bytes_;  // without a byte order mark
    std::string converted_;   // "" when the bytes are UTF-8 already
    CsvEncoding encoding_ = CsvEncoding::Utf8;
};

}  // namespace throughline::exchange
