#include "core/exchange/written_date.h"

#include "core/base/text.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace throughline::exchange {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
}

// By the first three letters, English or German; 0 for no month.
int month_named(std::string_view name) {
    constexpr std::array<std::string_view, 15> kNames{"jan", "feb", "mar", "apr", "may",
                                                      "jun", "jul", "aug", "sep", "oct",
                                                      "nov", "dec", "mai", "okt", "dez"};
    constexpr std::array<int, 15> kMonths{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 5, 10, 12};
    const std::string folded = fold(name);
    for (std::size_t i = 0; i < kNames.size(); ++i) {
        if (folded.starts_with(kNames[i])) {
            return kMonths[i];
        }
    }
    return 0;
}

// Cuts a value into its parts from left to right.
class Scanner {
public:
    explicit Scanner(std::string_view text) : text_(text) {}

    std::optional<WrittenDate> scan() {
        WrittenDate date;
        for (std::size_t i = 0; i < 3; ++i) {
            if ((i > 0 && !separator(date, i == 1)) || !part(date, i)) {
                return std::nullopt;
            }
        }
        const bool fits = std::count(date.digits.begin(), date.digits.end(), 0) <= 1;
        if (!fits || (!is_end() && !time(date))) {
            return std::nullopt;
        }
        return date;
    }

private:
    bool is_end() const { return at_ == text_.size(); }
    char peek() const { return is_end() ? '\0' : text_[at_]; }
    bool take(char c) {
        const bool is_there = peek() == c;
        at_ += is_there ? 1U : 0U;
        return is_there;
    }
    void skip_spaces() {
        while (take(' ')) {
        }
    }

    // At least one digit and at most `most`; how many, or 0.
    std::uint8_t number(int& value, std::uint8_t most) {
        std::uint8_t count = 0;
        for (value = 0; is_digit(peek()) && count <= most; ++at_, ++count) {
            value = value * 10 + (peek() - '0');
        }
        return count <= most ? count : 0;
    }

    // Exactly two, whatever follows.
    bool two_digits(int& value) {
        if (text_.size() - at_ < 2 || !is_digit(text_[at_]) || !is_digit(text_[at_ + 1])) {
            return false;
        }
        value = (text_[at_] - '0') * 10 + (text_[at_ + 1] - '0');
        at_ += 2;
        return true;
    }

    bool part(WrittenDate& date, std::size_t i) {
        if (is_digit(peek())) {
            date.digits[i] = number(date.numbers[i], 4);
            return date.digits[i] != 0 && date.digits[i] != 3;
        }
        const std::size_t begin = at_;
        while (is_letter(peek())) {
            ++at_;
        }
        date.numbers[i] = at_ - begin < 3 ? 0 : month_named(text_.substr(begin, at_ - begin));
        take('.');  // "12 Sept. 2024"
        return date.numbers[i] != 0;
    }

    // The same between all parts; spaces and a comma go together, as in "Mar 12, 2024".
    bool separator(WrittenDate& date, bool is_first) {
        char found = peek();
        if (found == ',' || found == ' ') {
            take(',');
            skip_spaces();
            found = ' ';
        } else if (found == '-' || found == '/' || found == '.') {
            ++at_;
        } else if (at_ > 0 && text_[at_ - 1] == '.') {
            found = '.';  // taken for the end of an abbreviation
        } else {
            return false;
        }
        date.separator = is_first ? found : date.separator;
        return found == date.separator;
    }

    bool time(WrittenDate& date) {
        const bool joined = take('T') || take('t');
        if (!joined) {
            take(',');
            if (peek() != ' ') {
                return false;
            }
            skip_spaces();
        }
        int hour = 0;
        int minute = 0;
        int second = 0;
        if (number(hour, 2) == 0 || !take(':') || number(minute, 2) != 2 || minute > 59) {
            return false;
        }
        if (take(':')) {
            date.has_seconds = true;
            if (number(second, 2) != 2 || second > 60) {
                return false;
            }
            if ((peek() == '.' || peek() == ',') && !fraction(date)) {
                return false;
            }
        }
        skip_spaces();
        if (!half_day(date, hour) || hour > 23) {
            return false;
        }
        skip_spaces();
        date.has_time = true;
        date.time_of_day += minutes(hour * 60 + minute) + Duration{second * kMicrosPerSecond};
        return is_end() || zone(date);
    }

    bool fraction(WrittenDate& date) {
        ++at_;
        std::int64_t scale = kMicrosPerSecond / 10;
        const std::size_t begin = at_;
        for (; is_digit(peek()); ++at_, scale /= 10) {
            date.time_of_day += Duration{(peek() - '0') * scale};
        }
        return at_ > begin;
    }

    // Turns the hour of "3:04 PM" into 15. False when it is no hour of such a clock.
    bool half_day(WrittenDate& date, int& hour) {
        const std::string rest = fold(text_.substr(at_, 4));
        const bool pm = rest.starts_with("pm") || rest.starts_with("p.m.");
        if (!pm && !rest.starts_with("am") && !rest.starts_with("a.m.")) {
            return true;
        }
        at_ += rest[1] == '.' ? 4U : 2U;
        date.has_half_day = true;
        const bool fits = hour >= 1 && hour <= 12;
        hour = hour % 12 + (pm ? 12 : 0);
        return fits;
    }

    bool zone(WrittenDate& date) {
        const std::string_view rest = text_.substr(at_);
        if (rest == "Z" || rest == "z" || rest == "UTC" || rest == "GMT") {
            date.offset = Duration{};
            return true;
        }
        const bool west = peek() == '-';
        if (!west && peek() != '+') {
            return false;
        }
        ++at_;
        int hour = 0;
        int minute = 0;
        if (!two_digits(hour) || hour > 15) {
            return false;
        }
        take(':');
        if ((!is_end() && !two_digits(minute)) || minute > 59 || !is_end()) {
            return false;
        }
        date.offset = minutes((hour * 60 + minute) * (west ? -1 : 1));
        return true;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

// Where year, month and day stand.
std::array<std::size_t, 3> places(DateOrder order) {
    switch (order) {
        case DateOrder::DayMonthYear: return {2, 1, 0};
        case DateOrder::MonthDayYear: return {2, 0, 1};
        case DateOrder::YearMonthDay:
        case DateOrder::ExcelSerial: break;
    }
    return {0, 1, 2};
}

std::optional<Moment> read_serial(std::string_view text, const Zone& zone, const Zone& team) {
    const auto serial = parse_number(text);
    if (!serial || *serial < 1 || *serial >= 2958466) {  // 9999-12-31
        return std::nullopt;
    }
    const double whole = std::floor(*serial);
    const Day day = day_from_civil(1899, 12, 30) + static_cast<int>(whole);
    if (whole == *serial) {
        return Moment{team.start_of(day), day, true};
    }
    const double seconds = std::round((*serial - whole) * 86400);
    const Instant at = zone.at(day, {static_cast<std::int64_t>(seconds) * kMicrosPerSecond});
    return Moment{at, team.day(at), false};
}

}  // namespace

std::optional<WrittenDate> scan_date(std::string_view text) {
    if (text.size() < 6 || text.size() > 48 || (!is_digit(text[0]) && !is_letter(text[0]))) {
        return std::nullopt;
    }
    return Scanner(text).scan();
}

std::optional<Day> day_of(const WrittenDate& date, DateOrder order) {
    const auto [y, m, d] = places(order);
    const bool is_named = std::count(date.digits.begin(), date.digits.end(), 0) == 1;
    if ((date.digits[y] != 2 && date.digits[y] != 4) || date.digits[m] > 2 || date.digits[d] > 2 ||
        is_named != (date.digits[m] == 0)) {
        return std::nullopt;
    }
    int year = date.numbers[y];
    if (date.digits[y] == 2) {
        year += year < 70 ? 2000 : 1900;
    }
    if (!is_valid_date(year, date.numbers[m], date.numbers[d])) {
        return std::nullopt;
    }
    return day_from_civil(year, date.numbers[m], date.numbers[d]);
}

std::string format_text(const WrittenDate& date, DateOrder order) {
    if (order == DateOrder::ExcelSerial) {
        return "excel";
    }
    const auto [y, m, d] = places(order);
    std::array<std::string, 3> parts;
    parts[y] = date.digits[y] == 2 ? "yy" : "yyyy";
    parts[m] = date.digits[m] == 0 ? "mmm" : "mm";
    parts[d] = "dd";
    std::string text = parts[0] + date.separator + parts[1] + date.separator + parts[2];
    if (date.has_time) {
        text += date.has_half_day ? " h:mm" : " hh:mm";
        text += date.has_seconds ? ":ss" : "";
        text += date.has_half_day ? " AM/PM" : "";
        text += date.offset ? " zone" : "";
    }
    return text;
}

std::optional<DateOrder> parse_date_format(std::string_view text) {
    const std::string folded = fold(trim(text));
    if (folded == "excel") {
        return DateOrder::ExcelSerial;
    }
    if (folded == "iso") {
        return DateOrder::YearMonthDay;
    }
    std::string order;  // of the letters where each run begins: "dmy"
    for (const char c : folded) {
        if ((c == 'd' || c == 'm' || c == 'y') && order.find(c) == std::string::npos) {
            order.push_back(c);
        } else if (c == 'h' || c == 's') {
            break;
        }
    }
    return order == "ymd"   ? std::optional(DateOrder::YearMonthDay)
           : order == "dmy" ? std::optional(DateOrder::DayMonthYear)
           : order == "mdy" ? std::optional(DateOrder::MonthDayYear)
                            : std::nullopt;
}

std::optional<double> parse_number(std::string_view text) {
    std::string plain(trim(text));
    std::replace(plain.begin(), plain.end(), ',', '.');
    double value = 0;
    const auto [end, error] =
        std::from_chars(plain.data(), plain.data() + plain.size(), value, std::chars_format::fixed);
    if (plain.empty() || error != std::errc{} || end != plain.data() + plain.size() ||
        !std::isfinite(value)) {
        return std::nullopt;
    }
    return value;
}

std::optional<Moment> read_moment(std::string_view text, DateOrder order, bool midnight_is_day,
                                  const Zone& zone, const Zone& team) {
    text = trim(text);
    if (order == DateOrder::ExcelSerial) {
        return read_serial(text, zone, team);
    }
    const auto date = scan_date(text);
    const auto day = date ? day_of(*date, order) : std::nullopt;
    if (!day) {
        return std::nullopt;
    }
    if (!date->has_time || (midnight_is_day && date->time_of_day == Duration{})) {
        return Moment{team.start_of(*day), *day, true};
    }
    const Instant at =
        date->offset ? Instant{day->number * kMicrosPerDay} + date->time_of_day - *date->offset
                     : zone.at(*day, date->time_of_day);
    return Moment{at, team.day(at), false};
}

}  // namespace throughline::exchange
