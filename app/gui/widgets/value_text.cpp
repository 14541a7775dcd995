#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>

#include "app/gui/widgets/field.h"

namespace throughline::gui {
namespace {

constexpr std::int64_t kMostMinorUnits = 9'000'000'000'000;

std::string_view trim(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Digits with optional groups ("12,345"); a group sign must stand before exactly three digits.
std::optional<std::string> without_groups(std::string_view text) {
    std::string plain;
    const std::size_t point = std::min(text.find('.'), text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != ',') {
            plain += text[i];
            continue;
        }
        const bool inside = i > 0 && is_digit(text[i - 1]) && i < point;
        if (!inside || (point - i) % 4 != 0) return std::nullopt;
    }
    return plain;
}

std::string grouped(std::string digits) {
    const std::size_t first = !digits.empty() && digits[0] == '-' ? 1 : 0;
    std::size_t at = std::min(digits.find('.'), digits.size());
    while (at > first + 3) {
        at -= 3;
        digits.insert(at, ",");
    }
    return digits;
}

bool all_digits(std::string_view text) {
    for (const char c : text) {
        if (!is_digit(c)) return false;
    }
    return !text.empty();
}

int to_int(std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

}  // namespace

std::optional<double> parse_number(std::string_view text) {
    const auto plain = without_groups(trim(text));
    if (!plain || plain->empty()) return std::nullopt;
    const char* begin = plain->data() + ((*plain)[0] == '+' ? 1 : 0);
    const char* end = plain->data() + plain->size();
    double value = 0.0;
    const auto [stop, error] = std::from_chars(begin, end, value);
    if (error != std::errc() || stop != end || !std::isfinite(value)) return std::nullopt;
    return value;
}

std::string format_number(double value, const NumberFormat& format) {
    char buffer[64];
    const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value,
                                            std::chars_format::fixed, format.decimals);
    if (error != std::errc()) return {};
    std::string digits(buffer, end);
    if (digits.find_first_not_of("-0.") == std::string::npos && digits[0] == '-')
        digits.erase(0, 1);
    return format.grouping ? grouped(std::move(digits)) : digits;
}

std::optional<std::int64_t> parse_money(std::string_view text, int decimals) {
    const auto plain = without_groups(trim(text));
    if (!plain || plain->empty()) return std::nullopt;
    std::string_view digits = *plain;
    const bool negative = digits.front() == '-';
    if (negative || digits.front() == '+') digits.remove_prefix(1);
    const std::size_t point = std::min(digits.find('.'), digits.size());
    std::string fraction(digits.substr(std::min(point + 1, digits.size())));
    if (fraction.size() > static_cast<std::size_t>(decimals)) return std::nullopt;
    fraction.resize(static_cast<std::size_t>(decimals), '0');
    const std::string all = std::string(digits.substr(0, point)) + fraction;
    if (!all_digits(all) || all.size() > 15) return std::nullopt;
    std::int64_t value = 0;
    std::from_chars(all.data(), all.data() + all.size(), value);
    if (value > kMostMinorUnits) return std::nullopt;
    return negative ? -value : value;
}

std::string format_money(std::int64_t minor_units, int decimals) {
    const bool negative = minor_units < 0;
    std::string digits = std::to_string(negative ? -minor_units : minor_units);
    const auto places = static_cast<std::size_t>(decimals);
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    if (places > 0) digits.insert(digits.size() - places, ".");
    return (negative ? "-" : "") + grouped(std::move(digits));
}

std::optional<std::chrono::year_month_day> parse_date(std::string_view text) {
    text = trim(text);
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = text.substr(0, 4);
    const auto month = text.substr(5, 2);
    const auto day = text.substr(8, 2);
    if (!all_digits(year) || !all_digits(month) || !all_digits(day)) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(to_int(year)),
                                           std::chrono::month(static_cast<unsigned>(to_int(month))),
                                           std::chrono::day(static_cast<unsigned>(to_int(day)))};
    if (!date.ok()) return std::nullopt;
    return date;
}

std::string format_date(std::chrono::year_month_day day) {
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", static_cast<int>(day.year()),
                  static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
    return buffer;
}

}  // namespace throughline::gui
