#include "core/rules/limits.h"

#include "tests/support/team.h"

#include <doctest/doctest.h>

using namespace throughline;
using test::Team;

TEST_CASE("a full column refuses a pull and names its limit, the count and what to finish") {
    Team team;
    team.run(rules::EditBoard{{{"person_limit", ""}}});
    team.set_limit("review", "1");
    const auto first = team.make_card("First piece of work");
    const auto second = team.make_card("Second piece of work");
    for (const auto card : {first, second}) {
        team.run(team.move(card, "create"));
        team.run(team.move(card, "create-done"));
        team.pass_gate(card);
    }
    team.run(team.move(first, "review"));
    const auto no = team.refused(team.move(second, "review"));
    CHECK(no.rule == "wip_limit");
    CHECK(no.subject == "column:review");
    CHECK(no.limit == 1);
    CHECK(no.count == 1);
    CHECK(no.reason == "Review is full: 1 of 1 card.");
    CHECK(no.remedy.find("MKT-1") != std::string::npos);
    CHECK(team.card(second).column == team.column("create-done"));
}

TEST_CASE("the two halves of a split column share one limit, and moving between them is free") {
    Team team;
    team.run(rules::EditBoard{{{"person_limit", ""}}});
    const auto group = team.ws().group_by_handle("create")->id;
    team.run(rules::EditGroup{group, {{"wip_limit", "2"}}});
    const auto a = team.make_card("Card A of the split");
    const auto b = team.make_card("Card B of the split");
    const auto c = team.make_card("Card C of the split");
    team.run(team.move(a, "create"));
    team.run(team.move(b, "create"));
    team.run(team.move(a, "create-done"));
    const auto no = team.refused(team.move(c, "create"));
    CHECK(no.subject == "group:create");
    CHECK(no.count == 2);
    CHECK(rules::governing_fill(team.ws(), team.column("create-done")).count == 2);
}

TEST_CASE("of a full group the card to move on is one that can leave the group") {
    Team team;
    team.run(rules::EditBoard{{{"person_limit", ""}}});
    team.run(rules::EditGroup{team.ws().group_by_handle("create")->id, {{"wip_limit", "2"}}});
    const auto older = team.make_card("In work for long");
    const auto done = team.make_card("Done and checked");
    const auto third = team.make_card("Waits for a place");
    team.run(team.move(older, "create"));
    team.run(team.move(done, "create"));
    CHECK(team.refused(team.move(third, "create"))
              .remedy.starts_with("Move on or finish MKT-1 first, which has been there longest;"));
    team.run(team.move(done, "create-done"));
    team.pass_gate(done);
    CHECK(team.refused(team.move(third, "create"))
              .remedy.starts_with("Move on or finish MKT-2 first, which is ready to move on;"));
}

TEST_CASE("a person's limit counts cards in active columns as DRI") {
    Team team;
    team.run(rules::EditPerson{team.person("cem"), {{"wip_limit", "1"}}});
    const auto a = team.make_card("Card one for Cem", "cem");
    const auto b = team.make_card("Card two for Cem", "cem");
    team.run(team.move(a, "create"));
    const auto no = team.refused(team.move(b, "create"));
    CHECK(no.subject == "person:cem");
    team.run(team.move(a, "create-done"));  // a queue: does not count
    team.run(team.move(b, "create"));
    SUBCASE("giving him another card in an active column is refused the same way") {
        const auto c = team.make_card("Card of Dia", "dia");
        team.run(team.move(c, "create"));
        CHECK(team.refused(rules::EditCard{c, {{"dri", "cem"}}, ""}).subject == "person:cem");
    }
}

TEST_CASE("CONWIP counts cards in process on the whole board") {
    Team team;
    team.run(rules::EditBoard{{{"wip_limit", "1"}}});
    const auto a = team.make_card("First in process");
    const auto b = team.make_card("Second in process", "bob");
    team.run(team.move(a, "create"));
    CHECK(team.refused(team.move(b, "create")).subject == "board");
}

TEST_CASE("expedites count in their lane only, and leaving the class is checked like an entry") {
    Team team;
    const auto group = team.ws().group_by_handle("create")->id;
    team.run(rules::EditGroup{group, {{"wip_limit", "1"}}});
    const auto a = team.make_card("Ordinary work here");
    const auto b = team.make_card("Urgent work here", "bob");
    const auto c = team.make_card("Urgent work too", "cem");
    team.run(team.move(a, "create"));
    team.run(rules::EditCard{b, {{"service_class", "expedite"}}, ""});
    team.run(team.move(b, "create"));
    CHECK(team.refused(rules::EditCard{c, {{"service_class", "expedite"}}, ""}).subject ==
          "expedite-lane");
    CHECK(team.refused(rules::EditCard{b, {{"service_class", "standard"}}, ""}).subject ==
          "group:create");
}

TEST_CASE("lowering a limit below what is there is allowed; the column then takes nothing") {
    Team team;
    const auto group = team.ws().group_by_handle("create")->id;
    const auto a = team.make_card("One of three cards", "ana");
    const auto b = team.make_card("Two of three cards", "bob");
    const auto c = team.make_card("Three of three cards", "cem");
    team.run(team.move(a, "create"));
    team.run(team.move(b, "create"));
    team.run(rules::EditGroup{group, {{"wip_limit", "1"}}});
    CHECK(rules::group_fill(team.ws(), group).is_over());
    CHECK(team.refused(team.move(c, "create")).reason == "Create is over its limit: 2 of 1 card.");
    team.run(team.move(b, "create-done"));  // does not raise the count
    team.run(team.move(b, "ready"));
    team.run(team.move(a, "ready"));
    team.run(team.move(c, "create"));
}

TEST_CASE("a lead passes a limit with a reason, and it is counted; a member may not") {
    Team team;
    team.run(rules::EditBoard{{{"wip_limit", "1"}}});
    const auto a = team.make_card("First in process");
    const auto b = team.make_card("Second in process", "bob");
    team.run(team.move(a, "create"));
    auto move = team.move(b, "create");
    move.override_reason = "The fair is on Friday";
    const auto no = team.as("cem").refused(move);
    CHECK(no.rule == "no_right");
    CHECK(no.remedy ==
          "Only a lead may override a limit. Move on or finish MKT-1 first, which is ready to move "
          "on.");
    team.as("bob").run(move);
    REQUIRE(team.ws().rows<model::Override>().size() == 1);
    const model::Override& note = *team.ws().rows<model::Override>().begin();
    CHECK(note.reason == "The fair is on Friday");
    CHECK(note.limit == 1);
    CHECK(note.before == 1);
    CHECK(note.after == 2);
}

TEST_CASE("what is to be finished first is a card that can move on, never a blocked one") {
    Team team;
    team.run(rules::EditBoard{{{"person_limit", ""}, {"wip_limit", "3"}}});
    const auto blocked = team.make_card("The oldest, blocked");
    const auto open = team.make_card("With an open gate");
    const auto ready = team.make_card("With its gate passed");
    const auto next = team.make_card("The next one");
    for (const auto card : {blocked, open, ready}) {
        team.run(team.move(card, "create"));
        team.run(team.move(card, "create-done"));
    }
    team.run(rules::BlockCard{blocked, "legal", "No contract", {}, {}});
    team.pass_gate(ready);
    const auto remedy = [&] { return team.refused(team.move(next, "create")).remedy; };
    CHECK(remedy().starts_with("Move on or finish MKT-3 first, which is ready to move on;"));
    team.run(rules::BlockCard{ready, "legal", "No contract", {}, {}});
    CHECK(remedy().starts_with("Move on or finish MKT-2 first, which has been there longest;"));
    team.run(rules::BlockCard{open, "legal", "No contract", {}, {}});
    CHECK(remedy().starts_with("All of these cards are blocked: clear what blocks MKT-3 first;"));
}

TEST_CASE("a bulk move takes all cards or none") {
    Team team;
    team.run(rules::EditBoard{{{"wip_limit", "1"}}});
    const auto a = team.make_card("First of the bulk");
    const auto b = team.make_card("Second of the bulk", "bob");
    const auto no = team.refused(rules::MoveCards{{a, b}, team.column("create"), {}, ""});
    CHECK(no.rule == "wip_limit");
    CHECK(team.card(a).column == team.column("ready"));
}

TEST_CASE("a refused try is recorded once per actor, card, target and minute") {
    Team team;
    team.run(rules::EditBoard{{{"wip_limit", "0"}}});
    const auto a = team.make_card("Card that waits");
    team.refused(team.move(a, "create"));
    team.refused(team.move(a, "create"));
    CHECK(team.ws().rows<model::RefusedTry>().size() == 1);
    team.pass(minutes(2));
    team.refused(team.move(a, "create"));
    CHECK(team.ws().rows<model::RefusedTry>().size() == 2);
}

TEST_CASE("undo may not break a limit either") {
    Team team;
    team.run(rules::EditBoard{{{"wip_limit", "1"}}});
    const auto a = team.make_card("First in process");
    const auto b = team.make_card("Second in process", "bob");
    team.run(team.move(a, "create"));
    team.run(team.move(a, "ready"));
    team.as("bob").run(team.move(b, "create"));
    team.as("ana");
    const auto outcome = team.desk().undo();
    REQUIRE_FALSE(outcome.ok());
    CHECK(outcome.error().refusal->rule == "wip_limit");
}
