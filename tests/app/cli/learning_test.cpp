// What is computed about learning: experiments, retros that are due, maturity, names.
#include "tests/app/cli/runner.h"

#include <doctest/doctest.h>

using throughline::test::CommandLine;
using throughline::test::Json;
using throughline::test::shape_difference;

namespace {

void add_experiment(CommandLine& cli) {
    cli.ok({"experiment", "add", "title=Lean review", "hypothesis=One reviewer is faster",
            "measure=Median cycle time", "usual_path=label:usual", "other_path=label:lean",
            "from_day=2026-05-04", "owner=ana"});
}

}  // namespace

TEST_CASE("experiment show: the record with the figures of both paths") {
    CommandLine cli;
    cli.make_board();
    add_experiment(cli);
    const Json shown = cli.json({"experiment", "show", "E-1"});
    const Json path{{"delivered", 0},
                    {"open", 0},
                    {"n", 0},
                    {"cycle_time_p50", nullptr},
                    {"cycle_time_p85", nullptr},
                    {"delivered_per_week", nullptr},
                    {"with_rework", 0},
                    {"rework_rate", nullptr}};
    const Json finding{{"finding", ""}, {"p", nullptr}, {"ahead", nullptr}};
    CHECK(shape_difference(Json{{"key", ""},
                                {"hypothesis", ""},
                                {"days", 0},
                                {"usual", path},
                                {"tried", path},
                                {"in_both", 0},
                                {"cycle_time", finding},
                                {"rework", finding}},
                           shown) == "");
    CHECK(shown["cycle_time"]["finding"] == "too few cards");
    CHECK(shown["days"] == 1);
    CHECK(cli.ok({"experiment", "show", "E-1"}).out.find("path tried") != std::string::npos);
    CHECK(cli.expect(4, {"experiment", "show", "E-9"}).err.find("E-9") != std::string::npos);
    CHECK(cli.json({"experiment", "list"}).size() == 1);
    CHECK(cli.expect(4, {"experiment", "set", "E-1", "other_path=lane:x"}).err.find("lane") !=
          std::string::npos);
}

TEST_CASE("retro due: what was delivered asks for a retro until it has one") {
    CommandLine cli;
    cli.make_board();
    CHECK(cli.json({"retro", "due"}).empty());
    CHECK(cli.ok({"retro", "due"}).out.find("Nothing asks") != std::string::npos);
    cli.ok({"close", "O-1", "--score", "O-1=0.6"});
    const Json due = cli.json({"retro", "due"});
    REQUIRE(due.size() == 1);
    CHECK(due[0]["key"] == "O-1");
    CHECK(due[0]["missed"] == true);
    CHECK(due[0]["ended"] == "2026-05-04");
    cli.ok({"retro", "add", "objective=O-1", "expected=a", "happened=b", "drove=c", "changes=d"});
    CHECK(cli.json({"retro", "due"}).empty());
    CHECK(cli.json({"retro", "list"}).size() == 1);
    CHECK(cli.expect(4, {"retro", "due", "--days", "0"}).err.find("--days") != std::string::npos);
}

TEST_CASE("maturity: five areas, the proposed stage beside the assessed one") {
    CommandLine cli;
    cli.make_board();
    cli.ok({"assessment", "add", "area=standards", "stage=2", "note=Briefs are complete"});
    const Json areas = cli.json({"maturity"});
    REQUIRE(areas.size() == 5);
    CHECK(areas[0]["area"] == "measurement");
    CHECK(areas[0]["proposed"] == 1);
    CHECK(areas[0]["assessed"].is_null());
    CHECK(areas[2]["assessed"] == 2);
    CHECK(areas[2]["note"] == "Briefs are complete");
    REQUIRE_FALSE(areas[0]["evidence"].empty());
    CHECK(areas[0]["evidence"][0]["share"].is_null());  // no KPI yet, and no zero for it
    CHECK(cli.ok({"maturity"}).out.find("work-management") != std::string::npos);
}

TEST_CASE("names: open work that breaks the pattern is listed with the pattern") {
    CommandLine cli;
    cli.make_board();
    cli.submit("Spring launch");
    CHECK(cli.json({"names"}).empty());
    cli.ok({"policy", "set", "naming_pattern=FY[0-9]{2}-.+"});
    const Json found = cli.json({"names"});
    REQUIRE(found.size() == 1);
    CHECK(found[0]["key"] == "R-1");
    CHECK(found[0]["fault"] == "pattern");
    CHECK(found[0]["pattern"] == "FY[0-9]{2}-.+");
    CHECK(cli.ok({"names"}).out.find("Spring launch") != std::string::npos);
}
