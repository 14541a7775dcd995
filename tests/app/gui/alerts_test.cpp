#include "app/gui/alerts/alerts_model.h"
#include "app/gui/alerts/watch_model.h"
#include "app/gui/palette/palette_view.h"
#include "tests/app/gui/workbench_bench.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <set>

namespace throughline::gui::alerts {
namespace {

using test::Bench;

// A card in Create for nine days while the later columns starve; nobody did anything for it.
struct Team {
    Bench bench;
    headless::UiDriver& ui = bench.ui;
    model::CardId card;

    explicit Team(ImVec2 size = {1440, 1400}) : bench({.size = size}) {
        card = bench.card("Spring launch");
        bench.run(rules::SetServiceLevel{model::ServiceClass::Standard, 85, 5});
        REQUIRE(bench.move(card, "create"));
        bench.pass(days(9));
        bench.settle();
    }
    const model::Alert* of(model::AlertRule rule) {
        for (const model::Alert& alert : bench.ws().rows<model::Alert>()) {
            if (alert.rule == rule) return &alert;
        }
        return nullptr;
    }
};

TEST_CASE("an open window raises what is due, once, and counts it in the navigation") {
    Team team;
    const model::Alert* late = team.of(model::AlertRule::AgeBeyondSle);
    REQUIRE(late != nullptr);
    CHECK(late->subject == "card:MKT-1");
    CHECK(late->text.find("10 days; its service level is 5.") != std::string::npos);
    const std::size_t raised = team.bench.ws().rows<model::Alert>().size();
    CHECK(open_alerts(team.bench.ws()) == static_cast<int>(raised));
    CHECK(team.ui.shows(std::to_string(raised)));
    team.bench.pass(hours(1));
    team.bench.settle();
    CHECK(team.bench.ws().rows<model::Alert>().size() == raised);
}

TEST_CASE("raising is nobody's step to undo") {
    Team team;
    CHECK(team.bench.desk().undo_title().find("alert") == std::string::npos);
}

TEST_CASE(
    "an alert says what, since when, by which rule, and leads to the card and its objective") {
    Team team;
    team.bench.go(Screen::Alerts);
    CHECK(team.ui.shows("MKT-1 has been in process for 10 days"));
    CHECK(team.ui.shows("since 19 Mar 2026, 10:00"));
    CHECK(team.ui.shows("Cards beyond their service level"));
    CHECK(team.ui.shows("Ask at the standup what holds the card up"));
    CHECK(team.ui.shows("O-1"));
    team.ui.click("MKT-1");
    team.bench.settle();
    CHECK(team.ui.find("close-card") != nullptr);
}

TEST_CASE("an alert of a column leads to its cards on the board") {
    Team team;
    const model::Alert* starved = team.of(model::AlertRule::ColumnStarved);
    REQUIRE(starved != nullptr);
    team.bench.go(Screen::Alerts);
    team.ui.click("lead:" + model::key_of(*starved));
    team.bench.settle();
    CHECK(team.bench.context().filter().query.starts_with("column:"));
    CHECK(team.ui.shows("Ready"));
}

TEST_CASE("acknowledging takes a note, and the alert goes from the open ones to the others") {
    Team team;
    const std::string key = model::key_of(*team.of(model::AlertRule::AgeBeyondSle));
    team.bench.go(Screen::Alerts);
    const int before = open_alerts(team.bench.ws());
    team.ui.click("acknowledge:" + key);
    team.ui.frames(3);
    team.ui.fill("note", "We swarm on it today");
    team.ui.key(ImGuiMod_Ctrl | ImGuiKey_Enter);
    team.bench.settle();
    const model::Alert* alert = team.of(model::AlertRule::AgeBeyondSle);
    CHECK(alert->acknowledged_by == team.bench.ana());
    CHECK(alert->note == "We swarm on it today");
    CHECK(open_alerts(team.bench.ws()) == before - 1);
    CHECK_FALSE(team.ui.shows("MKT-1 has been in process"));
    team.ui.click("Acknowledged");
    team.ui.frames(3);
    CHECK(team.ui.shows("Acknowledged by Ana Lima, 19 Mar 2026, 10:00: We swarm on it today"));
    team.ui.click("Whole history");
    team.ui.frames(3);
    CHECK(team.ui.shows("MKT-1 has been in process"));
}

TEST_CASE("a rule that drafts an action shows it, and confirming approves it") {
    Team team({1440, 1800});
    REQUIRE(team.bench.run(
        rules::SetAlertRule{model::AlertRule::AgeBeyondSle, true, std::nullopt, true}));
    const std::string key = model::key_of(*team.of(model::AlertRule::AgeBeyondSle));
    team.bench.go(Screen::Alerts);
    team.ui.click("acknowledge:" + key);
    team.ui.frames(3);
    CHECK(team.ui.find("field:text") != nullptr);
    team.ui.fill("field:text", "Ask legal for an answer");
    team.ui.key(ImGuiMod_Ctrl | ImGuiKey_Enter);
    team.bench.settle();
    const auto actions = team.bench.all<model::ActionItem>();
    REQUIRE(actions.size() == 1);
    CHECK(actions[0].text == "Ask legal for an answer");
    CHECK(actions[0].owner == team.bench.ana());  // the card's DRI
    CHECK(actions[0].source == "alert:" + key);
    CHECK(team.of(model::AlertRule::AgeBeyondSle)->acknowledged_at.has_value());
}

TEST_CASE("a rule is told in its place to draft an action") {
    Team team({1440, 2400});
    team.bench.go(Screen::Alerts);
    team.ui.click("tab:rules");
    team.ui.frames(3);
    team.ui.click("drafts:column-full");
    team.bench.settle();
    const auto settings = team.bench.all<model::AlertSetting>();
    REQUIRE(settings.size() == 1);
    CHECK(settings[0].drafts_action);
    CHECK(settings[0].on);
}

TEST_CASE("of many alerts the newest are drawn, older ones when asked for") {
    Bench bench({.size = {1440, 9000}});
    for (int i = 1; i <= 60; ++i) {
        REQUIRE(bench.desk().run(rules::RaiseAlert{model::AlertRule::RequestLate, "request:R-99",
                                                   std::to_string(i), "Late once more."}));
    }
    bench.go(Screen::Alerts);
    CHECK(bench.ui.find("acknowledge:A-60") != nullptr);
    CHECK(bench.ui.find("acknowledge:A-11") != nullptr);
    CHECK(bench.ui.find("acknowledge:A-10") == nullptr);
    bench.ui.click("more");
    bench.ui.frames(3);
    CHECK(bench.ui.find("acknowledge:A-1") != nullptr);
    CHECK(bench.ui.find("more") == nullptr);
}

TEST_CASE("the palette leads to the rules") {
    Team team;
    team.bench.window().palette().actions().run("alerts.rules", team.bench.context());
    team.bench.settle();
    CHECK(team.ui.shows("Each rule raises an alert once"));
}

TEST_CASE("a rule is switched off, given a threshold, and put back to the shipped one") {
    Team team;
    team.bench.go(Screen::Alerts);
    team.ui.click("tab:rules");
    team.ui.frames(3);
    team.ui.click("on:request-late");
    team.bench.settle();
    const auto rule = [&](model::AlertRule wanted) {
        for (const RuleRow& row : rule_rows(team.bench.ws())) {
            if (row.rule == wanted) return row;
        }
        return RuleRow{};
    };
    CHECK_FALSE(rule(model::AlertRule::RequestLate).on);
    CHECK(rule(model::AlertRule::ColumnFull).on);
    team.ui.fill("threshold:column-full", "5");
    team.ui.key(ImGuiKey_Enter);
    team.bench.settle();
    CHECK(rule(model::AlertRule::ColumnFull).threshold == 5.0);
    team.ui.fill("threshold:column-full", "");
    team.ui.key(ImGuiKey_Enter);
    team.bench.settle();
    CHECK_FALSE(rule(model::AlertRule::ColumnFull).threshold);
    CHECK(rule(model::AlertRule::ColumnFull).on);
}

TEST_CASE("who may not work may neither acknowledge nor change rules") {
    Team team;
    team.bench.run(rules::AddPerson{"vic", "Vic", model::Role::Viewer});
    const model::PersonId viewer = team.bench.ws().person_by_handle("vic")->id;
    team.bench.go(Screen::Alerts);
    team.bench.desk().set_actor(viewer);
    team.bench.settle();
    const std::string key = model::key_of(*team.of(model::AlertRule::AgeBeyondSle));
    CHECK(team.ui.need("acknowledge:" + key).disabled);
    team.ui.click("tab:rules");
    team.ui.frames(3);
    CHECK(team.ui.need("on:request-late").disabled);
}

// Two windows over one file, each with its own desk.
struct Window {
    std::unique_ptr<desk::LiveDesk> live;
    AlertWatch watch;

    Window(const std::string& file, desk::Clock clock, desk::NonceSource nonces, bool is_new) {
        using Mode = desk::OpenOptions::Mode;
        auto desk = desk::Desk::open(file, {.mode = is_new ? Mode::MustNotExist : Mode::MustExist,
                                            .clock = std::move(clock),
                                            .nonces = std::move(nonces),
                                            .automatic_backups = false});
        REQUIRE(desk.ok());
        if (is_new) {
            REQUIRE((*desk)
                        ->run(rules::CreateBoard{"marketing", "Marketing", "UTC", "ana", "Ana"})
                        .ok());
        } else {
            (*desk)->set_actor((*desk)->workspace().person_by_handle("ana")->id);
        }
        live = desk::LiveDesk::start(std::move(*desk), {});
        live->set_actor(live->workspace().person_by_handle("ana")->id);
    }
    void look() { watch.look(*live, Zone::utc(), {}); }
    // Until nothing is found, raised or saved any more.
    void rest() {
        for (int i = 0, quiet = 0; i < 5000 && quiet < 5; ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
            (void)live->poll();
            look();
            quiet = live->pending() > 0 || watch.is_busy() ? 0 : quiet + 1;
        }
    }
};

TEST_CASE("two windows at the same board do not raise twice") {
    const std::filesystem::path file =
        std::filesystem::temp_directory_path() / "throughline_alerts_test.board";
    std::filesystem::remove(file);
    std::atomic<std::int64_t> now = parse_instant("2026-03-10T10:00:00Z").value().us;
    std::atomic<std::uint64_t> nonce = 0;
    const desk::Clock clock = [&now] { return Instant{now}; };
    const desk::NonceSource nonces = [&nonce] { return ++nonce; };
    {
        Window one(file.string(), clock, nonces, true);
        const auto ana = one.live->actor();
        REQUIRE(one.live->run(
            rules::SubmitBrief{one.live->workspace().template_by_handle("content-asset")->current,
                               ana,
                               "Spring launch",
                               {{"what", "Customers learn about it."},
                                {"audience", "Customers"},
                                {"why_now", "It ships in May."},
                                {"success_measure", "Demo bookings"},
                                {"format", "Article"},
                                {"objective", "triage"},
                                {"needed_by", "none"}}}));
        one.rest();
        Window two(file.string(), clock, nonces, false);
        now += days(30).us;  // its answer is long overdue
        // Both find it before either has heard of the other.
        one.look();
        two.look();
        one.rest();
        two.rest();
        one.rest();
        for (Window* window : {&one, &two}) {
            for (int i = 0; i < 2000 && window->live->workspace().rows<model::Alert>().size() == 0;
                 ++i) {
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
                (void)window->live->poll();
            }
            std::set<std::string> subjects;
            std::size_t count = 0;
            for (const model::Alert& alert : window->live->workspace().rows<model::Alert>()) {
                subjects.insert(std::string(model::name_of(alert.rule)) + alert.subject +
                                alert.period);
                ++count;
            }
            CHECK(count == 1);
            CHECK(subjects.size() == count);
            CHECK(window->live->workspace().rows<model::RefusedTry>().size() == 0);
        }
    }
    std::filesystem::remove(file);
}

TEST_CASE("who may not raise does not, and nothing is recorded of it") {
    Bench bench;
    bench.submit("Spring launch");
    bench.desk().set_actor({});
    bench.pass(days(30));
    bench.settle();
    CHECK(bench.ws().rows<model::Alert>().size() == 0);
    CHECK(bench.ws().rows<model::RefusedTry>().size() == 0);
    bench.desk().set_actor(bench.ana());
    bench.pass(days(1));
    bench.settle();
    CHECK(bench.ws().rows<model::Alert>().size() == 1);
}

}  // namespace
}  // namespace throughline::gui::alerts
