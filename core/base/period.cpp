#include "core/base/period.h"

#include <algorithm>

namespace throughline {
namespace {

bool digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}
int number(std::string_view text) {
    int value = 0;
    for (const char c : text) {
        value = value * 10 + (c - '0');
    }
    return value;
}
bool is_year(std::string_view text) {
    return text.size() == 4 && digits(text) && text[0] != '0';
}

// Months counted from year 0: one number line for quarters and months.
std::string month_text(int months) {
    const int month = months % 12 + 1;
    return std::to_string(months / 12) + (month < 10 ? "-0" : "-") + std::to_string(month);
}
Period months_from(int year, int month, int count) {
    const int after = year * 12 + month - 1 + count;
    return {day_from_civil(year, month, 1), day_from_civil(after / 12, after % 12 + 1, 1) - 1};
}

}  // namespace

bool is_quarter(std::string_view text) {
    return text.size() == 7 && is_year(text.substr(0, 4)) && text.substr(4, 2) == "-Q" &&
           text[6] >= '1' && text[6] <= '4';
}

bool is_month(std::string_view text) {
    return text.size() == 7 && is_year(text.substr(0, 4)) && text[4] == '-' &&
           digits(text.substr(5)) && number(text.substr(5)) >= 1 && number(text.substr(5)) <= 12;
}

std::optional<Period> parse_period(std::string_view text) {
    if (is_year(text)) {
        return months_from(number(text), 1, 12);
    }
    if (is_quarter(text)) {
        return months_from(number(text.substr(0, 4)), (text[6] - '1') * 3 + 1, 3);
    }
    if (is_month(text)) {
        return months_from(number(text.substr(0, 4)), number(text.substr(5)), 1);
    }
    return std::nullopt;
}

std::string quarter_of(Day day) {
    const CivilDate date = civil(day);
    return std::to_string(date.year) + "-Q" + std::to_string((date.month + 2) / 3);
}

std::string month_of(Day day) {
    const CivilDate date = civil(day);
    return month_text(date.year * 12 + date.month - 1);
}

std::string next_quarter(std::string_view quarter, int step) {
    const int at = number(quarter.substr(0, 4)) * 4 + (quarter[6] - '1') + step;
    return std::to_string(at / 4) + "-Q" + std::to_string(at % 4 + 1);
}

std::string next_month(std::string_view month, int step) {
    return month_text(number(month.substr(0, 4)) * 12 + number(month.substr(5)) - 1 + step);
}

}  // namespace throughline
