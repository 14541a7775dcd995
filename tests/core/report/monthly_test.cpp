#include "core/report/monthly.h"

#include "tests/support/team.h"

#include <doctest/doctest.h>

#include <set>

using namespace throughline;
using namespace throughline::report;
using test::Team;

namespace {

void add(Team& team, const std::string& table, model::TextMap set) {
    team.run(rules::AddRecord{table, std::move(set)});
}

Document draft(const Team& team, const std::string& month) {
    const flow::Flow flow(flow::rows_of(team.ws(), Zone::utc()), team.now());
    return monthly_report(report_rows_of(team.ws()), flow, month);
}

// A KPI with a value for April and a target, a risk, a decision.
void fill(Team& team) {
    add(team, "kpi", {{"name", "Qualified leads"}, {"unit", "leads"}, {"owner", "bob"}});
    add(team, "kpi_target", {{"kpi", "K-1"}, {"from_day", "2026-01-01"}, {"value", "50"}});
    add(team, "measurement", {{"kpi", "K-1"}, {"day", "2026-04-30"}, {"value", "46"}});
    add(team, "risk",
        {{"title", "The agency leaves"},
         {"owner", "cem"},
         {"mitigation", "A second one"},
         {"probability", "4"},
         {"impact", "5"}});
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("the draft has the month's figures, each with its evidence") {
    Team team;
    fill(team);
    const Document document = draft(team, "2026-04");
    const auto figures = figures_of(document);
    CHECK(figures.at("kpi.K-1") == "46 leads");
    CHECK(figures.at("flow.delivered") == "0");
    const std::string markdown = to_markdown(document);
    CHECK(has(markdown, "# Marketing report, April 2026"));
    CHECK(has(markdown, "46 leads[^kpi-K-1]"));
    CHECK(has(markdown, "-8%"));
    CHECK(has(markdown, "Amber"));
    CHECK(has(markdown, "[^kpi-K-1]: K-1 Qualified leads, as of "));
    CHECK(has(markdown, "30 Apr 2026, measured"));
    CHECK(has(markdown, "20 of 25"));
    const std::string html = to_html(document);
    CHECK(has(html, "<a href=\"#e-kpi.K-1\" title=\"K-1 Qualified leads, as of "));
    CHECK(has(html, ">46 leads</a>"));
    CHECK(has(html, "<li id=\"e-kpi.K-1\">"));
}

TEST_CASE("people's words stand in their section, and the summary gives way to them") {
    Team team;
    fill(team);
    team.run(rules::SaveReport{
        "2026-04",
        {{"summary", "A quiet month.\n\nMay will not be."}, {"kpis", "Leads are late."}}});
    const Document document = draft(team, "2026-04");
    CHECK(document.sections[0].own_words == 2);
    const std::string markdown = to_markdown(document);
    CHECK(has(markdown, "A quiet month.\n\nMay will not be."));
    CHECK(has(markdown, "Leads are late."));
    CHECK(has(markdown, "46 leads"));
    CHECK_FALSE(has(markdown, "cards were delivered"));
}

TEST_CASE("what was corrected after a report was issued is restated in the next one") {
    Team team;
    fill(team);
    const Document april = draft(team, "2026-04");
    team.run(
        rules::IssueReport{"2026-04", figures_of(april), to_markdown(april), to_html(april), "ab"});
    CHECK_FALSE(has(to_markdown(draft(team, "2026-05")), "Restated"));
    team.pass(hours(1));
    add(team, "measurement", {{"kpi", "K-1"}, {"day", "2026-04-30"}, {"value", "48"}});
    const std::string may = to_markdown(draft(team, "2026-05"));
    CHECK(has(may, "Restated from earlier reports"));
    CHECK(has(may, "| 46 leads | 48 leads[^restated-2026-04-kpi-K-1] |"));
}

TEST_CASE("text of people cannot become markup: HTML and Markdown escape it") {
    Team team;
    add(team, "risk",
        {{"title", "<script>alert(1)</script> \"&' [x](javascript:y)"},
         {"owner", "cem"},
         {"mitigation", "a | b *c* <img src=x onerror=y>"}});
    team.run(rules::SaveReport{"2026-04", {{"summary", "</p><script>x</script>"}}});
    const Document document = draft(team, "2026-04");
    const std::string html = to_html(document);
    CHECK_FALSE(has(html, "<script"));
    CHECK_FALSE(has(html, "<img"));
    CHECK(has(html, "&lt;script&gt;"));
    const std::string markdown = to_markdown(document);
    CHECK_FALSE(has(markdown, "<script"));
    CHECK(has(markdown, "\\[x\\]"));
    CHECK(has(markdown, "a \\| b"));
}

TEST_CASE("names inside the pictures of a page are its own") {
    Team team;
    team.make_card("Webinar");
    const std::string html = to_html(draft(team, "2026-05"));
    std::set<std::string> ids;
    for (std::size_t at = html.find(" id=\""); at != std::string::npos;
         at = html.find(" id=\"", at + 1)) {
        const std::size_t begin = at + 5;
        const std::string id = html.substr(begin, html.find('"', begin) - begin);
        CAPTURE(id);
        CHECK(ids.insert(id).second);
    }
}

TEST_CASE("a meeting's report has what was decided, to be done, promised and noted there") {
    Team team;
    team.run(
        rules::StartMeeting{model::MeetingKind::MonthlyReview, {team.person("ana")}, "2026-04"});
    const auto id = team.ws().rows<model::Meeting>().begin()->id;
    add(team, "decision",
        {{"text", "Stop the print ads."},
         {"rationale", "No lead in a year."},
         {"decider", "ana"},
         {"executor", "cem"},
         {"due", "2026-05-20"},
         {"meeting", "M-1"}});
    add(team, "action_item",
        {{"text", "Tell the agency"},
         {"owner", "cem"},
         {"due", "2026-05-10"},
         {"source", "meeting:M-1"}});
    team.run(rules::AddCommitment{
        id, team.person("bob"), {}, {}, "Two case studies", *parse_day("2026-05-29")});
    team.run(rules::AddNote{id, "context", {}, {}, "The market is slow"});
    const std::string markdown =
        to_markdown(meeting_report(team.ws(), *team.ws().find(id), Zone::utc()));
    for (const char* part : {"Monthly business review, April 2026", "D-1 Stop the print ads.",
                             "AC-1 Tell the agency", "Two case studies", "The market is slow"}) {
        CAPTURE(part);
        CHECK(has(markdown, part));
    }
}
