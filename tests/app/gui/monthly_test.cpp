// The monthly report on screen: months, the page with its links, words in place, issuing, files.
#include "app/gui/headless/ui_driver.h"
#include "app/gui/monthly/monthly_view.h"
#include "app/gui/monthly/months_model.h"
#include "tests/app/gui/workbench_bench.h"

#include <doctest/doctest.h>

#include <unistd.h>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace throughline::gui::monthly {
namespace {

namespace fs = std::filesystem;

// It is Tuesday 10 March 2026; K-1 has a value for February.
struct Room {
    test::Bench b;

    explicit Room(ImVec2 size = {1440, 1400}) : b(test::BenchOptions{.size = size}) {
        add("kpi", {{"name", "Win rate"}, {"unit", "%"}, {"owner", "ana"}});
        add("kpi_target", {{"kpi", "K-1"}, {"from_day", "2026-01-01"}, {"value", "50"}});
        add("measurement", {{"kpi", "K-1"}, {"day", "2026-02-28"}, {"value", "46"}});
    }
    void add(const char* table, model::TextMap set) {
        REQUIRE(b.run(rules::AddRecord{table, std::move(set)}));
    }
    void show(const std::string& month = "") {
        b.context().open_report(month);
        b.settle();
    }
    const model::Report* report(const char* month = "2026-02") { return report_of(b.ws(), month); }
    std::string words(const char* section) {
        const model::Report* one = report();
        if (one == nullptr) return "";
        const auto found = one->texts.find(section);
        return found == one->texts.end() ? "" : found->second;
    }
    void issue() {
        b.ui.click("issue");
        b.ui.frames(3);
        b.ui.click("dialog-confirm");
        b.settle();
    }
};

TEST_CASE("the month that is over is due and shown first, with the figures of the scorecard") {
    Room room;
    room.show();
    CHECK(room.b.ui.find("month:2026-02") != nullptr);
    CHECK(room.b.ui.find("month:2026-03") != nullptr);
    CHECK(room.b.ui.shows("Due now"));
    CHECK(room.b.ui.shows("Marketing report, February 2026"));
    CHECK(room.b.ui.find("fig:kpi.K-1") != nullptr);
    CHECK(room.b.ui.shows("46%"));
    CHECK(room.b.ui.shows("-8% (-4 points)"));
    CHECK(room.b.ui.shows("Amber"));
}

TEST_CASE("months: issued, missing between issued ones, due, running; none before the board") {
    test::Bench b;
    const Zone zone = Zone::utc();
    const Day today = zone.day(b.now());
    CHECK(months(b.ws(), zone, today).size() == 1);  // nothing was there in February
    Room room;
    const auto lines = [&] { return months(room.b.ws(), zone, today); };
    REQUIRE(lines().size() == 2);
    CHECK(lines()[0].state == MonthState::Running);
    CHECK(lines()[1].state == MonthState::Due);
    CHECK(month_to_show(lines()) == "2026-02");
    REQUIRE(room.b.run(rules::SaveReport{"2025-12", {{"summary", "Old"}}}));
    REQUIRE(room.b.run(rules::IssueReport{"2026-01", {}, "# x", "<p>", "ab"}));
    REQUIRE(lines().size() == 4);
    CHECK(lines()[2].state == MonthState::Issued);
    CHECK(lines()[2].note == "10 Mar 2026, Ana Lima");
    CHECK(lines()[3].state == MonthState::Missing);
    REQUIRE(room.b.run(rules::SaveReport{"2026-03", {{"summary", "So far"}}}));
    CHECK(lines()[0].state == MonthState::Draft);
}

TEST_CASE("a number leads to its evidence, by mouse and by keyboard") {
    Room room;
    room.show();
    room.b.ui.hover("fig:kpi.K-1");
    room.b.ui.frames(60);
    CHECK(room.b.ui.shows("K-1 Win rate, as of Sat 28 Feb 2026, measured. Opens the KPI"));
    room.b.ui.click("fig:kpi.K-1");
    room.b.settle();
    CHECK(room.b.ui.shows("K-1 Win rate"));
    CHECK(room.b.ui.find("fig:kpi.K-1") == nullptr);
    room.show();
    room.b.ui.click("month:2026-02");
    bool reached = false;
    for (int i = 0; i < 80 && !reached; ++i) {
        room.b.ui.key(ImGuiKey_Tab);
        reached = room.b.ui.focused("fig:kpi.K-1");
    }
    REQUIRE(reached);
    room.b.ui.key(ImGuiKey_Enter);
    room.b.settle();
    CHECK(room.b.ui.find("fig:kpi.K-1") == nullptr);
}

TEST_CASE(
    "a number of the flow, and one in the sentence of a chart, leads to the chart as it was") {
    Room room;
    const model::CardId card = room.b.card("Spring launch");
    REQUIRE(room.b.move(card, "create"));
    room.b.pass(days(4));
    room.b.deliver(card);
    room.b.pass(days(30));
    room.show("2026-03");
    room.b.ui.click("fig:chart.cycle-time-scatter");
    room.b.settle();
    CHECK(room.b.ui.shows("85% of 1 card took 5 days or less."));
    CHECK(room.b.ui.shows("31 Mar 2026"));
    CHECK(room.b.ui.find("back") != nullptr);
    room.show("2026-03");
    room.b.ui.click("fig:flow.delivered-before");
    room.b.settle();
    CHECK(room.b.ui.shows("Throughput"));
    CHECK(room.b.ui.shows("28 Feb 2026"));
}

TEST_CASE("own words are written in place: one entry on leaving the field, undone in one step") {
    Room room;
    room.show();
    const std::int64_t before = room.b.ws().seq();
    room.b.ui.click("words:summary");
    room.b.ui.frames(3);
    room.b.ui.type("A quiet month.");
    CHECK(room.b.ws().seq() == before);
    room.b.ui.click("words-done");
    room.b.settle();
    CHECK(room.b.ws().seq() == before + 1);
    CHECK(room.words("summary") == "A quiet month.");
    CHECK(room.b.ui.shows("A quiet month."));
    CHECK_FALSE(room.b.ui.shows(" cards were delivered."));  // gives way
    CHECK(room.b.ui.shows("46%"));
    REQUIRE(room.b.desk().undo());
    room.b.settle();
    CHECK(room.words("summary").empty());
    CHECK(room.b.ui.shows(" cards were delivered."));
}

TEST_CASE("words left unchanged write nothing; emptied words are taken back") {
    Room room;
    REQUIRE(room.b.run(rules::SaveReport{"2026-02", {{"kpis", "Late."}}}));
    room.show();
    const std::int64_t before = room.b.ws().seq();
    room.b.ui.click("words:kpis");
    room.b.ui.frames(3);
    room.b.ui.click("words-done");
    room.b.settle();
    CHECK(room.b.ws().seq() == before);
    room.b.ui.click("words:kpis");
    room.b.ui.frames(3);
    room.b.ui.fill("own-words", "");
    room.b.ui.click("words-done");
    room.b.settle();
    CHECK(room.report()->texts.empty());
}

TEST_CASE("what another person wrote meanwhile is shown beside mine; I choose") {
    Room room;
    room.show();
    room.b.ui.click("words:risks");
    room.b.ui.frames(3);
    room.b.ui.type("Mine");
    REQUIRE(room.b.run(rules::SaveReport{"2026-02", {{"risks", "Theirs"}, {"next", "Other"}}}));
    room.b.ui.click("words-done");
    room.b.settle();
    CHECK(room.words("risks") == "Theirs");
    CHECK(room.b.ui.shows("Somebody else changed these words"));
    room.b.ui.click("keep-mine");
    room.b.settle();
    CHECK(room.words("risks") == "Mine");
    CHECK(room.words("next") == "Other");
    CHECK(room.b.ui.find("keep-mine") == nullptr);
}

TEST_CASE("issuing freezes figures, Markdown, HTML and the head; the page stays as it was sent") {
    Room room;
    room.show();
    room.issue();
    REQUIRE(room.report() != nullptr);
    REQUIRE(room.report()->issued_at.has_value());
    CHECK(room.report()->figures.at("kpi.K-1") == "46%");
    CHECK(room.report()->head.size() == 64);
    CHECK(room.report()->html.find("whose hash is " + room.report()->head) != std::string::npos);
    CHECK(room.report()->markdown.find("46%") != std::string::npos);
    CHECK(room.b.ui.shows("Issued on 10 Mar 2026, 10:00 by Ana Lima"));
    CHECK(room.b.ui.find("words:summary") == nullptr);
    CHECK(room.b.ui.find("issue") == nullptr);

    // A correction does not touch it; the next report lists it.
    room.b.pass(hours(1));
    room.add("measurement", {{"kpi", "K-1"}, {"day", "2026-02-28"}, {"value", "48"}});
    room.b.settle();
    CHECK(room.b.ui.shows("46%"));
    CHECK_FALSE(room.b.ui.shows("48%"));
    CHECK(room.b.ui.find("fig:kpi.K-1") != nullptr);
    room.b.ui.click("month:2026-03");
    room.b.settle();
    room.b.ui.scroll({900, 900}, -200);
    room.b.settle();
    CHECK(room.b.ui.shows("Restated from earlier reports"));
    CHECK(room.b.ui.find("fig:restated.2026-02.kpi.K-1") != nullptr);
}

TEST_CASE("a month that goes on cannot be issued, and the button says why") {
    Room room;
    room.show("2026-03");
    CHECK(room.b.ui.need("issue").disabled);
    room.b.ui.hover("issue");
    room.b.ui.frames(60);
    CHECK(room.b.ui.shows("2026-03 is not over."));
}

TEST_CASE("who may not write the plan reads the report, and is told whom to ask") {
    Room room;
    REQUIRE(room.b.run(rules::AddPerson{"vic", "Vic", model::Role::Viewer}));
    room.b.desk().set_actor(room.b.ws().person_by_handle("vic")->id);
    room.show();
    room.b.ui.frames(3);
    CHECK(room.b.ui.need("issue").disabled);
    CHECK(room.b.ui.need("words:summary").disabled);
    CHECK_FALSE(room.b.ui.need("copy-markdown").disabled);
}

TEST_CASE("the report is copied as Markdown and saved as files") {
    Room room;
    room.show();
    room.b.ui.click("copy-markdown");
    room.b.ui.frames(2);
    CHECK(room.b.ui.clipboard().starts_with("# Marketing report, February 2026"));
    const fs::path folder = fs::temp_directory_path() / ("tl-report-" + std::to_string(getpid()));
    room.b.ui.click("save-files");
    room.b.ui.frames(3);
    room.b.ui.fill("folder", (folder / "sent").string());
    room.b.ui.click("dialog-confirm");
    room.b.settle();
    CHECK(fs::exists(folder / "sent" / "2026-02.md"));
    std::ifstream in(folder / "sent" / "2026-02.html");
    std::ostringstream html;
    html << in.rdbuf();
    CHECK(html.str().starts_with("<!DOCTYPE html>"));
    CHECK(room.b.ui.find("folder") == nullptr);
    // A place that cannot be written keeps the dialog and says so.
    room.b.ui.click("save-files");
    room.b.ui.frames(3);
    room.b.ui.fill("folder", (folder / "sent" / "2026-02.md" / "no").string());
    room.b.ui.click("dialog-confirm");
    room.b.settle();
    CHECK(room.b.ui.shows("The folder cannot be made"));
    fs::remove_all(folder);
}

TEST_CASE("a report is written, worded and issued by keyboard alone") {
    Room room;
    room.show();
    const auto tab_to = [&](const char* name) {
        for (int i = 0; i < 120; ++i) {
            if (room.b.ui.focused(name)) return true;
            room.b.ui.key(ImGuiKey_Tab);
        }
        return false;
    };
    room.b.ui.click("month:2026-02");
    REQUIRE(tab_to("words:summary"));
    room.b.ui.key(ImGuiKey_Enter);
    room.b.ui.frames(3);
    room.b.ui.type("By hand.");
    room.b.ui.key(ImGuiKey_Tab);  // leaves the field
    room.b.settle();
    CHECK(room.words("summary") == "By hand.");
    REQUIRE(tab_to("words-done"));
    room.b.ui.key(ImGuiKey_Enter);
    room.b.settle();
    CHECK(room.b.ui.focused("words:summary"));
    REQUIRE(tab_to("issue"));
    room.b.ui.key(ImGuiKey_Enter);
    room.b.ui.frames(4);
    CHECK(
        room.b.ui.focused("dialog-cancel"));  // what cannot be taken back is not a stray Enter away
    REQUIRE(tab_to("dialog-confirm"));
    room.b.ui.key(ImGuiKey_Enter);
    room.b.settle();
    REQUIRE(room.report() != nullptr);
    CHECK(room.report()->issued_at.has_value());
}

}  // namespace
}  // namespace throughline::gui::monthly
