// Small text helpers: UTF-8, trimming, folding for search, slugs, likeness. Locale-free.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace throughline {

bool is_valid_utf8(std::string_view text);
// Every malformed byte becomes U+FFFD; valid text is unchanged.
std::string to_valid_utf8(std::string_view text);
// Code points in valid UTF-8.
std::size_t utf8_length(std::string_view text);

// Without white space at both ends (ASCII space, tab, CR, LF).
std::string_view trim(std::string_view text);
std::vector<std::string> split(std::string_view text, char separator);
std::string join(const std::vector<std::string>& parts, std::string_view separator);

// For comparing and searching: lower case for ASCII, Latin-1, Latin Extended-A, Greek and Cyrillic,
// with Latin accents removed ("Größe" and "grosse" differ only in the s). Other scripts unchanged.
std::string fold(std::string_view text);

// "Launch prep (EU)" -> "launch-prep-eu". Text without Latin letters or digits gives "".
std::string slug(std::string_view text);

// How alike two titles are, 0..1: the share of common words and letter triples after folding
// (Dice coefficient over both). 1 is equal. Short words such as "the" count little by themselves.
double likeness(std::string_view a, std::string_view b);

// "1 card", "3 cards".
std::string plural(std::int64_t count, std::string_view one, std::string_view many);

}  // namespace throughline
