#include "core/exchange/export.h"
#include "tests/core/exchange/support.h"

using namespace throughline;
using namespace throughline::exchange;
using model::Measurement;

namespace {

// A board with K-1 "Demo requests" (requests), K-2 read from the board, KR-1 of its own and KR-2
// that K-1 measures. Today is 1 March 2026.
struct KpiBoard : BoardOnly {
    KpiBoard() {
        model::Kpi typed;
        typed.id = {1};
        typed.number = 1;
        typed.name = "Demo requests";
        typed.unit = "requests";
        ws.put(typed);
        model::Kpi computed;
        computed.id = {2};
        computed.number = 2;
        computed.name = "Throughput";
        computed.figure = model::BoardFigure::Throughput;
        ws.put(computed);
        model::KeyResult own;
        own.id = {3};
        own.number = 1;
        own.title = "Guides published";
        own.unit = "%";
        ws.put(own);
        model::KeyResult measured = own;
        measured.id = {4};
        measured.number = 2;
        measured.kpi = {1};
        ws.put(measured);
    }

    // "K1 2026-01-31 46" per value, in the order of the table.
    Lines values() {
        Lines lines;
        for (const Measurement& one : ws.rows<Measurement>()) {
            lines.push_back((one.kpi ? "K" + std::to_string(one.kpi.value)
                                     : "R" + std::to_string(one.key_result.value)) +
                            " " + to_text(one.day) + " " + std::to_string(one.value).substr(0, 6));
        }
        std::sort(lines.begin(), lines.end());
        return lines;
    }
};

}  // namespace

TEST_CASE_FIXTURE(KpiBoard, "values come in by key or name, for a day, a month or a quarter") {
    const ImportReport report = take(
        "KPI;Date;Value;Unit;Note\n"
        "K-1;31.12.2025;46,5;Requests;from the CRM\n"
        "demo requests;2026-01;48;;\n"
        "KR-1;2025-Q4;12.25%;;\n",
        "kpi-csv");
    CHECK(report.created == std::map<std::string, int>{{"measurements", 3}});
    CHECK(report.left_out.empty());
    CHECK(report.summary() == "3 measurements");
    CHECK(values() ==
          Lines{"K1 2025-12-31 46.500", "K1 2026-01-31 48.000", "R3 2025-12-31 12.250"});
    for (const Measurement& one : ws.rows<Measurement>()) {
        CHECK(one.source == "kpi-csv");
        CHECK(one.known_at == options.zone.start_of(one.day + 1));  // not before it was over
    }
}

TEST_CASE_FIXTURE(KpiBoard,
                  "the same file again changes nothing; another value corrects from now on") {
    take("KPI,Date,Value\nK-1,2026-01-31,46\n", "kpi-csv");
    const ImportReport again = take("KPI,Date,Value\nK-1,2026-01-31,46\n", "kpi-csv");
    CHECK(again.is_empty());
    CHECK(again.unchanged == std::map<std::string, int>{{"measurements", 1}});
    const ImportReport other = take("KPI,Date,Value\nK-1,2026-01-31,47\n", "kpi-csv");
    CHECK(other.created == std::map<std::string, int>{{"corrections", 1}});
    CHECK(values() == Lines{"K1 2026-01-31 46.000", "K1 2026-01-31 47.000"});
    for (const Measurement& one : ws.rows<Measurement>()) {
        CHECK((one.value == 47) == (one.known_at == now));
    }
}

TEST_CASE_FIXTURE(KpiBoard, "each row that cannot be taken is named with the remedy") {
    const ImportReport report = take(
        "KPI,Date,Value,Unit\n"
        "K-9,2026-01-31,1,\n"
        "K-1,2026-03-02,1,\n"
        "K-1,2026-01-31,many,\n"
        "K-1,2026-01-31,\"1,234\",\n"
        "K-1,2026-01-31,46,EUR\n"
        "K-1,31st,46,\n"
        "K-1,,46,\n"
        "K-1,2026-01-31,,\n"
        "K-2,2026-01-31,5,\n"
        "KR-2,2026-01-31,5,\n"
        "K-1,2026-01-31,46,requests\n"
        "Demo requests,2026-01-31,47,\n"
        "K-1,2026-02-28,\"1,234.5\",\n",
        "kpi-csv");
    CHECK(why_left_out(report, "line 2").find("no such KPI") != std::string::npos);
    CHECK(why_left_out(report, "line 3").find("2026-03-02 is in the future") == 0);
    CHECK(why_left_out(report, "line 4") ==
          "'many' is no number; write the number alone, such as 1234.5");
    CHECK(
        why_left_out(report, "line 5") ==
        "'1,234' may be a thousand or a fraction; write it without the mark, or with more digits");
    CHECK(why_left_out(report, "line 6").find("its unit is EUR, here it is requests") == 0);
    CHECK(why_left_out(report, "line 7") ==
          "'31st' is no date of this file's form; write it as its other dates");
    CHECK(why_left_out(report, "line 8") == "it has no date");
    CHECK(why_left_out(report, "line 9") == "it has no value");
    CHECK(why_left_out(report, "line 10").find("K-2 is read from the board") == 0);
    CHECK(why_left_out(report, "line 11").find("KR-2 is measured by K-1.") == 0);
    CHECK(why_left_out(report, "line 13") == "its value for this day stands already in line 12");
    CHECK(report.left_out.size() == 11);
    CHECK(values() == Lines{"K1 2026-01-31 46.000", "K1 2026-02-28 1234.5"});
}

TEST_CASE_FIXTURE(KpiBoard, "thousands and fractions of either convention") {
    const ImportReport report = take(
        "KPI;Date;Value\n"
        "K-1;2026-01-31;1.234,5\n"
        "K-1;2026-01-30;1,234.5\n"
        "K-1;2026-01-29;1.234\n"
        "K-1;2026-01-28;0.125\n",
        "kpi-csv");
    CHECK(values() ==
          Lines{"K1 2026-01-28 0.1250", "K1 2026-01-30 1234.5", "K1 2026-01-31 1234.5"});
    CHECK(why_left_out(report, "line 4").find("'1.234' may be a thousand or a fraction") == 0);
}

TEST_CASE_FIXTURE(KpiBoard, "a file of which no row can be taken is refused") {
    const auto read = plan("KPI,Date,Value\nK-9,2026-01-31,1\nK-1,2026-01-31,36 EUR\n", "kpi-csv");
    REQUIRE_FALSE(read.ok());
    CHECK(to_text(read.error()).find("no such KPI") != std::string::npos);
    CHECK(read.error().where == "line 2");
}

TEST_CASE_FIXTURE(KpiBoard, "dates that read two ways are not guessed; a mapping says how") {
    constexpr std::string_view kTwoWays = "KPI,Date,Value\nK-1,3/2/2026,46\n";
    const auto unsure = plan(kTwoWays, "kpi-csv");
    REQUIRE_FALSE(unsure.ok());
    CHECK(to_text(unsure.error()).find("3/2/2026") != std::string::npos);
    options.mapping = R"({"date_format": {"Date": "dd/mm/yyyy"}})";
    take(kTwoWays, "kpi-csv");
    CHECK(values() == Lines{"K1 2026-02-03 46.000"});
}

TEST_CASE_FIXTURE(KpiBoard, "a missing column is named with those that are there") {
    const auto read = plan("KPI,When,Value\nK-1,2026-01-31,46\n", "kpi-csv");
    REQUIRE_FALSE(read.ok());
    CHECK(to_text(read.error()).find("no column 'Date'") != std::string::npos);
    CHECK(to_text(read.error()).find("KPI, When, Value") != std::string::npos);
}

TEST_CASE_FIXTURE(KpiBoard, "what measurements-csv writes, kpi-csv reads") {
    take("KPI,Date,Value,Note\nK-1,2026-01-31,46.5,=1+1\nKR-1,2026-02-28,0.1,\n", "kpi-csv");
    std::ostringstream out;
    REQUIRE(write_measurements_csv(ws, out).ok());
    CHECK(out.str().find("K-1,2026-01-31,46.5,requests,'=1+1,Demo requests,kpi-csv,,") !=
          std::string::npos);
    const ImportReport again = take(out.str(), "kpi-csv");
    CHECK(again.is_empty());
    CHECK(again.unchanged == std::map<std::string, int>{{"measurements", 2}});
    CHECK(again.left_out.empty());
}
