// What was delivered and has no retro yet: it asks for one.
//
// Product, section 9: after delivery a card or objective asks for a retro. A card is listed when it
// was delivered in the last `days` days, an objective when it was closed in them; a cancelled
// objective too, for that is worth most to learn from. Older ones are let go: nobody remembers.
#pragma once

#include "core/flow/flow.h"
#include "core/flow/learning_rows.h"
#include "core/flow/plan_rows.h"

namespace throughline::flow {

inline constexpr int kRetroDays = 90;

struct RetroDue {
    model::CardId card;  // exactly one of the two
    model::ObjectiveId objective;
    Day ended;                // delivered, closed
    std::optional<int> days;  // cycle time of a card that was seen in process
    std::optional<int> sle;   // adopted for its class
    bool is_late = false;     // beyond its service level, or after its due day
    bool has_result = true;   // of a card: closed with its success measure's actual
    bool has_missed = false;  // an objective that was cancelled or fell short of its bar
};

// Objectives first, then cards that came late, then the others; each newest first.
std::vector<RetroDue> retros_due(const LearningRows& learning, const PlanRows& plan,
                                 const Flow& flow, int days = kRetroDays);

}  // namespace throughline::flow
