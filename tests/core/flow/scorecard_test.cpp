// metrics, section 10, on rows: KPIs and the plan as they stand.
#include "core/flow/scorecard.h"
#include "core/flow/plan.h"
#include "tests/support/team.h"

#include <doctest/doctest.h>

using namespace throughline;
using namespace throughline::flow;
using test::Team;

namespace {

void add(Team& team, const std::string& table, model::TextMap set) {
    team.run(rules::AddRecord{table, std::move(set)});
}

// A team with its readings as of now.
struct Read {
    explicit Read(const Team& team)
        : rows(plan_rows_of(team.ws())),
          flow(rows_of(team.ws(), Zone::utc()), team.now()),
          card(scorecard(rows, flow)),
          plan(rows, flow, card) {}

    PlanRows rows;
    Flow flow;
    std::vector<KpiReading> card;
    Plan plan;
};

void add_kpi(Team& team, const std::string& name, const std::string& better = "higher",
             const std::string& cadence = "monthly") {
    add(team, "kpi",
        {{"name", name},
         {"unit", "x"},
         {"owner", "ana"},
         {"better", better},
         {"cadence", cadence}});
}
void measure(Team& team, const std::string& kpi, const std::string& day, const std::string& value) {
    add(team, "measurement", {{"kpi", kpi}, {"day", day}, {"value", value}});
}
void aim(Team& team, const std::string& kpi, const std::string& day, const std::string& value) {
    add(team, "kpi_target", {{"kpi", kpi}, {"from_day", day}, {"value", value}});
}

void add_result(Team& team, const std::string& title, const std::string& baseline,
                const std::string& target, const std::string& weight = "1") {
    add(team, "key_result",
        {{"objective", "O-1"},
         {"title", title},
         {"baseline", baseline},
         {"target", target},
         {"owner", "ana"},
         {"weight", weight}});
}
void measure_result(Team& team, const std::string& result, const std::string& value) {
    add(team, "measurement", {{"key_result", result}, {"day", "2026-05-01"}, {"value", value}});
}

// KR-1, from 40 to 70, read from K-1, which is at 55.
void add_result_of_kpi(Team& team) {
    add_kpi(team, "Leads");
    measure(team, "K-1", "2026-04-30", "55");
    add(team, "key_result",
        {{"objective", "O-1"},
         {"title", "Leads"},
         {"baseline", "40"},
         {"target", "70"},
         {"owner", "ana"},
         {"kpi", "K-1"}});
}

int count(const std::vector<Defect>& defects, DefectKind kind) {
    return static_cast<int>(std::count_if(defects.begin(), defects.end(),
                                          [kind](const Defect& one) { return one.kind == kind; }));
}

}  // namespace

TEST_CASE(
    "10 variance: 46 of 50 is amber, 5.5 of at most 6 is green, each from its target of the day") {
    Team team;
    add_kpi(team, "Leads");
    aim(team, "K-1", "2026-01-01", "50");
    aim(team, "K-1", "2026-05-01", "80");  // not yet in force on the day measured
    measure(team, "K-1", "2026-04-30", "46");
    add_kpi(team, "Cost per lead", "lower");
    aim(team, "K-2", "2026-01-01", "6");
    measure(team, "K-2", "2026-04-30", "5.5");
    const Read read(team);
    REQUIRE(read.card.size() == 2);
    CHECK(read.card[0].target == 50);
    CHECK(read.card[0].variance->percent == doctest::Approx(-8));
    CHECK(read.card[0].colour == Colour::Amber);
    CHECK(read.card[1].variance->favourable == doctest::Approx(8.333333));
    CHECK(read.card[1].colour == Colour::Green);
    CHECK(read.card[1].trend == Trend::TooFew);
}

TEST_CASE(
    "10 overdue: the last period's value is awaited for a grace, then flagged, not coloured") {
    Team team;  // 2026-05-04
    add_kpi(team, "Leads");
    aim(team, "K-1", "2026-01-01", "50");
    measure(team, "K-1", "2026-03-31", "60");
    CHECK_FALSE(Read(team).card[0].overdue);  // April is awaited until the 7th
    CHECK(Read(team).card[0].due == *parse_day("2026-05-07"));
    team.pass(days(4));
    CHECK(Read(team).card[0].overdue);
    CHECK(Read(team).card[0].colour == Colour::Overdue);
    measure(team, "K-1", "2026-04-30", "61");
    CHECK_FALSE(Read(team).card[0].overdue);
    CHECK(Read(team).card[0].colour == Colour::Green);
}

TEST_CASE("10 overdue: while the last period may still wait, a gap before it is flagged") {
    Team team;  // 2026-05-04
    add_kpi(team, "Leads");
    aim(team, "K-1", "2026-01-01", "50");
    measure(team, "K-1", "2026-01-31", "60");  // nothing for February and March
    CHECK(Read(team).card[0].overdue);
    CHECK(Read(team).card[0].due == *parse_day("2026-04-07"));
    measure(team, "K-1", "2026-03-31", "61");
    CHECK_FALSE(Read(team).card[0].overdue);
}

TEST_CASE("10 a later value for the same day corrects; before it was known the old one counts") {
    Team team;
    add_kpi(team, "Leads");
    measure(team, "K-1", "2026-04-30", "46");
    const Instant before = team.now();
    team.pass(hours(1));
    measure(team, "K-1", "2026-04-30", "48");
    const PlanRows rows = plan_rows_of(team.ws());
    const auto id = rows.kpis[0].id;
    const Series now(rows, team.now());
    REQUIRE(now.of(id).size() == 1);
    CHECK(now.of(id)[0] == KpiPoint{*parse_day("2026-04-30"), 48, true});
    const Series then(rows, before);
    CHECK(then.of(id)[0] == KpiPoint{*parse_day("2026-04-30"), 46, false});
    CHECK(now.of(model::KpiId{99}).empty());
}

TEST_CASE("10 key results: up, down, below the baseline, above the target, weighted together") {
    Team team;
    add_result(team, "Leads", "40", "70");
    add_result(team, "Days to answer", "12", "3", "2");
    add_result(team, "Not measured", "0", "1", "3");
    measure_result(team, "KR-1", "55");
    measure_result(team, "KR-2", "6");
    const Read read(team);
    const ObjectiveReading& objective = read.plan.objectives().front();
    REQUIRE(objective.results.size() == 3);
    CHECK(objective.results[0].progress->raw == doctest::Approx(0.5));
    CHECK(objective.results[1].progress->raw == doctest::Approx(0.6666667));
    CHECK_FALSE(objective.results[2].progress);
    CHECK(*objective.score.score == doctest::Approx(0.6111111));
    CHECK(objective.score.not_measured == 1);
    // Day 34 of the 91 of 2026-Q2.
    CHECK(objective.pace->ratio == doctest::Approx(0.6111111 * 91 / 34));
    CHECK(count(read.plan.defects(), DefectKind::ResultNotMeasured) == 1);
}

TEST_CASE("10 milestones: done of all; a key result that counts them needs no measurement") {
    Team team;
    add(team, "key_result",
        {{"objective", "O-1"}, {"title", "Steps"}, {"kind", "milestones"}, {"owner", "ana"}});
    CHECK_FALSE(Read(team).plan.objectives()[0].results[0].progress);
    add(team, "milestone", {{"objective", "O-1"}, {"title", "Brief"}, {"done", "true"}});
    add(team, "milestone", {{"objective", "O-1"}, {"title", "Launch"}});
    CHECK(Read(team).plan.objectives()[0].results[0].progress->raw == 0.5);
}

TEST_CASE("a key result with a KPI reads its value there") {
    Team team;
    add_result_of_kpi(team);
    CHECK(Read(team).plan.objectives()[0].results[0].progress->raw == doctest::Approx(0.5));
}

TEST_CASE("10 what a closed objective was scored by stays when later values come") {
    Team team;
    add_result_of_kpi(team);
    add_result(team, "Guides", "0", "10");
    measure_result(team, "KR-2", "4");
    team.run(rules::CloseObjectives{{team.objective()}, {{"O-1", "0.45"}}, {}, {}});
    team.pass(days(40));
    measure(team, "K-1", "2026-05-31", "70");
    add(team, "measurement", {{"key_result", "KR-2"}, {"day", "2026-06-01"}, {"value", "10"}});
    const Read read(team);
    const ObjectiveReading& closed = read.plan.objectives()[0];
    CHECK(closed.score.score == 0.45);
    CHECK(closed.results[0].current == 55);
    CHECK(closed.results[1].current == 4);
}

TEST_CASE("10 completion: cancelled objectives are listed and not counted") {
    Team team;
    team.run(rules::AddObjective{"Half of the trials stay", "2026-Q2", {}, team.person("bob"), -1});
    team.run(rules::AddObjective{"Press writes about us", "2026-Q2", {}, team.person("bob"), -1});
    std::vector<model::ObjectiveId> all;
    for (const char* key : {"O-1", "O-2", "O-3"}) {
        all.push_back(model::objective_by_key(team.ws(), key)->id);
    }
    team.run(
        rules::CloseObjectives{all, {{"O-1", "1"}, {"O-2", "0.7"}}, {{"O-3", "No budget"}}, {}});
    const Read read(team);
    REQUIRE(read.plan.quarters().size() == 1);
    const Completion done = read.plan.quarters()[0].completion;
    CHECK(done.complete == 1);
    CHECK(done.counted == 2);
    CHECK(done.cancelled == 1);
    CHECK(done.rate() == 0.5);
}

TEST_CASE("defects of the plan: empty objectives, too many for one DRI, work that is not done") {
    Team team;
    CHECK(count(Read(team).plan.defects(), DefectKind::ObjectiveWithoutCards) == 1);
    CHECK(count(Read(team).plan.defects(), DefectKind::ObjectiveWithoutResults) == 1);
    team.run(rules::AddBet{2026, "Fairs", "We are seen at fairs.", ""});
    const auto bet = team.ws().rows<model::Bet>().begin()->id;
    team.run(rules::EditObjective{team.objective(), {{"bet", "B-1"}}});
    team.make_card("Stand at the spring fair");
    CHECK(count(Read(team).plan.defects(), DefectKind::WorkNotDoing) == 0);
    add(team, "not_doing", {{"year", "2026"}, {"title", "Fairs"}, {"why", "Dear"}, {"bet", "B-1"}});
    CHECK(count(Read(team).plan.defects(), DefectKind::WorkNotDoing) == 1);
    for (int i = 0; i < 4; ++i) {
        team.run(rules::AddObjective{"Objective number " + std::to_string(i), "2026-Q2", bet,
                                     team.person("bob"), -1});
    }
    const auto defects = Read(team).plan.defects();
    CHECK(count(defects, DefectKind::TooManyObjectives) == 1);
    team.pass(days(60));
    CHECK(count(Read(team).plan.defects(), DefectKind::QuarterNotClosed) == 5);
}

TEST_CASE("defects of the plan: whoever is gone and still answers for open work") {
    Team team;
    const auto card = team.make_card("Spring launch", "cem");
    team.make_card("Webinar", "bob");
    const auto own = team.objective();
    CHECK(count(Read(team).plan.defects(), DefectKind::NobodyAnswers) == 0);
    team.run(rules::EditPerson{team.person("cem"), {{"active", "false"}}});
    const auto left = [&] {
        std::vector<Defect> defects = Read(team).plan.defects();
        std::erase_if(defects,
                      [](const Defect& one) { return one.kind != DefectKind::NobodyAnswers; });
        return defects;
    };
    REQUIRE(left().size() == 1);
    CHECK(left()[0].card == card);
    CHECK(left()[0].person == team.person("cem"));
    team.run(rules::EditPerson{team.ws().find(own)->dri, {{"active", "false"}}});
    const auto defects = left();
    CHECK(std::ranges::count(defects, own, &Defect::objective) == 1);
    team.run(rules::EditCard{card, {{"dri", "ana"}}, ""});
    team.run(rules::EditObjective{own, {{"dri", "ana"}}});
    CHECK(std::ranges::count(left(), card, &Defect::card) == 0);
    CHECK(std::ranges::count(left(), own, &Defect::objective) == 0);
}

TEST_CASE("allocation: what bets took of time and money against what was stated") {
    Team team;
    team.run(rules::AddBet{2026, "Partners", "They bring half of it.", ""});
    const auto bet = team.ws().rows<model::Bet>().begin()->id;
    team.run(rules::EditBet{bet, {{"budget_share", "80"}, {"time_share", "100"}}});
    const auto for_bet = team.make_card("Partner kit");
    const auto other = team.make_card("Webinar");
    team.run(rules::AddObjective{"Half of it comes from partners", "2026-Q2", bet,
                                 team.person("bob"), -1});
    const std::string key = key_of(team.ws(), team.card(for_bet));
    team.run(rules::EditCard{for_bet, {{"objective", "O-2"}}});
    add(team, "spend",
        {{"card", key}, {"kind", "spent"}, {"amount", "300"}, {"day", "2026-05-04"}});
    add(team, "spend",
        {{"card", key_of(team.ws(), team.card(other))}, {"amount", "100"}, {"day", "2026-05-20"}});
    const auto shares = Read(team).plan.allocation(2026);
    REQUIRE(shares.size() == 2);
    CHECK(shares[0].actual_budget == 75);
    CHECK_FALSE(shares[0].actual_time);  // nothing was in process
    CHECK_FALSE(shares[0].flagged);
    CHECK(shares[1].actual_budget == 25);
    team.run(rules::EditBet{bet, {{"budget_share", "60"}}});
    CHECK(Read(team).plan.allocation(2026)[0].flagged);
}

TEST_CASE("budget: money goes to the most particular line, once") {
    Team team;
    const auto card = team.make_card("Partner kit");
    const std::string key = key_of(team.ws(), team.card(card));
    add(team, "budget_line", {{"year", "2026"}, {"title", "All"}, {"planned", "1000"}});
    add(team, "budget_line",
        {{"year", "2026"}, {"title", "O-1"}, {"objective", "O-1"}, {"planned", "400"}});
    add(team, "spend",
        {{"card", key}, {"kind", "spent"}, {"amount", "150"}, {"day", "2026-05-04"}});
    add(team, "spend", {{"card", key}, {"amount", "50"}, {"day", "2026-06-04"}});
    const auto lines = Read(team).plan.budget(2026);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].planned == 400);
    CHECK(lines[0].spent == 150);
    CHECK(lines[0].committed == 50);
    CHECK(lines[0].left() == 200);
    CHECK(lines[1].spent + lines[1].committed == 0);
    CHECK(Read(team).plan.budget(2025).empty());
}

TEST_CASE("capacity: person-days less absences and the buffer; demand in its week") {
    Team team;  // ana, bob, cem, dia work: 20 days a week, 17 with the buffer of 15 percent
    const auto weeks = Read(team).plan.capacity(2);
    REQUIRE(weeks.size() == 2);
    CHECK(weeks[0].person_days == doctest::Approx(17));
    CHECK_FALSE(weeks[0].expected);
    add(team, "absence", {{"person", "cem"}, {"from_day", "2026-05-11"}, {"to_day", "2026-05-15"}});
    const auto card = team.make_card("Webinar");
    team.run(rules::EditCard{card, {{"due", "2026-05-13"}, {"due_reason", "The fair"}}});
    const auto then = Read(team).plan.capacity(2);
    CHECK(then[1].person_days == doctest::Approx(12.75));
    CHECK(then[0].due == 0);
    CHECK(then[1].due == 1);
}

TEST_CASE("a figure of the board is a KPI like any other, one value for each complete period") {
    Team team;
    add(team, "kpi",
        {{"name", "Delivered"},
         {"unit", "cards"},
         {"owner", "ana"},
         {"figure", "throughput"},
         {"cadence", "weekly"}});
    CHECK(Read(team).card[0].points.empty());
    team.make_card("Webinar");
    team.pass(days(14));
    const Read read(team);
    REQUIRE(read.card[0].points.size() == 2);
    CHECK(read.card[0].points[0] == KpiPoint{*parse_day("2026-05-10"), 0, false});
    CHECK_FALSE(read.card[0].overdue);
}

TEST_CASE("a scenario says what each period must bring, beside what it usually brings") {
    KpiReading reading;
    reading.points = {{*parse_day("2026-03-31"), 40, false}, {*parse_day("2026-04-30"), 44, false}};
    reading.value = 44;
    reading.day = *parse_day("2026-04-30");
    reading.target = 60;
    const auto plan = scenario(reading, model::Cadence::Monthly, *parse_day("2026-06-30"));
    REQUIRE(plan);
    CHECK(plan->periods == 2);
    CHECK(plan->needed_per_period == 8);
    CHECK(plan->usual_per_period == 4);
    CHECK(plan->landing == 52);
    CHECK_FALSE(scenario(reading, model::Cadence::Monthly, *parse_day("2026-05-20")));
}
