// The standup's models without drawing: the order of the walk, what changed, promises, load, the
// clock, the summary.
#include "app/gui/standup/summary_model.h"
#include "app/gui/standup/timer_model.h"
#include "app/gui/standup/walk_model.h"
#include "core/base/words.h"
#include "tests/support/team.h"

#include <doctest/doctest.h>

namespace throughline::gui::standup {
namespace {

struct Floor {
    test::Team team;
    Yardsticks yardsticks;
    flow::Workflow workflow;
    Zone zone = Zone::utc();

    FaceInputs inputs() {
        workflow = flow::Workflow(team.ws());
        yardsticks.refresh(team.ws(), zone, team.now());
        return {.workspace = team.ws(),
                .workflow = workflow,
                .zone = zone,
                .yardsticks = yardsticks,
                .now = team.now()};
    }
    Walk walk() { return make_walk(inputs()); }
    model::CardId in_column(const std::string& title, const std::string& column,
                            const std::string& dri = "ana") {
        const model::CardId card = team.make_card(title, dri);
        for (const char* to : {"create", "create-done", "review", "launch-prep"}) {
            team.pass_gate(card);
            team.run(team.move(card, to));
            if (to == column) break;
        }
        return card;
    }
    void block(model::CardId card, const std::string& why = "Legal has the claim") {
        team.run(rules::BlockCard{card, "legal", why, {}, {}});
    }
    model::MeetingId start() {
        team.run(rules::StartMeeting{model::MeetingKind::Standup,
                                     {team.person("ana"), team.person("bob")}});
        return running_standup(team.ws())->id;
    }
    std::vector<std::string> titles(const Walk& walk) {
        std::vector<std::string> titles;
        for (const WalkStop& stop : walk.stops) {
            const model::Card* card = team.ws().find(stop.card);
            titles.push_back(walk.columns[stop.column].handle + ": " +
                             (card == nullptr ? "empty" : card->title));
        }
        return titles;
    }
};

using Titles = std::vector<std::string>;

TEST_CASE("the walk goes from right to left, and then to the options that have room") {
    Floor floor;
    floor.team.set_limit("launch-prep", "");
    floor.in_column("In create", "create");
    floor.in_column("In review", "review");
    floor.team.make_card("An option");
    Titles stops;
    for (const std::string& title : floor.titles(floor.walk())) {
        if (!title.ends_with(": empty")) stops.push_back(title);
    }
    CHECK(stops == Titles{"review: In review", "create: In create", "ready: An option"});
}

TEST_CASE("in a column what is blocked comes first, then what is beyond its SLE, then the oldest") {
    Floor floor;
    const model::CardId oldest = floor.in_column("Oldest", "create", "bob");
    floor.team.run(rules::EditCard{oldest, {{"service_class", "intangible"}}, ""});
    floor.team.pass(days(1));
    floor.in_column("Beyond", "create", "bob");
    floor.team.run(rules::SetServiceLevel{model::ServiceClass::Standard, 85, 5});
    floor.team.pass(days(7));
    floor.in_column("Young", "create", "ana");
    const model::CardId blocked = floor.in_column("Stuck", "create", "ana");
    floor.block(blocked);
    const Walk walk = floor.walk();
    Titles create;
    for (const std::string& title : floor.titles(walk)) {
        if (title.starts_with("create:")) create.push_back(title.substr(8));
    }
    CHECK(create == Titles{"Stuck", "Beyond", "Oldest", "Young"});
}

TEST_CASE("what happens during the walk does not shuffle what is still to come") {
    Floor floor;
    const model::CardId first = floor.in_column("First", "create");
    floor.team.pass(days(1));
    const model::CardId second = floor.in_column("Second", "create");
    const Walk before = floor.walk();
    REQUIRE(before.find(first).value() < before.find(second).value());
    floor.block(second);
    CHECK(floor.walk().find(second).value() < floor.walk().find(first).value());
    const Walk kept = keep_order(before, floor.walk());
    CHECK(kept.find(first).value() < kept.find(second).value());
    CHECK(kept.stops[kept.find(second).value()].blocked);
}

TEST_CASE("an empty column that something can be pulled into is a stop") {
    Floor floor;
    const model::CardId card = floor.in_column("Ready for review", "create-done");
    floor.team.pass_gate(card);
    const Walk walk = floor.walk();
    bool offered = false;
    for (const WalkStop& stop : walk.stops) {
        if (!stop.card && walk.columns[stop.column].handle == "review")
            offered = walk.columns[stop.column].next == card;
    }
    CHECK(offered);
}

TEST_CASE("a board without its two points has no walk") {
    Floor floor;
    floor.team = test::Team("empty");
    const Walk walk = floor.walk();
    CHECK_FALSE(walk.is_set_up);
    CHECK(walk.stops.empty());
}

TEST_CASE("the facts of a card name its blocker with its days, its next step and what was said") {
    Floor floor;
    const model::CardId card = floor.in_column("Webinar", "create");
    floor.block(card);
    floor.team.pass(days(2));
    const model::MeetingId meeting = floor.start();
    floor.team.run(rules::AddNote{meeting, "create", card, {}, "The room is small"});
    const CardFacts facts = make_facts(floor.inputs(), floor.team.card(card), meeting);
    REQUIRE(facts.blockers.size() == 1);
    CHECK(facts.blockers[0] == "Legal has the claim, for 2 d, nobody clears it yet");
    CHECK(facts.next_step == "Outline agreed");  // of the template's checklist
    CHECK(facts.written == Titles{"The room is small"});
    CHECK(facts.objective.starts_with("O-1 "));
    CHECK(facts.last_move == "Ready to Create (Doing), 2 d ago, by Ana");
    CHECK(facts.due.empty());
    CHECK(facts.comments.empty());
}

TEST_CASE("the facts tell the due date with its reason and the last two comments") {
    Floor floor;
    const model::CardId card = floor.in_column("Webinar", "create");
    const Day due = floor.zone.day(floor.team.now()) + 3;
    floor.team.run(
        rules::EditCard{card, {{"due", to_text(due)}, {"due_reason", "the fair opens"}}, ""});
    for (const char* words : {"First", "Second", "Third"}) {
        floor.team.run(rules::AddComment{card, {}, words});
        floor.team.pass(hours(1));
    }
    const CardFacts facts = make_facts(floor.inputs(), floor.team.card(card), {});
    CHECK(facts.due.ends_with(", in 3 d: the fair opens"));
    REQUIRE(facts.comments.size() == 2);
    CHECK(facts.comments[0].ends_with(", 1 h ago: Third"));
    CHECK(facts.comments[1].ends_with(", 2 h ago: Second"));
}

TEST_CASE("a card in process is likely done when past cards of its age were") {
    Floor floor;
    for (int i = 0; i < 4; ++i) {
        const model::CardId done = floor.in_column("Past " + std::to_string(i), "launch-prep");
        floor.team.pass(days(4));
        floor.team.pass_gate(done);
        floor.team.run(floor.team.move(done, "live"));
    }
    floor.team.pass(days(1));
    const model::CardId card = floor.in_column("Webinar", "create");
    const model::CardId option = floor.team.make_card("An option");
    const flow::Flow flow(flow::rows_of(floor.team.ws(), floor.zone), floor.team.now());
    // Each of the four took five days; the card is in its first.
    const std::string day = short_date(flow.today() + 4, flow.today());
    CHECK(finish_words(flow, card) == "Half of such cards by " + day + ", 85% by " + day);
    CHECK(finish_words(flow, option).empty());
}

TEST_CASE("what changed is told by kind: delivered, started, moved back, blocked, new, left") {
    Floor floor;
    const model::CardId delivered = floor.in_column("Delivered", "launch-prep");
    const model::CardId back = floor.in_column("Back", "review");
    const model::CardId started = floor.team.make_card("Started");
    const model::CardId gone = floor.in_column("Gone", "create");
    const model::CardId freed = floor.in_column("Freed", "create", "bob");
    floor.block(freed);
    const model::Workspace before = floor.team.ws();
    floor.team.pass(days(1));
    floor.team.pass_gate(delivered);
    floor.team.run(floor.team.move(delivered, "live"));
    floor.team.run(floor.team.move(back, "create"));
    floor.block(back, "No brief");
    floor.team.run(rules::DiscardCard{gone, "Not needed"});
    floor.team.run(floor.team.move(started, "create"));
    floor.team.run(rules::UnblockCard{freed, {}});
    const model::CardId fresh = floor.team.make_card("Fresh");
    std::vector<std::pair<ChangeKind, model::CardId>> found;
    for (const Change& change : changes_between(before, floor.team.ws()))
        found.emplace_back(change.kind, change.card);
    const std::vector<std::pair<ChangeKind, model::CardId>> expected{
        {ChangeKind::Delivered, delivered},
        {ChangeKind::Started, started},
        {ChangeKind::MovedBack, back},
        {ChangeKind::Blocked, back},
        {ChangeKind::Unblocked, freed},
        {ChangeKind::New, fresh},
        {ChangeKind::Left, gone}};
    CHECK(found == expected);
    CHECK(changes_between(before, before).empty());
}

TEST_CASE("promises of earlier standups are asked for on their day, and answers stay in sight") {
    Floor floor;
    const model::MeetingId first = floor.start();
    const Day today = floor.zone.day(floor.team.now());
    floor.team.run(
        rules::AddCommitment{first, floor.team.person("bob"), {}, {}, "Send the draft", today + 1});
    floor.team.run(
        rules::AddCommitment{first, floor.team.person("ana"), {}, {}, "Later", today + 9});
    const auto due = [&] {
        return promises_due(floor.team.ws(), running_standup(floor.team.ws()), floor.zone,
                            floor.team.now(), floor.team.now());
    };
    CHECK(due().empty());  // its own standup does not ask
    floor.team.run(rules::EndMeeting{first});
    floor.team.pass(days(1));
    floor.start();
    REQUIRE(due().size() == 1);
    CHECK(due()[0].text == "Send the draft");
    floor.team.run(
        rules::CloseCommitment{due()[0].id, model::CommitmentState::Missed, "The venue is closed"});
    REQUIRE(due().size() == 1);
    CHECK(due()[0].state == model::CommitmentState::Missed);
    floor.team.pass(hours(1));
    CHECK(due().empty());
}

TEST_CASE("what was promised in another meeting is asked for in the standup of its day") {
    Floor floor;
    floor.team.run(rules::StartMeeting{model::MeetingKind::WeeklySync, {}});
    const model::MeetingId sync = floor.team.ws().rows<model::Meeting>().begin()->id;
    const Day today = floor.zone.day(floor.team.now());
    for (const auto& [text, due] : {std::pair{"Send the deck", today}, {"Later", today + 1}})
        floor.team.run(rules::AddCommitment{sync, floor.team.person("bob"), {}, {}, text, due});
    const auto due =
        promises_due(floor.team.ws(), nullptr, floor.zone, floor.team.now(), floor.team.now());
    REQUIRE(due.size() == 1);
    CHECK(due[0].text == "Send the deck");
}

TEST_CASE("load counts cards as DRI in active columns against the limit, the fullest first") {
    Floor floor;
    floor.team.run(rules::EditPerson{floor.team.person("bob"), {{"wip_limit", "1"}}});
    floor.in_column("One", "create", "ana");
    const model::CardId stuck = floor.in_column("Two", "create", "bob");
    floor.block(stuck);
    const auto rows = loads(floor.team.ws());
    REQUIRE(rows.size() >= 4);
    CHECK(rows[0].person == floor.team.person("bob"));
    CHECK(rows[0].cards == 1);
    CHECK(rows[0].is_full());
    CHECK(rows[0].blocked == 1);
    CHECK(rows[1].person == floor.team.person("ana"));
    for (const LoadRow& row : rows)
        CHECK(row.person != floor.team.person("vic"));
}

TEST_CASE("the clock turns amber at twelve minutes and red at fifteen") {
    struct Case {
        int seconds;
        Pace pace;
        const char* elapsed;
        const char* words;
    };
    const Instant start = *parse_instant("2026-03-10T09:00:00Z");
    for (const Case& one :
         {Case{0, Pace::Good, "00:00", "15 min left"}, Case{425, Pace::Good, "07:05", "8 min left"},
          Case{719, Pace::Good, "11:59", "4 min left"},
          Case{720, Pace::Amber, "12:00", "3 min left"},
          Case{900, Pace::Red, "15:00", "time is up"}, Case{1085, Pace::Red, "18:05", "3 min over"},
          Case{3900, Pace::Red, "1 h 05", "50 min over"}}) {
        const Instant now = start + Duration{one.seconds * kMicrosPerSecond};
        const Timer timer = make_timer(start, now, now, 0, 0);
        CHECK(timer.pace == one.pace);
        CHECK(timer.elapsed == one.elapsed);
        CHECK(timer.words == one.words);
        CHECK(timer.card_words.empty());
    }
}

TEST_CASE("a card has its share of what was left when it came up, a person of the whole") {
    const Instant start = *parse_instant("2026-03-10T09:00:00Z");
    const auto at = [&](int seconds) { return start + Duration{seconds * kMicrosPerSecond}; };
    const Timer timer = make_timer(start, at(340), at(300), 10, 6);  // ten minutes for ten cards
    CHECK(timer.card_words == "0:40 of about 1:00");
    CHECK(timer.person_words == "about 2:30 each for 6 people");
    CHECK(timer.card_pace == Pace::Good);
    CHECK(make_timer(start, at(361), at(300), 10, 6).card_pace == Pace::Amber);
    CHECK(make_timer(start, at(421), at(300), 10, 6).card_pace == Pace::Red);
    CHECK(make_timer(start, at(1000), at(1000), 10, 6).card_words == "0:00 of about 0:20");
}

TEST_CASE("a commitment is due on the next working day unless another is named") {
    const Day friday = day_from_civil(2026, 5, 8);
    WorkingCalendar calendar;
    CHECK(next_working_day(calendar, friday) == friday + 3);
    calendar.holidays = {friday + 3};
    CHECK(next_working_day(calendar, friday) == friday + 4);
    calendar.weekdays = 0;
    CHECK(next_working_day(calendar, friday) == friday + 1);
}

TEST_CASE("the summary holds who was there, how long, blockers with owner, notes, commitments") {
    Floor floor;
    const model::CardId card = floor.in_column("A *bold* launch", "create", "bob");
    floor.block(card);
    const model::MeetingId meeting = floor.start();
    floor.team.run(rules::AddNote{meeting, "create", card, {}, "The venue is booked"});
    floor.team.run(rules::AddCommitment{meeting,
                                        floor.team.person("bob"),
                                        card,
                                        {},
                                        "Call legal",
                                        floor.zone.day(floor.team.now()) + 1});
    floor.team.pass(minutes(12));
    floor.team.run(rules::EndMeeting{meeting});
    const model::Meeting& held = *floor.team.ws().find(meeting);
    const Summary summary =
        make_summary(floor.team.ws(), held, std::nullopt, floor.zone, *held.ended_at);
    const std::string key = model::key_of(floor.team.ws(), floor.team.card(card));
    const std::string bob = floor.team.ws().find(floor.team.person("bob"))->name;
    CHECK(summary.when == "4 May 2026, 09:00, 12 min");
    CHECK(summary.blockers ==
          Titles{key + " A *bold* launch: Legal has the claim; " + bob + ", for 1 d"});
    CHECK(summary.notes.at(0).starts_with("Create (Doing), " + key + ": The venue is booked ("));
    CHECK(summary.promises == Titles{bob + ": Call legal (" + key + "), by 5 May"});
    const std::string text = to_text(summary, SummaryForm::Text);
    CHECK(text.find("A *bold* launch") != std::string::npos);
    CHECK(text.find("Since the last standup") == std::string::npos);
    const std::string markdown = to_text(summary, SummaryForm::Markdown);
    CHECK(markdown.starts_with("# Standup M-1\n"));
    CHECK(markdown.find("A \\*bold\\* launch") != std::string::npos);
}

}  // namespace
}  // namespace throughline::gui::standup
