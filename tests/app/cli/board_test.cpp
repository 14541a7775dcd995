#include "tests/app/cli/runner.h"

#include <doctest/doctest.h>

using throughline::test::CommandLine;
using throughline::test::Json;
using throughline::test::Ran;
using throughline::test::shape_difference;

TEST_CASE("new makes a board with columns, limits and templates, once") {
    CommandLine cli;
    const Ran made = cli.ok({"new", "--name", "Team"});
    CHECK(made.out.find("created the board 'Team'") != std::string::npos);
    CHECK(cli.json({"column", "list"}).size() == 7);
    CHECK(cli.json({"template", "list"}).size() == 7);
    CHECK(cli.json({"person", "list"})[0]["role"] == "admin");
    const Ran again = cli.expect(4, {"new"});
    CHECK(again.err.find("board.throughline") != std::string::npos);

    CommandLine empty;
    empty.ok({"new", "--template", "empty", "--as", "Zoe"});
    CHECK(empty.json({"column", "list", "--as", "zoe"}).empty());
    CHECK(empty.expect(4, {"new", "--template", "grand"}).err.find("--template") !=
          std::string::npos);
}

TEST_CASE(
    "without --board and THROUGHLINE_BOARD the board is the file in the data folder, which is "
    "made") {
    CommandLine cli;
    const std::string file = cli.path("data") + "/throughline/board.throughline";
    CHECK_FALSE(std::filesystem::exists(file));
    cli.ok({"new", "--board", file});
    CHECK(std::filesystem::exists(file));
}

TEST_CASE("board --json has the shape that scripts rely on") {
    CommandLine cli;
    cli.make_board();
    const std::string key = cli.card("Spring launch");
    cli.ok({"card", "move", key, "create"});
    const Json shape =
        Json::parse(R"({"seq": 1, "as_of": "", "columns": [{"id": "", "name": "", "kind": "",
        "limit": 1, "count": 1, "group": null, "cards": [{"key": "", "title": "", "type": "", "dri": "",
        "objective": "", "class": "", "blocked": true, "age_days": null, "age_in_column_days": 1.0, "due": null,
        "has_brief": true}]}]})");
    const Json board = cli.json({"board"});
    CHECK(shape_difference(shape, board) == "");
    CHECK(board["columns"][0]["limit"] == 8);
    CHECK(board["columns"][0]["count"] == 0);
    const Json& create = board["columns"][1];
    CHECK(create["id"] == "create");
    CHECK(create["group"] == "create");
    CHECK(create["limit"].is_null());
    CHECK(create["group_limit"] == 4);
    CHECK(create["count"] == 1);
    const Json& card = create["cards"][0];
    CHECK(card["key"] == "MKT-1");
    CHECK(card["dri"] == "cem");
    CHECK(card["objective"] == "O-1");
    CHECK(card["class"] == "standard");
    CHECK(card["type"] == "content-asset");
    CHECK(card["age_days"] == 1);
    CHECK(card["due"].is_null());
    CHECK(card["has_brief"] == true);
    CHECK(board["as_of"].get<std::string>().ends_with("Z"));
}

TEST_CASE("board in words shows limits, blocked marks and aligned columns, wide letters too") {
    CommandLine cli;
    cli.make_board();
    cli.card("Spring launch");
    const std::string wide = cli.card("春のキャンペーン");
    cli.ok({"card", "block", wide, "contract unsigned", "--cause", "waiting for legal"});
    const std::string out = cli.ok({"board"}).out;
    CHECK(out.find("Ready  2/8") != std::string::npos);
    CHECK(out.find("Create (Doing)  0  (Create together 0/4)") != std::string::npos);
    CHECK(out.find("BLOCKED (waiting for legal)") != std::string::npos);
    // "Spring launch" takes 13 places, the eight wide letters 16.
    CHECK(out.find("Spring launch     cem") != std::string::npos);
    CHECK(out.find("春のキャンペーン  cem") != std::string::npos);
}

TEST_CASE("board --at shows the board as it was") {
    CommandLine cli;
    cli.make_board();
    const std::string key = cli.card("Spring launch");
    const std::string before = cli.json({"board"})["as_of"];
    cli.pass_minutes(60);
    cli.ok({"card", "move", key, "create"});
    CHECK(cli.json({"board"})["columns"][0]["count"] == 0);
    const Json past = cli.json({"board", "--at", before});
    CHECK(past["columns"][0]["count"] == 1);
    CHECK(past["as_of"] == before);
    CHECK(cli.expect(4, {"board", "--at", "2020-01-01T00:00:00Z"}).err.find("not there yet") !=
          std::string::npos);
}

TEST_CASE("a day stands for its end, wherever a moment is asked for") {
    CommandLine cli;
    cli.make_board();
    const std::string key = cli.card("Spring launch");
    cli.ok({"card", "move", key, "create"});
    cli.pass_minutes(60 * 48);
    const Json then = cli.json({"board", "--at", "2026-05-04"});
    CHECK(then["as_of"] == "2026-05-04T21:59:59.999999Z");  // in Berlin
    CHECK(then["columns"][1]["count"] == 1);
    CHECK(cli.json({"metrics", "--as-of", "2026-05-04"})["as_of"] == then["as_of"]);
    // The end of today is still to come, so today is now.
    CHECK(cli.json({"board", "--at", "2026-05-06"})["columns"][1]["cards"][0]["age_days"] == 3);
}

TEST_CASE("expedites are counted beside the limit, so that counts and cards agree") {
    CommandLine cli;
    cli.make_board();
    cli.card("Spring launch");
    cli.ok({"card", "edit", cli.card("Urgent"), "class=expedite"});
    const Json ready = cli.json({"board"})["columns"][0];
    CHECK(ready["count"] == 1);
    CHECK(ready["expedites"] == 1);
    CHECK(ready["cards_total"] == 2);
    CHECK(ready["cards"].size() == 2);
    CHECK(cli.ok({"board"}).out.find("Ready  1/8 + 1 expedite") != std::string::npos);
}

TEST_CASE("days in a column are those of all its visits, in words as in JSON") {
    CommandLine cli;
    cli.make_board();
    const std::string key = cli.card("Spring launch");
    cli.pass_minutes(60 * 24);
    cli.ok({"card", "move", key, "create"});
    cli.pass_minutes(60);
    cli.ok({"card", "return", key, "too early"});
    cli.pass_minutes(60 * 12);
    const Json card = cli.json({"board"})["columns"][0]["cards"][0];
    CHECK(card["age_in_column_days"] == 1.5);
    CHECK(cli.ok({"board"}).out.find("(1.5 d)") != std::string::npos);
    CHECK(cli.ok({"card", "show", key}).out.find("1.5 days") != std::string::npos);
}

TEST_CASE("the done column grows for ever, so only its newest cards are shown in words") {
    CommandLine cli;
    cli.ok({"new", "--template", "empty"});
    cli.ok({"column", "add", "Ideas", "--kind", "queue"});
    cli.ok({"column", "add", "Done", "--kind", "done"});
    cli.ok({"person", "add", "cem"});
    cli.ok({"objective", "add", "Always-on search", "--standing", "--dri", "ana"});
    for (int i = 0; i < 10; ++i) {
        cli.ok({"card", "move", cli.card("Piece " + std::to_string(i)), "done"});
    }
    const std::string out = cli.ok({"board"}).out;
    CHECK(out.find("... and 2 more") != std::string::npos);
    CHECK(out.find("Piece 1 ") == std::string::npos);
    CHECK(out.find("Piece 9 ") != std::string::npos);
}
