#include "core/exchange/written_date.h"

#include "core/exchange/date_column.h"

#include <doctest/doctest.h>

using namespace throughline;
using namespace throughline::exchange;

namespace {

constexpr auto kYmd = DateOrder::YearMonthDay;
constexpr auto kDmy = DateOrder::DayMonthYear;
constexpr auto kMdy = DateOrder::MonthDayYear;

// The moment in UTC with the zone Berlin, "2024-03-12" for a day, "" for none.
std::string moment(std::string_view text, DateOrder order) {
    const Zone berlin = Zone::load("Europe/Berlin").value();
    const auto read = read_moment(text, order, false, berlin, berlin);
    return !read ? "" : read->day_only ? to_text(read->day) : to_text(read->at);
}

DateColumn column(const std::vector<std::string>& values) {
    DateColumn dates;
    std::size_t line = 1;
    for (const std::string& value : values) {
        dates.add(value, ++line);
    }
    return dates;
}

}  // namespace

TEST_CASE("dates are read as people and programs write them") {
    struct Case {
        std::string_view text;
        DateOrder order;
        std::string_view moment;
    };
    for (const Case& one : {
             Case{"2024-03-12", kYmd, "2024-03-12"},
             Case{"2024/3/2", kYmd, "2024-03-02"},
             Case{"12.03.2024", kDmy, "2024-03-12"},
             Case{"3/12/2024", kMdy, "2024-03-12"},
             Case{"3/12/2024", kDmy, "2024-12-03"},
             Case{"12/Mar/24", kDmy, "2024-03-12"},
             Case{"12/M\xC3\xA4r/24", kDmy, "2024-03-12"},
             Case{"31-Dez-99", kDmy, "1999-12-31"},
             Case{"Mar 12, 2024", kMdy, "2024-03-12"},
             Case{"12 March 2024", kDmy, "2024-03-12"},
             Case{"12. Sept. 2024", kDmy, ""},
             Case{"29.02.2024", kDmy, "2024-02-29"},
             Case{"29.02.2023", kDmy, ""},
             Case{"01/01/69", kDmy, "2069-01-01"},
             Case{"01/01/70", kDmy, "1970-01-01"},
             Case{"24-03-12", kYmd, "2024-03-12"},
             // Times: Berlin is an hour before UTC in winter, two in summer.
             Case{"2024-03-12 15:04", kYmd, "2024-03-12T14:04:00Z"},
             Case{"2024-07-12T15:04:05", kYmd, "2024-07-12T13:04:05Z"},
             Case{"2024-03-12T15:04:05.250Z", kYmd, "2024-03-12T15:04:05.250000Z"},
             Case{"2024-03-12T15:04:05+0530", kYmd, "2024-03-12T09:34:05Z"},
             Case{"2024-03-12 15:04 UTC", kYmd, "2024-03-12T15:04:00Z"},
             Case{"12/Mar/24 3:04 PM", kDmy, "2024-03-12T14:04:00Z"},
             Case{"5/31/2023 8:04:10 AM", kMdy, "2023-05-31T06:04:10Z"},
             Case{"1/6/2023 12:27:14 PM", kMdy, "2023-01-06T11:27:14Z"},
             Case{"1/6/2023 12:00 a.m.", kMdy, "2023-01-05T23:00:00Z"},
             Case{"12.03.2024, 15:04", kDmy, "2024-03-12T14:04:00Z"},
             // The clocks jump from 2:00 to 3:00.
             Case{"2024-03-31 02:30", kYmd, "2024-03-31T01:00:00Z"},
             // No dates.
             Case{"13:04", kYmd, ""},
             Case{"2024-03-12 25:00", kYmd, ""},
             Case{"2024-03-12 13:04 PM", kYmd, ""},
             Case{"2024-03-12 noon", kYmd, ""},
             Case{"12/03.2024", kDmy, ""},
             Case{"12/03/024", kDmy, ""},
             Case{"1.2.3.4", kDmy, ""},
             Case{"", kDmy, ""},
             Case{"Mar/Mar/24", kDmy, ""},
         }) {
        CAPTURE(one.text);
        CHECK(moment(one.text, one.order) == one.moment);
    }
}

TEST_CASE("serial numbers of a spreadsheet are days since 1899-12-30") {
    CHECK(moment("45363", DateOrder::ExcelSerial) == "2024-03-12");
    CHECK(moment("45363,625", DateOrder::ExcelSerial) == "2024-03-12T14:00:00Z");
    CHECK(moment("0", DateOrder::ExcelSerial) == "");
    CHECK(moment("9999999", DateOrder::ExcelSerial) == "");
    CHECK(moment("45363", kYmd) == "");
}

TEST_CASE("a format is told by the order of day, month and year") {
    CHECK(parse_date_format("dd.MM.yyyy HH:mm") == kDmy);
    CHECK(parse_date_format("M/d/yy h:mm a") == kMdy);
    CHECK(parse_date_format("yyyy-mm-dd") == kYmd);
    CHECK(parse_date_format("ISO") == kYmd);
    CHECK(parse_date_format("excel") == DateOrder::ExcelSerial);
    CHECK_FALSE(parse_date_format("yyyy-dd-mm").has_value());
    CHECK_FALSE(parse_date_format("day first").has_value());
    for (const auto* text : {"5/31/2023 8:04:10 AM", "12/Mar/24 3:04 PM", "2024-03-12T15:04Z"}) {
        const auto date = scan_date(text).value();
        for (const DateOrder order : {kYmd, kDmy, kMdy}) {
            if (day_of(date, order)) {
                CHECK(parse_date_format(format_text(date, order)) == order);
            }
        }
    }
}

TEST_CASE("one value that fits one order only decides its column") {
    CHECK(column({"3/4/2025", "3/14/2025"}).fits(kMdy));
    CHECK_FALSE(column({"3/4/2025", "3/14/2025"}).is_ambiguous());
    CHECK(column({"3/4/2025", "14/3/2025"}).fits(kDmy));
    CHECK(column({"3/4/2025", "5/6/2025"}).is_ambiguous());
    CHECK_FALSE(column({"4/4/2025"}).is_ambiguous());  // the same day either way
    CHECK(column({"14/3/2025", "3/14/2025"}).is_contradictory());
    CHECK(column({"14/3/2025", "15.3.2025"}).is_contradictory());
    // A date that does not exist in any order is a wrong date, not another format.
    CHECK_FALSE(column({"14/3/2025", "31/2/2025", "n/a"}).is_contradictory());
    CHECK(column({"1", "2", "3/4/2025"}).looks_like_dates() == false);
    CHECK(column({"2024-01-01 00:00", "2024-01-02"}).midnights_only());
    CHECK_FALSE(column({"2024-01-01 00:00", "2024-01-02 07:00"}).midnights_only());
}

TEST_CASE("a column that can be read two ways takes the order of the others, or is refused") {
    const DateColumn open = column({"3/4/2025", "5/6/2025"});
    const DateColumn american = column({"3/14/2025"});
    const DateColumn british = column({"14/3/2025"});
    const DateColumn german = column({"14.3.2025"});
    const auto decide = [&](const DateColumn& other) {
        const std::vector<DateQuestion> questions{{"Started", &open, {}, true},
                                                  {"Closed", &other, {}, false}};
        return decide_formats(questions);
    };
    CHECK(decide(american)->formats[0].order == kMdy);
    CHECK(decide(american)->notes[0].find("the dates of 'Closed' decide") != std::string::npos);
    CHECK(decide(british)->formats[0].order == kDmy);
    const Error error = decide(german).error();  // written otherwise: says nothing of slashes
    CHECK(error.where == "line 2, column 'Started'");
    CHECK(error.message ==
          "'3/4/2025' can be read two ways: 2025-04-03 as dd/mm/yyyy, or 2025-03-04 as mm/dd/yyyy. "
          "No value of the file decides. Say which in a mapping (--map): "
          "{\"date_format\": {\"Started\": \"dd/mm/yyyy\"}}");

    const std::vector<DateQuestion> torn{
        {"Started", &open, {}, true}, {"A", &american, {}, false}, {"B", &british, {}, false}};
    CHECK_FALSE(decide_formats(torn).ok());
    const std::vector<DateQuestion> unused{{"Started", &open, {}, false}};
    CHECK(decide_formats(unused).ok());
    const std::vector<DateQuestion> told{{"Started", &open, kDmy, true}};
    CHECK(decide_formats(told)->formats[0].order == kDmy);
}

TEST_CASE("a column whose days are the same either way decides for no other column") {
    const DateColumn open = column({"3/4/2025", "5/6/2025"});
    const DateColumn same = column({"4/4/2025", "6/6/2025"});
    const DateColumn american = column({"3/14/2025"});
    CHECK_FALSE(same.tells_order());
    CHECK(american.tells_order());
    const std::vector<DateQuestion> silent{{"Created", &open, {}, true},
                                           {"Updated", &same, {}, true}};
    CHECK(decide_formats(silent).error().where == "line 2, column 'Created'");
    // Alone it is read, but its format is not known: the mapping keeps none for the next file.
    const std::vector<DateQuestion> alone{{"Updated", &same, {}, true}};
    CHECK(decide_formats(alone).ok());
    CHECK_FALSE(decide_formats(alone)->formats[0].is_known);
    const std::vector<DateQuestion> helped{{"Updated", &same, {}, true},
                                           {"Closed", &american, {}, true}};
    CHECK(decide_formats(helped)->formats[0].order == kMdy);
    CHECK(decide_formats(helped)->formats[0].is_known);
}

TEST_CASE("a column written in two ways is refused with both") {
    const DateColumn mixed = column({"14/3/2025", "3/15/2025"});
    const std::vector<DateQuestion> questions{{"Closed", &mixed, {}, true}};
    const Error error = decide_formats(questions).error();
    CHECK(error.where == "line 3, column 'Closed'");
    CHECK(error.message.find("'14/3/2025' in line 2, but '3/15/2025'") != std::string::npos);
}
