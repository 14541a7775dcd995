#include "tests/app/cli/runner.h"

#include <doctest/doctest.h>

#include <sstream>

using throughline::test::CommandLine;
using throughline::test::Ran;

namespace {

// Every verb, with the words below it.
const char* const kVerbs = R"(
new
demo
import
export
board
card list
card show
card move
card edit
card block
card unblock
card comment
card check
card approve
card reject
card link
card attach-brief
card return
card discard
card archive
card restore
card void
card trade-out
request list
request show
request drafts
request new
request submit
request save
request edit
request ask
request answer
request score
request accept
request decline
request merge
objective list
objective show
objective add
objective set
bet list
bet show
bet add
bet set
person list
person show
person add
person set
column list
column show
column add
column set
column move
column split
column remove
group list
group add
group set
group remove
gate list
gate add
gate set
gate remove
template list
template show
template add
template revise
template retire
template restore
policy show
policy list
policy set
policy sle
term list
term add
term set
view list
view add
view remove
decision list
decision show
decision add
decision set
action list
action show
action add
action set
action file
review list
review due
review show
review agenda
review start
review note
review commit
review answer
review end
review publish
report month
report review
undo
redo
history
diff
metrics
forecast when
forecast how-many
forecast backtest
forecast card
forecast objective
simulate
calc percentile
calc xmr
calc when
calc how-many
calc kr
chart
screenshot
check
rebuild
backup
restore
)";

std::vector<std::string> words(const std::string& line) {
    std::istringstream text(line);
    std::vector<std::string> result;
    for (std::string word; text >> word;) {
        result.push_back(word);
    }
    return result;
}

std::vector<std::string> verbs() {
    std::istringstream text(kVerbs);
    std::vector<std::string> result;
    for (std::string line; std::getline(text, line);) {
        if (!line.empty()) {
            result.push_back(line);
        }
    }
    return result;
}

}  // namespace

TEST_CASE("--help of every verb ends well and shows an example of that verb") {
    CommandLine cli;
    for (const std::string& verb : verbs()) {
        CAPTURE(verb);
        auto args = words(verb);
        args.emplace_back("--help");
        const Ran ran = cli.run(args);
        CHECK(ran.status == 0);
        CHECK(ran.err.empty());
        CHECK(ran.out.find("Example:\n  throughline " + verb) != std::string::npos);
    }
}

TEST_CASE("the program's help names every verb") {
    CommandLine cli;
    const Ran ran = cli.ok({"--help"});
    for (const std::string& verb : verbs()) {
        CHECK(ran.out.find("  " + words(verb).front()) != std::string::npos);
    }
    CHECK(cli.ok({"--version"}).out.starts_with("throughline "));
}

TEST_CASE("wrong usage ends in 2 and shows how it is used, with nothing on standard output") {
    const std::vector<std::vector<std::string>> table{
        {"frobnicate"},
        {"card"},
        {"card", "move"},
        {"card", "move", "MKT-1"},
        {"card", "move", "MKT-1", "review", "extra"},
        {"board", "--sideways"},
        {"board", "--at"},
        {"request", "accept", "R-1", "--dri", "ana"},
        {"policy", "sle", "standard"},
        {"check", "--json", "extra"},
    };
    CommandLine cli;
    for (const auto& args : table) {
        CAPTURE(args.front());
        const Ran ran = cli.run(args);
        CHECK(ran.status == 2);
        CHECK(ran.out.empty());
        CHECK(ran.err.find("throughline") != std::string::npos);
        CHECK(ran.err.find("--help") != std::string::npos);
    }
    CHECK(cli.run({"card", "move", "MKT-1"}).err.find("Example:\n  throughline card move") !=
          std::string::npos);
}

TEST_CASE("a value that is also the name of a verb stays a value") {
    CommandLine cli;
    cli.make_board();
    cli.ok({"column", "add", "Check"});
    CHECK(cli.json({"column", "show", "check"})["name"] == "Check");
    const std::string key = cli.card("Undo");
    CHECK(cli.json({"card", "comment", key, "undo"})["card"]["comments"][0]["text"] == "undo");
    CHECK(cli.json({"card", "comment", key, "[one, two]"})["card"]["comments"][1]["text"] ==
          "[one, two]");
    CHECK(cli.json({"card", "comment", key, "-5 % less"})["card"]["comments"][2]["text"] ==
          "-5 % less");
}

TEST_CASE("without a verb and without a window it says so and ends in 5") {
    CommandLine cli;
    const Ran ran = cli.expect(5, {});
    CHECK(ran.err.find("window") != std::string::npos);
    CHECK(ran.err.find("--help") != std::string::npos);
}

TEST_CASE("escape codes are written to a terminal only") {
    CommandLine cli;
    cli.make_board();
    CHECK(cli.ok({"board"}).out.find('\033') == std::string::npos);
    cli.set_terminal(true);
    CHECK(cli.ok({"board"}).out.find('\033') != std::string::npos);
    CHECK(cli.ok({"board", "--json"}).out.find('\033') == std::string::npos);
}

TEST_CASE("words that are not understood are named in the order in which they were written") {
    CommandLine cli;
    CHECK(cli.expect(2, {"frobnicate", "all", "cards"}).err.find("frobnicate all cards") !=
          std::string::npos);
}
