#include "tests/app/cli/runner.h"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

using throughline::test::CommandLine;
using throughline::test::Json;
using throughline::test::Ran;
using throughline::test::shape_difference;

namespace {

const Json kEntry =
    Json::parse(R"({"seq": 7, "when": "", "who": "", "command": "", "text": "", "changes": [
    {"table": "", "id": 1, "kind": "", "fields": {}}]})");

std::string read(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

}  // namespace

TEST_CASE("history tells every entry in words and in JSON, and of one card only") {
    CommandLine cli;
    cli.make_board();
    const std::string key = cli.card("Spring launch");
    cli.card("Another");
    const std::string since = cli.json({"board"})["as_of"];
    cli.pass_minutes(1);
    cli.ok({"card", "edit", key, "due=2026-06-01"});
    cli.ok({"card", "edit", key, "due=2026-06-08"});
    cli.ok({"card", "block", key, "contract unsigned", "--cause", "waiting for legal"});
    cli.ok({"card", "unblock", key});

    const Json all = cli.json({"history"});
    CHECK(shape_difference(Json::array({kEntry}), all) == "");
    CHECK(all[0]["text"] == "ana created the board 'Marketing' (marketing)");
    for (std::size_t i = 0; i < all.size(); ++i) {
        CHECK(all[i]["seq"] == i + 1);
    }
    const Json card = cli.json({"history", "--card", key});
    CHECK(card.size() == 6);  // submitted, accepted, two dates, blocked, unblocked
    const Json late = cli.json({"history", "--card", key, "--since", since});
    REQUIRE(late.size() == 4);
    CHECK(late[1]["text"] ==
          "ana changed card MKT-1 'Spring launch': due from 2026-06-01 to 2026-06-08");
    CHECK(late[1]["changes"][0]["fields"]["due"] == Json{"2026-06-01", "2026-06-08"});
    CHECK(late[2]["text"] ==
          "ana blocked MKT-1 'Spring launch' (waiting for legal): contract unsigned");
    CHECK(late[3]["text"] == "ana cleared the blocker of MKT-1 'Spring launch'");
    CHECK(cli.json({"history", "--limit", "2"}).size() == 2);
    CHECK(cli.ok({"history", "--limit", "1"}).out.find("cleared the blocker") != std::string::npos);
}

TEST_CASE("a refused try stands in the journal in words") {
    CommandLine cli;
    cli.make_board();
    cli.ok({"column", "set", "ready", "limit=1"});
    cli.card("First");
    cli.expect(3,
               {"request", "accept", cli.submit("Second"), "--dri", "cem", "--objective", "O-1"});
    const Json last = cli.json({"history", "--limit", "1"})[0];
    CHECK(last["kind"] == "refused");
    const std::string text = last["text"];
    CHECK(text.find("ana was refused: Accept request") == 0);
    CHECK(text.find("no place in ") != std::string::npos);
    CHECK(text.find("1 of 1") != std::string::npos);
}

TEST_CASE("check --json has the shape that scripts rely on") {
    CommandLine cli;
    cli.make_board();
    const Json report = cli.json({"check"});
    CHECK(shape_difference(Json::parse(R"({"ok": true, "entries": 1, "head": "", "findings": []})"),
                           report) == "");
    CHECK(report["ok"] == true);
    CHECK(report["entries"] == 4);
    CHECK(report["findings"].empty());
    CHECK(cli.ok({"check"}).out.find("Everything is in order.") != std::string::npos);
    cli.ok({"rebuild"});
    CHECK(cli.json({"check"})["head"] == report["head"]);
}

TEST_CASE("backup and restore: the present file is moved aside, never deleted") {
    CommandLine cli;
    cli.make_board();
    cli.card("Before");
    const std::string copy = cli.path("monday.throughline");
    CHECK(cli.json({"backup", copy})["backup"] == copy);
    CHECK(cli.expect(4, {"backup", copy}).err.find("monday.throughline") != std::string::npos);
    cli.card("After");
    const Json restored = cli.json({"restore", copy});
    CHECK(std::filesystem::exists(restored["moved_aside"].get<std::string>()));
    CHECK(cli.json({"card", "list"}).size() == 1);
    CHECK(cli.json({"check"})["ok"] == true);
    CHECK(cli.expect(4, {"restore", cli.path("nothing")}).err.find("nothing") != std::string::npos);
}

TEST_CASE("a whole export into a new file gives the same board, hash by hash") {
    CommandLine cli;
    cli.make_board();
    cli.ok({"card", "move", cli.card("Spring launch"), "create"});
    const std::string file = cli.path("whole.json");
    cli.ok({"export", "throughline", file});
    const std::string other = cli.path("other.throughline");
    const Json dry = cli.json({"import", "throughline", file, "--dry-run", "--board", other});
    CHECK(dry["dry_run"] == true);
    CHECK_FALSE(std::filesystem::exists(other));
    const Json report = cli.json({"import", "throughline", file, "--board", other});
    CHECK(report["format"] == "throughline");
    CHECK(cli.json({"check", "--board", other})["head"] == cli.json({"check"})["head"]);
    CHECK(cli.json({"board", "--board", other})["columns"] == cli.json({"board"})["columns"]);
    CHECK(cli.expect(4, {"import", "throughline", file}).err.find("not empty") !=
          std::string::npos);

    const std::string broken = cli.file("broken.json", read(file).substr(0, 1000));
    const std::string third = cli.path("third.throughline");
    cli.expect(4, {"import", "throughline", broken, "--board", third});
    CHECK_FALSE(std::filesystem::exists(third));
}

TEST_CASE("cards and moves as CSV, to a file or to standard output") {
    CommandLine cli;
    cli.make_board();
    cli.card("Spring launch");
    CHECK(cli.ok({"export", "cards-csv"}).out.find("Spring launch") != std::string::npos);
    const std::string file = cli.path("moves.csv");
    CHECK(cli.json({"export", "transitions-csv", file})["file"] == file);
    CHECK(read(file).find("MKT-1") != std::string::npos);
    CHECK(cli.expect(4, {"export", "nonsense"}).err.find("cards-csv") != std::string::npos);
    cli.expect(5, {"export", "cards-csv", cli.path("no/such/folder.csv")});
}

TEST_CASE("a Trello board comes in whole, is shown at past moments, and comes in once") {
    CommandLine cli;
    cli.ok({"new", "--template", "empty"});
    const std::string file = std::string(TL_FIXTURES_DIR) + "/trello/small.json";
    const Json dry = cli.json({"import", "trello", file, "--dry-run"});
    CHECK(dry["dry_run"] == true);
    CHECK(cli.json({"card", "list"}).empty());
    const Json report = cli.json({"import", "trello", file});
    CHECK(shape_difference(
              Json::parse(
                  R"({"format": "trello", "created": {"cards": 1, "columns": 1}, "updated": {},
        "unchanged": {}, "left_out": [{"what": "", "where": "", "why": ""}]})"),
              report) == "");
    CHECK(report["created"] == dry["created"]);
    CHECK_FALSE(cli.json({"card", "list", "--all"}).empty());
    const Json again = cli.json({"import", "trello", file});
    CHECK(again["created"].empty());
    CHECK(cli.json({"check"})["ok"] == true);

    const Json moves = cli.json({"card", "show", cli.json({"card", "list"})[0]["key"]})["moves"];
    const Json past = cli.json({"board", "--at", moves[0]["at"]});
    int cards = 0;
    for (const Json& column : past["columns"]) {
        cards += column["count"].get<int>();
    }
    CHECK(cards > 0);
    const std::string words = cli.ok({"import", "trello", file}).out;
    CHECK(words.find("Nothing new") != std::string::npos);
    CHECK(cli.ok({"undo"}).out.find("took back") != std::string::npos);
    CHECK(cli.json({"card", "list", "--all"}).empty());
}

TEST_CASE("--now fixes the clock, and lies not before the last entry") {
    CommandLine cli;
    cli.ok({"new", "--now", "2026-05-04T10:00:00Z"});
    CHECK(cli.json({"board", "--now", "2026-05-04T11:00:00Z"})["as_of"] == "2026-05-04T11:00:00Z");
    const Json refused =
        cli.expect(3, {"person", "add", "ben", "--now", "2026-05-04T09:59:59Z", "--json"})
            .json()["refused"];
    CHECK(refused["rule"] == "clock");
    CHECK(refused["remedy"].get<std::string>().find("2026-05-04T10:00:00Z") != std::string::npos);
    cli.ok({"person", "add", "ben", "--now", "2026-05-04T10:00:00Z"});
}

TEST_CASE("screenshot asks for a picture of a view") {
    CommandLine cli;
    cli.make_board();
    const std::string file = cli.path("board.png");
    CHECK(cli.json({"screenshot", "board", file, "--size", "800x600"})["file"] == file);
    CHECK(read(file) == "800x600");
    CHECK(cli.expect(4, {"screenshot", "sky", file}).err.find("sky") != std::string::npos);
    cli.ok({"screenshot", "board", file, "--contrast", "high"});
    CHECK(read(file) == "1440x900 high contrast");
    cli.expect(4, {"screenshot", "board", file, "--size", "huge"});
    cli.expect(4, {"screenshot", "board", file, "--theme", "pink"});
    cli.expect(4, {"screenshot", "board", file, "--scale", "99"});
    cli.expect(4, {"screenshot", "board", cli.path("board.jpg")});
}

TEST_CASE("the demo is the same for the same seed, and you can act in it") {
    CommandLine cli;
    const std::string now = "2026-05-04T09:00:00Z";
    const std::string one = cli.path("one.throughline");
    const std::string two = cli.path("two.throughline");
    CHECK(cli.json({"demo", one, "--seed", "7", "--now", now})["cards"].get<int>() > 50);
    cli.ok({"demo", two, "--seed", "7", "--now", now});
    const Json report = cli.json({"check", "--board", one});
    CHECK(report["ok"] == true);
    CHECK(report["head"] == cli.json({"check", "--board", two})["head"]);
    CHECK(cli.json({"person", "show", "ana", "--board", one})["role"] == "admin");
    CHECK(cli.expect(4, {"demo", one}).err.find("one.throughline") != std::string::npos);
}
