#include "tests/app/cli/runner.h"

#include <doctest/doctest.h>

using throughline::test::CommandLine;
using throughline::test::Json;

namespace {

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

// Monday 4 May 2026.
TEST_CASE("review: a monthly review from start to publishing, decisions and actions in it") {
    CommandLine cli;
    cli.make_board();
    Json due = cli.json({"review", "due"});
    REQUIRE(due.size() == 5);
    CHECK(due[2]["kind"] == "monthly-review");
    CHECK(due[2]["period"] == "2026-04");
    CHECK(due[2]["state"] == "due");
    const Json started =
        cli.json({"review", "start", "monthly-review", "--present", "ana", "--present", "ben"});
    CHECK(started["review"]["key"] == "M-1");
    CHECK(started["review"]["period"] == "2026-04");
    CHECK(started["review"]["present"] == Json::array({"ana", "ben"}));
    cli.expect(3, {"review", "start", "monthly-review"});  // it runs already
    cli.ok({"review", "note", "M-1", "The market is slow", "--part", "context"});
    cli.ok({"review", "commit", "M-1", "ben", "Two case studies"});
    cli.ok({"decision", "add", "text=Stop the print ads", "rationale=No lead in a year",
            "decider=ana", "executor=ben", "due=2026-05-20", "meeting=M-1"});
    cli.ok({"action", "add", "text=Tell the agency", "owner=ben", "due=2026-05-10",
            "source=meeting:M-1"});
    cli.ok({"review", "end", "M-1"});
    cli.expect(3, {"review", "note", "M-1", "too late"});
    const Json shown = cli.json({"review", "show", "M-1"});
    CHECK(shown["notes"][0]["text"] == "The market is slow");
    CHECK(shown["notes"][0]["part"] == "context");
    CHECK(shown["commitments"][0]["person"] == "ben");
    CHECK(shown["commitments"][0]["due"] == "2026-05-31");
    CHECK(shown["decisions"] == Json::array({"D-1"}));
    CHECK(shown["actions"] == Json::array({"AC-1"}));
    CHECK_FALSE(shown["publishing_late"].get<bool>());
    cli.pass_minutes(24 * 60);
    CHECK(cli.json({"review", "show", "M-1"})["publishing_late"].get<bool>());
    CHECK(has(cli.ok({"review", "list"}).out, "not published within 24 hours"));
    CHECK(has(cli.ok({"report", "review", "M-1"}).out, "Stop the print ads"));
    CHECK(cli.json({"review", "publish", "M-1"})["review"]["published_at"].is_string());
    due = cli.json({"review", "due"});
    CHECK(due[2]["period"] == "2026-05");
    CHECK(due[2]["state"].is_null());
}

TEST_CASE("review: a commitment is answered, with a reason when it was not kept") {
    CommandLine cli;
    cli.make_board();
    cli.ok({"review", "start", "weekly-sync"});
    CHECK(cli.json({"review", "show", "M-1"})["period"] == "2026-W19");
    cli.ok({"review", "commit", "M-1", "cem", "Send the draft", "--due", "2026-05-07"});
    cli.ok({"review", "end", "M-1"});
    const std::string key =
        cli.json({"review", "show", "M-1"})["commitments"][0]["key"].get<std::string>();
    cli.expect(3, {"review", "answer", key, "missed"});
    cli.ok({"review", "answer", key, "missed", "--reason", "Was ill"});
    const Json now = cli.json({"review", "show", "M-1"})["commitments"][0];
    CHECK(now["state"] == "missed");
    CHECK(now["reason"] == "Was ill");
    CHECK(cli.expect(4, {"review", "answer", key, "perhaps"}).err.find("kept") !=
          std::string::npos);
    cli.expect(4, {"review", "answer", "#99", "kept"});
}

TEST_CASE("review: wrong kinds, periods and keys are named; the agenda is listed and reset") {
    CommandLine cli;
    cli.make_board();
    CHECK(has(cli.expect(4, {"review", "start", "party"}).err, "weekly-sync"));
    cli.expect(4, {"review", "show", "M-9"});
    cli.expect(4, {"review", "end", "M-9"});
    CHECK(has(cli.expect(4, {"review", "start", "weekly-sync", "--period", "2026-W99"}).err,
              "2026-W41"));
    CHECK(cli.json({"review", "agenda", "weekly-sync"})[0]["shows"] == "commitments");
    cli.expect(3, {"review", "agenda", "weekly-sync", "--reset"});  // nothing was changed
}

TEST_CASE("review: an agenda is changed by the document that is printed") {
    CommandLine cli;
    cli.make_board();
    Json parts = cli.json({"review", "agenda", "weekly-sync"});
    parts[0]["minutes"] = 12;
    parts.erase(1);
    const std::string file = cli.file("agenda.json", parts.dump());
    cli.ok({"review", "agenda", "weekly-sync", "--from", file});
    CHECK(cli.json({"review", "agenda", "weekly-sync"}) == parts);
    parts[0]["shows"] = "weather";
    const std::string wrong = cli.file("wrong.json", parts.dump());
    CHECK(has(cli.expect(4, {"review", "agenda", "weekly-sync", "--from", wrong}).err,
              "wrong.json: $[0].shows: \"weather\" is none of: "));
    CHECK(has(
        cli.expect(4, {"review", "agenda", "weekly-sync", "--from", cli.file("no.json", "{}")}).err,
        "begin with what --json prints"));
    cli.ok({"review", "agenda", "weekly-sync", "--reset"});
}

TEST_CASE("action: it becomes a request of the intake, once") {
    CommandLine cli;
    cli.make_board();
    cli.ok({"action", "add", "text=A page for the price", "owner=ben", "due=2026-05-10"});
    const std::string brief = cli.brief("A page for the price");
    const Json filed = cli.json({"action", "file", "AC-1", brief});
    CHECK(filed["request"] == "R-1");
    CHECK(cli.json({"action", "show", "AC-1"})["request"] == "R-1");
    CHECK(cli.json({"request", "show", "R-1"})["title"] == "A page for the price");
    cli.expect(3, {"action", "file", "AC-1", brief});
    cli.expect(4, {"action", "file", "AC-9", brief});
}
