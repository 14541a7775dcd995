#include "core/desk/compare.h"

#include "tests/support/team.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace throughline;
using desk::CardFate;
using desk::Comparison;

namespace {

std::vector<std::string> texts(const Comparison& comparison) {
    std::vector<std::string> lines;
    for (const desk::CardDifference& card : comparison.cards) {
        lines.push_back(desk::to_text(card));
    }
    return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a workspace does not differ from itself or from its replay") {
    test::Team team;
    team.run(team.move(team.make_card("Launch"), "create"));
    CHECK(desk::compare(team.ws(), team.ws()).is_empty());
    const auto replayed = desk::after_entry(team.desk(), team.ws().seq());
    REQUIRE(replayed.ok());
    CHECK(desk::compare(*replayed, team.ws()).is_empty());
}

TEST_CASE("cards come, move there and back, change and leave") {
    test::Team team;
    const auto card = team.make_card("Launch");
    const std::int64_t start = team.ws().seq();
    const auto between = [&team](std::int64_t from, std::int64_t to) {
        return desk::compare(*desk::after_entry(team.desk(), from),
                             *desk::after_entry(team.desk(), to));
    };
    team.run(team.move(card, "create"));
    const std::int64_t forward = team.ws().seq();
    CHECK(texts(between(start, forward)) ==
          Lines{"MKT-1 'Launch' moved from Ready to Create (Doing)"});
    CHECK(texts(between(forward - 2, start)).front() == "MKT-1 'Launch' came to Ready");
    const Comparison backward = between(forward, start);
    CHECK(backward.cards.front().backward);
    CHECK(texts(backward) == Lines{"MKT-1 'Launch' moved back from Create (Doing) to Ready"});

    team.run(rules::EditCard{card, {{"due", "2026-06-01"}}, ""});
    CHECK(texts(between(forward, team.ws().seq())) ==
          Lines{"MKT-1 'Launch' changed; due nothing -> 2026-06-01"});
    team.run(rules::DiscardCard{card, "Cancelled"});
    const Comparison gone = between(forward, team.ws().seq());
    REQUIRE(gone.cards.size() == 1);
    CHECK(gone.cards[0].fate == CardFate::Left);
    CHECK(texts(gone) == Lines{"MKT-1 'Launch' left Create (Doing) (discarded)"});
    CHECK(texts(between(team.ws().seq(), forward)) ==
          Lines{"MKT-1 'Launch' came back to Create (Doing)"});
}

TEST_CASE("what hangs on a card is told with it: blockers, verdicts, comments") {
    test::Team team;
    const auto card = team.make_card("Launch");
    team.run(team.move(card, "create"));
    const model::Workspace before = *desk::after_entry(team.desk(), team.ws().seq());
    rules::BlockCard block;
    block.card = card;
    block.cause = "legal";
    block.reason = "Waits for counsel";
    team.run(block);
    rules::AddComment comment;
    comment.card = card;
    comment.text = "Asked twice";
    team.run(comment);
    const Comparison blocked = desk::compare(before, team.ws());
    REQUIRE(blocked.cards.size() == 1);
    CHECK(blocked.cards[0].fate == CardFate::Changed);
    CHECK(blocked.cards[0].fields ==
          std::vector<desk::FieldDifference>{{"blocked by", "nothing", "legal"},
                                             {"comments", "0", "1"}});
}

TEST_CASE("changes of the board's make-up and of requests are told apart from cards") {
    test::Team team;
    const model::Workspace before = *desk::after_entry(team.desk(), team.ws().seq());
    team.set_limit("review", "2");
    team.submit("Webinar");
    const Comparison comparison = desk::compare(before, team.ws());
    CHECK(comparison.cards.empty());
    REQUIRE(comparison.setup.size() == 1);
    CHECK(comparison.setup[0].what == "column");
    CHECK(desk::to_text(comparison.setup[0]).find("column Review changed; WIP limit") == 0);
    REQUIRE(comparison.requests.size() == 1);
    CHECK(desk::to_text(comparison.requests[0]) == "request R-1 'Webinar' added");
    const Comparison reverse = desk::compare(team.ws(), before);
    CHECK(reverse.requests[0].fate == desk::RowFate::Removed);
}

TEST_CASE("an entry that is not there is not found") {
    test::Team team;
    CHECK(desk::after_entry(team.desk(), 0).error().code == ErrorCode::NotFound);
    CHECK(desk::after_entry(team.desk(), team.ws().seq() + 1).error().code == ErrorCode::NotFound);
    CHECK(desk::after_entry(team.desk(), 1)->seq() == 1);
}
