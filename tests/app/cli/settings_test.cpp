#include "tests/app/cli/runner.h"

#include <doctest/doctest.h>

using throughline::test::CommandLine;
using throughline::test::Json;

TEST_CASE("objectives: list, show, add, set") {
    CommandLine cli;
    cli.make_board();
    cli.ok({"bet", "add", "Customers first", "--year", "2026", "--sentence",
            "Growth comes from customers"});
    const Json added = cli.json({"objective", "add", "40 demos a month", "--quarter", "2026-Q3",
                                 "--dri", "ana", "--bet", "B-1"});
    CHECK(added["objective"]["key"] == "O-2");
    CHECK(added["objective"]["bet"] == "B-1");
    CHECK(added["text"] == "ana added objective O-2 '40 demos a month'");
    const Json standing =
        cli.json({"objective", "add", "Always-on search", "--standing", "--dri", "cem"});
    CHECK(standing["objective"]["quarter"].is_null());
    const Json set =
        cli.json({"objective", "set", "o-2", "status=at-risk", "status_reason=the agency is late"});
    CHECK(set["objective"]["status"] == "at-risk");
    CHECK(set["text"] ==
          "ana changed objective O-2 '40 demos a month': status from on track to at risk, "
          "status reason set to 'the agency is late'");
    CHECK(cli.json({"objective", "list"}).size() == 3);
    cli.ok({"objective", "set", "O-2", "closed=yes"});
    CHECK(cli.json({"objective", "list"}).size() == 2);
    CHECK(cli.json({"objective", "list", "--all"}).size() == 3);
    cli.card("Spring launch");
    CHECK(cli.json({"objective", "show", "O-1"})["cards"] == Json{"MKT-1"});
    CHECK(cli.ok({"objective", "show", "O-1"}).out.find("Demo bookings") != std::string::npos);
    cli.expect(4, {"objective", "add", "Neither", "--dri", "ana"});
    CHECK(cli.expect(4, {"objective", "set", "O-1", "status=fine"}).err.find("on-track") !=
          std::string::npos);
}

TEST_CASE("big bets: at most three of a year, the third with a reason") {
    CommandLine cli;
    cli.make_board();
    CHECK(cli.json({"bet", "add", "One", "--year", "2026", "--sentence",
                    "It pays"})["bet"]["key"] == "B-1");
    cli.ok({"bet", "add", "Two", "--year", "2026", "--sentence", "It pays"});
    cli.expect(3, {"bet", "add", "Three", "--year", "2026", "--sentence", "It pays"});
    cli.ok({"bet", "add", "Three", "--year", "2026", "--sentence", "It pays", "--reason",
            "the board asked for it"});
    CHECK(cli.json({"bet", "list"}).size() == 3);
    CHECK(cli.json({"bet", "set", "B-2", "sentence=All of it"})["bet"]["sentence"] == "All of it");
    CHECK(cli.json({"bet", "show", "b-2"})["title"] == "Two");
    cli.expect(4, {"bet", "add", "Four", "--year", "twenty", "--sentence", "It pays"});
}

TEST_CASE("people: who acts, roles, limits") {
    CommandLine cli;
    cli.make_board();
    CHECK(cli.json({"person", "show", "Ben Ode"})["role"] == "lead");
    CHECK(cli.json({"person", "set", "ben", "role=member", "limit=3"})["person"]["limit"] == 3);
    CHECK(cli.json({"person", "set", "cem", "active=no"})["person"]["active"] == false);
    CHECK(cli.ok({"person", "list"}).out.find("inactive") != std::string::npos);
    CHECK(cli.expect(3, {"person", "add", "dia", "--as", "ben"}).err.find("Refused (no_right)") !=
          std::string::npos);
}

TEST_CASE("columns: add, change, move, split, remove") {
    CommandLine cli;
    cli.make_board();
    const Json added = cli.json(
        {"column", "add", "Legal review", "--kind", "active", "--position", "5", "--limit", "2"});
    CHECK(added["column"]["id"] == "legal-review");
    CHECK(cli.json({"column", "list"})[4]["id"] == "legal-review");
    CHECK(cli.json({"column", "set", "Legal review",
                    "limit=", "exit_policy=signed"})["column"]["limit"]
              .is_null());
    cli.ok({"column", "move", "legal-review", "2"});
    CHECK(cli.json({"column", "list"})[1]["id"] == "legal-review");
    cli.ok({"column", "split", "legal-review"});
    CHECK(cli.json({"column", "show", "legal-review"})["group"].is_string());
    CHECK(cli.json({"group", "list"}).size() == 2);
    cli.ok({"column", "add", "Spare"});
    CHECK(cli.json({"column", "remove", "spare"})["text"] == "ana removed column Spare");
    CHECK(cli.expect(3, {"column", "remove", "create"}).err.find("Refused") != std::string::npos);
    CHECK(cli.ok({"column", "list"}).out.find("commitment") != std::string::npos);
}

TEST_CASE("a half of a split column goes by the name that lists and refusals give it") {
    CommandLine cli;
    cli.make_board();
    CHECK(cli.ok({"column", "list"}).out.find("Create (Done)") != std::string::npos);
    CHECK(cli.json({"column", "show", "Create (Done)"})["id"] == "create-done");
    CHECK(cli.json({"column", "show", "Done"})["id"] == "done");
    // What is shown to people is no JSON.
    CHECK(cli.ok({"column", "show", "review"}).out.find("title: Accessibility; kind: check") !=
          std::string::npos);
    CHECK(cli.ok({"template", "show", "event"}).out.find('{') == std::string::npos);
}

TEST_CASE("people that could be meant are named in the order of their handles") {
    CommandLine cli;
    cli.make_board();
    cli.ok({"person", "add", "abe"});
    CHECK(cli.expect(4, {"person", "show", "nobody"}).err.find("there are: abe, ana, ben, cem") !=
          std::string::npos);
}

TEST_CASE("groups of neighbours under one limit") {
    CommandLine cli;
    cli.make_board();
    const Json added =
        cli.json({"group", "add", "Late stage", "review", "launch-prep", "--limit", "4"});
    CHECK(added["group"]["columns"] == Json{"review", "launch-prep"});
    CHECK(cli.json({"group", "set", "late-stage", "limit=5"})["group"]["limit"] == 5);
    CHECK(cli.json({"group", "list"}).size() == 2);
    cli.ok({"group", "remove", "Late stage"});
    CHECK(cli.json({"group", "list"}).size() == 1);
}

TEST_CASE("gate items of columns and of the definition of ready") {
    CommandLine cli;
    cli.make_board();
    CHECK(cli.json({"gate", "add", "review", "Pricing checked", "--approval"})["item"]["kind"] ==
          "approval");
    CHECK(cli.json({"gate", "add", "definition-of-ready", "Budget known"})["item"]["column"] ==
          "definition-of-ready");
    CHECK(cli.json({"gate", "list", "review"}).size() == 4);
    CHECK(cli.json({"gate", "set", "review", "Pricing", "kind=check"})["item"]["kind"] == "check");
    cli.ok({"gate", "remove", "review", "Pricing"});
    CHECK(cli.json({"gate", "list", "review"}).size() == 3);
    CHECK(cli.ok({"gate", "list"}).out.find("Budget known") != std::string::npos);
}

TEST_CASE("templates: a printed one can be changed and given back as a new version") {
    CommandLine cli;
    cli.make_board();
    CHECK(cli.json({"template", "add", "Partner webinar", "--copy-of",
                    "event"})["template"]["template"] == "partner-webinar");
    Json form = cli.json({"template", "show", "partner-webinar"});
    form["sla_hours"] = 8;
    form["fields"].push_back(
        {{"field", "partner"}, {"label", "Partner"}, {"kind", "short-text"}, {"required", true}});
    const Json revised =
        cli.json({"template", "revise", "partner-webinar", cli.file("form.json", form.dump()),
                  "--why", "names the partner"});
    CHECK(revised["template"]["version"].get<int>() == form["version"].get<int>() + 1);
    CHECK(revised["template"]["sla_hours"] == 8);
    CHECK(cli.json({"request", "new", "--template", "partner-webinar"})["fields"].contains(
        "partner"));
    cli.ok({"template", "retire", "partner-webinar"});
    CHECK(cli.json({"template", "list"}).size() == 7);
    CHECK(cli.json({"template", "list", "--all"}).size() == 8);
    cli.ok({"template", "restore", "partner-webinar"});
    const std::string wrong = cli.file("wrong.json", R"({"fields": [{"field": "a", "kind": 7}]})");
    CHECK(cli.expect(4, {"template", "revise", "event", wrong}).err.find("fields[0].kind") !=
          std::string::npos);
}

TEST_CASE("policies: limits, points, calendar, service levels") {
    CommandLine cli;
    cli.make_board();
    const Json set = cli.json(
        {"policy", "set", "wip_limit=12", "person_limit=3", "holidays=2026-12-25,2026-12-26"});
    CHECK(set["policy"]["wip_limit"] == 12);
    CHECK(set["policy"]["holidays"] == Json{"2026-12-25", "2026-12-26"});
    CHECK(cli.json({"policy", "sle", "expedite", "--days", "4", "--probability",
                    "90"})["command"] == "set-service-level");
    CHECK(cli.json({"policy", "show"})["person_limit"] == 3);
    CHECK(cli.json({"policy", "show"})["weekdays"] == "mon,tue,wed,thu,fri");
    cli.ok({"policy", "set", "weekdays=Monday, tue,sun"});
    CHECK(cli.json({"policy", "show"})["weekdays"] == "mon,tue,sun");
    CHECK(cli.expect(4, {"policy", "set", "weekdays=mon,someday"}).err.find("someday") !=
          std::string::npos);
    CHECK_FALSE(cli.json({"policy", "list"}).empty());
    CHECK(cli.expect(4, {"policy", "set", "wip_limit=many"}).err.find("wip_limit") !=
          std::string::npos);
    CHECK(cli.expect(4, {"policy", "set", "holidays=2026-02-30"}).err.find("holidays") !=
          std::string::npos);
    CHECK(cli.expect(4, {"policy", "set", "sky=blue"}).err.find("person_limit") !=
          std::string::npos);
    CHECK(cli.expect(4, {"policy", "sle", "standard", "--days", "99999999999999999999"})
              .err.find("--days") != std::string::npos);
}

TEST_CASE("taxonomy values and saved views") {
    CommandLine cli;
    cli.make_board();
    CHECK(cli.json({"term", "add", "channel", "Podcast"})["term"]["value"] == "Podcast");
    CHECK(cli.json({"term", "set", "channel", "podcast", "retired=yes"})["term"]["retired"] ==
          true);
    CHECK(cli.json({"term", "list", "channel"}).size() == 9);
    CHECK(cli.expect(4, {"term", "set", "channel", "Nonsense", "retired=yes"}).err.find("Email") !=
          std::string::npos);

    CHECK(cli.json({"view", "add", "My blocked", "dri:me is:blocked", "--lanes",
                    "objective"})["view"]["owner"] == "ana");
    cli.ok({"view", "add", "Late", "is:overdue", "--shared"});
    CHECK(cli.json({"view", "list"}).size() == 2);
    CHECK(cli.json({"view", "list", "--as", "ben"}).size() == 1);
    cli.ok({"view", "remove", "My blocked"});
    CHECK(cli.json({"view", "list"}).size() == 1);
    CHECK(cli.expect(4, {"view", "add", "Bad", "sky:blue"}).err.find("QUERY") != std::string::npos);
}
