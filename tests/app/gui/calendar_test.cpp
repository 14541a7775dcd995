// The content calendar: what has a date by day and channel, and another day given by hand or keys.
#include "app/gui/calendar/calendar_model.h"
#include "tests/app/gui/workbench_bench.h"

#include <doctest/doctest.h>

namespace throughline::gui::calendar {
namespace {

constexpr model::ServiceClass kFixed = model::ServiceClass::FixedDate;

struct Bench : test::Bench {
    using test::Bench::Bench;

    // Tuesday 10 March 2026 is today.
    model::CardId dated(const std::string& title, const std::string& day) {
        const model::CardId id = card(title);
        REQUIRE(run(rules::EditCard{id, {{"due", day}}, ""}));
        return id;
    }
    std::string due(model::CardId id) {
        const std::optional<Day> day = ws().find(id)->due;
        return day ? to_text(*day) : "";
    }
    std::string name(model::CardId id) { return "card:" + model::key_of(ws(), *ws().find(id)); }
    void press(ImGuiKeyChord chord) {
        ui.key(chord);
        settle();
    }
};

TEST_CASE("pages are whole weeks from Monday, and months keep the day where there is one") {
    const Day day = *parse_day("2026-03-10");
    CHECK(to_text(week_page(day).first) == "2026-03-09");
    CHECK(to_text(week_page(day).last()) == "2026-03-15");
    CHECK(to_text(month_page(day).first) == "2026-02-23");
    CHECK(month_page(day).weeks == 6);
    CHECK(month_page(*parse_day("2027-02-01")).weeks == 4);  // a Monday, 28 days
    CHECK(to_text(add_months(*parse_day("2026-01-31"), 1)) == "2026-02-28");
    CHECK(to_text(add_months(*parse_day("2026-01-31"), -2)) == "2025-11-30");
}

TEST_CASE("cards, requests, steps and milestones stand on their days; the rest has no date") {
    Bench b;
    const model::CardId webinar = b.dated("Spring webinar", "2026-03-12");
    const model::CardId plain = b.card("Price page");
    REQUIRE(b.run(rules::AddChecklistItem{plain, "Draft agreed", *parse_day("2026-03-11")}));
    REQUIRE(b.run(rules::AddRecord{
        "milestone", {{"objective", "O-1"}, {"title", "First results"}, {"due", "2026-03-20"}}}));
    (void)b.submit("Brand film");
    b.go(Screen::Calendar);
    CHECK(b.ui.shows("March 2026"));
    CHECK(b.ui.shows("Today, 10"));
    CHECK(b.ui.find(b.name(webinar)) != nullptr);
    CHECK(b.ui.shows("Draft agreed"));
    CHECK(b.ui.shows("First results"));
    CHECK(b.ui.shows("No date"));
    CHECK(b.ui.find("undated:" + b.name(plain)) != nullptr);
    CHECK(b.ui.shows("Brand film"));
    CHECK(b.ui.find("undated:" + b.name(webinar)) == nullptr);
}

TEST_CASE("an entry dragged to another day gets that date, and undo gives the old one back") {
    Bench b;
    const model::CardId card = b.dated("Spring webinar", "2026-03-12");
    b.go(Screen::Calendar);
    b.ui.drag(b.name(card), "day:2026-03-19", {0.5f, 0.8f});
    b.settle();
    CHECK(b.due(card) == "2026-03-19");
    CHECK(b.ui.shows("is due 19 Mar"));
    REQUIRE(b.desk().undo().ok());
    CHECK(b.due(card) == "2026-03-12");
}

TEST_CASE("what has no date is dragged onto a day, and back to the list") {
    Bench b;
    const model::CardId card = b.card("Price page");
    b.go(Screen::Calendar);
    b.ui.drag("undated:" + b.name(card), "day:2026-03-19", {0.5f, 0.8f});
    b.settle();
    CHECK(b.due(card) == "2026-03-19");
    b.ui.drag_begin(b.name(card));
    b.ui.drag_to(ImVec2{1300, 700});
    b.ui.drop();
    b.settle();
    CHECK(b.due(card).empty());
}

TEST_CASE("a fixed date moves with its reason only") {
    Bench b;
    const model::CardId card = b.dated("Spring webinar", "2026-03-12");
    REQUIRE(
        b.run(rules::EditCard{card, {{"service_class", std::string(model::name_of(kFixed))}}, ""}));
    b.go(Screen::Calendar);
    b.ui.drag(b.name(card), "day:2026-03-19", {0.5f, 0.8f});
    b.settle();
    CHECK(b.due(card) == "2026-03-12");
    CHECK(b.ui.shows("Move it to 19 Mar"));
    b.ui.click("dialog-confirm");
    b.settle();
    CHECK(b.ui.shows("needs its reason"));
    CHECK(b.due(card) == "2026-03-12");
    b.ui.fill("date-reason", "The fair moved");
    b.ui.click("dialog-confirm");
    b.settle();
    CHECK(b.due(card) == "2026-03-19");
    CHECK(b.ws().find(card)->due_reason == "The fair moved");
}

TEST_CASE("what is delivered before its date stands on the day of the delivery, and stays there") {
    Bench b;
    const model::CardId card = b.dated("Spring webinar", "2026-03-19");
    REQUIRE(b.move(card, "create"));
    b.deliver(card);
    const Day today = b.context().zone().day(b.context().now());
    b.go(Screen::Calendar);
    const auto rect_of = [&](const std::string& name) { return b.ui.need(name).rect; };
    const ImVec2 middle = rect_of(b.name(card)).GetCenter();
    CHECK(rect_of("day:" + to_text(today)).Contains(middle));
    b.ui.drag(b.name(card), "day:2026-03-25", {0.5f, 0.8f});
    b.settle();
    CHECK(b.due(card) == "2026-03-19");
    CHECK(b.ui.shows("is delivered."));
    CHECK(b.ui.shows("keeps its date"));
}

TEST_CASE("what is late stands beside every page, and is given another day from there") {
    Bench b;
    const model::CardId late = b.dated("Spring webinar", "2026-02-12");
    const model::CardId later = b.dated("Price page", "2026-03-19");
    b.go(Screen::Calendar);
    CHECK(b.ui.shows("Late"));
    REQUIRE(b.ui.find("late:" + b.name(late)) != nullptr);
    CHECK(b.ui.find(b.name(late)) == nullptr);  // February is not shown
    CHECK(b.ui.find("late:" + b.name(later)) == nullptr);
    b.ui.drag("late:" + b.name(late), "day:2026-03-25", {0.5f, 0.8f});
    b.settle();
    CHECK(b.due(late) == "2026-03-25");
    CHECK(b.ui.find("late:" + b.name(late)) == nullptr);
}

TEST_CASE("a refused day is said at the place, and nothing changes") {
    Bench b;
    const model::TextMap answers{{"what", "A film"},          {"audience", "Customers"},
                                 {"why_now", "The fair"},     {"success_measure", "Views"},
                                 {"format", "Video"},         {"objective", "triage"},
                                 {"needed_by", "2026-03-20"}, {"needed_by_reason", "The fair"}};
    REQUIRE(b.run(rules::SubmitBrief{b.ws().template_by_handle("content-asset")->current, b.ana(),
                                     "Brand film", answers}));
    b.go(Screen::Calendar);
    b.ui.drag("request:R-1", "day:2026-03-04", {0.5f, 0.8f});
    b.settle();
    CHECK(to_text(*b.ws().request_by_number(1)->needed_by) == "2026-03-20");
    CHECK(b.ui.shows("R-1 stays on 20 Mar"));
    b.press(ImGuiKey_Escape);
    CHECK_FALSE(b.ui.shows("R-1 stays on 20 Mar"));
    b.ui.drag("request:R-1", "day:2026-03-25", {0.5f, 0.8f});
    b.settle();
    CHECK(to_text(*b.ws().request_by_number(1)->needed_by) == "2026-03-25");
}

TEST_CASE("keys: arrows go through days, Alt with them gives another date, Enter opens") {
    Bench b;
    const model::CardId card = b.dated("Spring webinar", "2026-03-11");
    const model::CardId plain = b.card("Price page");
    b.go(Screen::Calendar);
    b.press(ImGuiKey_RightArrow);
    b.press(ImGuiMod_Alt | ImGuiKey_RightArrow);
    CHECK(b.due(card) == "2026-03-12");
    b.press(ImGuiMod_Alt | ImGuiKey_DownArrow);
    CHECK(b.due(card) == "2026-03-19");
    b.press(ImGuiMod_Alt | ImGuiKey_UpArrow);
    b.press(ImGuiMod_Alt | ImGuiKey_LeftArrow);
    CHECK(b.due(card) == "2026-03-11");
    b.press(ImGuiKey_PageDown);
    CHECK(b.ui.shows("April 2026"));
    b.press(ImGuiKey_T);
    CHECK(b.ui.shows("March 2026"));
    b.press(ImGuiKey_W);
    CHECK(b.ui.shows("Week of 9 Mar 2026"));
    b.press(ImGuiKey_M);
    b.press(ImGuiKey_L);
    b.press(ImGuiKey_S);
    CHECK(b.due(plain) == "2026-03-10");
    b.press(ImGuiKey_Delete);
    CHECK(b.due(plain).empty());
    b.press(ImGuiKey_Enter);
    CHECK(b.ui.find("close-card") != nullptr);
}

TEST_CASE("a day with more than its place holds says how many, and opens the whole list") {
    Bench b;
    REQUIRE(b.run(rules::EditColumn{b.column("ready"), {{"wip_limit", ""}}}));
    std::vector<model::CardId> cards;
    for (int i = 0; i < 9; ++i)
        cards.push_back(b.dated("Post " + std::to_string(i), "2026-03-12"));
    b.go(Screen::Calendar);
    REQUIRE(b.ui.find("more:2026-03-12") != nullptr);
    CHECK(b.ui.find(b.name(cards.back())) == nullptr);
    b.ui.click("more:2026-03-12");
    b.settle();
    CHECK(b.ui.shows("Thu 12 Mar 2026"));
    b.ui.click("in-day:" + b.name(cards.front()));
    b.settle();
    CHECK(b.ui.find("close-card") != nullptr);
}

TEST_CASE(
    "channels: of the brief, else where the money goes, else none; the filter holds here too") {
    Bench b;
    const model::CardId card = b.dated("Spring webinar", "2026-03-12");
    const model::CardId other = b.dated("Price page", "2026-03-13");
    REQUIRE(b.run(rules::AddRecord{"spend",
                                   {{"card", model::key_of(b.ws(), *b.ws().find(card))},
                                    {"amount", "400"},
                                    {"channel", "Events"},
                                    {"day", "2026-03-02"}}}));
    b.go(Screen::Calendar);
    b.press(ImGuiKey_C);
    CHECK(b.ui.shows("Events"));
    CHECK(b.ui.shows("No channel"));
    CHECK(b.ui.find("day:2026-03-12:Events") != nullptr);
    CHECK_FALSE(b.ui.shows("Partners"));  // nothing is there
    b.context().filter().query = "webinar";
    b.settle();
    CHECK(b.ui.find(b.name(card)) != nullptr);
    CHECK(b.ui.find(b.name(other)) == nullptr);
    b.context().filter().query = "nonsense:x";
    b.settle();
    CHECK(b.ui.shows("nonsense"));
}

TEST_CASE("holidays and absences are shown on their days") {
    Bench b;
    REQUIRE(b.run(rules::EditBoard{{{"holidays", "2026-03-17"}}}));
    REQUIRE(b.run(rules::AddRecord{
        "absence", {{"person", "ana"}, {"from_day", "2026-03-18"}, {"to_day", "2026-03-18"}}}));
    b.go(Screen::Calendar);
    CHECK(b.ui.shows("Holiday"));
    CHECK(b.ui.shows("Ana away"));
}

TEST_CASE("another person takes the card away while it is chosen: nothing breaks") {
    Bench b;
    const model::CardId card = b.dated("Spring webinar", "2026-03-10");
    b.go(Screen::Calendar);
    b.ui.click(b.name(card));
    REQUIRE(b.run(rules::VoidCard{card, "A mistake"}));
    b.settle();
    CHECK(b.ui.find(b.name(card)) == nullptr);
    b.press(ImGuiMod_Alt | ImGuiKey_RightArrow);
    b.press(ImGuiKey_Enter);
    CHECK(b.ui.shows("March 2026"));
}

TEST_CASE("ten thousand dates: a frame draws what is in sight, and one day lists all of its own") {
    Bench b;
    (void)b.objective();
    constexpr int kCount = 10'000;
    for (int i = 0; i < kCount; ++i) {
        const Day day = *parse_day("2026-03-01") + i % 31;
        REQUIRE(b.desk()
                    .run(rules::AddRecord{"milestone",
                                          {{"objective", "O-1"},
                                           {"title", "Post " + std::to_string(i)},
                                           {"due", to_text(day)}}})
                    .ok());
    }
    b.go(Screen::Calendar);
    CHECK(b.ui.find("more:2026-03-12") != nullptr);
    CHECK(b.ui.names().size() < 700);
    b.ui.click("more:2026-03-12");
    b.settle();
    CHECK(b.ui.shows("Thu 12 Mar 2026"));
    CHECK(b.ui.names().size() < 800);
}

}  // namespace
}  // namespace throughline::gui::calendar
