#include "core/report/monthly.h"

#include "core/base/text.h"
#include "core/report/document_reader.h"
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

std::string words_of(const Words& words) {
    std::string all;
    for (const Span& span : words) {
        all += span.text +
               (span.figure.empty() ? "" : "{" + std::string(evidence_name(span.figure)) + "}");
    }
    return all;
}

// A team that delivered something, so that there are charts.
void deliver_one(Team& team) {
    const model::CardId card = team.make_card("Webinar <b>&amp;</b>");
    for (const char* to : {"create", "create-done", "review", "launch-prep", "live"}) {
        team.pass_gate(card);
        team.run(team.move(card, to));
        team.pass(hours(30));
    }
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

TEST_CASE("a sentence with numbers: each of them leads to its evidence, the words do not") {
    Document document;
    const Words words = document.sentence("chart.x", "On 1,200.5 days, 3 of 4.", "rows");
    CHECK(words_of(words) == "On 1,200.5{chart.x} days, 3{chart.x} of 4{chart.x}.");
    REQUIRE(document.figures.size() == 1);
    CHECK(document.figures[0].value == "On 1,200.5 days, 3 of 4.");
    CHECK(document.evidence("chart.x") == "rows");
    CHECK(words_of(document.sentence("chart.y", "5", "")) == "5{chart.y}");
    CHECK(words_of(document.sentence("chart.p", "85% of 3.", "")) == "85%{chart.p} of 3{chart.p}.");
    CHECK(words_of(document.sentence("chart.z", "No day.", "")) == "No day.");
    CHECK(document.sentence("chart.e", "", "").empty());
}

TEST_CASE("in Markdown the numbers of a sentence share one footnote") {
    Document document;
    document.sections.push_back(
        {"flow", "Flow", {Paragraph{document.sentence("chart.x", "85% of 3 took 6.", "rows")}}, 0});
    CHECK(has(to_markdown(document), "85% of 3 took 6[^chart-x]."));
}

TEST_CASE("no number of the summary, the tiles, the flow and its charts is without evidence") {
    Team team;
    fill(team);
    for (const char* name : {"Calls", "Visits", "Trials", "Posts", "Mails", "Shows"}) {
        add(team, "kpi", {{"name", name}, {"unit", "calls"}, {"owner", "bob"}});
        const std::string key =
            "K-" + std::to_string(team.ws().rows<model::Kpi>().list().back().number);
        add(team, "kpi_target", {{"kpi", key}, {"from_day", "2026-01-01"}, {"value", "50"}});
        add(team, "measurement", {{"kpi", key}, {"day", "2026-05-04"}, {"value", "3"}});
    }
    deliver_one(team);
    const Document document = draft(team, "2026-05");
    CHECK(figures_of(document).at("kpis.red") == "6");
    CHECK(figures_of(document).at("kpis.red.unnamed") == "1");
    std::size_t linked = 0;
    const auto check = [&](const Words& words) {
        for (const Span& span : words) {
            CAPTURE(span.text);
            // Which percentile it is is no reading.
            const bool has_digit = span.text != ", 85% at most " &&
                                   span.text.find_first_of("0123456789") != std::string::npos;
            CHECK((!has_digit || !span.figure.empty()));
            if (!span.figure.empty()) {
                ++linked;
                CHECK_FALSE(document.evidence(span.figure).empty());
            }
        }
    };
    for (const Section& section : document.sections) {
        for (const Block& block : section.blocks) {
            if (const auto* tiles = std::get_if<TilesBlock>(&block)) {
                for (const Tile& tile : tiles->tiles) {
                    check(tile.value);
                    check(tile.note);
                }
            } else if (const auto* chart = std::get_if<ChartBlock>(&block)) {
                check(chart->says);
            } else if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
                // A quiet one tells days, or how many rows are not listed.
                if (!paragraph->quiet) check(paragraph->words);
            }
        }
    }
    CHECK(linked > 10);
}

TEST_CASE("what is stuck is said with its reason: blocked, late, beyond its service level") {
    Team team;
    team.run(rules::SetServiceLevel{model::ServiceClass::Standard, 85, 3});
    const auto card = team.make_card("Spring launch", "cem");
    team.run(team.move(card, "create"));
    CHECK_FALSE(has(to_markdown(draft(team, "2026-05")), "Stuck on"));
    team.run(rules::EditCard{card, {{"due", "2026-05-06"}}, ""});
    team.pass(days(4));  // from 4 May
    team.run(rules::BlockCard{card, "legal", "The claim is not agreed", {}});
    const std::string text = to_markdown(draft(team, "2026-05"));
    CHECK(has(text, "Stuck on 8 May 2026:"));
    CHECK(has(text, " Spring launch, Cem"));
    CHECK(has(text, ": blocked for 1 day, 2 days late, in process for 5 days, beyond its service"));
    CHECK(figures_of(draft(team, "2026-05")).at("card.MKT-1.stuck").starts_with("blocked for"));
    CHECK_FALSE(figures_of(draft(team, "2026-05")).contains("flow.stuck"));  // all are listed
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
    // Another name of the unit corrects nothing.
    const auto kpi = team.ws().rows<model::Kpi>().begin()->id;
    team.run(rules::EditRecord{"kpi", kpi.value, {{"unit", "qualified leads"}}});
    CHECK_FALSE(has(to_markdown(draft(team, "2026-05")), "Restated"));
    team.run(rules::EditRecord{"kpi", kpi.value, {{"unit", "leads"}}});
    team.pass(hours(1));
    add(team, "measurement", {{"kpi", "K-1"}, {"day", "2026-04-30"}, {"value", "48"}});
    const std::string may = to_markdown(draft(team, "2026-05"));
    CHECK(has(may, "Restated from earlier reports"));
    CHECK(
        has(may, "| 46 leads[^restated-2026-04-kpi-K-1] | 48 leads[^restated-2026-04-kpi-K-1] |"));
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

TEST_CASE("hostile text in every place stays text: title, board, KPI, unit, people, notes") {
    const std::string evil = "</style></title><script>alert(1)</script>\"><svg onload=x>";
    Team team;
    team.run(rules::EditBoard{{{"name", evil}}});
    team.run(rules::EditPerson{team.person("bob"), {{"name", evil}}});
    add(team, "kpi", {{"name", evil}, {"unit", "<b>"}, {"owner", "bob"}, {"source", evil}});
    add(team, "kpi_target", {{"kpi", "K-1"}, {"from_day", "2026-01-01"}, {"value", "50"}});
    add(team, "measurement",
        {{"kpi", "K-1"}, {"day", "2026-03-31"}, {"value", "40"}, {"note", evil}});
    add(team, "measurement",
        {{"kpi", "K-1"}, {"day", "2026-04-30"}, {"value", "46"}, {"note", evil}});
    add(team, "risk",
        {{"title", evil},
         {"owner", "bob"},
         {"mitigation", evil},
         {"probability", "5"},
         {"impact", "5"}});
    team.run(rules::EditObjective{
        team.objective(), {{"title", evil}, {"status", "at-risk"}, {"status_reason", evil}}});
    add(team, "key_result",
        {{"objective", "O-1"},
         {"title", evil},
         {"baseline", "0"},
         {"target", "9"},
         {"owner", "bob"}});
    add(team, "decision",
        {{"text", evil},
         {"rationale", evil},
         {"decider", "ana"},
         {"executor", "bob"},
         {"due", "2026-06-01"}});
    model::TextMap texts;
    for (const SectionName& one : report_sections()) {
        texts[std::string(one.handle)] = evil;
    }
    for (const char* month : {"2026-04", "2026-05"}) {
        team.run(rules::SaveReport{month, texts});
        const Document document = draft(team, month);
        const std::string html = to_html(document);
        CHECK_FALSE(has(html, "<script"));
        CHECK_FALSE(has(html, "<svg onload"));
        CHECK_FALSE(has(html, "<b>\""));
        CHECK_FALSE(has(to_markdown(document), "<script"));
        // One <style>, one <title>: nobody closed them early.
        CHECK(html.find("</style>") == html.rfind("</style>"));
        // What is read back is the very text.
        const auto again = read_html(html);
        REQUIRE(again.has_value());
        CHECK(again->title == document.title);
        CHECK(again->subtitle == document.subtitle);
    }
}

namespace {

// All that can be read on a page, in order.
struct Reader {
    std::string out;
    void operator()(const Paragraph& one) { out += words_of(one.words) + "\n"; }
    void operator()(const ListBlock& list) {
        for (const Words& item : list.items)
            out += "- " + words_of(item) + "\n";
    }
    void operator()(const TableBlock& table) {
        out += join(table.head, "|") + "\n";
        for (const auto& row : table.rows) {
            for (const Words& cell : row) {
                out += words_of(cell) + "|";
                for (const Span& span : cell)
                    out += span.mood == Mood::Neutral ? ""
                                                      : std::to_string(static_cast<int>(span.mood));
            }
            out += "\n";
        }
    }
    void operator()(const ChartBlock& chart) {
        out += chart.title + ": " + words_of(chart.says) + "\n";
    }
    void operator()(const TilesBlock& block) {
        for (const Tile& tile : block.tiles)
            out += tile.label + "=" + words_of(tile.value) + " " + words_of(tile.note) + "\n";
    }
};

std::string read_aloud(const Document& document) {
    Reader reader;
    for (const Section& section : document.sections) {
        reader.out += "# " + section.handle + " " + section.title + "\n";
        for (const Block& block : section.blocks)
            std::visit(reader, block);
    }
    return reader.out + document.foot;
}

}  // namespace

TEST_CASE("the HTML of a report is read back: the same words, moods, evidence and pictures") {
    Team team;
    fill(team);
    add(team, "measurement", {{"kpi", "K-1"}, {"day", "2026-03-31"}, {"value", "41"}});
    deliver_one(team);
    team.run(rules::SaveReport{"2026-05", {{"summary", "Good & <new>.\n\nSecond."}}});
    const Document document = draft(team, "2026-05");
    const std::string html = to_html(document);
    const auto again = read_html(html);
    REQUIRE(again.has_value());
    CHECK(read_aloud(*again) == read_aloud(document));
    CHECK(again->evidence("kpi.K-1") == document.evidence("kpi.K-1"));
    CHECK(again->evidence("kpi.K-1.target") == document.evidence("kpi.K-1"));
    std::size_t charts = 0;
    for (const Block& block : again->sections[3].blocks) {
        if (const auto* chart = std::get_if<ChartBlock>(&block)) {
            ++charts;
            const auto& picture = std::get<Picture>(chart->drawn);
            CHECK(picture.size == kReportChart);
            CHECK(picture.strokes.size() > 10);
        }
    }
    CHECK(charts == 2);
    // Written once more it is the same page, pictures included.
    CHECK(read_html(to_html(*again)).has_value());
    CHECK(to_html(*again) == html);
}

TEST_CASE("what is no report of ours, or only a part of one, is not read or read in part") {
    Team team;
    fill(team);
    const std::string html = to_html(draft(team, "2026-04"));
    CHECK_FALSE(read_html("").has_value());
    CHECK_FALSE(read_html("<p>x</p>").has_value());
    for (std::size_t end = 0; end < html.size(); end += 97) {
        (void)read_html(html.substr(0, end));  // must not fail
    }
    CHECK(read_html(html.substr(0, html.size() - 40)).has_value());
}

TEST_CASE("a correction is restated once: the report after next tells only what is new") {
    Team team;
    fill(team);
    const auto issue = [&](const char* month) {
        const Document one = draft(team, month);
        team.run(rules::IssueReport{month, figures_of(one), to_markdown(one), to_html(one), "ab"});
    };
    issue("2026-04");
    add(team, "measurement", {{"kpi", "K-1"}, {"day", "2026-04-30"}, {"value", "48"}});
    team.pass(days(30));  // June
    CHECK(figures_of(draft(team, "2026-05")).contains("restated.2026-04.kpi.K-1"));
    issue("2026-05");
    CHECK_FALSE(has(to_markdown(draft(team, "2026-06")), "Restated"));
    team.pass(hours(1));
    add(team, "measurement", {{"kpi", "K-1"}, {"day", "2026-04-30"}, {"value", "49"}});
    CHECK(has(to_markdown(draft(team, "2026-06")),
              "| 48 leads[^restated-2026-04-kpi-K-1] | 49 leads"));
}

TEST_CASE(
    "a month's report judges a KPI by what that month knew, and lists the urgent ones first") {
    Team team;
    fill(team);
    add(team, "measurement", {{"kpi", "K-1"}, {"day", "2026-03-31"}, {"value", "51"}});
    CHECK(figures_of(draft(team, "2026-03")).at("kpi.K-1") == "51 leads");
    CHECK(figures_of(draft(team, "2026-03")).at("kpis.on-target") == "1 of 1");
    CHECK(figures_of(draft(team, "2026-04")).at("kpis.on-target") == "0 of 1");
    for (int i = 2; i <= 40; ++i) {
        const std::string key = "K-" + std::to_string(i);
        add(team, "kpi", {{"name", "Number " + key}, {"unit", "x"}, {"owner", "bob"}});
        add(team, "kpi_target", {{"kpi", key}, {"from_day", "2026-01-01"}, {"value", "10"}});
        add(team, "measurement",
            {{"kpi", key}, {"day", "2026-04-30"}, {"value", i == 40 ? "1" : "10"}});
    }
    const auto figures = figures_of(draft(team, "2026-04"));
    CHECK(figures.at("kpis.on-target") == "38 of 40");
    CHECK(figures.contains("kpi.K-40"));  // red
    CHECK_FALSE(figures.contains("kpi.K-39"));
    CHECK(has(to_markdown(draft(team, "2026-04")), "16 more KPIs are counted above"));
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

TEST_CASE("a decision of a review whose report was sent before stands in the next report") {
    Team team;
    const auto decide = [&](const char* text) {
        add(team, "decision",
            {{"text", text},
             {"rationale", "Why not"},
             {"decider", "ana"},
             {"executor", "cem"},
             {"due", "2026-05-20"},
             {"meeting", "M-1"}});
    };
    team.run(rules::StartMeeting{model::MeetingKind::MonthlyReview, {}, "2026-04"});
    decide("Stop the print ads");
    const Document april = draft(team, "2026-04");
    CHECK(has(to_markdown(april), "Stop the print ads"));
    CHECK_FALSE(has(to_markdown(draft(team, "2026-05")), "Stop the print ads"));
    team.run(
        rules::IssueReport{"2026-04", figures_of(april), to_markdown(april), to_html(april), "ab"});
    team.pass(hours(1));
    decide("Buy a camera");
    const std::string may = to_markdown(draft(team, "2026-05"));
    CHECK(has(may, "Buy a camera"));
    CHECK_FALSE(has(may, "Stop the print ads"));
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
    const auto card = team.make_card("Webinar", "cem");
    team.run(rules::AddNote{id, "rounds", card, team.person("cem"), "Needs a speaker"});
    const std::string markdown =
        to_markdown(meeting_report(team.ws(), *team.ws().find(id), Zone::utc()));
    for (const char* part : {"Monthly business review, April 2026", "D-1 Stop the print ads.",
                             "AC-1 Tell the agency", "Two case studies", "The market is slow (Ana",
                             "Needs a speaker (Ana", ", about Cem, MKT-1)"}) {
        CAPTURE(part);
        CHECK(has(markdown, part));
    }
}
