#include "tests/app/cli/runner.h"

#include <doctest/doctest.h>
#include <sqlite3.h>

using throughline::test::CommandLine;
using throughline::test::Json;
using throughline::test::Ran;

namespace {

struct Bad {
    std::vector<std::string> args;
    std::string named;  // what the message must name
};

// Each ends in 4, names the place, and leaves the board as it was.
void require_all_bad(CommandLine& cli, const std::vector<Bad>& table) {
    const Json before = cli.json({"check"});
    for (const Bad& bad : table) {
        std::string line;
        for (const std::string& arg : bad.args) {
            line += arg + " ";
        }
        CAPTURE(line);
        const Ran ran = cli.run(bad.args);
        CHECK(ran.status == 4);
        CHECK(ran.out.empty());
        CHECK_MESSAGE(ran.err.find(bad.named) != std::string::npos, ran.err);
    }
    CHECK(cli.json({"check"}) == before);
}

}  // namespace

TEST_CASE("files that are no briefs are named with the line or the field") {
    CommandLine cli;
    cli.make_board();
    const auto with = [&](const std::string& name, const std::string& text) {
        return std::vector<std::string>{"request", "submit", cli.file(name, text)};
    };
    const std::string title = R"("template": "content-asset", "title": "T")";
    require_all_bad(
        cli,
        {
            {with("cut.json", "{\n  \"template\": \"content-asset\",\n  \"title\": \"T"),
             "cut.json, line 3"},
            {with("empty.json", ""), "empty.json"},
            {with("list.json", "[1, 2]"), "object"},
            {with("title.json", R"({"template": "content-asset", "title": 7})"), "field title"},
            {with("fields.json", "{" + title + R"(, "fields": "all of them"})"), "field fields"},
            {with("object.json", "{" + title + R"(, "fields": {"what": {"a": 1}}})"),
             "fields.what"},
            {with("unknown.json", "{" + title + R"(, "fields": {"audiance": "x"}})"),
             "fields.audiance"},
            {with("member.json", "{" + title + R"(, "colour": "red"})"), "field colour"},
            {with("form.json", R"({"template": "sonnet", "title": "T"})"), "field template"},
            {with("who.json", "{" + title + R"(, "requester": "nobody"})"), "field requester"},
            {with("utf8.json", "{" + title + ", \"fields\": {\"what\": \"\xC3\x28\"}}"), "UTF-8"},
            {with("number.json", "{" + title + R"(, "fields": {"what": 1e99999}})"), "number.json"},
            {{"request", "submit", cli.path("")}, "folder"},
            {{"request", "submit", cli.path("nothing.json")}, "nothing.json"},
        });
}

TEST_CASE("things that are not there, and values that cannot be, are named") {
    CommandLine cli;
    cli.make_board();
    const std::string key = cli.card("Spring launch");
    cli.submit("Open");
    require_all_bad(
        cli,
        {
            {{"card", "move", "MKT-99", "review"}, "MKT-99"},
            {{"card", "move", "99999999999999999999", "review"}, "99999999999999999999"},
            {{"card", "move", key, "nowhere"}, "launch-prep"},
            {{"card", "move", key, "review", "--position", "0"}, "--position"},
            {{"card", "move", key, "review", "--position", "99999999999999999999"}, "--position"},
            {{"card", "move", key, "review", "--override", " "}, "--override"},
            {{"card", "edit", key, "due=tomorrow"}, "due"},
            {{"card", "edit", key, "due=2026-02-30"}, "due"},
            {{"card", "edit", key, "size=4"}, "scale"},
            {{"card", "edit", key, "size=99999999999999999999"}, "size"},
            {{"card", "edit", key, "dri=nobody"}, "dri"},
            {{"card", "edit", key, "colour=red"}, "colour"},
            {{"card", "edit", key, "title"}, "FIELD=VALUE"},
            {{"card", "edit", key, "title=a", "title=b"}, "twice"},
            {{"card", "edit", key, "title=\xC3\x28"}, "title"},
            {{"card", "comment", key, "\xC3\x28"}, ""},
            {{"card", "show", "R-1"}, "R-1"},
            {{"card", "list", "sky:blue"}, "QUERY"},
            {{"request", "accept", "R-2", "--dri", "nobody", "--objective", "O-1"}, "nobody"},
            {{"request", "accept", "R-2", "--dri", "ben", "--objective", "O-9"}, "O-9"},
            {{"request", "accept", "R-2", "--dri", "ben", "--objective", "O-1", "--class",
              "urgent"},
             "--class"},
            {{"request", "score", "R-2", "--value", "4"}, "4"},
            {{"request", "list", "--state", "lost"}, "--state"},
            {{"board", "--at", "yesterday"}, "--at"},
            {{"board", "--at", "2030-01-01"}, "still to come"},
            {{"board", "--at", "2020-01-01"}, "not there yet"},
            {{"metrics", "--as-of", "2020-01-01T00:00:00Z"}, "not there yet"},
            {{"screenshot", "board", "x.png", "--at", "2030-01-01"}, "still to come"},
            {{"screenshot", "board", "x.png", "--contrast", "low"}, "normal, high"},
            {{"screenshot", "board", "x.png", "--scale", "9"}, "from 0.5 to 4"},
            {{"board", "--now", "soon"}, "--now"},
            {{"history", "--since", "2026-13-01T00:00:00Z"}, "--since"},
            {{"history", "--limit", "-3"}, "--limit"},
            {{"import", "scroll", "x"}, "trello"},
            {{"import", "trello", cli.path("nothing.json")}, "nothing.json"},
            {{"import", "trello", cli.file("cut.json", "{\"id\": \"1\", \"lists\": [")},
             "cut.json"},
            {{"import", "trello", cli.file("types.json", R"({"lists": 7, "cards": "x"})")},
             "types.json"},
            {{"import", "trello", cli.path("")}, "folder"},
            {{"person", "list", "--as", "nobody"}, "throughline person add nobody"},
            {{"card", "move", key, "review", "--as", "nobody"}, "ana, ben, cem"},
        });
}

TEST_CASE("an operating-system user who is no person of the board may read and not write") {
    CommandLine cli;
    cli.make_board();
    cli.set_user("stranger");
    cli.ok({"board"});
    const Ran ran = cli.expect(4, {"person", "add", "dia"});
    CHECK(ran.err.find("\"stranger\"") != std::string::npos);
    CHECK(ran.err.find("--as") != std::string::npos);
    cli.ok({"person", "add", "dia", "--as", "ana"});
}

TEST_CASE("with --json an error is a document too") {
    CommandLine cli;
    cli.make_board();
    const Ran ran = cli.expect(4, {"card", "show", "MKT-9", "--json"});
    CHECK(ran.json()["error"]["code"] == "not-found");
    CHECK_FALSE(ran.err.empty());
}

TEST_CASE("a board that cannot be read or written ends in 5") {
    CommandLine cli;
    const Ran missing = cli.expect(5, {"board"});
    CHECK(missing.err.find("throughline new") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(cli.board()));
    cli.expect(5, {"board", "--board", cli.path("")});  // a folder
    cli.expect(
        5, {"board", "--board",
            cli.file("notes.txt", "These are notes, not a board, and there is no more to them.")});
    cli.expect(5, {"board", "--board", "postgresql://host/board"});
    cli.expect(5, {"new", "--board", "/proc/no/such/place/board.throughline"});
}

TEST_CASE("a board written by a newer version is left alone") {
    CommandLine cli;
    cli.make_board();
    sqlite3* file = nullptr;
    REQUIRE(sqlite3_open(cli.board().c_str(), &file) == SQLITE_OK);
    CHECK(sqlite3_exec(file,
                       "PRAGMA user_version = 2000000000; UPDATE meta SET value = 2000000000 WHERE "
                       "name = 'oldest_reader'",
                       nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(file);
    const Ran ran = cli.run({"board"});
    CHECK(ran.status == 5);
    CHECK(ran.err.find("newer") != std::string::npos);
}
