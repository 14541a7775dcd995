// The standup as a team does it: by keys alone, from the start to the summary.
#include "tests/app/gui/workbench_bench.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace throughline::gui::workbench {
namespace {

using test::Bench;

void open_standup(Bench& bench) {
    bench.ui.key(ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_S);
    bench.settle();
}
// The card's title stands alone only where the card is in focus.
bool in_focus(Bench& bench, std::string_view title) {
    const auto texts = bench.ui.texts();
    return std::find(texts.begin(), texts.end(), title) != texts.end();
}
void wait_for(Bench& bench, std::string_view words) {
    for (int i = 0; i < 2000 && !bench.ui.shows(words); ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
        bench.ui.frames();
    }
    CHECK_MESSAGE(bench.ui.shows(words), std::string(words));
}

TEST_CASE("a standup by keys alone: walk, blocker, note, commitment, end, summary") {
    Bench bench;
    const model::CardId webinar = bench.card("Webinar");
    const model::CardId email = bench.card("Newsletter");
    REQUIRE(bench.move(webinar, "create"));
    bench.pass(days(1));
    REQUIRE(bench.move(email, "create"));
    open_standup(bench);
    CHECK(bench.ui.shows("Who carries how much"));
    CHECK(bench.ui.shows("This is the first standup here"));
    CHECK_FALSE(bench.ui.shows("Search or run a command"));

    bench.ui.key(ImGuiKey_Space);
    bench.settle();
    REQUIRE(bench.all<model::Meeting>().size() == 1);
    const model::Meeting meeting = bench.all<model::Meeting>()[0];
    CHECK(meeting.kind == model::MeetingKind::Standup);
    CHECK(meeting.present == std::vector{bench.ana()});
    for (int i = 0; i < 8 && !in_focus(bench, "Webinar"); ++i)
        bench.ui.key(ImGuiKey_RightArrow);
    REQUIRE(in_focus(bench, "Webinar"));

    bench.write(ImGuiKey_B, "Legal has the claim");
    CHECK(bench.ws().is_blocked(webinar));
    CHECK(in_focus(bench, "Webinar"));  // the card stays in focus
    bench.write(ImGuiKey_N, "The venue is booked");
    const auto notes = bench.all<model::Note>();
    REQUIRE(notes.size() == 1);
    CHECK(notes[0].text == "The venue is booked");
    CHECK(notes[0].card == webinar);
    CHECK(notes[0].part == "create");
    bench.write(ImGuiKey_C, "Call legal");
    const auto promises = bench.all<model::Commitment>();
    REQUIRE(promises.size() == 1);
    CHECK(promises[0].text == "Call legal");
    CHECK(promises[0].person == bench.ana());
    CHECK(promises[0].due == day_from_civil(2026, 3, 12));
    CHECK(bench.ui.shows("The venue is booked"));

    bench.ui.key(ImGuiKey_U);
    bench.settle();
    CHECK_FALSE(bench.ws().is_blocked(webinar));
    bench.ui.key(ImGuiMod_Ctrl | ImGuiKey_Z);
    bench.settle();
    CHECK(bench.ws().is_blocked(webinar));

    bench.ui.key(ImGuiKey_Space);
    bench.settle();
    CHECK(in_focus(bench, "Newsletter"));
    bench.ui.key(ImGuiKey_LeftArrow);
    bench.settle();
    CHECK(in_focus(bench, "Webinar"));
    bench.pass(minutes(13));
    bench.settle();
    CHECK(bench.ui.shows("13:00"));
    CHECK(bench.ui.shows("2 min left"));

    bench.ui.key(ImGuiKey_E);
    bench.settle();
    CHECK(bench.ws().find(meeting.id)->ended_at.has_value());
    CHECK(bench.ui.shows("Present: Ana Lima"));
    bench.ui.key(ImGuiKey_C);
    bench.settle();
    const std::string& copied = bench.ui.clipboard();
    for (const char* words : {"Standup M-1", "Webinar: Legal has the claim; Ana Lima",
                              "The venue is booked", "Call legal", "13 min"})
        CHECK_MESSAGE(copied.find(words) != std::string::npos, std::string(words));

    bench.ui.key(ImGuiKey_Escape);
    bench.settle();
    CHECK(bench.ui.shows("Search or run a command"));
}

TEST_CASE("the next standup tells what changed and asks for what was promised") {
    Bench bench;
    const model::CardId card = bench.card("Webinar");
    REQUIRE(bench.run(rules::StartMeeting{model::MeetingKind::Standup, {bench.ana()}}));
    const model::MeetingId first = bench.all<model::Meeting>()[0].id;
    REQUIRE(bench.run(rules::AddCommitment{
        first, bench.ana(), card, {}, "Send the draft", day_from_civil(2026, 3, 11)}));
    REQUIRE(bench.run(rules::EndMeeting{first}));
    bench.pass(days(1));
    REQUIRE(bench.move(card, "create"));
    open_standup(bench);
    wait_for(bench, "Webinar, to Create");
    CHECK(bench.ui.shows("Started"));
    CHECK(bench.ui.shows("Send the draft"));
    bench.ui.key(ImGuiKey_K);
    bench.settle();
    CHECK(bench.all<model::Commitment>()[0].state == model::CommitmentState::Kept);
    bench.write(ImGuiKey_M, "The venue was closed");
    CHECK(bench.all<model::Commitment>()[0].state == model::CommitmentState::Missed);
    CHECK(bench.all<model::Commitment>()[0].reason == "The venue was closed");
    bench.ui.key(ImGuiKey_Space);
    bench.settle();
    bench.ui.key(ImGuiKey_E);
    bench.settle();
    bench.ui.key(ImGuiKey_C);
    bench.settle();
    CHECK(bench.ui.clipboard().find("Started: MKT-1 Webinar, to Create") != std::string::npos);
    CHECK(bench.ui.clipboard().find("missed, The venue was closed") != std::string::npos);
}

TEST_CASE("leaving asks nothing, and the standup is gone on with at the same card") {
    Bench bench;
    const model::CardId webinar = bench.card("Webinar");
    REQUIRE(bench.move(webinar, "create"));
    open_standup(bench);
    bench.ui.key(ImGuiKey_Space);
    bench.settle();
    for (int i = 0; i < 8 && !in_focus(bench, "Webinar"); ++i)
        bench.ui.key(ImGuiKey_RightArrow);
    REQUIRE(in_focus(bench, "Webinar"));
    bench.ui.key(ImGuiKey_Escape);
    bench.settle();
    CHECK(bench.ui.shows("Search or run a command"));
    CHECK_FALSE(bench.all<model::Meeting>()[0].ended_at.has_value());
    CHECK(bench.ui.shows("Standup M-1 goes on."));
    CHECK(bench.ui.find("Standup is on") != nullptr);  // at the top, on every screen
    bench.ui.click("standup");
    bench.settle();
    CHECK(in_focus(bench, "Webinar"));
    CHECK(bench.all<model::Meeting>().size() == 1);
}

TEST_CASE("the standup and its dialogs are larger than the window's usual size") {
    Bench bench;
    REQUIRE(bench.move(bench.card("Webinar"), "create"));
    const float usual = bench.ui.need("new-brief").rect.GetHeight();
    open_standup(bench);
    bench.ui.key(ImGuiKey_Space);
    bench.settle();
    CHECK(bench.ui.need("standup.next").rect.GetHeight() > usual);
    bench.ui.key(ImGuiKey_N);
    bench.settle();
    CHECK(bench.ui.need("dialog-confirm").rect.GetHeight() > usual);
    bench.ui.key(ImGuiKey_Escape);
    bench.ui.key(ImGuiKey_Escape);
    bench.settle();
    CHECK(bench.ui.need("new-brief").rect.GetHeight() == usual);
}

TEST_CASE("a dialog takes its keys alone: Escape closes it and the standup stays") {
    Bench bench;
    REQUIRE(bench.move(bench.card("Webinar"), "create"));
    open_standup(bench);
    bench.ui.key(ImGuiKey_Space);
    bench.settle();
    bench.ui.key(ImGuiKey_N);
    bench.settle();
    CHECK(bench.ui.shows("Write down"));
    bench.ui.key(ImGuiKey_Escape);  // once, though a field has the keyboard
    bench.settle();
    CHECK_FALSE(bench.ui.shows("Write down"));
    CHECK(bench.ui.find("standup.next") != nullptr);
    CHECK(bench.all<model::Note>().empty());
}

TEST_CASE("the summary is saved as Markdown where it is wished") {
    const auto folder = std::filesystem::temp_directory_path() / "throughline-standup-test";
    std::filesystem::create_directories(folder);
    const std::string file = (folder / "today.md").string();
    Bench bench;
    open_standup(bench);
    bench.ui.key(ImGuiKey_Space);
    bench.settle();
    CHECK(bench.ui.shows("No card is in process"));
    bench.ui.key(ImGuiKey_E);
    bench.settle();
    bench.ui.key(ImGuiKey_S);
    bench.settle();
    bench.ui.fill("path", file);
    bench.ui.key(ImGuiMod_Ctrl | ImGuiKey_Enter);
    bench.settle();
    std::ifstream in(file);
    std::stringstream text;
    text << in.rdbuf();
    CHECK(text.str().starts_with("# Standup M-1\n"));
    std::filesystem::remove_all(folder);
}

TEST_CASE("who is here can be said before the start") {
    Bench bench;
    REQUIRE(bench.run(rules::AddPerson{"ben", "Ben Cole", model::Role::Member}));
    open_standup(bench);
    bench.ui.key(ImGuiKey_P);
    bench.settle();
    bench.ui.click("Ben Cole");
    bench.ui.key(ImGuiKey_Escape);
    bench.settle();
    bench.ui.key(ImGuiKey_Space);
    bench.settle();
    REQUIRE(bench.all<model::Meeting>().size() == 1);
    CHECK(bench.all<model::Meeting>()[0].present == std::vector{bench.ana()});
}

TEST_CASE("a board without the two points says what to do") {
    Bench bench(test::BenchOptions{.kind = "empty"});
    open_standup(bench);
    bench.ui.key(ImGuiKey_Space);
    bench.settle();
    CHECK(bench.ui.shows("No column is in process"));
    bench.ui.click("points");
    bench.settle();
    CHECK(bench.ui.shows("Board and points"));
}

}  // namespace
}  // namespace throughline::gui::workbench
