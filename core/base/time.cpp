#include "core/base/time.h"

#include <array>
#include <charconv>
#include <cstdio>
#include <optional>

namespace throughline {
namespace {

// Floor division, also for negative numbers.
std::int64_t floor_div(std::int64_t a, std::int64_t b) {
    return a / b - static_cast<std::int64_t>(a % b != 0 && (a < 0) != (b < 0));
}

// Exactly `count` digits at `at`; nothing else counts.
std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count) {
    if (at + count > text.size()) {
        return std::nullopt;
    }
    int value = 0;
    for (std::size_t i = at; i < at + count; ++i) {
        if (text[i] < '0' || text[i] > '9') {
            return std::nullopt;
        }
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

Error bad_day(std::string_view text) {
    return {
        ErrorCode::Invalid,
        "'" + std::string(text) + "' is not a date; write it as YYYY-MM-DD, for example 2026-03-29",
        ""};
}

Error bad_instant(std::string_view text) {
    return {
        ErrorCode::Invalid,
        "'" + std::string(text) +
            "' is not a moment; write it as YYYY-MM-DDTHH:MM:SSZ, for example 2026-03-29T09:00:00Z",
        ""};
}

// The offset behind the time: "Z", "+02:00" or "-0530"; seconds east of UTC.
std::optional<int> parse_offset(std::string_view text) {
    if (text == "Z" || text == "z") {
        return 0;
    }
    if (text.size() < 5 || (text[0] != '+' && text[0] != '-')) {
        return std::nullopt;
    }
    const bool colon = text[3] == ':';
    const auto hour = digits(text, 1, 2);
    const auto minute = digits(text, colon ? 4 : 3, 2);
    if (!hour || !minute || *hour > 15 || *minute > 59 || text.size() != (colon ? 6U : 5U)) {
        return std::nullopt;
    }
    const int seconds = *hour * 3600 + *minute * 60;
    return text[0] == '-' ? -seconds : seconds;
}

}  // namespace

int weekday(Day day) {
    // 1970-01-01 was a Thursday.
    const int shifted = (day.number + 3) % 7;
    return shifted < 0 ? shifted + 7 : shifted;
}

// Both directions follow Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
CivilDate civil(Day day) {
    const std::int64_t z = static_cast<std::int64_t>(day.number) + 719468;
    const std::int64_t era = floor_div(z, 146097);
    const auto doe = static_cast<int>(z - era * 146097);
    const int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    const int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    const int mp = (5 * doy + 2) / 153;
    const int month = mp < 10 ? mp + 3 : mp - 9;
    const auto year = static_cast<int>(yoe + era * 400) + static_cast<int>(month <= 2);
    return {year, month, doy - (153 * mp + 2) / 5 + 1};
}

Day day_from_civil(int year, int month, int day) {
    const int y = year - static_cast<int>(month <= 2);
    const auto era = static_cast<int>(floor_div(y, 400));
    const int yoe = y - era * 400;
    const int doy = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    const int doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
    return {era * 146097 + doe - 719468};
}

bool is_valid_date(int year, int month, int day) {
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1) {
        return false;
    }
    static constexpr std::array<int, 12> kLengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return day <=
           kLengths[static_cast<std::size_t>(month - 1)] + static_cast<int>(leap && month == 2);
}

std::string to_text(Day day) {
    const CivilDate date = civil(day);
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", date.year, date.month, date.day);
    return text.data();
}

std::string to_text(Instant instant) {
    const std::int64_t day = floor_div(instant.us, kMicrosPerDay);
    std::int64_t rest = instant.us - day * kMicrosPerDay;
    const auto hour = static_cast<int>(rest / kMicrosPerHour);
    rest %= kMicrosPerHour;
    const auto minute = static_cast<int>(rest / kMicrosPerMinute);
    rest %= kMicrosPerMinute;
    const auto second = static_cast<int>(rest / kMicrosPerSecond);
    const auto micros = static_cast<int>(rest % kMicrosPerSecond);
    std::array<char, 40> text{};
    if (micros == 0) {
        std::snprintf(text.data(), text.size(), "T%02d:%02d:%02dZ", hour, minute, second);
    } else {
        std::snprintf(text.data(), text.size(), "T%02d:%02d:%02d.%06dZ", hour, minute, second,
                      micros);
    }
    return to_text(Day{static_cast<std::int32_t>(day)}) + text.data();
}

Result<Day> parse_day(std::string_view text) {
    const auto year = digits(text, 0, 4);
    const auto month = digits(text, 5, 2);
    const auto day = digits(text, 8, 2);
    if (text.size() != 10 || text[4] != '-' || text[7] != '-' || !year || !month || !day ||
        !is_valid_date(*year, *month, *day)) {
        return bad_day(text);
    }
    return day_from_civil(*year, *month, *day);
}

Result<Instant> parse_instant(std::string_view text) {
    if (text.size() < 17 || (text[10] != 'T' && text[10] != ' ') || text[13] != ':') {
        return bad_instant(text);
    }
    const auto day = parse_day(text.substr(0, 10));
    const auto hour = digits(text, 11, 2);
    const auto minute = digits(text, 14, 2);
    if (!day || !hour || !minute || *hour > 23 || *minute > 59) {
        return bad_instant(text);
    }
    std::size_t at = 16;
    std::int64_t micros = 0;
    if (text[at] == ':') {
        const auto second = digits(text, at + 1, 2);
        if (!second || *second > 60) {
            return bad_instant(text);
        }
        micros = *second * kMicrosPerSecond;
        at += 3;
        if (at < text.size() && text[at] == '.') {
            std::int64_t scale = kMicrosPerSecond / 10;
            const std::size_t begin = ++at;
            for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, scale /= 10) {
                micros += (text[at] - '0') * scale;
            }
            if (at == begin) {
                return bad_instant(text);
            }
        }
    }
    const auto offset = parse_offset(text.substr(at));
    if (!offset) {
        return bad_instant(text);
    }
    return Instant{day->number * kMicrosPerDay + *hour * kMicrosPerHour +
                   *minute * kMicrosPerMinute + micros - *offset * kMicrosPerSecond};
}

}  // namespace throughline
