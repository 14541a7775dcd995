#include "tests/app/cli/runner.h"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

using throughline::test::CommandLine;
using throughline::test::Json;

namespace {

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::string text_of_file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

}  // namespace

TEST_CASE("report month prints the draft of a month as Markdown, golden") {
    CommandLine cli;
    cli.make_board();
    CHECK(cli.ok({"report", "month", "2026-04"}).out == R"(# Marketing report, April 2026

Marketing. As known on Mon 4 May 2026.

## The month in short

- **Objectives on track**: 1 of 1[^objectives-on-track]. 0[^objectives-at-risk] at risk, 0[^objectives-off-track] off track
- **Cards delivered**: 0[^flow-delivered]. 0[^flow-delivered-before] the month before

0[^flow-delivered] cards were delivered. 0 of 1[^objectives-troubled] objective is at risk or off track.

## KPIs against target

No KPI is defined yet.

## Objectives

| Objective | DRI | Progress | Pace | Status |
| --- | --- | ---: | --- | --- |
| O-1 Demo bookings from 12 to 30 a month | Ben Ode | not measured[^objective-O-1] | - | On track |

## Flow of work

Delivered: 0[^flow-delivered] cards. Blocked: 0 card-days[^flow-blocked].

## Risks

No open risk is written down.

## Decisions

No decision was written down in this month.

## Next month

No commitment, milestone or card has a date in the next month yet.

[^objective-O-1]: O-1, no key results
[^flow-delivered]: cards past the delivery point, 1 Apr 2026 to 30 Apr 2026
[^flow-blocked]: time in which cards were blocked, each card's blocks counted once, 1 Apr 2026 to 30 Apr 2026
[^flow-delivered-before]: cards past the delivery point, 1 Mar 2026 to 31 Mar 2026
[^objectives-on-track]: open objectives of the quarter by the status that their DRI gave
[^objectives-at-risk]: open objectives of the quarter whose DRI says at risk
[^objectives-off-track]: open objectives of the quarter whose DRI says off track
[^objectives-troubled]: open objectives of the quarter whose DRI says at risk or off track

Read from entry 4 of the board's journal.
)");
}

TEST_CASE("a report is worded, listed, issued once, and stays as it was sent") {
    CommandLine cli;
    cli.make_board();
    CHECK(cli.ok({"report", "list"}).out == "No report is drafted or issued yet.\n");
    cli.ok({"report", "words", "2026-04", "summary", "A quiet month."});
    CHECK(has(cli.ok({"report", "month", "2026-04"}).out, "A quiet month."));
    CHECK_FALSE(has(cli.ok({"report", "month", "2026-04"}).out, "cards were delivered"));
    CHECK(has(cli.ok({"report", "list"}).out, "2026-04  draft"));
    CHECK(cli.json({"report", "list"})[0]["issued_at"].is_null());

    cli.ok({"report", "month", "2026-04", "--issue"});
    const Json issued = cli.json({"report", "month", "2026-04"});
    CHECK_FALSE(issued["issued_at"].is_null());
    CHECK(issued["figures"]["flow.delivered"] == "0");
    // Undo does not pass over it to what came before.
    CHECK(has(cli.expect(3, {"undo"}).err, "The report is issued"));
    CHECK_FALSE(cli.json({"objective", "list"}).empty());
    const Json row = cli.json({"report", "list"})[0];
    CHECK(row["by"] == "ana");
    const std::string head = row["head"];
    CHECK(head.size() == 64);
    CHECK(has(issued["markdown"].get<std::string>(), "whose hash is " + head));

    cli.ok({"objective", "add", "Another", "--quarter", "2026-Q2", "--dri", "ben"});
    CHECK(cli.json({"report", "month", "2026-04"}) == issued);
    CHECK(has(cli.expect(3, {"report", "month", "2026-04", "--issue"}).err, "2026-04"));
    cli.expect(3, {"report", "words", "2026-04", "summary", "Too late"});
    cli.expect(3, {"report", "month", "2026-05", "--issue"});  // goes on
}

TEST_CASE("report month --out writes Markdown and HTML that say the same") {
    CommandLine cli;
    cli.make_board();
    const Json files = cli.json({"report", "month", "2026-04", "--out", cli.path("sent")})["files"];
    REQUIRE(files.size() == 2);
    CHECK(text_of_file(files[0]) == cli.ok({"report", "month", "2026-04"}).out);
    const std::string html = text_of_file(files[1]);
    CHECK(html.starts_with("<!DOCTYPE html>"));
    CHECK(has(html, "<h1>Marketing report, April 2026</h1>"));
}

TEST_CASE("bad input to report names the place and the remedy") {
    CommandLine cli;
    cli.make_board();
    CHECK(has(cli.expect(4, {"report", "month", "April"}).err, "write it as 2026-10"));
    CHECK(
        has(cli.expect(4, {"report", "words", "2026-04", "weather", "Fine"}).err, "summary, kpis"));
    CHECK(has(cli.expect(4, {"report", "review", "M-9"}).err, "there is no meeting \"M-9\""));
    cli.expect(3, {"--as", "cem", "report", "month", "2026-04", "--issue"});
}
