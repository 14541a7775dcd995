// What-if: the flow under other WIP limits, by discrete-event simulation.
//
// metrics, section 9. Cards arrive, wait in the options, are pulled when every limit that counts
// them has room, are served stage after stage (parallel up to the stage's places), may be blocked
// or sent back, and wait in place until there is room ahead. Expedites come at their observed rate,
// are pulled first, count in their lane only and never wait for room. Both scenarios use the same
// random numbers (drawn per run, card and visit), so differences are paired; bounds are the 5% and
// 95% points over the runs. First the present limits must reproduce the observed throughput and p85
// within their bounds; else advice is refused with the reason. Oracles: one stage, one server,
// Poisson arrivals, rho 0.8: time in system 5 service times if exponential, 3 if constant
// (Pollaczek, Khinchine). Three equal exponential stages at 1 a day under CONWIP 3: throughput 3 /
// (3 + 3 - 1) = 0.6 a day, cycle time 5 days (Hopp and Spearman, Factory Physics).
#pragma once

#include "core/flow/scope.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace throughline::flow {

// A service or waiting time in days: drawn from what was observed, or from a law (for oracles).
struct TimeLaw {
    enum class Kind { Zero, Observed, Exponential, Constant };
    Kind kind = Kind::Zero;
    std::vector<double> observed;  // Observed: drawn with replacement
    double mean = 0;               // Exponential, Constant
};

struct SimStage {
    std::string handle;
    std::optional<int> limit;  // cards that may stand here; absent: no limit
    int servers = 0;           // cards worked on at once; 0: all that stand here
    TimeLaw service;           // unblocked active time per visit
    double block_chance = 0;   // per visit
    TimeLaw block;             // added to the service time when blocked
    double back_chance = 0;    // per visit: the card goes back
    int back_to = 0;           // to this stage
    int group = -1;            // index into SimModel::groups; -1: in none
};

// Stages side by side under one limit, such as the halves of a split column.
struct SimGroup {
    std::string handle;
    std::optional<int> limit;
};

struct SimModel {
    std::vector<SimStage> stages;  // in process, from left to right
    std::optional<int> conwip;     // cards in process
    bool endless_supply = false;   // an option is always ready
    TimeLaw arrival_gap;           // between options, days; unless the supply is endless
    int options_at_start = 0;
    std::vector<int> cards_at_start;  // standing in each stage
    std::vector<SimGroup> groups;
    double expedite_share = 0;                 // of the cards that arrive
    std::optional<int> expedite_limit;         // in process at once; absent: no limit
    std::vector<int> expedites_at_start = {};  // among cards_at_start
};

struct SimOptions {
    std::uint64_t seed = 1;
    int runs = 1000;
    double warm_up_days = 0;  // not counted
    double days = 84;         // counted after the warm-up
    // Called after each run of simulate() and compare(); false stops there, and what is returned
    // covers the runs made.
    std::function<bool(int done, int of)> progress = {};
};

// One run.
struct SimResult {
    double throughput_per_day = 0;
    double cycle_p50 = 0;  // days from entering the first stage to the finish; 0 without a finish
    double cycle_p85 = 0;
    double cycle_mean = 0;
    double system_mean = 0;   // days from arriving as an option to the finish
    double wip = 0;           // average
    double waiting_days = 0;  // per finished card, for room ahead
    int finished = 0;
};
SimResult simulate_once(const SimModel& model, const SimOptions& options, int run);

struct Bounds {
    double low = 0;   // 5% point over the runs
    double mid = 0;   // median
    double high = 0;  // 95% point
    // Sums of doubles: what lies on a bound must not miss it by the last bits.
    bool holds(double value) const { return value >= low - 1e-9 && value <= high + 1e-9; }
};
struct SimFigures {
    Bounds throughput_per_day;
    Bounds cycle_p50;
    Bounds cycle_p85;
    Bounds wip;
    Bounds waiting_days;
};
SimFigures simulate(const SimModel& model, const SimOptions& options);

// `changed` less `base`, run by run with the same random numbers.
SimFigures compare(const SimModel& base, const SimModel& changed, const SimOptions& options);

// The model of this team: stages from the workflow, times and rates from the slice's period,
// today's board as the start. Absent without deliveries or arrivals in the period.
std::optional<SimModel> model_of(const Slice& slice);

struct WhatIf {
    bool trusted = false;
    std::string why_not;  // in words, when not trusted; then there is no advice
    SimFigures present;   // of the present limits
    double observed_throughput = 0;
    double observed_p85 = 0;
    std::optional<SimFigures> difference;
};
// `changed` is model_of(slice) with other limits.
WhatIf what_if(const Slice& slice, const SimModel& changed, const SimOptions& options);

}  // namespace throughline::flow
