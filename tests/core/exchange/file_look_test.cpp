#include "core/exchange/file_look.h"
#include "tests/core/exchange/support.h"

#include <algorithm>

using namespace throughline;
using namespace throughline::exchange;

namespace {

std::string_view format_of(const BoardOnly& board, std::string_view bytes) {
    const auto look = look_at_file(bytes, nullptr, board.ws, board.options);
    return look ? look->format->name : std::string_view();
}

TableLook table_of(const BoardOnly& board, std::string_view bytes, std::string_view format) {
    auto look = look_at_file(bytes, import_format(format), board.ws, board.options);
    REQUIRE(look.ok());
    REQUIRE(look->table.has_value());
    return *look->table;
}

const ColumnLook& column(const TableLook& table, std::string_view name) {
    const auto found = std::find_if(table.columns.begin(), table.columns.end(),
                                    [&](const ColumnLook& one) { return one.name == name; });
    REQUIRE(found != table.columns.end());
    return *found;
}

}  // namespace

TEST_CASE_FIXTURE(BoardOnly, "what a file is shows in its contents, whatever its name") {
    struct Case {
        std::string_view bytes;
        std::string_view format;
    };
    for (const Case& one : {
             Case{"{\"id\": \"1\", \"cards\": []", "trello"},
             Case{"{\"throughline\": 1, \"head\": {", "throughline"},
             Case{"\xEF\xBB\xBF  {\n \"throughline\": 1", "throughline"},
             Case{"Summary,Issue key,Status,Created\nA,K-1,To Do,2026-01-02\n", "jira-csv"},
             Case{"ID;Begun;Done\n1;2026-01-02;2026-01-03\n", "flow-csv"},
             Case{"ID,Title,Due\n1,A,2026-01-02\n", "csv"},
             Case{"ID,Status,Created,Closed\n1,Open,2026-01-02,2026-01-05\n", "csv"},
             Case{"hello\nthere\n", ""},
             Case{"", ""},
             Case{"[1, 2]", ""},
         }) {
        CAPTURE(one.bytes);
        CHECK(format_of(*this, one.bytes) == one.format);
    }
}

TEST_CASE_FIXTURE(BoardOnly, "the real files are what they are") {
    struct Case {
        const char* file;
        std::string_view format;
    };
    for (const Case& one : {Case{"trello-fda-food-recalls.json", "trello"},
                            Case{"flow-flowmetricscsv-example.csv", "flow-csv"},
                            Case{"flow-agile-project-dataset.csv", "flow-csv"}}) {
        const std::string bytes = shared_data(one.file);
        if (!bytes.empty()) {
            CHECK_MESSAGE(format_of(*this, bytes) == one.format, one.file);
        }
    }
}

TEST_CASE_FIXTURE(BoardOnly, "a table shows its columns, first rows and what they probably are") {
    const TableLook table =
        table_of(*this,
                 "ID,Name,Due,Tag,Tag\n"
                 "1, First ,2026-01-02,a,b\n2,Second\n3,,2026-02-03,,\n4,x,,,\n",
                 "csv");
    CHECK(table.rows == 4);
    REQUIRE(table.columns.size() == 4);  // the two of one name are mapped as one
    CHECK(column(table, "Name").values == Lines{"First", "Second", ""});
    CHECK(column(table, "Due").values == Lines{"2026-01-02", "", "2026-02-03"});
    CHECK(column(table, "Due").readings ==
          std::vector<DateReading>{{"yyyy-mm-dd", "2026-01-02", day_from_civil(2026, 1, 2)}});
    CHECK(column(table, "ID").readings.empty());
    CHECK(table.proposed.columns.at("Name") == CsvField::Title);
    CHECK(table.proposed.columns.at("Tag") == CsvField::None);
}

TEST_CASE_FIXTURE(BoardOnly, "dates that can be read two ways are shown both ways") {
    const TableLook table =
        table_of(*this, "ID,Begun,Done\n1,3/4/2025,13/4/2025\n2,5/5/2025,14/4/2025\n", "flow-csv");
    CHECK(column(table, "Begun").readings ==
          std::vector<DateReading>{{"dd/mm/yyyy", "3/4/2025", day_from_civil(2025, 4, 3)},
                                   {"mm/dd/yyyy", "3/4/2025", day_from_civil(2025, 3, 4)}});
    CHECK(column(table, "Done").readings ==
          std::vector<DateReading>{{"dd/mm/yyyy", "13/4/2025", day_from_civil(2025, 4, 13)}});
}

TEST_CASE_FIXTURE(BoardOnly, "dates written in more than one way offer each way that some fit") {
    const TableLook table = table_of(
        *this, "ID,Begun,Done\n1,13/4/2025,2025-04-20\n2,4/13/2025,2025-04-21\n", "flow-csv");
    CHECK(column(table, "Begun").readings.size() == 2);
}

TEST_CASE_FIXTURE(BoardOnly, "a table without ids is looked at all the same") {
    const TableLook table = table_of(*this, "Ref,Name\nA,First\nB,Second\n", "csv");
    CHECK(table.proposed.columns.at("Ref") == CsvField::None);
    CHECK(table.proposed.columns.at("Name") == CsvField::Title);
    CHECK_FALSE(plan("Ref,Name\nA,First\nB,Second\n", "csv").ok());
}

TEST_CASE_FIXTURE(BoardOnly, "what earlier imports were read with is offered, newest first") {
    options.file_name = "march.csv";
    options.mapping = R"({"columns": {"Ref": "id", "Who": null}})";
    take("Ref,Name,Who,Begun,Done\n1,A,x,2026-01-02,2026-01-03\n", "csv");
    now = now + days(1);
    options.file_name = "april.csv";
    options.mapping = R"({"columns": {"Ref": "id", "Who": "label"}})";
    take("Ref,Name,Who,Begun,Done\n2,B,x,2026-01-02,2026-01-03\n", "csv");

    const TableLook table = table_of(*this, "Ref,Name,Who,New\n9,C,x,y\n", "csv");
    REQUIRE(table.earlier.size() == 2);
    CHECK(table.earlier[0].source == "april.csv");
    CHECK(table.earlier[0].mapping.columns.at("Who") == CsvField::Label);
    CHECK(table.earlier[0].mapping.columns.at("New") == CsvField::None);
    CHECK(table.earlier[0].mapping.stages.empty());  // columns that are gone
    CHECK(table.usual("march.csv").columns.at("Who") == CsvField::None);
    CHECK(table.usual("may.csv") == table.proposed);
    CHECK(table_of(*this, "Other,Things\n1,2\n", "csv").earlier.empty());
    CHECK(table_of(*this, "Ref,Begun,Done\n1,2026-01-02,2026-01-03\n", "flow-csv").earlier.empty());
}

TEST_CASE_FIXTURE(BoardOnly, "a look is left off when the caller wants no more of it") {
    options.progress = [](std::size_t, std::size_t) { return false; };
    const auto look = look_at_file("ID,Name\n1,A\n", nullptr, ws, options);
    REQUIRE_FALSE(look.ok());
    CHECK(look.error().code == ErrorCode::Cancelled);
}
