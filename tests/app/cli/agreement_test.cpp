// No number is told twice: every figure of the issued report and of the review of its month against
// the dashboard of the KPIs, the plan screen and the JSON of the command line.
#include "tests/app/cli/readings.h"

namespace throughline {
namespace {

using test::CommandLine;
using test::kMonth;
using test::Readings;

// A review at the end of April with a decision and a commitment for May.
void hold_review(CommandLine& cli) {
    desk::OpenOptions options;
    options.automatic_backups = false;
    options.clock = [] { return *parse_instant("2026-05-04T12:00:00Z"); };
    auto opened = desk::Desk::open(cli.board(), options);
    REQUIRE(opened.ok());
    desk::Desk& desk = **opened;
    desk.set_actor(desk.workspace().person_by_handle("ana")->id);
    const model::PersonId ben = desk.workspace().person_by_handle("ben")->id;
    REQUIRE(
        desk.run(rules::StartMeeting{model::MeetingKind::MonthlyReview, {ben}, "2026-04"}).ok());
    const model::MeetingId meeting = desk.workspace().rows<model::Meeting>().begin()->id;
    REQUIRE(desk.run(rules::AddRecord{"decision",
                                      {{"text", "Stop the print ads"},
                                       {"rationale", "No lead in a year"},
                                       {"decider", "ana"},
                                       {"executor", "ben"},
                                       {"due", "2026-05-20"},
                                       {"meeting", "M-1"}}})
                .ok());
    REQUIRE(desk.run(rules::AddCommitment{
                         meeting, ben, {}, {}, "Two case studies", *parse_day("2026-05-29")})
                .ok());
}

// Values that were not thought of: none, below zero, a target of zero, overdue, very large, with
// more digits than are shown; objectives without a number, in part, below their baseline.
void make_odd_board(CommandLine& cli) {
    cli.make_board();
    int kpis = 0;
    const auto kpi = [&](const char* name, const char* unit, const char* more,
                         const std::vector<std::pair<const char*, const char*>>& values,
                         const char* target) {
        cli.ok({"kpi", "add", std::string("name=") + name, std::string("unit=") + unit, "owner=ben",
                more});
        const std::string key = "K-" + std::to_string(++kpis);
        desk::OpenOptions options;
        options.automatic_backups = false;
        options.clock = [] { return *parse_instant("2026-05-04T09:30:00Z"); };
        auto desk = desk::Desk::open(cli.board(), options);
        REQUIRE(desk.ok());
        (*desk)->set_actor((*desk)->workspace().person_by_handle("ana")->id);
        const auto add = [&](const char* table, model::TextMap set) {
            REQUIRE((*desk)->run(rules::AddRecord{table, std::move(set)}).ok());
        };
        if (*target != '\0') {
            add("kpi_target", {{"kpi", key}, {"from_day", "2026-01-01"}, {"value", target}});
        }
        for (const auto& [day, value] : values) {
            add("measurement", {{"kpi", key}, {"day", day}, {"value", value}});
        }
    };
    cli.pass_minutes(60);
    kpi("Never measured", "leads", "better=higher", {}, "10");
    kpi("No target", "%", "better=higher", {{"2026-04-30", "48.125"}}, "");
    kpi("Below zero", "EUR", "better=higher",
        {{"2026-03-31", "-7000"}, {"2026-04-30", "-12345.678"}}, "-10000");
    kpi("Zero target", "defects", "better=lower", {{"2026-04-30", "3"}}, "0");
    kpi("Overdue", "readers", "better=higher", {{"2026-01-31", "1200000.5"}}, "1000000");
    kpi("Tiny", "%", "better=lower", {{"2026-04-30", "0.004"}}, "0.5");
    kpi("Large", "EUR", "better=higher", {{"2026-04-30", "98765432109876"}}, "98765432109877");
    kpi("On target", "days", "better=lower", {{"2026-04-30", "5.5"}}, "6");
    kpi("Of the board", "cards", "figure=throughput", {}, "4");
    hold_review(cli);
}

}  // namespace

TEST_CASE("every number of the issued report is that of dashboard, plan and JSON: the demo team") {
    CommandLine cli;
    cli.ok({"demo", cli.board(), "--seed", "3"});
    Readings readings(cli, "sofia");
    readings.check_all();
    for (const char* name : {"flow.cycle-p85", "flow.cycle-p85-before", "chart.throughput",
                             "chart.cycle-time-scatter", "objectives.troubled"}) {
        CAPTURE(name);
        CHECK(readings.issued.contains(name));
    }
    CHECK(readings.kpis.size() == 9);
}

TEST_CASE("every number of the issued report is that of dashboard, plan and JSON: odd values") {
    CommandLine cli;
    make_odd_board(cli);
    Readings readings(cli, "ana");
    readings.check_all();
    CHECK(readings.issued["kpi.K-1"] == "-");
    CHECK(readings.issued["kpi.K-2"] == "48.13%");
    CHECK(readings.issued["kpi.K-2.variance"] == "-");
    CHECK(readings.issued["kpi.K-3"] == "-12,345.68 EUR");
    CHECK(readings.issued["kpi.K-3.variance"] == "-23.46% (-2,345.68)");
    CHECK(readings.issued["kpi.K-4.variance"] == "+3 defects");
    CHECK(readings.issued["kpi.K-6"] == "0%");
    CHECK(readings.kpis["K-5"].status == "Overdue");
    CHECK(readings.issued["kpi.K-7"] == "98,765,432,109,876 EUR");
    // The review of the meeting has the same days: the commitment is what comes next month.
    const std::string review = cli.json({"report", "review", "M-1"})["markdown"];
    const std::string report = cli.json({"report", "month", kMonth})["markdown"];
    for (const char* words : {"Two case studies (by ", "29 May 2026"}) {
        CAPTURE(words);
        CHECK(review.find(words) != std::string::npos);
        CHECK(report.find(words) != std::string::npos);
    }
    // Decided in May, in the review of April: the report of April has it.
    for (const char* words :
         {"D-1 Stop the print ads", "No lead in a year", "Ben Ode", "20 May 2026", "in M-1"}) {
        CAPTURE(words);
        CHECK(report.find(words) != std::string::npos);
    }
    CHECK(review.find("D-1 Stop the print ads") != std::string::npos);
    CHECK(review.find("20 May 2026") != std::string::npos);
}

}  // namespace throughline
