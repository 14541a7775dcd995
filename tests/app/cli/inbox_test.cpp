#include "tests/app/cli/runner.h"

#include <doctest/doctest.h>

using throughline::test::CommandLine;
using throughline::test::Json;

TEST_CASE("inbox: lists what concerns the acting person, and marks it as seen and new again") {
    CommandLine cli;
    cli.make_board();
    CHECK(cli.ok({"inbox"}).out == "Nothing waits for you.\n");
    cli.card("Spring launch");
    cli.ok({"card", "comment", "MKT-1", "@ben please look at the claim"});
    const Json items = cli.json({"inbox", "--as", "ben"});
    REQUIRE(items.size() == 1);
    CHECK(items[0]["kind"] == "mention");
    CHECK(items[0]["group"] == "For your information");
    CHECK(items[0]["card"] == "MKT-1");
    CHECK(items[0]["from"] == "ana");
    CHECK(items[0]["due"].is_null());
    CHECK(items[0]["seen"] == false);
    const std::string item = items[0]["item"];
    CHECK(cli.ok({"inbox", "--as", "ben"}).out.find("claim") != std::string::npos);
    cli.ok({"inbox", "--as", "ben", "--seen", item});
    CHECK(cli.json({"inbox", "--as", "ben"}).empty());
    REQUIRE(cli.json({"inbox", "--as", "ben", "--all"}).size() == 1);
    CHECK(cli.expect(3, {"inbox", "--as", "ben", "--seen", item}).err.find("already") !=
          std::string::npos);
    cli.ok({"inbox", "--as", "ben", "--new", item});
    CHECK(cli.json({"inbox", "--as", "ben"}).size() == 1);
}

TEST_CASE("inbox: an item that is not there and two wishes at once are bad input") {
    CommandLine cli;
    cli.make_board();
    CHECK(cli.expect(4, {"inbox", "--seen", "comment:9"}).err.find("throughline inbox") !=
          std::string::npos);
    CHECK(cli.expect(4, {"inbox", "--seen", "a", "--new", "b"}).err.find("--seen") !=
          std::string::npos);
}
