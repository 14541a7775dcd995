// The learning screen: risks, retros and their actions, experiments, playbooks, what recurs,
// registers, words, names, maturity.
#include "app/gui/learning/experiment_words.h"
#include "app/gui/learning/playbook_model.h"
#include "app/gui/learning/risk_model.h"
#include "app/gui/learning/schedule_watch_model.h"
#include "tests/app/gui/workbench_bench.h"

#include "app/gui/palette/palette_view.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace throughline::gui::learning {
namespace {

struct Room {
    test::Bench bench{{.size = {1440, 1500}}};
    headless::UiDriver& ui = bench.ui;

    void add(const char* table, model::TextMap set) {
        REQUIRE_MESSAGE(bench.run(rules::AddRecord{table, std::move(set)}), table);
    }
    void open(const std::string& part) {
        bench.context().open_learning(part);
        bench.settle();
    }
    void risk(const std::string& title, int probability, int impact, const std::string& review) {
        add("risk", {{"title", title},
                     {"owner", "ana"},
                     {"probability", std::to_string(probability)},
                     {"impact", std::to_string(impact)},
                     {"mitigation", "Ask early"},
                     {"review_on", review}});
    }
    template <class T>
    T only() {
        REQUIRE(bench.ws().rows<T>().size() == 1);
        return *bench.ws().rows<T>().begin();
    }
    // A schedule that is due on the 10th of each month, the day of the tests.
    void schedule(const std::string& title, const std::string& starts = "2026-01-01") {
        add("schedule", {{"template", "content-asset"},
                         {"title", title},
                         {"answers",
                          "what: Readers learn\naudience: Customers\nwhy_now: Monthly\n"
                          "success_measure: Clicks\nobjective: triage\nformat: Article"},
                         {"every", "monthly"},
                         {"on_day", "10"},
                         {"requester", "ana"},
                         {"starts", starts}});
    }
    void retro() {
        bench.objective();
        add("retro", {{"objective", "O-1"},
                      {"expected", "30 bookings"},
                      {"happened", "12 bookings"},
                      {"drove", "The page was late"},
                      {"changes", "Copy a week earlier"}});
        add("action_item", {{"text", "Write the copy a week earlier"},
                            {"owner", "ana"},
                            {"due", "2026-03-01"},
                            {"source", "retro:RT-1"}});
    }
};

TEST_CASE("risks: highest score first, the grid counts them and narrows the list") {
    Room room;
    room.open("risks");
    CHECK(room.ui.shows("No risks yet"));
    room.risk("Legal is slow", 2, 2, "2026-04-01");
    room.risk("Designers are booked", 4, 5, "2026-03-01");
    room.risk("Agency leaves", 4, 5, "2026-04-01");
    room.bench.settle();
    CHECK(room.ui.centre("risk:RK-2").y < room.ui.centre("risk:RK-1").y);
    CHECK(room.ui.shows("20 · act now"));
    CHECK(room.ui.shows("4 · keep in mind"));
    CHECK(room.ui.shows("1 overdue"));
    room.ui.click("cell:2x2");
    room.ui.frames(3);
    CHECK(room.ui.find("risk:RK-1") != nullptr);
    CHECK(room.ui.find("risk:RK-2") == nullptr);
    room.ui.click("cell:2x2");  // again shows all
    room.ui.frames(3);
    CHECK(room.ui.find("risk:RK-2") != nullptr);
    room.ui.click("only-overdue");
    room.ui.frames(3);
    CHECK(room.ui.find("risk:RK-2") != nullptr);
    CHECK(room.ui.find("risk:RK-3") == nullptr);
}

TEST_CASE("a risk that happened needs its outcome, and leads to its objective") {
    Room room;
    room.bench.objective();
    room.risk("Legal is slow", 3, 3, "2026-04-01");
    const model::RiskId id = room.only<model::Risk>().id;
    REQUIRE(room.bench.run(rules::EditRecord{"risk", id.value, {{"objective", "O-1"}}}));
    room.open("risks");
    room.ui.click("risk-happened");
    room.ui.frames(3);
    room.ui.click("dialog-confirm");
    room.ui.frames(3);
    CHECK(room.only<model::Risk>().state == model::RiskState::Open);
    CHECK(room.ui.shows("needs a reason"));
    room.ui.fill("risk-outcome", "The launch moved by a week");
    room.ui.click("dialog-confirm");
    room.bench.settle();
    CHECK(room.only<model::Risk>().state == model::RiskState::Happened);
    CHECK(room.only<model::Risk>().outcome == "The launch moved by a week");
    CHECK(room.ui.find("risk:RK-1") == nullptr);  // closed ones are hidden
    room.ui.click("with-ended");
    room.ui.frames(3);
    room.ui.click("open-objective");
    room.bench.settle();
    CHECK(room.ui.shows("Demo bookings from 12 to 30 a month"));
}

TEST_CASE("an overdue review raises an alert that leads to the risk") {
    Room room;
    room.risk("Legal is slow", 3, 3, "2026-03-01");
    room.bench.settle();
    const model::Alert alert = room.only<model::Alert>();
    CHECK(alert.rule == model::AlertRule::ReviewOverdue);
    CHECK(alert.subject == "risk:RK-1");
    room.bench.go(Screen::Alerts);
    room.ui.click("lead:A-1");
    room.bench.settle();
    CHECK(room.ui.find("risk:RK-1") != nullptr);
    CHECK(room.ui.shows("It was to be looked at on 1 Mar 2026."));
}

TEST_CASE("a delivered card asks for a retro that begins with what was promised and what came") {
    Room room;
    const model::CardId card = room.bench.card("Spring guide");
    room.bench.deliver(card);
    REQUIRE(room.bench.run(rules::EditCard{
        card, {{"result_actual", "21 bookings"}, {"result_note", "The mail helped"}}, ""}));
    room.open("retros");
    CHECK(room.ui.find("asked:MKT-1") != nullptr);
    room.ui.click("write:MKT-1");
    room.ui.frames(3);
    CHECK(room.ui.find("field:card") == nullptr);  // it is this one
    room.ui.fill("field:drove", "Good timing");
    room.ui.fill("field:changes", "Do it again");
    room.ui.click("dialog-confirm");
    room.bench.settle();
    const model::Retro retro = room.only<model::Retro>();
    CHECK(retro.card == card);
    CHECK(retro.expected == "Demo bookings");
    CHECK(retro.happened.starts_with("21 bookings. The mail helped"));
    CHECK(room.ui.find("asked:MKT-1") == nullptr);
    CHECK(room.ui.find("retro:RT-1") != nullptr);
}

TEST_CASE("written retros stand newest first") {
    Room room;
    for (int i = 1; i <= 5; ++i) {
        room.bench.objective("Objective " + std::to_string(i));
        room.add("retro", {{"objective", "O-" + std::to_string(i)},
                           {"expected", "30 bookings"},
                           {"happened", "12 bookings"},
                           {"drove", "The page was late"},
                           {"changes", "Copy a week earlier"}});
    }
    room.open("retros");
    for (int i = 1; i < 5; ++i) {
        const float above = room.ui.need("retro:RT-" + std::to_string(i + 1)).rect.Min.y;
        CHECK(above < room.ui.need("retro:RT-" + std::to_string(i)).rect.Min.y);
    }
}

TEST_CASE("an open action is brought up until it is done") {
    Room room;
    room.retro();
    room.open("retros");
    CHECK(room.ui.shows("Overdue since 1 Mar 2026"));
    room.ui.click("done:AC-1");
    room.bench.settle();
    CHECK(room.only<model::ActionItem>().state == model::ActionState::Done);
    CHECK(room.ui.shows("All actions are done."));
}

TEST_CASE("an action becomes a request: its brief opens with what is known of it") {
    Room room;
    room.retro();
    room.open("retros");
    room.ui.click("request:AC-1");
    room.ui.frames(3);
    CHECK(room.ui.shows("Make a request of AC-1"));
    room.ui.click("dialog-confirm");
    room.bench.settle();
    const auto drafts = room.bench.desk().drafts();
    REQUIRE(drafts.size() == 1);
    CHECK(drafts[0].title == "Write the copy a week earlier");
    CHECK(drafts[0].answers.at("why_now") == "It follows from RT-1.");
    CHECK(room.ui.shows("Write the copy a week earlier"));  // in the intake now
}

TEST_CASE("an experiment says what it cannot tell yet, and opens its cards on the board") {
    Room room;
    room.open("experiments");
    CHECK(room.ui.shows("No experiments yet"));
    room.add("experiment", {{"title", "Lean review"},
                            {"hypothesis", "One reviewer is faster"},
                            {"measure", "Median cycle time"},
                            {"usual_path", "label:usual"},
                            {"other_path", "label:lean"},
                            {"from_day", "2026-03-01"},
                            {"owner", "ana"}});
    room.bench.settle();
    CHECK(room.ui.shows("One reviewer is faster"));
    CHECK(room.ui.shows("Cycle time: too few cards to tell"));
    CHECK(room.ui.shows("8 on each path are needed"));
    CHECK(room.ui.shows("1 Mar 2026 to 10 Mar 2026, 10 days"));
    room.ui.click("other-path");
    room.bench.settle();
    CHECK(room.bench.context().filter().query == "label:lean");
}

TEST_CASE("an experiment's verdict in words") {
    flow::ExperimentReading reading;
    reading.cycle_time = {flow::Finding::Ahead, 0.004, 0.78};
    CHECK(cycle_title(reading.cycle_time.finding) == "Cycle time: the path tried is faster");
    CHECK(cycle_words(reading).find("faster in 78%") != std::string::npos);
    CHECK(cycle_words(reading).find("0.4% of cases") != std::string::npos);
    CHECK(caveat_words(reading).find("counted for neither") == std::string::npos);
    reading.in_both = 2;
    CHECK(caveat_words(reading).find("2 cards are named by both") != std::string::npos);
}

TEST_CASE("a playbook has a map of steps that are added and moved by mouse and by keys") {
    Room room;
    room.open("playbooks");
    CHECK(room.ui.shows("No steps yet"));
    for (const char* title : {"Outline", "Draft"}) {
        room.ui.click("add-step");
        room.ui.frames(3);
        CHECK(room.ui.find("field:template") == nullptr);  // it is this one
        room.ui.fill("field:title", title);
        room.ui.fill("field:role", "Writer");
        room.ui.click("dialog-confirm");
        room.bench.settle();
    }
    const auto first = [&] {
        for (const model::ProcessStep& one : room.bench.ws().rows<model::ProcessStep>()) {
            if (one.position == 1) return one.title;
        }
        return std::string();
    };
    CHECK(first() == "Outline");
    room.ui.click("step:2");
    room.ui.frames(2);
    room.ui.click("step-earlier");
    room.bench.settle();
    CHECK(first() == "Draft");
    room.ui.click("step-later");
    room.bench.settle();
    CHECK(first() == "Outline");
    CHECK(room.ui.shows("Campaign launch · 2"));  // counts its steps
}

TEST_CASE("what changed from one version of a template to the next") {
    model::TemplateVersion before;
    before.checklist = {"Draft", "Design"};
    before.fields = {{.handle = "region", .label = "Region"}};
    model::TemplateVersion after = before;
    CHECK(version_changes(before, after).front() == "Nothing that a brief shows");
    after.checklist = {"Draft", "Facts checked"};
    after.sla_hours = 8;
    after.fields = {{.handle = "region", .label = "Region", .required = true},
                    {.handle = "claims", .label = "Claims"}};
    const auto changes = version_changes(before, after);
    const auto has = [&](const std::string& words) {
        return std::find(changes.begin(), changes.end(), words) != changes.end();
    };
    CHECK(has("Question added: Claims"));
    CHECK(has("Question Region must be answered"));
    CHECK(has("Checklist, added: Facts checked"));
    CHECK(has("Checklist, removed: Design"));
    CHECK(has("Answered within 8 working hours, before 16"));
}

TEST_CASE("a schedule that is due files itself once, in any open window, and says so") {
    Room room;
    room.schedule("Monthly letter");
    room.bench.settle();
    const model::Request request = room.only<model::Request>();
    CHECK(request.title == "Monthly letter");
    REQUIRE(request.needed_by.has_value());
    CHECK(to_text(*request.needed_by) == "2026-03-24");
    CHECK(room.ui.shows("S-1 filed its request: Monthly letter"));
    room.bench.pass(hours(2));
    room.bench.settle();
    CHECK(room.bench.ws().rows<model::Request>().size() == 1);
    room.bench.pass(days(31));  // the next period
    room.bench.settle();
    CHECK(room.bench.ws().rows<model::Request>().size() == 2);
    CHECK(room.bench.desk().undo_title().find("File") == std::string::npos);
}

TEST_CASE("a schedule whose brief is not taken is told once, and files when it is mended") {
    Room room;
    room.schedule("Monthly letter", "2026-03-11");  // not yet due
    REQUIRE(room.bench.run(rules::EditBoard{{{"naming_pattern", "FY[0-9]{2}-.+"}}}));
    ScheduleWatch watch;
    const auto look = [&] { return watch.look(room.bench.desk(), room.bench.context().zone()); };
    CHECK(look().empty());
    room.bench.pass(days(31));  // 10 April
    const auto told = look();
    REQUIRE(told.size() == 1);
    CHECK_FALSE(told[0].request);
    CHECK(told[0].text.find("S-1 could not file its request") != std::string::npos);
    for (int i = 0; i < 5; ++i) {
        room.bench.pass(minutes(1));
        CHECK(look().empty());
    }
    CHECK(room.bench.ws().rows<model::RefusedTry>().size() == 0);
    room.bench.pass(hours(30));
    CHECK(look().empty());  // the same due day
    const model::ScheduleId id = room.only<model::Schedule>().id;
    REQUIRE(room.bench.run(rules::EditRecord{"schedule", id.value, {{"title", "FY26-Letter"}}}));
    room.bench.settle();
    CHECK(room.only<model::Request>().title == "FY26-Letter");
}

TEST_CASE("a person who may not file does not, and nobody is told") {
    Room room;
    REQUIRE(room.bench.run(rules::AddPerson{"vic", "Vic", model::Role::Viewer}));
    room.schedule("Monthly letter", "2026-03-11");
    room.bench.desk().set_actor(room.bench.ws().person_by_handle("vic")->id);
    room.bench.pass(days(31));
    room.bench.settle();
    CHECK(room.bench.ws().rows<model::Request>().size() == 0);
    CHECK_FALSE(room.ui.shows("could not file"));
    room.bench.desk().set_actor(room.bench.ana());
    room.bench.settle();
    CHECK(room.bench.ws().rows<model::Request>().size() == 1);
}

TEST_CASE("the recurring part shows what is filed next, pauses it, and makes a new one") {
    Room room;
    room.open("recurring");
    CHECK(room.ui.shows("Nothing recurs yet"));
    room.schedule("Monthly letter", "2026-03-11");
    room.bench.settle();
    CHECK(room.ui.shows("S-1 files this on 10 Apr 2026"));
    CHECK(room.ui.shows("Readers learn"));
    CHECK(room.ui.shows("24 Apr 2026"));
    CHECK(room.ui.need("file-now").disabled);
    room.ui.click("pause");
    room.bench.settle();
    CHECK(room.only<model::Schedule>().paused);
    CHECK(room.ui.shows("paused"));
    room.ui.click("add:schedule");
    room.ui.frames(3);
    room.ui.fill("field:title", "Quarterly letter");
    room.ui.click("dialog-confirm");
    room.ui.frames(3);
    CHECK(room.bench.ws().rows<model::Schedule>().size() == 1);  // no template, no brief
    CHECK(room.ui.shows("The schedule lacks: Template."));
}

TEST_CASE("registers mark the reviews that are overdue") {
    Room room;
    room.add("tool", {{"name", "CRM"}, {"owner", "ana"}, {"review_on", "2026-03-01"}});
    room.add("training", {{"name", "Claims"},
                          {"role", "Writers"},
                          {"owner", "ana"},
                          {"people", "ana"},
                          {"review_on", "2026-09-01"}});
    room.open("registers");
    CHECK(room.ui.shows("CRM"));
    CHECK(room.ui.shows("1 Mar 2026"));
    CHECK(room.ui.shows("0 of 1"));
    CHECK_FALSE(room.ui.shows("#"));  // numbers that nobody can read are not shown
}

TEST_CASE("names that break the pattern are listed with what mends them") {
    Room room;
    room.bench.submit("Spring launch");
    room.open("names");
    CHECK(room.ui.shows("Nothing to mend"));  // there is no pattern to fit yet
    REQUIRE(room.bench.run(rules::EditBoard{{{"naming_pattern", "FY[0-9]{2}-.+"}}}));
    room.bench.settle();
    CHECK(room.ui.shows("R-1 Spring launch"));
    CHECK(room.ui.shows("The title does not fit the pattern"));
    room.ui.click("mend:R-1");
    room.bench.settle();
    CHECK(room.ui.shows("Spring launch"));
    CHECK_FALSE(room.ui.shows("thing to mend"));  // the intake
}

TEST_CASE("maturity shows evidence, and an assessment beside what the data supports") {
    Room room;
    room.open("maturity");
    CHECK(room.ui.shows("Data: Stage 1, starting"));
    CHECK(room.ui.shows("Not assessed"));
    CHECK(room.ui.shows("no data yet"));
    room.ui.click("assess:measurement");
    room.ui.frames(3);
    room.ui.fill("field:stage", "2");
    room.ui.fill("field:note", "Every KPI has an owner");
    room.ui.click("dialog-confirm");
    room.bench.settle();
    CHECK(room.only<model::Assessment>().stage == 2);
    CHECK(room.ui.shows("People: Stage 2, working"));
    CHECK(room.ui.shows("Every KPI has an owner"));
}

TEST_CASE("the parts are reached from the palette's table and keep a chosen record") {
    Room room;
    room.add("glossary_word", {{"word", "DRI"}, {"meaning", "The one who answers"}});
    REQUIRE(room.bench.window().palette().actions().run("learning.glossary", room.bench.context()));
    room.bench.settle();
    CHECK(room.ui.shows("The one who answers"));
    room.ui.click("part:maturity");
    room.bench.settle();
    CHECK(room.ui.shows("An area stands where its weakest evidence stands"));
}

}  // namespace
}  // namespace throughline::gui::learning
