// How maturely the team works: five areas, each with evidence read from the data, and the stage
// that the evidence supports beside the one that people gave the area.
//
// Product, section 9. Each piece of evidence is a share of its own (KPIs with a value in time of
// all KPIs, decisions executed in time of those due ...). Below 50% or without data it supports
// stage 1 (starting), from 50% stage 2 (working), from 80% stage 3 (leading). An area stands where
// its weakest evidence stands: a strong part does not make up for a missing one, and the weakest is
// what to mend next. Periods are the 12 weeks up to the instant unless said otherwise.
//
// Example: 9 of 10 KPIs in time (stage 3), 3 of 6 with a target (2), no key result (1): stage 1.
#pragma once

#include "core/flow/flow.h"
#include "core/flow/learning_rows.h"
#include "core/flow/scorecard.h"
#include "core/flow/sle.h"

#include <array>
#include <string>
#include <vector>

namespace throughline::flow {

inline constexpr double kWorkingShare = 0.5;
inline constexpr double kLeadingShare = 0.8;

struct Evidence {
    std::string what;  // "KPIs with a value in time"
    Ratio share;
    std::string mend;  // what would raise it, in one sentence

    int stage() const;  // 1 .. 3
    friend bool operator==(const Evidence&, const Evidence&) = default;
};

struct AreaReading {
    model::MaturityArea area = model::MaturityArea::Measurement;
    std::vector<Evidence> evidence;

    int proposed() const;             // the least stage of its evidence
    const Evidence* weakest() const;  // the one with the least share; those without data first
};
inline constexpr std::size_t kAreas = 5;

// In the order of the areas. `scorecard` and the rows are of the same entries as `flow`.
std::array<AreaReading, kAreas> maturity(const LearningRows& learning, const PlanRows& plan,
                                         const Flow& flow, std::span<const KpiReading> scorecard);

}  // namespace throughline::flow
