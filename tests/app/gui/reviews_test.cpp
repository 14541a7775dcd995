// The reviews screen: meetings run by keys alone, what is decided in them, and the logs.
#include "app/gui/reviews/figures_model.h"
#include "app/gui/reviews/run_model.h"
#include "core/base/week.h"
#include "core/report/monthly.h"
#include "tests/app/gui/workbench_bench.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace throughline::gui::workbench {
namespace {

using model::MeetingKind;
using test::Bench;

// Runs an action of the palette by its title.
void run_by_name(Bench& bench, std::string_view title) {
    bench.ui.key(ImGuiMod_Ctrl | ImGuiKey_K);
    bench.settle();
    bench.ui.type(title);
    bench.settle();
    bench.ui.key(ImGuiKey_Enter);
    bench.settle();
}
void add(Bench& bench, const char* table, model::TextMap set) {
    REQUIRE(bench.run(rules::AddRecord{table, std::move(set)}));
}
model::MeetingId hold(Bench& bench, MeetingKind kind, const std::string& period,
                      const std::function<void(model::MeetingId)>& in_it = {}) {
    REQUIRE(bench.run(rules::StartMeeting{kind, {bench.ana()}, period}));
    model::MeetingId id;
    for (const model::Meeting& one : bench.ws().rows<model::Meeting>()) {
        if (!one.ended_at) id = one.id;
    }
    if (in_it) in_it(id);
    REQUIRE(bench.run(rules::EndMeeting{id}));
    return id;
}

// The report of a month as the command line and the report screen issue it.
bool issue(Bench& bench, const std::string& month) {
    const model::Workspace& ws = bench.ws();
    const flow::Flow flow(flow::rows_of(ws, Zone::utc()), bench.now());
    const report::Document document =
        report::monthly_report(report::report_rows_of(ws), flow, month);
    return bench.run(rules::IssueReport{month, report::figures_of(document),
                                        report::to_markdown(document), report::to_html(document),
                                        "00"});
}

TEST_CASE("the period before: as many whole months, else as many days") {
    const auto check = [](const char* period, const char* first, const char* last) {
        CAPTURE(period);
        const Period before = reviews::before(*parse_period_or_week(period));
        CHECK(to_text(before.first) == first);
        CHECK(to_text(before.last) == last);
    };
    check("2026-03", "2026-02-01", "2026-02-28");
    check("2026-01", "2025-12-01", "2025-12-31");
    check("2026-Q2", "2026-01-01", "2026-03-31");
    check("2026", "2025-01-01", "2025-12-31");
    check("2026-W11", "2026-03-02", "2026-03-08");
}

// Tuesday 10 March 2026: the review of February.
TEST_CASE(
    "a whole monthly review by keyboard: rounds, decision, action, commitment, report, request") {
    Bench bench;
    bench.objective("Demo bookings from 12 to 30 a month");
    add(bench, "kpi", {{"name", "Win rate"}, {"unit", "%"}, {"owner", "ana"}});
    add(bench, "kpi_target", {{"kpi", "K-1"}, {"from_day", "2026-01-01"}, {"value", "50"}});
    add(bench, "measurement", {{"kpi", "K-1"}, {"day", "2026-02-28"}, {"value", "46"}});
    REQUIRE(bench.run(rules::AddTemplate{"Simple request", {}}));

    run_by_name(bench, "Start: Monthly business review");
    CHECK(bench.ui.shows("February 2026"));
    bench.ui.key(ImGuiMod_Ctrl | ImGuiKey_Enter);
    bench.settle();
    REQUIRE(bench.all<model::Meeting>().size() == 1);
    const model::MeetingId review = bench.all<model::Meeting>()[0].id;
    CHECK(bench.all<model::Meeting>()[0].period == "2026-02");
    CHECK(bench.all<model::Meeting>()[0].present == std::vector{bench.ana()});
    CHECK(bench.ui.shows("KPIs in one look"));
    bench.write(ImGuiKey_N, "The market is slow");
    REQUIRE(bench.all<model::Note>().size() == 1);
    CHECK(bench.all<model::Note>()[0].part == "context");
    CHECK(bench.ui.shows("The market is slow"));

    bench.ui.key(ImGuiKey_Space);
    bench.settle();
    CHECK(bench.ui.shows("46% against 50%"));
    bench.ui.key(ImGuiKey_RightArrow);
    bench.settle();
    CHECK(bench.ui.shows("DRI rounds: Ana Lima"));
    CHECK(bench.ui.shows("O-1 Demo bookings from 12 to 30 a month"));
    CHECK(bench.ui.shows("K-1 Win rate"));
    bench.ui.key(ImGuiKey_LeftArrow);
    bench.settle();
    CHECK_FALSE(bench.ui.shows("DRI rounds: Ana Lima"));
    bench.ui.key(ImGuiKey_Space);
    bench.settle();

    bench.ui.key(ImGuiKey_D);
    bench.settle();
    bench.ui.type("Stop the print ads");
    bench.ui.key(ImGuiKey_Tab);
    bench.settle();
    bench.ui.type("No lead in a year");
    bench.ui.key(ImGuiMod_Ctrl | ImGuiKey_Enter);
    bench.settle();
    REQUIRE(bench.all<model::Decision>().size() == 1);
    const model::Decision decision = bench.all<model::Decision>()[0];
    CHECK(decision.text == "Stop the print ads");
    CHECK(decision.rationale == "No lead in a year");
    CHECK(decision.executor == bench.ana());
    CHECK(decision.meeting == review);
    CHECK(bench.ui.shows("D-1 Stop the print ads"));

    bench.write(ImGuiKey_A, "Tell the agency");
    REQUIRE(bench.all<model::ActionItem>().size() == 1);
    CHECK(bench.all<model::ActionItem>()[0].source == "meeting:M-1");

    bench.ui.key(ImGuiKey_Space, 2);
    bench.settle();
    CHECK(bench.ui.shows("Next month's commitments"));
    bench.write(ImGuiKey_C, "Two case studies");
    REQUIRE(bench.all<model::Commitment>().size() == 1);
    CHECK(bench.all<model::Commitment>()[0].due == day_from_civil(2026, 3, 31));

    bench.pass(minutes(70));
    bench.ui.key(ImGuiKey_E);
    bench.settle();
    REQUIRE(bench.ws().find(review)->ended_at.has_value());
    CHECK(bench.ui.shows("Not published yet"));

    // Published: copied as Markdown.
    bench.ui.key(ImGuiKey_P);
    bench.settle();
    bench.ui.key(ImGuiMod_Ctrl | ImGuiKey_Enter);
    bench.settle();
    CHECK(bench.ws().find(review)->published_at.has_value());
    for (const char* words : {"Monthly business review, February 2026", "Stop the print ads",
                              "Tell the agency", "Two case studies", "The market is slow"})
        CHECK_MESSAGE(bench.ui.clipboard().find(words) != std::string::npos, std::string(words));

    // The report has it.
    REQUIRE(issue(bench, "2026-02"));
    const model::Report report = bench.all<model::Report>()[0];
    CHECK(report.markdown.find("D-1 Stop the print ads") != std::string::npos);
    CHECK(report.markdown.find("Two case studies") != std::string::npos);
    CHECK(report.html.find("Stop the print ads") != std::string::npos);

    // The action becomes a request: what is missing of its brief is asked, one after the other.
    bench.ui.key(ImGuiKey_DownArrow);
    bench.settle();
    bench.ui.key(ImGuiKey_R);
    bench.settle();
    bench.ui.key(ImGuiMod_Ctrl | ImGuiKey_Enter);
    bench.settle();
    for (const char* answer : {"The agency", "Their answer"}) {
        bench.ui.key(ImGuiMod_Ctrl | ImGuiKey_Enter);
        bench.settle();
        bench.ui.type(answer);
    }
    bench.ui.key(ImGuiMod_Ctrl | ImGuiKey_Enter);
    bench.settle();
    REQUIRE(bench.all<model::Request>().size() == 1);
    const model::Request request = bench.all<model::Request>()[0];
    CHECK(request.title == "Tell the agency");
    CHECK(request.state == model::RequestState::Submitted);
    CHECK_FALSE(request.answers.contains("for_action"));
    CHECK(bench.all<model::ActionItem>()[0].request == request.id);

    // The log has the decision, and leads to the board it was taken on.
    bench.context().open_reviews("decisions", decision.id.value);
    bench.settle();
    CHECK(bench.ui.shows("Why: No lead in a year"));
    CHECK(bench.ui.find("row:D-1") != nullptr);
    bench.ui.click("as-then");
    bench.settle();
    REQUIRE(bench.ws().find(review) != nullptr);
    CHECK_FALSE(bench.ws().find(review)->ended_at.has_value());  // it was being taken in it
}

TEST_CASE(
    "a meeting that is left goes on: the part is kept, and others are told where to find it") {
    Bench bench;
    bench.objective();
    run_by_name(bench, "Start: Weekly sync");
    bench.ui.key(ImGuiMod_Ctrl | ImGuiKey_Enter);
    bench.settle();
    const model::MeetingId sync = bench.all<model::Meeting>()[0].id;
    CHECK(bench.all<model::Meeting>()[0].period == "2026-W11");
    bench.ui.key(ImGuiKey_Space);
    bench.settle();
    REQUIRE(bench.ui.shows("Who clears each, by when?"));
    bench.pass(minutes(9));
    bench.settle();
    CHECK(bench.ui.shows("This part: 09:00, 1 min over"));
    CHECK(bench.ui.shows("Whole meeting: 21 min left"));
    bench.ui.key(ImGuiKey_Escape);
    bench.settle();
    CHECK(bench.ui.shows("Running and due"));
    CHECK_FALSE(bench.ws().find(sync)->ended_at.has_value());
    bench.ui.click("start:weekly-sync");
    bench.settle();
    CHECK(bench.ui.shows("Who clears each, by when?"));
    // N writes a note here, though elsewhere it asks for a new brief.
    bench.write(ImGuiKey_N, "Legal needs a source");
    REQUIRE(bench.all<model::Note>().size() == 1);
    CHECK(bench.all<model::Note>()[0].part == "blockers");
}

TEST_CASE("promises of the last meeting are answered by keys on the chosen line") {
    Bench bench;
    hold(bench, MeetingKind::WeeklySync, "2026-W10", [&](model::MeetingId id) {
        for (const char* text : {"Send the draft", "Book the venue"})
            REQUIRE(bench.run(
                rules::AddCommitment{id, bench.ana(), {}, {}, text, day_from_civil(2026, 3, 6)}));
    });
    REQUIRE(bench.run(rules::StartMeeting{MeetingKind::WeeklySync, {bench.ana()}, "2026-W11"}));
    for (const model::Meeting& one : bench.all<model::Meeting>()) {
        if (one.number == 2) bench.context().open_meeting(one.id);
    }
    bench.settle();
    CHECK(bench.ui.shows("0 of 2 kept"));
    bench.ui.key(ImGuiKey_K);
    bench.settle();
    CHECK(bench.ui.shows("1 of 2 kept"));
    bench.ui.key(ImGuiKey_DownArrow);
    bench.write(ImGuiKey_M, "It was taken");
    std::vector<model::CommitmentState> states;
    for (const model::Commitment& one : bench.all<model::Commitment>())
        states.push_back(one.state);
    std::ranges::sort(states);
    CHECK(states == std::vector{model::CommitmentState::Kept, model::CommitmentState::Missed});
    CHECK(bench.ui.shows("It was taken"));
}

TEST_CASE("full screen shows nothing but the meeting; Esc brings the window back first") {
    Bench bench;
    run_by_name(bench, "Start: Weekly sync");
    bench.ui.key(ImGuiMod_Ctrl | ImGuiKey_Enter);
    bench.settle();
    bench.ui.key(ImGuiKey_F);
    bench.settle();
    CHECK_FALSE(bench.ui.shows("Search or run a command"));
    CHECK(bench.ui.shows("Last week's commitments"));
    bench.ui.key(ImGuiKey_Escape);
    bench.settle();
    CHECK(bench.ui.shows("Search or run a command"));
    CHECK(bench.ui.shows("Last week's commitments"));
}

TEST_CASE("a commitment is put into other words where it is shown") {
    Bench bench;
    run_by_name(bench, "Start: Weekly sync");
    bench.ui.key(ImGuiMod_Ctrl | ImGuiKey_Enter);
    bench.settle();
    bench.write(ImGuiKey_C, "Two decks");
    bench.ui.key(ImGuiKey_DownArrow, 60);  // without notes the commitments are the last ones
    bench.settle();
    bench.ui.key(ImGuiKey_Enter);
    bench.settle();
    REQUIRE(bench.ui.shows("Change the commitment"));
    bench.ui.type(" and a page");
    bench.ui.key(ImGuiMod_Ctrl | ImGuiKey_Enter);
    bench.settle();
    REQUIRE(bench.all<model::Commitment>().size() == 1);
    CHECK(bench.all<model::Commitment>()[0].text.find("and a page") != std::string::npos);
}

TEST_CASE("a note is changed and removed where it is shown; undo of the start closes the meeting") {
    Bench bench;
    run_by_name(bench, "Start: Replenishment");
    bench.ui.key(ImGuiMod_Ctrl | ImGuiKey_Enter);
    bench.settle();
    bench.write(ImGuiKey_N, "Two places");
    // Down to the last line: the notes are the last ones.
    bench.ui.key(ImGuiKey_DownArrow, 60);
    bench.settle();
    bench.ui.key(ImGuiKey_Enter);
    bench.settle();
    REQUIRE(bench.ui.shows("Change the note"));
    bench.ui.type(" are free");
    bench.ui.key(ImGuiMod_Ctrl | ImGuiKey_Enter);
    bench.settle();
    CHECK(bench.all<model::Note>()[0].text.find("are free") != std::string::npos);
    bench.ui.key(ImGuiKey_Delete);
    bench.settle();
    CHECK(bench.all<model::Note>().empty());
    REQUIRE(bench.desk().undo().ok());  // the removal
    REQUIRE(bench.desk().undo().ok());  // the change
    REQUIRE(bench.desk().undo().ok());  // the note
    REQUIRE(bench.desk().undo().ok());  // the start
    bench.settle();
    CHECK(bench.ui.shows("Running and due"));
}

TEST_CASE("decisions and actions are closed and dropped in their logs, by keys too") {
    Bench bench;
    add(bench, "decision",
        {{"text", "Stop the print ads"},
         {"rationale", "No lead"},
         {"decider", "ana"},
         {"executor", "ana"},
         {"due", "2026-03-01"}});
    add(bench, "action_item",
        {{"text", "Tell the agency"}, {"owner", "ana"}, {"due", "2026-03-20"}});
    bench.context().open_reviews("decisions", bench.all<model::Decision>()[0].id.value);
    bench.settle();
    CHECK(bench.ui.shows("1 decision is overdue"));
    CHECK(bench.ui.shows("Overdue"));
    bench.ui.key(ImGuiKey_E);
    bench.settle();
    CHECK(bench.all<model::Decision>()[0].state == model::DecisionState::Executed);
    CHECK_FALSE(bench.ui.shows("1 decision is overdue"));
    bench.context().open_reviews("actions", bench.all<model::ActionItem>()[0].id.value);
    bench.settle();
    bench.write(ImGuiKey_X, "The contract ended");
    CHECK(bench.all<model::ActionItem>()[0].state == model::ActionState::Dropped);
    CHECK(bench.all<model::ActionItem>()[0].outcome == "The contract ended");
}

TEST_CASE("what was decided and not published within a day is flagged, and published as files") {
    Bench bench;
    const model::MeetingId review =
        hold(bench, MeetingKind::MonthlyReview, "2026-02", [&](model::MeetingId) {
            add(bench, "decision",
                {{"text", "Stop the print ads"},
                 {"rationale", "No lead"},
                 {"decider", "ana"},
                 {"executor", "ana"},
                 {"due", "2026-03-21"},
                 {"meeting", "M-1"}});
        });
    bench.pass(hours(25));
    bench.context().open_reviews("meetings");
    bench.settle();
    CHECK(bench.ui.shows("Not published within 24 hours"));
    CHECK(bench.ui.shows("1 decision"));
    bench.context().open_meeting(review);
    bench.settle();
    const auto folder = std::filesystem::temp_directory_path() / "throughline-reviews-test";
    std::filesystem::remove_all(folder);
    bench.write(ImGuiKey_P, folder.string());
    CHECK(bench.ui.shows("The files cannot be written there"));
    CHECK_FALSE(bench.ws().find(review)->published_at.has_value());
    std::filesystem::create_directories(folder);
    bench.ui.key(ImGuiMod_Ctrl | ImGuiKey_Enter);
    bench.settle();
    CHECK(bench.ws().find(review)->published_at.has_value());
    std::ifstream file(folder / "M-1.html");
    std::stringstream html;
    html << file.rdbuf();
    CHECK(html.str().find("Stop the print ads") != std::string::npos);
    CHECK(std::filesystem::exists(folder / "M-1.md"));
    std::filesystem::remove_all(folder);
}

TEST_CASE("an agenda is changed, kept and reset; parts without a title are refused in place") {
    Bench bench;
    bench.context().open_reviews("agendas");
    bench.settle();
    REQUIRE(bench.ui.shows("30 minutes, as shipped"));
    bench.ui.click("add-part");
    bench.settle();
    bench.ui.click("save-agenda");
    bench.settle();
    CHECK(bench.ui.shows("Every part of an agenda needs a title of its own."));
    CHECK(bench.ws().rows<model::Agenda>().size() == 0);
    bench.ui.click("part/remove");
    bench.settle();
    CHECK(bench.ui.shows("as shipped; not saved yet"));
    bench.ui.click("reset-agenda");
    bench.settle();
}

TEST_CASE("the way through a meeting: rounds have a stop for each, and a change keeps the place") {
    Bench bench;
    bench.objective();
    REQUIRE(bench.run(rules::AddPerson{"bob", "Bob Ross", model::Role::Member}));
    const model::PersonId bob = bench.ws().person_by_handle("bob")->id;
    REQUIRE(
        bench.run(rules::StartMeeting{MeetingKind::WeeklySync, {bench.ana(), bob}, "2026-W11"}));
    const auto meeting = [&] { return bench.all<model::Meeting>()[0]; };
    const reviews::Course course = reviews::make_course(bench.ws(), meeting());
    REQUIRE(course.parts.size() == 4);
    REQUIRE(course.stops.size() == 5);  // two of them the round
    CHECK(course.stops[3].person == bench.ana());
    CHECK(course.stops[4].person == bob);
    CHECK(course.all_minutes == 30);
    REQUIRE(bench.run(rules::AddNote{meeting().id, "next", {}, bob, "Busy"}));
    CHECK(reviews::stop_of_last_note(bench.ws(), meeting(), course) == 4);
    reviews::Course shorter = course;
    shorter.stops.erase(shorter.stops.begin());
    CHECK(reviews::keep_stop(course, shorter, 4) == 3);
    CHECK(reviews::keep_stop(course, shorter, 0) == 0);
}

}  // namespace
}  // namespace throughline::gui::workbench
