#include "tests/app/cli/runner.h"

#include <doctest/doctest.h>

using throughline::test::CommandLine;
using throughline::test::Json;

namespace {

// A request that nobody has answered in a week.
void let_a_request_wait(CommandLine& cli) {
    cli.make_board();
    cli.submit("Spring launch");
    cli.pass_minutes(7 * 24 * 60);
}

}  // namespace

TEST_CASE("alert: what is due is listed without a key, raised once, and acknowledged by a person") {
    CommandLine cli;
    let_a_request_wait(cli);
    const Json due = cli.json({"alert", "list"});
    REQUIRE(due.size() == 1);
    CHECK(due[0]["key"].is_null());
    CHECK(due[0]["rule"] == "request-late");
    CHECK(due[0]["subject"] == "request:R-1");
    const Json raised = cli.json({"alert", "raise"});
    REQUIRE(raised.size() == 1);
    CHECK(raised[0]["key"] == "A-1");
    CHECK(cli.json({"alert", "raise"}).empty());
    CHECK(cli.ok({"alert", "list"}).out.find("A-1") != std::string::npos);
    const Json done = cli.json({"alert", "acknowledge", "A-1", "--note", "On it"});
    CHECK(done["alert"]["acknowledged_by"] == "ana");
    CHECK(done["alert"]["note"] == "On it");
    CHECK(cli.json({"alert", "list"}).empty());
    CHECK(cli.json({"alert", "list", "--all"}).size() == 1);
    cli.expect(3, {"alert", "acknowledge", "A-1"});
    CHECK(cli.expect(4, {"alert", "acknowledge", "A-9"}).err.find("A-9") != std::string::npos);
}

TEST_CASE("alert: raising is no step of undo") {
    CommandLine cli;
    let_a_request_wait(cli);
    cli.ok({"request", "decline", "R-1", "--reason", "No capacity"});
    cli.submit("Summer launch");
    cli.pass_minutes(7 * 24 * 60);
    REQUIRE(cli.json({"alert", "raise"}).size() == 1);
    CHECK(cli.json({"undo"})["text"].get<std::string>().find("Raise alert") == std::string::npos);
}

TEST_CASE("alert: rules are listed, switched and set") {
    CommandLine cli;
    let_a_request_wait(cli);
    CHECK(cli.json({"alert", "rules"}).size() == 8);
    cli.ok({"alert", "set", "request-late", "--off"});
    CHECK(cli.json({"alert", "list"}).empty());
    cli.ok({"alert", "set", "request-late", "--on"});
    CHECK(cli.json({"alert", "list"}).size() == 1);
    cli.ok({"alert", "set", "column-full", "--threshold", "5"});
    const Json rules = cli.json({"alert", "rules"});
    CHECK(rules[1]["rule"] == "column-full");
    CHECK(rules[1]["threshold"] == 5.0);
    CHECK(cli.expect(4, {"alert", "set", "column-full", "--threshold", "-1"})
              .err.find("--threshold") != std::string::npos);
    CHECK(cli.expect(4, {"alert", "set", "no-such"}).err.find("column-full") != std::string::npos);
}

TEST_CASE("alert: a rule drafts an action, and a person approves it or says it otherwise") {
    CommandLine cli;
    let_a_request_wait(cli);
    cli.json({"alert", "raise"});
    CHECK(cli.json({"alert", "list"})[0]["drafted_action"].is_null());
    cli.ok({"alert", "set", "request-late", "--drafts-action"});
    CHECK(cli.json({"alert", "rules"})[3]["drafts_action"] == true);
    const Json draft = cli.json({"alert", "list"})[0]["drafted_action"];
    CHECK(draft["text"].get<std::string>().find("R-1: Accept it") == 0);
    CHECK(draft["owner"].is_null());  // nobody by name
    CHECK(cli.expect(4, {"alert", "acknowledge", "A-1", "--owner", "ana"}).err.find("--approve") !=
          std::string::npos);
    const Json done = cli.json({"alert", "acknowledge", "A-1", "--approve"});
    CHECK(done["action"] == "AC-1");
    const Json action = cli.json({"action", "show", "AC-1"});
    CHECK(action["owner"] == "ana");
    CHECK(action["source"] == "alert:A-1");
    CHECK(action["text"] == draft["text"]);
    cli.json({"undo"});
    cli.json({"alert", "acknowledge", "A-1", "--action", "Answer it", "--due", "2026-06-01"});
    CHECK(cli.json({"action", "list"})[0]["text"] == "Answer it");
    cli.ok({"alert", "set", "request-late", "--no-action"});
    CHECK(cli.json({"alert", "rules"})[3]["drafts_action"] == false);
}

TEST_CASE("kpi and accountability: the usual ones come as templates") {
    CommandLine cli;
    cli.make_board();
    CHECK(cli.json({"kpi", "templates"}).size() == 9);
    cli.ok({"kpi", "add-templates", "win-rate", "cycle-time"});
    CHECK(cli.json({"kpi", "list"}).size() == 2);
    CHECK(cli.json({"kpi", "templates"}).size() == 7);
    cli.expect(3, {"kpi", "add-templates", "win-rate"});
    CHECK(cli.json({"accountability", "templates"}).size() == 7);
    cli.ok({"accountability", "add-templates", "flow", "--person", "ana"});
    CHECK(cli.json({"accountability", "list"})[0]["dri"] == "ana");
}
