#include "tests/app/cli/runner.h"

#include <doctest/doctest.h>

using throughline::test::CommandLine;
using throughline::test::Json;
using throughline::test::Ran;

TEST_CASE("a move is told in words and in JSON") {
    CommandLine cli;
    cli.make_board();
    const std::string key = cli.card("Spring launch");
    CHECK(cli.ok({"card", "move", "mkt-1", "create"}).out ==
          "ana moved MKT-1 'Spring launch' from Ready to Create (Doing)\n");
    const Json done = cli.json({"card", "move", "1", "Ready"});
    CHECK(done["command"] == "move-card");
    CHECK(done["who"] == "ana");
    CHECK(done["card"]["column"] == "ready");
    CHECK(done["seq"].is_number_integer());
    CHECK(done["changes"].is_array());
    (void)key;
}

TEST_CASE("a full column refuses a move with the rule, the numbers and the remedy, in 3") {
    CommandLine cli;
    cli.make_board();
    cli.ok({"column", "add", "Proof", "--kind", "active", "--position", "1", "--limit", "1"});
    const std::string first = cli.card("First");
    const std::string second = cli.card("Second");
    cli.ok({"card", "move", first, "proof"});
    const Ran words = cli.expect(3, {"card", "move", second, "proof"});
    CHECK(words.out.empty());
    CHECK(words.err.find("Refused (wip_limit)") != std::string::npos);
    CHECK(words.err.find("What helps: ") != std::string::npos);
    const Json document = cli.expect(3, {"card", "move", second, "proof", "--json"}).json();
    const Json& refused = document["refused"];
    CHECK(refused["rule"] == "wip_limit");
    CHECK(refused["limit"] == 1);
    CHECK(refused["count"] == 1);
    CHECK(refused["subject"] == "proof");
    CHECK(refused["reason"].is_string());
    CHECK(refused["remedy"].is_string());
    CHECK(cli.json({"card", "show", second})["column"] == "ready");

    const Json passed = cli.json({"card", "move", second, "proof", "--override", "the fair opens"});
    CHECK(passed["card"]["column"] == "proof");
    CHECK(cli.ok({"board"}).out.find("Proof  2/1  OVER ITS LIMIT") != std::string::npos);
    CHECK(cli.expect(3,
                     {"card", "move", cli.card("Third"), "proof", "--override", "x", "--as", "cem"})
              .err.find("Refused") != std::string::npos);
}

TEST_CASE("several cards move together or not at all, and to a place from the top") {
    CommandLine cli;
    cli.make_board();
    cli.card("Piece A");
    cli.card("Piece B");
    cli.card("Piece C");
    cli.ok({"card", "move", "MKT-3", "ready", "--position", "1"});
    CHECK(cli.json({"board"})["columns"][0]["cards"][0]["key"] == "MKT-3");
    cli.ok({"column", "add", "Proof", "--position", "1", "--limit", "2"});
    cli.expect(3, {"card", "move", "MKT-1,MKT-2,MKT-3", "proof"});
    CHECK(cli.json({"board"})["columns"][0]["count"] == 0);
    CHECK(cli.json({"card", "move", "MKT-1, MKT-2", "proof"})["cards"].size() == 2);
}

TEST_CASE("edit sets fields and clears them; comment, link, block and unblock") {
    CommandLine cli;
    cli.make_board();
    const std::string key = cli.card("Spring launch");
    const std::string other = cli.card("Landing page");
    Json card = cli.json({"card", "edit", key, "due=2026-06-01", "due_reason=the fair opens",
                          "labels=spring, web", "responsible=ana,ben", "class=fixed-date",
                          "value=8", "size=5"})["card"];
    CHECK(card["due"] == "2026-06-01");
    CHECK(card["labels"] == Json{"spring", "web"});
    CHECK(card["responsible"] == Json{"ana", "ben"});
    CHECK(card["class"] == "fixed-date");
    CHECK(card["score"] == doctest::Approx(1.6));
    card = cli.json({"card", "edit", key, "due=", "class=standard"})["card"];
    CHECK(card["due"].is_null());

    CHECK(cli.json({"card", "comment", key,
                    "@ben the copy is ready"})["card"]["comments"][0]["by"] == "ana");
    CHECK(cli.json({"card", "link", key, "https://example.com/a"})["card"]["links"][0]["kind"] ==
          "web");
    CHECK(cli.json({"card", "link", key, other})["card"]["links"][1]["card"] == other);
    CHECK(cli.expect(3, {"card", "link", other, key}).err.find("cycle") != std::string::npos);
    CHECK(cli.json({"card", "link", key, other, "--remove"})["card"]["links"].size() == 1);

    card = cli.json({"card", "block", key, "contract unsigned", "--cause", "waiting for legal",
                     "--clearer", "ben"})["card"];
    CHECK(card["blocked"] == true);
    CHECK(card["blocks"][0]["clearer"] == "ben");
    CHECK(cli.json({"card", "list", "is:blocked"}).size() == 1);
    CHECK(cli.json({"card", "unblock", key})["card"]["blocked"] == false);
    const std::string shown = cli.ok({"card", "show", key}).out;
    CHECK(shown.find("Spring launch") != std::string::npos);
    CHECK(shown.find("Brief R-1 (content-asset)") != std::string::npos);
}

TEST_CASE("gates: checks are ticked, approvals signed or rejected, and a forward move needs them") {
    CommandLine cli;
    cli.make_board();
    const std::string key = cli.card("Spring launch");
    cli.ok({"card", "move", key, "create"});
    cli.ok({"card", "move", key, "create-done"});
    CHECK(cli.expect(3, {"card", "move", key, "review"}).err.find("Refused") != std::string::npos);
    CHECK(cli.json({"card", "check", key, "brief answered"})["card"]["gate"][0]["verdict"] ==
          "done");
    cli.ok({"card", "move", key, "review"});
    CHECK(cli.expect(3, {"card", "reject", key, "Creative approval"}).err.find("Refused") !=
          std::string::npos);
    CHECK(cli.json({"card", "reject", key, "Creative",
                    "the logo is the old one"})["card"]["gate"][0]["verdict"] == "rejected");
    CHECK(cli.json({"card", "approve", key, "Creative"})["card"]["gate"][0]["by"] == "ana");
    CHECK(cli.json({"card", "approve", key, "Creative", "--undo"})["card"]["gate"][0]["verdict"]
              .is_null());
    CHECK(cli.expect(4, {"card", "approve", key, "Nonsense"}).err.find("Legal and brand") !=
          std::string::npos);
}

TEST_CASE("the card's own checklist") {
    CommandLine cli;
    cli.make_board();
    const std::string key = cli.card("Spring launch");
    const auto count = cli.json({"card", "show", key})["checklist"].size();
    Json list = cli.json({"card", "check", key, "Book the studio", "--add", "--due",
                          "2026-05-20"})["card"]["checklist"];
    REQUIRE(list.size() == count + 1);
    CHECK(list.back()["due"] == "2026-05-20");
    CHECK(cli.json({"card", "check", key, "book"})["card"]["checklist"].back()["done"] == true);
    CHECK(cli.json({"card", "check", key, "book", "--undo"})["card"]["checklist"].back()["done"] ==
          false);
    CHECK(cli.json({"card", "check", key, "1"})["card"]["checklist"][0]["done"] == true);
    CHECK(cli.json({"card", "check", key, "book", "--remove"})["card"]["checklist"].size() ==
          count);
}

TEST_CASE("named acts: return, discard, archive, restore, void, trade out") {
    CommandLine cli;
    cli.make_board();
    const std::string key = cli.card("Spring launch");
    cli.ok({"card", "move", key, "create"});
    CHECK(cli.expect(3, {"card", "return", key}).err.find("reason") != std::string::npos);
    CHECK(cli.json({"card", "return", key, "not ready"})["card"]["column"] == "ready");
    cli.ok({"card", "move", key, "create"});
    CHECK(cli.json({"card", "discard", key, "--reason", "cancelled"})["card"]["state"] ==
          "discarded");
    CHECK(cli.json({"card", "restore", key, "ready"})["card"]["state"] == "on-board");
    CHECK(cli.json({"card", "archive", key, "parked"})["card"]["state"] == "archived");
    CHECK(cli.json({"card", "list"}).empty());
    CHECK(cli.json({"card", "list", "--all"}).size() == 1);
    const std::string other = cli.card("Twice");
    CHECK(cli.json({"card", "trade-out", other, "the webinar first"})["card"]["state"] ==
          "traded-out");
    CHECK(cli.json({"card", "void", cli.card("Mistake"), "entered twice"})["card"]["state"] ==
          "void");
}

TEST_CASE("undo and redo take the actor's own last change") {
    CommandLine cli;
    cli.make_board();
    const std::string key = cli.card("Spring launch");
    cli.ok({"card", "move", key, "create"});
    cli.ok({"card", "comment", key, "mine", "--as", "ben"});
    CHECK(cli.json({"undo"})["kind"] == "undo");
    CHECK(cli.json({"card", "show", key})["column"] == "ready");
    CHECK(cli.json({"redo"})["kind"] == "redo");
    CHECK(cli.json({"card", "show", key})["column"] == "create");
    CHECK(cli.expect(3, {"redo"}).err.find("Refused") != std::string::npos);
    CHECK(cli.json({"card", "show", key})["comments"].size() == 1);
}
