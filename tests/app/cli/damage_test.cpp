// What somebody changed in the file with another program: check tells all of it, rebuild mends what
// the journal still knows, and what helps is named.
#include "tests/app/cli/runner.h"

#include <doctest/doctest.h>
#include <sqlite3.h>

using throughline::test::CommandLine;
using throughline::test::Json;
using throughline::test::Ran;

namespace {

void change_outside(const CommandLine& cli, const char* sql) {
    sqlite3* file = nullptr;
    REQUIRE(sqlite3_open(cli.board().c_str(), &file) == SQLITE_OK);
    CHECK(sqlite3_exec(file, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(file);
}

bool says(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a board whose tables cannot be read is checked, and rebuilt from its journal") {
    CommandLine cli;
    cli.make_board();
    cli.card("Spring launch");
    const Json before = cli.json({"check"});
    change_outside(cli, "UPDATE card SET service_class = 'bogus'");

    CHECK(says(cli.expect(5, {"board"}).err, "run check, then rebuild"));
    const Ran checked = cli.expect(5, {"check"});
    CHECK(says(checked.out, "'service_class' is 'bogus'; the journal says 'standard'"));
    CHECK(says(checked.err, "throughline rebuild"));
    const Json report = cli.expect(5, {"check", "--json"}).json();
    CHECK(report["ok"] == false);
    CHECK(report["findings"].size() == 1);
    CHECK(report["head"] == before["head"]);

    cli.ok({"rebuild"});
    CHECK(cli.json({"check"}) == before);
    CHECK(cli.json({"card", "list"}).size() == 1);
}

TEST_CASE("a journal changed outside the program is told whole, and only a backup helps") {
    CommandLine cli;
    cli.make_board();
    cli.card("Spring launch");
    cli.ok({"backup", cli.path("good.throughline")});

    SUBCASE("the newest entry altered") {
        change_outside(cli,
                       "UPDATE journal SET payload = replace(payload, 'Spring', 'Autumn') WHERE "
                       "seq = (SELECT max(seq) FROM journal) OR payload LIKE '%Spring%'");
    }
    SUBCASE("an entry removed") {
        change_outside(cli, "DELETE FROM journal WHERE seq = (SELECT max(seq) - 1 FROM journal)");
    }
    const Ran checked = cli.expect(5, {"check"});
    CHECK(says(checked.out, "WRONG  journal "));
    CHECK(says(checked.err, "throughline restore FILE"));
    CHECK_FALSE(says(checked.err, "throughline rebuild"));
    CHECK(cli.expect(5, {"check", "--json"}).json()["findings"].size() >= 1);
    cli.expect(5, {"rebuild"});
    cli.ok({"restore", cli.path("good.throughline")});
    CHECK(cli.json({"check"})["ok"] == true);
}
