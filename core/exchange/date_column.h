// How the dates of a column are written, decided over all its values: a format is believed only
// when every date of the column fits it, and a column that can be read two ways is never guessed.
#pragma once

#include "core/exchange/written_date.h"

#include <bit>
#include <span>
#include <vector>

namespace throughline::exchange {

// What the values of one column say, gathered one by one.
class DateColumn {
public:
    // A value that is not empty, without spaces around it, and its line in the file.
    void add(std::string_view value, std::size_t line);

    // At least half of the values are dates in some order.
    bool looks_like_dates() const { return dates_ > 0 && dates_ * 2 >= values_; }
    std::size_t dates() const { return dates_; }
    bool fits(DateOrder order) const { return (orders_ & bit(order)) != 0; }
    // Dates are there, and no order fits all of them.
    bool is_contradictory() const { return dates_ > 0 && orders_ == 0; }
    // Two orders fit all dates, and read at least one of them as different days.
    bool is_ambiguous() const { return two_ways_.has_value() && orders_ == kEither; }
    // Dates are there, and one order only fits all of them. 4/4/2025 alone tells none.
    bool tells_order() const { return dates_ > 0 && std::has_single_bit(orders_); }
    // Every time that is written is 00:00: they say nothing.
    bool midnights_only() const { return times_ > 0 && midnights_ == times_; }
    bool has_times_without_zone() const { return local_times_ && !midnights_only(); }
    bool has_short_years() const { return short_years_; }

    struct Example {
        std::string text;
        std::size_t line = 0;
        WrittenDate date;
    };
    const std::optional<Example>& first() const { return first_; }
    const std::optional<Example>& two_ways() const { return two_ways_; }
    // The first date that did not fit what the ones before had in common.
    const std::optional<Example>& breaker() const { return breaker_; }

private:
    static unsigned bit(DateOrder order) { return 1U << static_cast<unsigned>(order); }
    static constexpr unsigned kAll = 0b111;     // of the first three orders
    static constexpr unsigned kEither = 0b110;  // day first or month first

    std::size_t values_ = 0;
    std::size_t dates_ = 0;
    std::size_t times_ = 0;
    std::size_t midnights_ = 0;
    bool local_times_ = false;
    bool short_years_ = false;
    unsigned orders_ = kAll;
    std::optional<Example> first_;
    std::optional<Example> two_ways_;
    std::optional<Example> breaker_;
};

// A column of the file and what is known of it.
struct DateQuestion {
    std::string name;
    const DateColumn* column = nullptr;
    std::optional<DateOrder> told;  // by the mapping
    bool is_used = false;           // others may decide for it, but need no answer
};

struct DateFormat {
    DateOrder order = DateOrder::YearMonthDay;
    bool midnight_is_day = false;
    // False: every order that fits reads the same days (4/4/2025), here. It says nothing of another
    // column or another file.
    bool is_known = true;
};

struct DateAnswers {
    std::vector<DateFormat> formats;  // one per question
    std::vector<std::string> notes;   // how each used column is read, and why
};

// Told, else what all dates of the column fit, else as the other columns of the file that are
// written with the same separator and tell their order. Invalid, with line and column as the place,
// when a used column can be read two ways and nothing decides, or when no order fits all its dates.
Result<DateAnswers> decide_formats(std::span<const DateQuestion> questions);

}  // namespace throughline::exchange
