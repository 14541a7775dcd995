#include "core/exchange/date_column.h"

#include <algorithm>

namespace throughline::exchange {
namespace {

constexpr std::array kOrders{DateOrder::YearMonthDay, DateOrder::DayMonthYear,
                             DateOrder::MonthDayYear};

std::string quoted(std::string_view text) {
    return "'" + std::string(text) + "'";
}

std::string place(const DateColumn::Example& example, const std::string& column) {
    return "line " + std::to_string(example.line) + ", column " + quoted(column);
}

// "'3/4/2025' is 2025-04-03 as dd/mm/yyyy"
std::string reading(const DateColumn::Example& example, DateOrder order) {
    const auto day = day_of(example.date, order);
    return (day ? to_text(*day) : "no date") + " as " + format_text(example.date, order);
}

Error two_ways(const DateQuestion& question) {
    const DateColumn::Example& example = *question.column->two_ways();
    return {ErrorCode::Invalid,
            quoted(example.text) +
                " can be read two ways: " + reading(example, DateOrder::DayMonthYear) + ", or " +
                reading(example, DateOrder::MonthDayYear) +
                ". No value of the file decides. Say which in a mapping (--map): "
                "{\"date_format\": {\"" +
                question.name + "\": \"" + format_text(example.date, DateOrder::DayMonthYear) +
                "\"}}",
            place(example, question.name)};
}

Error no_order(const DateQuestion& question) {
    const DateColumn::Example& breaker = *question.column->breaker();
    return {ErrorCode::Invalid,
            "the dates of the column are written in more than one way: " +
                quoted(question.column->first()->text) + " in line " +
                std::to_string(question.column->first()->line) + ", but " + quoted(breaker.text) +
                ". Name the format in a mapping (--map), \"date_format\"; rows that do not fit it "
                "are then left out",
            place(breaker, question.name)};
}

// The order that columns with this separator have in common, of those that tell one.
std::optional<std::size_t> decider(std::span<const DateQuestion> questions,
                                   const std::vector<std::optional<DateOrder>>& orders,
                                   char separator) {
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < questions.size(); ++i) {
        const bool says = orders[i] && *orders[i] != DateOrder::YearMonthDay &&
                          *orders[i] != DateOrder::ExcelSerial && questions[i].column->first() &&
                          questions[i].column->first()->date.separator == separator;
        if (!says) {
            continue;
        }
        if (found && orders[*found] != orders[i]) {
            return std::nullopt;
        }
        found = found ? found : i;
    }
    return found;
}

// The first that fits; year first when none does, as in a column without dates.
DateOrder any_order(const DateColumn& column) {
    const auto found =
        std::ranges::find_if(kOrders, [&](DateOrder order) { return column.fits(order); });
    return found == kOrders.end() ? DateOrder::YearMonthDay : *found;
}

std::string note_of(const DateQuestion& question, const DateFormat& format) {
    const DateColumn& column = *question.column;
    std::string note = "Dates of " + quoted(question.name) + " are read as ";
    if (format.order == DateOrder::ExcelSerial) {
        return note + "serial numbers of a spreadsheet.";
    }
    note += format_text(column.first()->date, format.order) + ": " + quoted(column.first()->text);
    const auto day = day_of(column.first()->date, format.order);
    note += day ? " is " + to_text(*day) + "." : " is none.";
    if (column.has_short_years()) {
        note += " Years of two digits are 1970 to 2069.";
    }
    if (format.midnight_is_day) {
        note += " All times are midnight, so only the days count.";
    }
    return note;
}

}  // namespace

void DateColumn::add(std::string_view value, std::size_t line) {
    ++values_;
    const auto date = scan_date(value);
    if (!date) {
        return;
    }
    std::array<std::optional<Day>, 3> days;
    unsigned fitting = 0;
    for (std::size_t i = 0; i < kOrders.size(); ++i) {
        // Short years stand last unless a mapping says otherwise.
        const bool asked = kOrders[i] != DateOrder::YearMonthDay || date->digits[0] == 4;
        days[i] = asked ? day_of(*date, kOrders[i]) : std::nullopt;
        fitting |= days[i] ? bit(kOrders[i]) : 0U;
    }
    if (fitting == 0) {
        return;  // a wrong date, whatever the order
    }
    ++dates_;
    times_ += date->has_time ? 1U : 0U;
    midnights_ += date->has_time && date->time_of_day == Duration{} ? 1U : 0U;
    local_times_ = local_times_ || (date->has_time && !date->offset);
    short_years_ = short_years_ || (date->digits[0] != 4 && date->digits[2] == 2);
    if (!first_) {
        first_ = Example{std::string(value), line, *date};
    }
    if (date->separator != first_->date.separator) {
        fitting = 0;
    }
    if ((orders_ & fitting) == 0 && orders_ != 0) {
        breaker_ = Example{std::string(value), line, *date};
    }
    orders_ &= fitting;
    if (!two_ways_ && days[1] && days[2] && days[1] != days[2]) {
        two_ways_ = Example{std::string(value), line, *date};
    }
}

Result<DateAnswers> decide_formats(std::span<const DateQuestion> questions) {
    std::vector<std::optional<DateOrder>> orders(questions.size());
    for (std::size_t i = 0; i < questions.size(); ++i) {
        const DateColumn& column = *questions[i].column;
        orders[i] = questions[i].told;
        if (!orders[i] && column.tells_order()) {
            orders[i] = any_order(column);
        }
        if (!orders[i] && questions[i].is_used && column.is_contradictory()) {
            return no_order(questions[i]);
        }
    }
    DateAnswers answers;
    const std::vector<std::optional<DateOrder>> by_themselves = orders;
    for (std::size_t i = 0; i < questions.size(); ++i) {
        const DateColumn& column = *questions[i].column;
        std::string why;
        if (!orders[i] && questions[i].is_used && column.dates() > 0) {
            const auto other = decider(questions, by_themselves, column.first()->date.separator);
            if (!other && column.is_ambiguous()) {
                return two_ways(questions[i]);
            }
            orders[i] = other ? by_themselves[*other] : std::nullopt;
            why = other && column.is_ambiguous()
                      ? " By itself it could be read two ways; the dates of " +
                            quoted(questions[*other].name) + " decide."
                      : "";
        }
        const DateFormat format{orders[i].value_or(any_order(column)), column.midnights_only(),
                                orders[i].has_value()};
        answers.formats.push_back(format);
        if (questions[i].is_used && (column.first() || format.order == DateOrder::ExcelSerial)) {
            answers.notes.push_back(note_of(questions[i], format) + why);
        }
    }
    return answers;
}

}  // namespace throughline::exchange
