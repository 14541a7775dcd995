// What concerns one person, from the rows of the board.
#include "core/flow/inbox.h"

#include "tests/support/team.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace throughline;
using namespace throughline::flow;
using test::Team;

namespace {

std::vector<InboxItem> inbox(const Team& team, const std::string& handle) {
    return inbox_of(inbox_rows_of(team.ws(), Zone::utc()), team.person(handle), team.now());
}
// The items of one kind.
std::vector<InboxItem> of(const Team& team, const std::string& handle, InboxKind kind) {
    std::vector<InboxItem> items = inbox(team, handle);
    std::erase_if(items, [kind](const InboxItem& item) { return item.kind != kind; });
    return items;
}
void add(Team& team, const std::string& table, model::TextMap set) {
    team.run(rules::AddRecord{table, std::move(set)});
}
// A card of cem in Create, with people around it.
model::CardId work(Team& team) {
    const model::CardId card = team.make_card("Spring webinar", "cem");
    team.run(rules::EditCard{card, {{"consulted", "dia"}, {"informed", "eve"}}, ""});
    team.run(team.move(card, "create"));
    return card;
}

}  // namespace

TEST_CASE("inbox: a mention is news until it is seen, and is new again when marked twice") {
    Team team;
    const model::CardId card = work(team);
    team.as("bob").run(rules::AddComment{card, {}, "@dia can you check the claim? @bob too"});
    const auto items = of(team, "dia", InboxKind::Mention);
    REQUIRE(items.size() == 1);
    CHECK(items[0].text == "@dia can you check the claim? @bob too");
    CHECK(items[0].about == "MKT-1 Spring webinar");
    CHECK(items[0].from == team.person("bob"));
    CHECK(items[0].group == InboxGroup::News);
    CHECK(items[0].is_open());
    CHECK(of(team, "bob", InboxKind::Mention).empty());  // one's own
    team.as("dia").run(rules::MarkSeen{items[0].id});
    CHECK_FALSE(of(team, "dia", InboxKind::Mention)[0].is_open());
    CHECK(team.refused(rules::MarkSeen{items[0].id}).rule == "nothing_to_do");
    team.run(rules::MarkSeen{items[0].id, false});
    CHECK(of(team, "dia", InboxKind::Mention)[0].is_open());
    CHECK(team.refused(rules::MarkSeen{" "}).rule == "bad_value");
    team.pass(days(kNewsDays + 1));
    CHECK(of(team, "dia", InboxKind::Mention).empty());
}

TEST_CASE(
    "inbox: a question waits for the requester until it is answered, and the decision is told") {
    Team team;
    team.as("eve");
    const model::RequestId request = team.submit("Brand film");
    team.as("bob").run(rules::AskRequester{request, "Who pays?"});
    const auto items = of(team, "eve", InboxKind::Question);
    REQUIRE(items.size() == 1);
    CHECK(items[0].text == "Who pays?");
    CHECK(items[0].about == "R-1 Brand film");
    CHECK(items[0].group == InboxGroup::Waiting);
    team.as("eve").run(rules::MarkSeen{items[0].id});
    CHECK(of(team, "eve", InboxKind::Question)[0].is_open());  // seen is not answered
    team.run(rules::AnswerQuestion{request, "Sales"});
    CHECK(of(team, "eve", InboxKind::Question).empty());
    team.as("bob").run(rules::AskRequester{request, "Which budget?"});
    CHECK_FALSE(of(team, "eve", InboxKind::Question)[0].seen);  // another question is new
    team.run(rules::DeclineRequest{request, "No money this year"});
    CHECK(of(team, "eve", InboxKind::Question).empty());
    const auto news = of(team, "eve", InboxKind::Answer);
    REQUIRE(news.size() == 1);
    CHECK(news[0].text == "Declined: No money this year");
    CHECK(of(team, "bob", InboxKind::Answer).empty());
}

TEST_CASE("inbox: an approval waits once only approvals are left, and a rejection comes back") {
    Team team;
    const model::CardId card = work(team);
    team.as("cem").run(team.move(card, "create-done"));
    team.pass_gate(card);
    team.run(team.move(card, "review"));
    CHECK(of(team, "cem", InboxKind::Approval).empty());  // a check is still open
    for (const model::GateItem& one : team.ws().rows<model::GateItem>()) {
        if (one.title == "Accessibility") {
            const model::GateItemId check = one.id;
            team.run(rules::MarkGate{card, check, model::Verdict::Done, ""});
            break;
        }
    }
    REQUIRE(of(team, "cem", InboxKind::Approval).size() == 2);
    // Bob answers for the objective that it serves.
    REQUIRE(team.ws().find(team.objective())->dri == team.person("bob"));
    CHECK(of(team, "bob", InboxKind::Approval).size() == 2);
    CHECK(of(team, "dia", InboxKind::Approval).empty());
    const model::GateItemId legal{of(team, "cem", InboxKind::Approval)[0].record};
    team.as("ana").run(rules::MarkGate{card, legal, model::Verdict::Rejected, "The claim is bold"});
    const auto items = of(team, "cem", InboxKind::Approval);
    CHECK(std::ranges::any_of(items, [](const InboxItem& item) {
        return item.text.ends_with("was turned down: The claim is bold");
    }));
    team.pass_gate(card);
    CHECK(of(team, "cem", InboxKind::Approval).empty());
}

TEST_CASE(
    "inbox: a blocker is whose name stands there, else the DRI's; a move is told to followers") {
    Team team;
    const model::CardId card = work(team);
    team.as("cem").run(rules::BlockCard{card, "legal", "Claim not agreed", team.person("bob"), {}});
    REQUIRE(of(team, "bob", InboxKind::Blocker).size() == 1);
    CHECK(of(team, "bob", InboxKind::Blocker)[0].text == "Blocked: Claim not agreed");
    CHECK(of(team, "cem", InboxKind::Blocker).empty());
    team.run(rules::UnblockCard{card, {}});
    CHECK(of(team, "bob", InboxKind::Blocker).empty());
    team.run(rules::BlockCard{card, "", "Nobody knows", {}, {}});
    CHECK(of(team, "cem", InboxKind::Blocker).size() == 1);
    REQUIRE(of(team, "dia", InboxKind::Move).size() == 1);
    CHECK(of(team, "dia", InboxKind::Move)[0].text == "Moved from Ready to Create (Doing)");
    CHECK(of(team, "eve", InboxKind::Move).size() == 1);
    CHECK(of(team, "cem", InboxKind::Move).empty());
}

TEST_CASE("inbox: what is due comes first, and goes when it is done") {
    Team team;
    add(team, "action_item", {{"text", "Ask legal"}, {"owner", "cem"}, {"due", "2026-05-08"}});
    add(team, "action_item", {{"text", "Send notes"}, {"owner", "cem"}, {"due", "2026-05-04"}});
    add(team, "decision",
        {{"text", "Stop the fair"},
         {"rationale", "Two leads"},
         {"decider", "ana"},
         {"executor", "cem"},
         {"due", "2026-05-01"}});
    auto items = inbox(team, "cem");
    REQUIRE(items.size() == 3);
    CHECK(items[0].kind == InboxKind::Decision);
    CHECK(items[0].group == InboxGroup::Overdue);
    CHECK(items[0].about == "D-1, Two leads");
    CHECK(items[1].text == "Send notes");
    CHECK(items[1].group == InboxGroup::Today);
    CHECK(items[2].group == InboxGroup::Coming);
    CHECK(unseen(items) == 3);
    team.run(rules::EditRecord{"decision", items[0].record, {{"state", "executed"}}});
    team.run(rules::EditRecord{"action_item", items[1].record, {{"state", "done"}}});
    CHECK(inbox(team, "cem").size() == 1);

    team.run(rules::StartMeeting{model::MeetingKind::WeeklySync, {}});
    const model::MeetingId meeting = team.ws().rows<model::Meeting>().begin()->id;
    team.run(rules::AddCommitment{
        meeting, team.person("cem"), {}, {}, "Film cut", *parse_day("2026-05-05")});
    const auto promised = of(team, "cem", InboxKind::Commitment);
    REQUIRE(promised.size() == 1);
    team.run(rules::CloseCommitment{model::CommitmentId{promised[0].record},
                                    model::CommitmentState::Kept, ""});
    CHECK(of(team, "cem", InboxKind::Commitment).empty());
}

TEST_CASE("inbox: an escalation asks its addressee, and its answer is told to who escalated") {
    Team team;
    add(team, "accountability",
        {{"outcome", "Bookings"},
         {"dri", "cem"},
         {"decision_rights", "Channel mix"},
         {"cadence", "weekly"},
         {"escalation", "bob\nana"}});
    const model::CardId card = work(team);
    team.as("cem").run(rules::Escalate{card, {}, "No designer until June"});
    const auto items = of(team, "bob", InboxKind::Escalation);
    REQUIRE(items.size() == 1);
    CHECK(items[0].about == "MKT-1 Spring webinar");
    team.as("bob").run(
        rules::EditRecord{"escalation", items[0].record, {{"answer", "Take the agency"}}});
    CHECK(of(team, "bob", InboxKind::Escalation).empty());
    const auto told = of(team, "cem", InboxKind::Answer);
    REQUIRE(told.size() == 1);
    CHECK(told[0].text == "Answered your escalation: Take the agency");
}

TEST_CASE("inbox: overdue values of own KPIs, reviews within a week, results that are missing") {
    Team team;
    add(team, "kpi", {{"name", "Win rate"}, {"unit", "%"}, {"owner", "cem"}});
    CHECK(of(team, "cem", InboxKind::Measurement).empty());  // nobody set a target
    add(team, "kpi_target", {{"kpi", "K-1"}, {"from_day", "2026-04-01"}, {"value", "40"}});
    CHECK(of(team, "cem", InboxKind::Measurement).empty());  // 4 May: a week's grace
    team.pass(days(5));
    REQUIRE(of(team, "cem", InboxKind::Measurement).size() == 1);
    CHECK(of(team, "cem", InboxKind::Measurement)[0].about == "K-1 Win rate");
    add(team, "measurement", {{"kpi", "K-1"}, {"day", "2026-04-30"}, {"value", "38"}});
    CHECK(of(team, "cem", InboxKind::Measurement).empty());

    add(team, "risk",
        {{"title", "Legal is slow"},
         {"owner", "cem"},
         {"probability", "3"},
         {"impact", "3"},
         {"mitigation", "Ask early"},
         {"review_on", "2026-05-16"}});
    add(team, "tool", {{"name", "CRM"}, {"owner", "cem"}, {"review_on", "2026-05-01"}});
    REQUIRE(of(team, "cem", InboxKind::Risk).size() == 1);
    CHECK(of(team, "cem", InboxKind::Risk)[0].group == InboxGroup::Coming);
    REQUIRE(of(team, "cem", InboxKind::Register).size() == 1);
    CHECK(of(team, "cem", InboxKind::Register)[0].group == InboxGroup::Overdue);

    const model::CardId card = work(team);
    for (const char* to : {"create-done", "review", "launch-prep", "live"}) {
        team.pass_gate(card);
        team.run(team.move(card, to));
    }
    REQUIRE(of(team, "cem", InboxKind::Result).size() == 1);
    team.run(rules::EditCard{card, {{"result_actual", "31 bookings"}}, ""});
    CHECK(of(team, "cem", InboxKind::Result).empty());
}

TEST_CASE("inbox: nobody in particular has an empty one") {
    Team team;
    CHECK(inbox_of(inbox_rows_of(team.ws(), Zone::utc()), {}, team.now()).empty());
}
