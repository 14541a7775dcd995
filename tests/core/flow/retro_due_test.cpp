#include "core/flow/retro_due.h"
#include "tests/support/flow_builder.h"

#include <doctest/doctest.h>

using namespace throughline;
using namespace throughline::flow;
using test::FlowBuilder;

namespace {

std::vector<RetroDue> due(FlowBuilder& board, int day, int days = kRetroDays) {
    const Flow flow = board.flow(board.end_of(day));
    return retros_due(learning_rows_of(board.workspace()), plan_rows_of(board.workspace()), flow,
                      days);
}

void close(FlowBuilder& board, std::int64_t id, std::string_view at, std::optional<double> score) {
    model::Objective objective;
    objective.id = {id};
    objective.number = id;
    objective.closed = true;
    objective.closed_at = board.at(at);
    objective.score = score;
    board.workspace().put(objective);
}

}  // namespace

TEST_CASE("what was delivered asks for a retro until it has one") {
    FlowBuilder board;
    board.card("A", "Create d1, Done d4").card("Open", "Create d1");
    const auto asked = due(board, 10);
    REQUIRE(asked.size() == 1);
    CHECK(asked[0].card == board.id("A"));
    CHECK(asked[0].days == 4);
    CHECK(asked[0].ended == FlowBuilder::day(4));
    CHECK_FALSE(asked[0].is_late);
    model::Retro retro;
    retro.id = {1};
    retro.card = board.id("A");
    retro.at = board.at("d9");
    board.workspace().put(retro);
    CHECK(due(board, 10).empty());
}

TEST_CASE("objectives come first, then cards that came late, each newest first") {
    FlowBuilder board;
    board.service_level(model::ServiceClass::Standard, 85, 5);
    board.card("Fast", "Create d8, Done d9").card("Late", "Create d1, Done d7");
    board.card("Later", "Create d1, Done d8");
    close(board, 1, "d3", 0.7);
    close(board, 2, "d5", 1.0);
    const auto asked = due(board, 10);
    REQUIRE(asked.size() == 5);
    CHECK(asked[0].objective == model::ObjectiveId{2});
    CHECK_FALSE(asked[0].has_missed);
    CHECK(asked[1].objective == model::ObjectiveId{1});
    CHECK(asked[1].has_missed);
    CHECK(asked[2].card == board.id("Later"));
    CHECK(asked[2].is_late);
    CHECK(asked[2].sle == 5);
    CHECK(asked[3].card == board.id("Late"));
    CHECK(asked[4].card == board.id("Fast"));
}

TEST_CASE("a card after its due day is late, one without its result is told") {
    FlowBuilder board;
    board.card("A", "Create d1, Done d4");
    model::Card card = *board.workspace().find(board.id("A"));
    card.due = FlowBuilder::day(3);
    board.workspace().put(card);
    CHECK(due(board, 10).front().is_late);
    CHECK_FALSE(due(board, 10).front().has_result);
    card.result_actual = "40 demos";
    board.workspace().put(card);
    CHECK(due(board, 10).front().has_result);
}

TEST_CASE("what is long past is let go") {
    FlowBuilder board;
    board.card("A", "Create d1, Done d4");
    close(board, 1, "d4", 1.0);
    CHECK(due(board, 10, 7).size() == 2);
    CHECK(due(board, 11, 7).empty());
}
