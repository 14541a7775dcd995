#include "core/flow/tallies.h"
#include "tests/support/flow_builder.h"

#include <doctest/doctest.h>

using namespace throughline;
using namespace throughline::flow;
using test::FlowBuilder;

namespace {

// Day 1 is a Monday.
struct Fortnight {
    FlowBuilder board;
    Fortnight() { board.card("A", "Ideas d1, Ready d2, Ideas d9").card("B", "Ready d3"); }
    Flow flow() const { return board.flow(board.end_of(14)); }
};

Scope fortnight(const Flow& flow) {
    return FlowBuilder::scope(flow, 1, 14);
}

}  // namespace

TEST_CASE("section 6: reasons are counted by week, however their letters are written") {
    const Fortnight two;
    const Flow flow = two.flow();
    const std::vector<Act> acts{{"legal", two.board.at("d3")},
                                {"Legal ", two.board.at("d1")},
                                {"no budget", two.board.at("d8")},
                                {"legal", two.board.at("d30")}};
    const Tallies tallies = tally(Slice(flow, fortnight(flow)), acts);
    REQUIRE(tallies.size() == 2);
    CHECK(tallies[0].what == "Legal");
    CHECK(tallies[0].count == 2);
    REQUIRE(tallies[0].per_week.size() == 2);
    CHECK(tallies[0].per_week[0].count == 2);
    CHECK(tallies[0].per_week[1].count == 0);
    CHECK(tallies[1].what == "no budget");
    CHECK(tallies[1].per_week[1].count == 1);
    CHECK(tally(Slice(flow, fortnight(flow)), {}).empty());
}

TEST_CASE("section 9: refused tries, overrides, blocks and expedites count for the chosen cards") {
    Fortnight two;
    model::Workspace& workspace = two.board.workspace();
    workspace.put(model::RefusedTry{
        .id = {1}, .at = two.board.at("d2"), .rule = "wip_limit", .card = two.board.id("A")});
    workspace.put(model::RefusedTry{.id = {2}, .at = two.board.at("d2"), .rule = "right"});
    workspace.put(model::Override{
        .id = {1}, .at = two.board.at("d9"), .card = two.board.id("B"), .rule = "wip_limit"});
    two.board.block("A", "d2", "d3", "legal").block("B", "d4", "d5");
    two.board.service_class("B", model::ServiceClass::Expedite);
    const Flow flow = two.flow();
    const Slice all(flow, fortnight(flow));
    CHECK(refusals_by_rule(all).size() == 2);
    CHECK(overrides_by_rule(all)[0].per_week[1].count == 1);
    CHECK(blocks_by_cause(all).size() == 2);
    CHECK(blocks_by_cause(all)[0].what.empty());  // unknown is a cause
    REQUIRE(expedites(all).size() == 1);
    CHECK(expedites(all)[0].count == 1);

    Scope only_a = fortnight(flow);
    only_a.filter = [id = two.board.id("A")](const model::Card& card) { return card.id == id; };
    const Slice a(flow, only_a);
    REQUIRE(refusals_by_rule(a).size() == 1);
    CHECK(refusals_by_rule(a)[0].what == "wip_limit");
    CHECK(overrides_by_rule(a).empty());
    CHECK(blocks_by_cause(a)[0].what == "legal");
    CHECK(expedites(a).empty());
}

TEST_CASE("section 6: returns and declines by reason, without what was taken back") {
    Fortnight two;
    model::Workspace& workspace = two.board.workspace();
    const auto put_return = [&](std::int64_t number, const char* moment, bool taken_back) {
        model::Transition row{.id = {number},
                              .card = two.board.id("B"),
                              .kind = model::MoveKind::Returned,
                              .at = two.board.at(moment),
                              .known_at = two.board.at(moment)};
        if (taken_back) {
            row.voided_at = row.at + minutes(1);
        }
        workspace.put(row);
    };
    put_return(100, "d4", false);
    put_return(101, "d5", true);
    workspace.put(model::Comment{.id = {1},
                                 .card = two.board.id("B"),
                                 .at = two.board.at("d4"),
                                 .text = "Returned: too early"});
    workspace.put(model::RequestEvent{.id = {50},
                                      .request = {9},
                                      .step = model::RequestStep::Declined,
                                      .at = two.board.at("d11"),
                                      .text = "no budget"});
    const Flow flow = two.flow();
    const Slice slice(flow, fortnight(flow));
    const Tallies returned =
        given_up_by_reason(slice, workspace.rows<model::Comment>().list(), GivenUp::Returned);
    REQUIRE(returned.size() == 1);
    CHECK(returned[0].what == "too early");
    CHECK(returned[0].count == 1);
    CHECK(given_up_by_reason(slice, workspace.rows<model::Comment>().list(), GivenUp::Discarded)
              .empty());
    REQUIRE(declines_by_reason(slice).size() == 1);
    CHECK(declines_by_reason(slice)[0].what == "no budget");
    CHECK(declines_by_reason(slice)[0].per_week[1].count == 1);
    CHECK(trades_by_reason(slice).empty());
}
