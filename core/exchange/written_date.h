// Dates as people and programs write them: "2024-03-12", "12.03.2024 15:04", "3/12/24 3:04 PM",
// "12/Mar/24". What a value says is cut into its parts first; which part is the day and which the
// month is decided over a whole column (date_column.h).
#pragma once

#include "core/base/zone.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace throughline::exchange {

enum class DateOrder : std::uint8_t {
    YearMonthDay,
    DayMonthYear,
    MonthDayYear,
    ExcelSerial  // days since 1899-12-30, with a fraction for the time; only when it is asked for
};

struct WrittenDate {
    std::array<int, 3> numbers{};          // as they stand; a month's name is its number
    std::array<std::uint8_t, 3> digits{};  // of each; 0 for a month's name
    char separator = ' ';                  // between them
    bool has_time = false;
    bool has_seconds = false;
    bool has_half_day = false;  // AM or PM
    Duration time_of_day;
    std::optional<Duration> offset;  // east of UTC; none: the time has no zone
};

// Nothing for anything that is no date in any order. Whole text, without spaces around it.
std::optional<WrittenDate> scan_date(std::string_view text);

// Nothing when the order gives no date that exists: 31.02.2024, or a month 13. Two digits of a year
// are 1970 to 2069. Not for ExcelSerial.
std::optional<Day> day_of(const WrittenDate& date, DateOrder order);

// "dd.mm.yyyy", "mm/dd/yyyy h:mm AM/PM": how the date is written when read in this order.
std::string format_text(const WrittenDate& date, DateOrder order);

// What a person or a mapping writes: "dd/mm/yyyy", "MM-DD-YY hh:mm", "iso", "excel". Only the order
// of day, month and year counts. Nothing when it does not name each once.
std::optional<DateOrder> parse_date_format(std::string_view text);

// "12.5" or "12,5"; nothing for anything else.
std::optional<double> parse_number(std::string_view text);

// A date or a moment of a file.
struct Moment {
    Instant at;             // of a day: its begin in the team's zone
    Day day;                // in the team's zone
    bool day_only = false;  // no time was written

    friend bool operator==(const Moment&, const Moment&) = default;
};

// Nothing when the text is no date in this order. Times without a zone are in `zone`; days are
// those of `team`. `midnight_is_day`: a time of 00:00 says nothing.
std::optional<Moment> read_moment(std::string_view text, DateOrder order, bool midnight_is_day,
                                  const Zone& zone, const Zone& team);

}  // namespace throughline::exchange
