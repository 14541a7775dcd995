#include "core/exchange/csv_mapping.h"

#include <doctest/doctest.h>

using namespace throughline;
using namespace throughline::exchange;

TEST_CASE("a mapping is JSON, and comes back the same") {
    CHECK(to_json(parse_mapping("").value()) == "{}");
    const std::string text =
        R"({"columns":{"Note":null,"Ref":"id"},)"
        R"("stages":[{"column":"Begun","name":"Doing"},{"column":"Closed","name":"Done"}],)"
        R"("date_format":{"Begun":"dd/mm/yyyy"},"values":{"Prio":{"Blocker":"expedite"}},)"
        R"("order":["To do","Doing"],"separator":";","zone":"Europe/Berlin","source":"web",)"
        R"("start":"Doing","done":["Done"]})";
    const CsvMapping mapping = parse_mapping(text).value();
    CHECK(mapping.columns.at("Ref") == CsvField::Id);
    CHECK(mapping.columns.at("Note") == CsvField::None);
    CHECK(to_json(mapping) == text);
    CHECK(parse_mapping(R"({"stages": ["Begun"], "date_format": "dd.mm.yyyy"})").value() ==
          parse_mapping(R"({"stages": [{"column": "Begun", "name": "Begun"}],
                            "date_format": {"": "dd.mm.yyyy"}})")
              .value());
}

TEST_CASE("what a mapping cannot mean is refused with its place") {
    struct Case {
        const char* json;
        const char* where;
    };
    for (const Case& one : {
             Case{"{\"columns\": {\"A\": \"id\"", "mapping, line 1, column 22"},
             Case{"[]", "mapping"},
             Case{R"({"colums": {}})", "mapping, colums"},
             Case{R"({"columns": {"A": "identity"}})", "mapping, columns.A"},
             Case{R"({"columns": {"A": 7}})", "mapping, columns.A"},
             Case{R"({"columns": []})", "mapping, columns"},
             Case{R"({"stages": {"A": "B"}})", "mapping, stages"},
             Case{R"({"stages": [{"name": "B"}]})", "mapping, stages"},
             Case{R"({"date_format": {"A": "early"}})", "mapping, date_format.A"},
             Case{R"({"date_format": 3})", "mapping, date_format"},
             Case{R"({"values": {"A": "b"}})", "mapping, values.A"},
             Case{R"({"values": {"A": {"b": 1}}})", "mapping, values.A.b"},
             Case{R"({"order": "To do"})", "mapping, order"},
             Case{R"({"separator": ";;"})", "mapping, separator"},
             Case{R"({"start": ["A"]})", "mapping, start"},
             Case{R"({"done": "A"})", "mapping, done"},
         }) {
        CAPTURE(one.json);
        const auto mapping = parse_mapping(one.json);
        REQUIRE_FALSE(mapping.ok());
        CHECK(mapping.error().where == one.where);
    }
}
