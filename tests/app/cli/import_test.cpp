#include "tests/app/cli/runner.h"

#include <doctest/doctest.h>

using namespace throughline::test;

namespace {

const char* const kFlow =
    "ID;Name;Ready;Doing;Done\n"
    "1;First;02.03.2026;03.03.2026;13.03.2026\n"
    "2;Second;04.03.2026;05.03.2026;04.03.2026\n"
    "3;Third;05.03.2026;06.03.2026;\n";

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a table of stages is shown before it is believed, and then gives the figures") {
    CommandLine cli;
    cli.ok({"new", "--template", "empty"});
    const std::string file = cli.file("flow.csv", kFlow);
    const std::string shown = cli.ok({"import", "flow-csv", file, "--dry-run"}).out;
    CHECK(has(shown, "Would come in: 2 cards, 3 columns, 2 creations, 3 transitions"));
    CHECK(has(shown, "UTF-8, ';' between columns, 3 rows."));
    CHECK(has(shown, "Dates of 'Done' are read as dd.mm.yyyy: '13.03.2026' is 2026-03-13."));
    CHECK(has(shown, "\"separator\": \";\""));
    CHECK(has(shown, "line 3"));
    CHECK(cli.json({"card", "list"}).empty());

    const Json report = cli.json({"import", "flow-csv", file});
    CHECK(report["format"] == "flow-csv");
    CHECK(report["source"] == "flow.csv");
    CHECK(report["left_out"][0]["why"] == "'Done' (2026-03-04) lies before 'Doing' (2026-03-05)");
    CHECK(report["mapping"]["date_format"]["Ready"] == "dd.mm.yyyy");
    const Json figures =
        cli.json({"metrics", "--from", "2026-03-01", "--to", "2026-03-31"})["cycle_time_days"];
    CHECK(figures["n"] == 1);
    CHECK(figures["cards"][0]["start"] == "2026-03-03");
    CHECK(figures["cards"][0]["end"] == "2026-03-13");
    CHECK(figures["cards"][0]["days"] == 11);
    CHECK(cli.json({"check"})["ok"] == true);
    CHECK(has(cli.ok({"import", "flow-csv", file}).out, "Nothing new"));
    cli.ok({"undo"});
    CHECK(cli.json({"card", "list", "--all"}).empty());
}

TEST_CASE("a dry run that the rules would refuse shows what would come in, and ends in 3") {
    CommandLine cli;
    cli.make_board();
    cli.ok({"policy", "set", "wip_limit=1"});
    const std::string file =
        cli.file("flow.csv", "ID;Name;Doing\n1;First;2026-03-03\n2;Second;2026-03-04\n");
    const auto ran = cli.expect(3, {"import", "flow-csv", file, "--start", "Doing", "--dry-run"});
    CHECK(has(ran.out, "Would come in: 2 cards"));
    CHECK(has(ran.err, "--done"));
    const Json report =
        cli.expect(3, {"import", "flow-csv", file, "--start", "Doing", "--dry-run", "--json"})
            .json();
    CHECK(report["created"]["cards"] == 2);
    CHECK(report["refused"]["rule"] == "wip_limit");
}

TEST_CASE("the mapping that a dry run prints can be changed and given back") {
    CommandLine cli;
    cli.ok({"new", "--template", "empty"});
    const std::string file = cli.file("flow.csv", kFlow);
    Json mapping = cli.json({"import", "flow-csv", file, "--dry-run"})["mapping"];
    mapping["stages"][1]["name"] = "Creating";
    mapping["columns"]["Name"] = nullptr;
    const std::string map = cli.file("map.json", mapping.dump());
    cli.ok({"import", "flow-csv", file, "--map", map});
    const Json board = cli.json({"board"});
    CHECK(board["columns"][1]["name"] == "Creating");
    CHECK(board["columns"][1]["cards"][0]["title"] == "3");
}

TEST_CASE("a mapping is remembered for the next file of the same source") {
    CommandLine cli;
    cli.ok({"new", "--template", "empty"});
    const std::string file = cli.file("us.csv", "ID,Start,End\n1,3/4/2025,5/4/2025\n");
    cli.expect(4, {"import", "flow-csv", file});
    const std::string map = cli.file("map.json", R"({"date_format": "mm/dd/yyyy"})");
    cli.ok({"import", "flow-csv", file, "--map", map, "--start", "Start", "--done", "End"});
    CHECK(has(cli.ok({"import", "flow-csv", file}).out, "Nothing new"));
    cli.file("us.csv", "ID,Start,End\n1,3/4/2025,5/4/2025\n2,3/5/2025,6/4/2025\n");
    CHECK(cli.json({"import", "flow-csv", file})["created"]["cards"] == 1);
}

TEST_CASE("what a table or its mapping does not say is bad input with the place and the remedy") {
    CommandLine cli;
    cli.ok({"new", "--template", "empty"});
    const std::string file = cli.file("us.csv", "ID,Start,End\n1,3/4/2025,5/4/2025\n");
    const std::string err = cli.expect(4, {"import", "flow-csv", file}).err;
    CHECK(has(err, "us.csv, line 2, column 'Start'"));
    CHECK(has(err, "2025-04-03 as dd/mm/yyyy, or 2025-03-04 as mm/dd/yyyy"));
    CHECK(has(err, "{\"date_format\": {\"Start\": \"dd/mm/yyyy\"}}"));
    const std::string wrong = cli.file("wrong.json", R"({"columns": {"Nobody": "id"}})");
    CHECK(has(cli.expect(4, {"import", "flow-csv", file, "--map", wrong}).err,
              "wrong.json, mapping, columns: there is no column 'Nobody'; the file has ID, Start, "
              "End"));
    const std::string map = cli.file("map.json", R"({"date_format": "mm/dd/yyyy"})");
    cli.ok({"import", "flow-csv", file, "--map", map, "--start", "Start", "--done", "End"});
    CHECK(cli.json({"metrics", "--from", "2025-03-01", "--to",
                    "2025-06-01"})["cycle_time_days"]["cards"][0]["days"] == 62);
    cli.expect(4, {"import", "jira-csv", cli.file("empty.csv", "")});
    cli.expect(4, {"import", "csv", cli.path("nothing.csv")});
}

TEST_CASE("a table comes in from standard input and in any encoding") {
    CommandLine cli;
    cli.ok({"new", "--template", "empty"});
    cli.set_input(
        "id;title;created\n1;Gr\xF6\xDF"
        "e;2026-03-02\n");
    CHECK(has(cli.ok({"import", "csv", "-"}).out, "Windows-1252, ';' between columns, 1 row."));
    CHECK(cli.json({"card", "list"})[0]["title"] ==
          "Gr\xC3\xB6\xC3\x9F"
          "e");
}

TEST_CASE("on a terminal an import tells how far it is") {
    CommandLine cli;
    cli.ok({"new", "--template", "empty"});
    const std::string file = cli.file("flow.csv", kFlow);
    CHECK(cli.ok({"import", "flow-csv", file, "--dry-run"}).err.empty());
    cli.set_terminal(true);
    CHECK(has(cli.ok({"import", "flow-csv", file}).err, "Reading, "));
}

TEST_CASE("a card that came in with a long title can be changed; only a new title is held short") {
    CommandLine cli;
    cli.make_board();
    const std::string title(250, 'x');
    const std::string board = R"({"id": "5582b73a8cb4e3ec6701ed69", "name": "Team", "actions": [],
        "lists": [{"id": "5582b73a8cb4e3ec6701ed6a", "name": "Ideas", "closed": false}],
        "cards": [{"id": "5582b73a8cb4e3ec6701ed6b", "idList": "5582b73a8cb4e3ec6701ed6a",
                   "name": ")" +
                              title + "\"}]}";
    const auto ran = cli.ok({"import", "trello", cli.file("long.json", board)});
    CHECK(has(ran.out, "Came in: 1 card, 1 column, 1 creation\n"));
    CHECK(cli.json({"card", "edit", "MKT-1", "due=2026-06-01"})["card"]["due"] == "2026-06-01");
    CHECK(cli.json({"card", "show", "MKT-1"})["title"] == title);
    CHECK(has(cli.expect(4, {"card", "edit", "MKT-1", "title=" + title + "y"}).err, "251"));
}
