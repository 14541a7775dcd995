#include "core/flow/simulation.h"
#include "tests/support/flow_builder.h"

#include <doctest/doctest.h>

using namespace throughline;
using namespace throughline::flow;
using test::FlowBuilder;

namespace {

TimeLaw law(TimeLaw::Kind kind, double mean) {
    return {.kind = kind, .mean = mean};
}

// One server with an endless queue before it, arrivals at rate 0.8 of its service rate.
SimModel one_stage(TimeLaw::Kind service) {
    return {.stages = {{.handle = "work", .limit = 1, .servers = 1, .service = law(service, 1)}},
            .arrival_gap = law(TimeLaw::Kind::Exponential, 1.25)};
}

}  // namespace

TEST_CASE("section 9: one stage at rho 0.8 takes 5 service times if exponential, 3 if constant") {
    const SimOptions options{.seed = 11, .warm_up_days = 1000, .days = 200'000};
    CHECK(simulate_once(one_stage(TimeLaw::Kind::Exponential), options, 0).system_mean ==
          doctest::Approx(5).epsilon(0.06));
    CHECK(simulate_once(one_stage(TimeLaw::Kind::Constant), options, 0).system_mean ==
          doctest::Approx(3).epsilon(0.04));
}

TEST_CASE("section 9: three equal exponential stages under CONWIP 3 deliver 0.6 a day in 5 days") {
    SimModel model{.conwip = 3, .endless_supply = true};
    for (int s = 0; s < 3; ++s) {
        model.stages.push_back({.servers = 1, .service = law(TimeLaw::Kind::Exponential, 1)});
    }
    const SimResult result =
        simulate_once(model, {.seed = 3, .warm_up_days = 500, .days = 50'000}, 0);
    CHECK(result.throughput_per_day == doctest::Approx(0.6).epsilon(0.02));
    CHECK(result.cycle_mean == doctest::Approx(5).epsilon(0.02));
    CHECK(result.wip == doctest::Approx(3).epsilon(0.001));
}

TEST_CASE("section 9: a finished card waits in place until there is room") {
    // The second stage takes 2 days a card, so the first is held up by it.
    SimModel model{.endless_supply = true};
    model.stages.push_back({.limit = 1, .service = law(TimeLaw::Kind::Constant, 1)});
    model.stages.push_back({.limit = 1, .service = law(TimeLaw::Kind::Constant, 2)});
    const SimResult result = simulate_once(model, {.warm_up_days = 10, .days = 1000}, 0);
    CHECK(result.throughput_per_day == doctest::Approx(0.5).epsilon(0.01));
    CHECK(result.waiting_days == doctest::Approx(1).epsilon(0.01));
    CHECK(result.wip == doctest::Approx(2).epsilon(0.01));
}

TEST_CASE("section 9: blocks and backward moves lengthen the way") {
    SimModel model{.conwip = 1, .endless_supply = true};
    model.stages.push_back({.service = law(TimeLaw::Kind::Constant, 1)});
    model.stages.push_back({.service = law(TimeLaw::Kind::Constant, 1),
                            .block_chance = 0.5,
                            .block = law(TimeLaw::Kind::Constant, 2),
                            .back_chance = 0.25,
                            .back_to = 0});
    // Each pass takes 1 + 1 + 0.5 * 2 = 3 days, and there are 1 / (1 - 0.25) passes.
    CHECK(simulate_once(model, {.seed = 5, .days = 50'000}, 0).cycle_mean ==
          doctest::Approx(4).epsilon(0.03));
}

TEST_CASE("section 9: the same scenario differs by nothing, the same seed gives the same result") {
    const SimModel model = one_stage(TimeLaw::Kind::Exponential);
    const SimFigures none = compare(model, model, {.runs = 50});
    CHECK(none.throughput_per_day.low == 0);
    CHECK(none.throughput_per_day.high == 0);
    CHECK(none.cycle_p85.high == 0);
    SimModel roomy = model;
    roomy.stages[0].servers = 2;
    roomy.stages[0].limit = 2;
    const SimFigures better = compare(model, roomy, {.runs = 50});
    CHECK(better.throughput_per_day.high >= 0);
    CHECK(compare(model, roomy, {.runs = 50}).cycle_p85.mid == better.cycle_p85.mid);
}

TEST_CASE("section 9: advice is refused when the present limits do not reproduce what was seen") {
    FlowBuilder board;
    for (int i = 0; i < 40; ++i) {
        const std::string begin = std::to_string(1 + i);
        const std::string end = std::to_string(3 + i + i % 3);
        board.card("card " + std::to_string(i), "Ideas d" + begin + "@09:00, Ready d" + begin +
                                                    "@10:00, Create d" + begin + "@11:00, Done d" +
                                                    end + "@12:00");
    }
    const Flow flow = board.flow(board.end_of(45));
    const Slice slice(flow, FlowBuilder::scope(flow, 1, 45));
    const SimModel model = model_of(slice).value();
    CHECK(model.stages.size() == 2);
    CHECK(model.stages[1].service.observed.size() == 40);
    const SimOptions options{.seed = 2, .runs = 200, .days = 45};
    const WhatIf fair = what_if(slice, model, options);
    CHECK(fair.trusted);
    REQUIRE(fair.difference);
    CHECK(fair.difference->throughput_per_day.mid == 0);

    // A limit that the team in truth never kept.
    model::Column column = *board.workspace().find(board.column("Create"));
    column.wip_limit = 1;
    board.workspace().put(column);
    const Flow strict = board.flow(board.end_of(45));
    const WhatIf refused =
        what_if(Slice(strict, FlowBuilder::scope(strict, 1, 45)), model, options);
    CHECK_FALSE(refused.trusted);
    CHECK_FALSE(refused.difference);
    CHECK(refused.why_not.find("throughput") != std::string::npos);
    const Flow empty = FlowBuilder().flow(board.end_of(3));
    CHECK_FALSE(model_of(Slice(empty, FlowBuilder::scope(empty, 1, 3))));
}

TEST_CASE("section 9: stages in a group share its limit, and moves inside leave its count alone") {
    // Two stages of a day each; two places in all hold one card that is worked on and one that
    // is, so every card needs a place for both its days.
    SimModel model{.endless_supply = true, .groups = {{"create", 2}}};
    for (int s = 0; s < 2; ++s) {
        model.stages.push_back({.service = law(TimeLaw::Kind::Constant, 1), .group = 0});
    }
    const SimResult shared = simulate_once(model, {.warm_up_days = 10, .days = 1000}, 0);
    CHECK(shared.wip == doctest::Approx(2).epsilon(0.001));
    CHECK(shared.throughput_per_day == doctest::Approx(1).epsilon(0.01));
    model.groups[0].limit = 1;
    const SimResult single = simulate_once(model, {.warm_up_days = 10, .days = 1000}, 0);
    CHECK(single.throughput_per_day == doctest::Approx(0.5).epsilon(0.01));
    CHECK(single.waiting_days == 0);
}

TEST_CASE("section 9: the halves of a split column are simulated under one limit") {
    FlowBuilder board;
    board.workspace().put(
        model::ColumnGroup{.id = {1}, .board = {1}, .handle = "making", .wip_limit = 3});
    for (const char* name : {"Ready", "Create"}) {
        model::Column column = *board.workspace().find(board.column(name));
        column.group = {1};
        board.workspace().put(column);
    }
    board.card("A", "Ideas d1, Ready d2, Create d3, Done d4")
        .card("B", "Ideas d2, Ready d3, Create d4, Done d6");
    const Flow flow = board.flow(board.end_of(8));
    const SimModel model = model_of(Slice(flow, FlowBuilder::scope(flow, 1, 8))).value();
    REQUIRE(model.groups.size() == 1);
    CHECK(model.groups[0].handle == "making");
    CHECK(model.groups[0].limit == 3);
    CHECK(model.stages[0].group == 0);
    CHECK(model.stages[1].group == 0);
}

TEST_CASE("section 9: expedites pass every limit but their lane's, at their observed rate") {
    // One place, always taken: what comes every second day waits; a tenth of it does not.
    SimModel model{.arrival_gap = law(TimeLaw::Kind::Constant, 2),
                   .options_at_start = 1000,
                   .expedite_share = 0.1};
    model.stages.push_back({.limit = 1, .service = law(TimeLaw::Kind::Constant, 1)});
    model.stages.push_back({.limit = 1, .service = law(TimeLaw::Kind::Constant, 1)});
    const SimOptions options{.seed = 4, .days = 1500};
    const SimResult both = simulate_once(model, options, 0);
    SimModel plain = model;
    plain.expedite_share = 0;
    const SimResult without = simulate_once(plain, options, 0);
    // A card a day by the limits; half a card a day arrives, and a tenth of those on top.
    CHECK(without.throughput_per_day == doctest::Approx(1).epsilon(0.01));
    CHECK(both.throughput_per_day == doctest::Approx(1.05).epsilon(0.01));
    model.expedite_limit = 0;
    CHECK(simulate_once(model, options, 0).throughput_per_day == doctest::Approx(1).epsilon(0.01));

    FlowBuilder board;
    board.card("A", "Ideas d1, Ready d2, Create d3, Done d4")
        .card("B", "Ideas d2, Ready d3, Create d4, Done d6")
        .card("X", "Ideas d3, Create d4");
    board.service_class("X", model::ServiceClass::Expedite);
    const Flow flow = board.flow(board.end_of(8));
    const SimModel seen = model_of(Slice(flow, FlowBuilder::scope(flow, 1, 8))).value();
    CHECK(seen.expedite_share == doctest::Approx(1.0 / 3));
    CHECK(seen.cards_at_start == std::vector{0, 1});
    CHECK(seen.expedites_at_start == std::vector{0, 1});
}

TEST_CASE("section 9: a simulation tells how far it is and stops when asked to") {
    const SimModel model = one_stage(TimeLaw::Kind::Constant);
    int told = 0;
    SimOptions options{.runs = 30};
    options.progress = [&told](int done, int of) {
        CHECK(of == 30);
        CHECK(done == ++told);
        return done < 10;
    };
    (void)simulate(model, options);
    CHECK(told == 10);
}
