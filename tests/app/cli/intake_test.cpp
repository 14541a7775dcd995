#include "tests/app/cli/runner.h"

#include <doctest/doctest.h>

using throughline::test::CommandLine;
using throughline::test::Json;
using throughline::test::Ran;
using throughline::test::shape_difference;

TEST_CASE("an empty brief states each question's help, kind and whether it is required") {
    CommandLine cli;
    cli.make_board();
    const Json brief = cli.json({"request", "new", "--template", "campaign-launch"});
    CHECK(shape_difference(
              Json::parse(
                  R"({"template": "", "requester": "", "title": "", "fields": {"audience": ""},
        "questions": [{"field": "", "label": "", "kind": "", "required": true, "help": ""}]})"),
              brief) == "");
    CHECK(brief["requester"] == "ana");
    CHECK(brief["questions"].size() == brief["fields"].size() + 1);
    CHECK(cli.ok({"request", "new", "--template", "Campaign launch"}).out.find("why_now") !=
          std::string::npos);
    CHECK(cli.expect(4, {"request", "new", "--template", "nonsense"}).err.find("content-asset") !=
          std::string::npos);
}

TEST_CASE("the printed empty brief can be filled in and submitted as it is") {
    CommandLine cli;
    cli.make_board();
    Json brief = cli.json({"request", "new", "--template", "content-asset"});
    brief["title"] = "Guide to reporting";
    for (auto& [field, answer] : brief["fields"].items()) {
        answer = field == "objective"   ? "triage"
                 : field == "needed_by" ? "none"
                 : field == "format"    ? "Guide"
                                        : "Something";
    }
    brief["fields"]["needed_by_reason"] = nullptr;
    const Json done = cli.json({"request", "submit", cli.file("filled.json", brief.dump())});
    CHECK(done["request"]["key"] == "R-1");
    CHECK(done["request"]["state"] == "submitted");
    CHECK(done["command"] == "submit-brief");
    cli.set_input(brief.dump());
    CHECK(cli.json({"request", "submit", "-"})["similar"][0]["key"] == "R-1");
}

TEST_CASE("an incomplete brief is refused with every field named, and nothing changes") {
    CommandLine cli;
    cli.make_board();
    const Json before = cli.json({"board"})["seq"];
    const std::string file =
        cli.brief("Half done", {{"fields", {{"audience", ""}, {"why_now", nullptr}}}});
    const Ran ran = cli.expect(3, {"request", "submit", file, "--json"});
    const Json refused = ran.json()["refused"];
    CHECK(refused["rule"] == "brief_incomplete");
    REQUIRE(refused["fields"].size() == 2);
    CHECK(refused["fields"][0]["field"] == "audience");
    CHECK(refused["fields"][1]["field"] == "why_now");
    CHECK(cli.json({"request", "list"}).empty());
    const Ran words = cli.expect(3, {"request", "submit", file});
    CHECK(words.out.empty());
    CHECK(words.err.find("Refused (brief_incomplete)") != std::string::npos);
    CHECK(words.err.find("audience: ") != std::string::npos);
    (void)before;
}

TEST_CASE("triage: score, ask, answer, accept") {
    CommandLine cli;
    cli.make_board();
    const std::string key = cli.submit("Spring launch");
    CHECK(cli.json({"request", "score", key, "--value", "8", "--urgency", "5", "--enablement", "3",
                    "--size", "5"})["request"]["score"] == doctest::Approx(3.2));
    CHECK(cli.json({"request", "score", key, "--size", "2"})["request"]["value"] == 8);
    CHECK(cli.json({"request", "ask", key, "Which countries?"})["request"]["state"] ==
          "needs-information");
    CHECK(cli.json({"request", "answer", key, "Germany"})["request"]["state"] == "submitted");
    CHECK(cli.json({"request", "edit", key,
                    "audience=Founders"})["request"]["fields"]["audience"] == "Founders");
    CHECK(cli.ok({"request", "list"}).out.find("Spring launch") != std::string::npos);
    const Json done = cli.json({"request", "accept", key, "--dri", "Ben Ode", "--objective", "O-1",
                                "--class", "expedite"});
    CHECK(done["card"]["key"] == "MKT-1");
    CHECK(done["card"]["dri"] == "ben");
    CHECK(done["card"]["class"] == "expedite");
    CHECK(done["card"]["column"] == "ready");
    CHECK(done["request"]["card"] == "MKT-1");
    CHECK(cli.json({"request", "list"}).empty());
    CHECK(cli.json({"request", "list", "--all"}).size() == 1);
    CHECK(cli.json({"request", "list", "--state", "accepted"}).size() == 1);
    CHECK(cli.json({"request", "show", "r-1"})["steps"].size() == 5);
}

TEST_CASE("triage: decline and merge, each with a reason") {
    CommandLine cli;
    cli.make_board();
    const std::string first = cli.submit("Spring launch");
    const std::string second = cli.submit("Webinar in May");
    const std::string third = cli.submit("Launch in spring");
    CHECK(cli.expect(3, {"request", "decline", second}).err.find("reason") != std::string::npos);
    CHECK(cli.json({"request", "decline", second, "--reason",
                    "no objective needs it"})["request"]["state"] == "declined");
    const Json merged = cli.json({"request", "merge", third, first, "the same launch"});
    CHECK(merged["request"]["merged_into"] == first);
    CHECK(merged["text"] ==
          "ana merged R-3 'Launch in spring' into R-1 'Spring launch': the same launch");
}

TEST_CASE("a full ready column takes a request only in exchange for a card") {
    CommandLine cli;
    cli.make_board();
    cli.ok({"column", "set", "ready", "limit=1"});
    const std::string card = cli.card("First");
    const std::string key = cli.submit("Second");
    const Json refused =
        cli.expect(3, {"request", "accept", key, "--dri", "cem", "--objective", "O-1", "--json"})
            .json()["refused"];
    CHECK(refused["rule"] == "wip_limit");
    CHECK(refused["limit"] == 1);
    CHECK(refused["remedy"].get<std::string>().starts_with(
        "Trade a card out for it with --instead-of KEY --reason R."));
    const Json done = cli.json({"request", "accept", key, "--dri", "cem", "--objective", "O-1",
                                "--instead-of", card, "--reason", "the fair opens"});
    CHECK(done["card"]["title"] == "Second");
    CHECK(cli.json({"card", "show", card})["state"] == "traded-out");
}

TEST_CASE("an unfinished brief is kept as a draft and submitted by its number") {
    CommandLine cli;
    cli.make_board();
    const Json saved =
        cli.json({"request", "save", cli.brief("Half done", {{"fields", {{"audience", ""}}}})});
    CHECK(saved["problems"][0]["field"] == "audience");
    const std::string number = std::to_string(saved["draft"].get<std::int64_t>());
    CHECK(cli.json({"request", "drafts"})[0]["title"] == "Half done");
    CHECK(cli.json({"request", "drafts", "--as", "ben"}).empty());
    cli.expect(3, {"request", "submit", number});
    const Json whole = cli.json({"request", "save", cli.brief("Whole")});
    CHECK(cli.json({"request", "submit",
                    std::to_string(whole["draft"].get<std::int64_t>())})["request"]["key"] ==
          "R-1");
    CHECK(cli.json({"request", "drafts"}).size() == 1);
    CHECK(cli.expect(4, {"request", "submit", "12345"}).err.find("no draft") != std::string::npos);
}
