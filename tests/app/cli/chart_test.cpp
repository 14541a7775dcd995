#include "tests/app/cli/runner.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

using throughline::test::CommandLine;
using throughline::test::Json;

namespace {

std::string bytes_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// A card in process for three days.
void start_card(CommandLine& cli) {
    cli.make_board();
    cli.ok({"card", "move", cli.card("Spring launch"), "create"});
    cli.pass_minutes(3 * 24 * 60);
}

}  // namespace

TEST_CASE("chart and chart list name every chart with its sentence") {
    CommandLine cli;
    const Json list = cli.json({"chart", "list"});
    CHECK(list.size() == 18);
    CHECK(list[0].contains("tells"));
    const std::string text = cli.ok({"chart"}).out;
    for (const Json& one : list) {
        CHECK(text.find(one["name"].get<std::string>()) != std::string::npos);
        CHECK(text.find(one["tells"].get<std::string>()) != std::string::npos);
    }
}

TEST_CASE("a chart is written as SVG, PNG and CSV, by the file's ending") {
    CommandLine cli;
    start_card(cli);
    const std::string csv = cli.path("aging.csv");
    const Json said = cli.json({"chart", "aging", csv});
    CHECK(said["chart"] == "aging");
    CHECK(said["rows"] == 1);
    CHECK(said["missing"].is_null());
    CHECK(
        bytes_of(csv).starts_with("card,title,column,days,state,blocked,transition\r\n"
                                  "MKT-1,Spring launch,Create"));
    const std::string svg = cli.path("aging.svg");
    cli.ok({"chart", "aging", svg, "--size", "600x400", "--theme", "dark"});
    CHECK(bytes_of(svg).starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"600\""));
    CHECK(bytes_of(svg).find("<title>Age of work in process</title>") != std::string::npos);
    const std::string png = cli.path("aging.png");
    cli.ok({"chart", "aging", png, "--size", "600x400"});
    const std::string picture = bytes_of(png);
    CHECK(picture.starts_with("\x89PNG"));
    REQUIRE(picture.size() > 24);
    CHECK(static_cast<unsigned char>(picture[18]) * 256 + static_cast<unsigned char>(picture[19]) ==
          600);
}

TEST_CASE("a KPI has its chart, as its screen shows it") {
    CommandLine cli;
    cli.make_board();
    cli.ok({"kpi", "add", "name=Leads", "unit=leads", "owner=ana"});
    const std::string csv = cli.path("kpi.csv");
    for (const char* day : {"2026-03-31", "2026-04-30"})
        cli.ok({"measurement", "add", "kpi=K-1", std::string("day=") + day, "value=12"});
    CHECK(cli.json({"chart", "kpi:K-1", csv})["rows"] == 2);
    CHECK(bytes_of(csv).starts_with("day,value,rule,jump\r\n2026-03-31,12"));
    cli.expect(4, {"chart", "kpi:K-9", csv});
}

TEST_CASE("a chart without data is drawn all the same, and says what is missing") {
    CommandLine cli;
    cli.make_board();
    const std::string file = cli.path("scatter.svg");
    const Json said = cli.json({"chart", "cycle-time-scatter", file});
    CHECK(said["verdict"].is_null());
    CHECK(said["missing"].get<std::string>().find("No card was finished") == 0);
    CHECK(bytes_of(file).find("No card was finished") != std::string::npos);
}

TEST_CASE("period, filter and moment choose what a chart is about") {
    CommandLine cli;
    start_card(cli);
    const std::string file = cli.path("wip.csv");
    const auto rows = [&](std::vector<std::string> more) {
        std::vector<std::string> args{"chart", "wip-by-column", file};
        args.insert(args.end(), more.begin(), more.end());
        return cli.json(args)["rows"];
    };
    CHECK(rows({}) == 84);
    CHECK(rows({"--from", "2026-05-04"}) == 4);
    CHECK(rows({"--from", "2026-05-04", "--to", "2026-05-05"}) == 2);
    CHECK(rows({"--filter", "class:expedite"}) == 0);
    CHECK(rows({"--as-of", "2026-05-05T12:00:00Z", "--from", "2026-05-04"}) == 2);
}

TEST_CASE("what a chart cannot use is bad input, named, and writes nothing") {
    CommandLine cli;
    cli.make_board();
    const std::string file = cli.path("chart.svg");
    const auto wrong = [&](std::vector<std::string> args, const std::string& says) {
        args.insert(args.begin(), "chart");
        const std::string err = cli.expect(4, args).err;
        CAPTURE(err);
        CHECK(err.find(says) != std::string::npos);
        CHECK_FALSE(std::filesystem::exists(file));
    };
    wrong({"scater", file}, "did you mean cycle-time-scatter?");
    wrong({"nosuch", file}, "there is no chart \"nosuch\"; `chart list`");
    wrong({"aging"}, "ends in .svg, .png or .csv");
    wrong({"aging", cli.path("chart.gif")}, ".svg, .png or .csv");
    wrong({"aging", file, "--size", "600"}, "--size");
    wrong({"aging", file, "--size", "10x10"}, "--size");
    wrong({"aging", file, "--theme", "pink"}, "--theme");
    wrong({"aging", file, "--from", "2026-05-09", "--to", "2026-05-01"}, "ends before it begins");
    wrong({"aging", file, "--filter", "colour:red"}, "--filter");
    wrong({"forecast-when", file, "--cards", "0"}, "--cards");
    cli.expect(5, {"chart", "aging", cli.path("nowhere/chart.png")});
    cli.expect(5, {"chart", "aging", cli.path("nowhere/chart.svg")});
}
