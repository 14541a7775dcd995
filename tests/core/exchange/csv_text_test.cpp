#include "core/exchange/csv_text.h"

#include "core/exchange/csv_reader.h"

#include <doctest/doctest.h>

#include <vector>

using namespace throughline;
using namespace throughline::exchange;

namespace {

using Records = std::vector<std::vector<std::string>>;

Records records(std::string_view text, char separator = ',') {
    Records all;
    CsvReader reader(text, separator);
    while (reader.next()) {
        all.emplace_back(reader.fields().begin(), reader.fields().end());
    }
    CHECK_FALSE(reader.error().has_value());
    return all;
}

}  // namespace

TEST_CASE("text is UTF-8, UTF-16 by its mark or its zero bytes, else Windows-1252") {
    using namespace std::string_literals;
    struct Case {
        std::string bytes;
        CsvEncoding encoding;
        std::string text;
    };
    for (const Case& one : {
             Case{"id,Gr\xC3\xB6\xC3\x9F"
                  "e",
                  CsvEncoding::Utf8,
                  "id,Gr\xC3\xB6\xC3\x9F"
                  "e"},
             Case{"\xEF\xBB\xBFid", CsvEncoding::Utf8, "id"},
             Case{"id,Gr\xF6\xDF"
                  "e \x80\x99",
                  CsvEncoding::Windows1252,
                  "id,Gr\xC3\xB6\xC3\x9F"
                  "e \xE2\x82\xAC\xE2\x84\xA2"},
             Case{"\xFF\xFEi\0d\0\xE4\0"s, CsvEncoding::Utf16Le, "id\xC3\xA4"},
             Case{"\xFE\xFF\0i\0d\xD8\x3D\xDE\x00"s, CsvEncoding::Utf16Be, "id\xF0\x9F\x98\x80"},
             Case{"i\0d\0;\0N\0"s, CsvEncoding::Utf16Le, "id;N"},
         }) {
        const auto text = CsvText::decode(one.bytes);
        REQUIRE(text.ok());
        CHECK(text->encoding() == one.encoding);
        CHECK(text->text() == one.text);
    }
    CHECK(CsvText::decode("").error().message == "the file is empty");
    CHECK(CsvText::decode(" \r\n").error().code == ErrorCode::Corrupt);
    CHECK(CsvText::decode(std::string_view("PK\x03\x04 zip\0\0 zip", 14))
              .error()
              .message.find("no text") != std::string::npos);
}

TEST_CASE("fields hold separators, quotes and line breaks when they are quoted (RFC 4180)") {
    CHECK(records("a,b\r\n1,2\r\n") == Records{{"a", "b"}, {"1", "2"}});
    CHECK(records("a,b\n1,2") == Records{{"a", "b"}, {"1", "2"}});
    CHECK(records("a\r1\r") == Records{{"a"}, {"1"}});
    CHECK(records("\"x, y\",\"say \"\"hi\"\"\",\"two\r\nlines\"\n") ==
          Records{{"x, y", "say \"hi\"", "two\r\nlines"}});
    CHECK(records("a,,\n\n\n,,b\n") == Records{{"a", "", ""}, {"", "", "b"}});
    CHECK(records("\"\",\"\"\"\"\n") == Records{{"", "\""}});
    CHECK(records("5\" pipe,\"a\"b,c\n") == Records{{"5\" pipe", "ab", "c"}});
}

TEST_CASE("a record knows the line where it begins") {
    CsvReader reader("h\n\"one\ntwo\"\n\n\"a\r\nb\"\nlast", ',');
    std::vector<std::size_t> lines;
    while (reader.next()) {
        lines.push_back(reader.line());
    }
    CHECK(lines == std::vector<std::size_t>{1, 2, 5, 7});
}

TEST_CASE("a quote that is never closed breaks the file off, and its line is named") {
    CsvReader reader("a,b\n1,2\n3,\"four\n5,6\n", ',');
    int records = 0;
    while (reader.next()) {
        ++records;
    }
    CHECK(records == 2);
    REQUIRE(reader.error().has_value());
    CHECK(reader.error()->code == ErrorCode::Corrupt);
    CHECK(reader.error()->where == "line 3");
}

TEST_CASE("the separator is the one that cuts all records alike") {
    CHECK(detect_separator("id,name\n1,\"a;b;c\"\n2,x;y\n").separator == ',');
    CHECK(detect_separator("id;price\n1;2,50\n2;3,75\n").separator == ';');
    CHECK(detect_separator("id\tname\n1\ta, b\n").separator == '\t');
    CHECK(detect_separator("id|name|due\n1|a|\n").separator == '|');
    CHECK(detect_separator("id\n1\n").separator == ',');
    const CsvSeparator told = detect_separator("sep=|\r\nid,a|b\r\n");
    CHECK(told.separator == '|');
    CHECK(told.begin == 7);
}
