#include "tests/app/cli/runner.h"

#include <doctest/doctest.h>

using throughline::test::CommandLine;
using throughline::test::Json;

namespace {

std::vector<std::string> keys(const Json& list) {
    std::vector<std::string> result;
    for (const auto& card : list) {
        result.push_back(card["key"]);
    }
    return result;
}

using Keys = std::vector<std::string>;

// Three cards on Monday; on Tuesday one moves, one goes, one is edited, one comes.
struct TwoDays {
    TwoDays() {
        cli.make_board();
        moved = cli.card("Moved");
        gone = cli.card("Gone");
        edited = cli.card("Edited");
        monday = cli.json({"history"}).back()["seq"].get<int>();
        cli.pass_minutes(60 * 24);
        cli.ok({"card", "move", moved, "create"});
        cli.ok({"card", "block", moved, "--cause", "legal", "--reason", "Waits for counsel"});
        cli.ok({"card", "archive", gone, "--reason", "No longer needed"});
        cli.ok({"card", "edit", edited, "title=Edited twice"});
        came = cli.card("New");
        cli.ok({"column", "set", "review", "limit=2"});
    }
    CommandLine cli;
    std::string moved, gone, edited, came;
    int monday = 0;
};

}  // namespace

TEST_CASE("diff tells what came, left, moved and changed between two days") {
    TwoDays days;
    days.cli.pass_minutes(24 * 60);
    const Json diff = days.cli.json({"diff", std::to_string(days.monday), "2026-05-05"});
    CHECK(keys(diff["came"]) == Keys{days.came});
    CHECK(diff["came"][0]["to"] == "ready");
    CHECK(diff["came"][0]["how"] == "new");
    CHECK(keys(diff["left"]) == Keys{days.gone});
    CHECK(diff["left"][0]["how"] == "archived");
    CHECK(keys(diff["moved"]) == Keys{days.moved});
    CHECK(diff["moved"][0]["from"] == "ready");
    CHECK(diff["moved"][0]["to"] == "create");
    CHECK(diff["moved"][0]["backward"] == false);
    CHECK(diff["moved"][0]["changes"][0]["field"] == "blocked by");
    CHECK(diff["moved"][0]["changes"][0]["after"] == "legal");
    CHECK(keys(diff["changed"]) == Keys{days.edited});
    CHECK(diff["changed"][0]["changes"][0]["field"] == "title");
    CHECK(diff["changed"][0]["changes"][0]["before"] == "'Edited'");
    REQUIRE(diff["setup"].size() == 1);
    CHECK(diff["setup"][0]["what"] == "column");
    CHECK(diff["setup"][0]["changes"][0]["field"] == "WIP limit");
    CHECK(diff["setup"][0]["changes"][0]["after"] == "2");
    CHECK(diff["requests"][0]["fate"] == "added");
    CHECK(diff["from"]["seq"] == days.monday);
    CHECK(diff["from"]["at"].is_null());
    CHECK(diff["to"]["at"] == "2026-05-05T21:59:59.999999Z");  // the day's end in Berlin
}

TEST_CASE("diff takes instants, days, entries and now, and says the same of the same moments") {
    TwoDays days;
    CommandLine& cli = days.cli;
    cli.pass_minutes(12 * 60);
    const Json by_seq = cli.json({"diff", std::to_string(days.monday), "now"});
    const Json by_instant = cli.json({"diff", "2026-05-04T20:00:00Z", "2026-05-05T20:00:00Z"});
    for (const char* part : {"came", "left", "moved", "changed", "requests", "setup"}) {
        CHECK(by_seq[part] == by_instant[part]);
    }
    // A day counts from its begin to its end.
    CHECK(cli.json({"diff", "2026-05-05", "2026-05-05"})["moved"] == by_seq["moved"]);
    CHECK(keys(cli.json({"diff", "now", "now"})["moved"]).empty());
    CHECK(cli.ok({"diff", "now", "now"}).out.find("Nothing differs") != std::string::npos);
}

TEST_CASE("diff tells entries apart that were made at the same moment") {
    CommandLine cli;
    cli.make_board();
    const std::string card = cli.card("Twice");
    const std::vector<std::string> at{"--now", "2026-05-04T12:00:00Z"};
    cli.ok({"card", "move", card, "create", at[0], at[1]});
    cli.ok({"card", "move", card, "ready", "--now", "2026-05-04T12:00:00Z"});
    const int last = cli.json({"history", at[0], at[1]}).back()["seq"].get<int>();
    const Json back =
        cli.json({"diff", std::to_string(last - 1), std::to_string(last), at[0], at[1]});
    REQUIRE(back["moved"].size() == 1);
    CHECK(back["moved"][0]["to"] == "ready");
    CHECK(back["moved"][0]["backward"] == true);
}

TEST_CASE("diff says it in words") {
    TwoDays days;
    const std::string out = days.cli.ok({"diff", "2026-05-05", "now"}).out;
    CHECK(out.find("Moved (1)\n  " + days.moved + " 'Moved' moved from Ready to Create (Doing)") !=
          std::string::npos);
    CHECK(out.find("blocked by nothing -> legal") != std::string::npos);
    CHECK(out.find("Left (1)\n  " + days.gone + " 'Gone' left Ready (archived)") !=
          std::string::npos);
    CHECK(out.find("column Review changed; WIP limit") != std::string::npos);
}

TEST_CASE("diff of wrong moments is bad input") {
    TwoDays days;
    CommandLine& cli = days.cli;
    CHECK(cli.expect(4, {"diff", "yesterday", "now"}).err.find("FROM") != std::string::npos);
    CHECK(cli.expect(4, {"diff", "now", "99999"}).err.find("TO") != std::string::npos);
    CHECK(cli.expect(4, {"diff", "2026-05-05", "2026-05-04"}).err.find("FROM") !=
          std::string::npos);
    CHECK(cli.expect(4, {"diff", "now", "2030-01-01"}).err.find("still to come") !=
          std::string::npos);
    CHECK(cli.expect(4, {"diff", "2020-01-01", "now"}).err.find("not there yet") !=
          std::string::npos);
    CHECK(cli.run({"diff", "now"}).status == 2);
}
