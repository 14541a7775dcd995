#include "core/base/week.h"

namespace throughline {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
int digit(char c) {
    return c - '0';
}

// The Monday of the week that holds 4 January, and with it the first Thursday.
Day first_monday(int year) {
    const Day fourth = day_from_civil(year, 1, 4);
    return fourth - weekday(fourth);
}
// Of a text in the form of a week; years are checked by parse_period.
Day monday_of(std::string_view week) {
    const int year = civil(parse_period(week.substr(0, 4))->first).year;
    return first_monday(year) + (digit(week[6]) * 10 + digit(week[7]) - 1) * 7;
}

}  // namespace

bool is_week(std::string_view text) {
    return text.size() == 8 && parse_period(text.substr(0, 4)) && text.substr(4, 2) == "-W" &&
           is_digit(text[6]) && is_digit(text[7]) && week_of_year(monday_of(text)) == text;
}

std::string week_of_year(Day day) {
    const int year = civil(day - weekday(day) + 3).year;  // of the week's Thursday
    const int week = (day - first_monday(year)) / 7 + 1;
    return std::to_string(year) + (week < 10 ? "-W0" : "-W") + std::to_string(week);
}

std::string next_week(std::string_view week, int step) {
    return week_of_year(monday_of(week) + step * 7);
}

std::optional<Period> parse_period_or_week(std::string_view text) {
    if (is_week(text)) {
        const Day monday = monday_of(text);
        return Period{monday, monday + 6};
    }
    return parse_period(text);
}

}  // namespace throughline
