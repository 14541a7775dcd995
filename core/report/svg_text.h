#pragma once
// Text for XML documents: escaping, and a guess at widths for readers whose font is not known.

#include <string>
#include <string_view>

namespace throughline::report {

// Text as XML character data or attribute value. Bytes that are not UTF-8 and control characters
// that XML forbids become U+FFFD.
[[nodiscard]] std::string xml_escape(std::string_view text);
// Width of a line in ems, near what common sans-serif faces take.
[[nodiscard]] double ems(std::string_view text);

}  // namespace throughline::report
