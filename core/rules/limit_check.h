// Asks every limit of an edit: the only place that refuses because of a limit.
#pragma once

#include "core/rules/workflow.h"

namespace throughline::rules {

// A limit that the edit would break: the count grows and ends above the limit.
struct Breach {
    Fill before;  // with the limit that will hold
    int after = 0;
    model::CardId card;  // one of the cards that raise the count; 0 when the board's make-up does
};

// Every limit that the edit breaks, columns first; of one kind that which is broken most, then by
// name.
std::vector<Breach> find_breaches(const Edit& edit);

// The refusal that names a breach, with what would free a place and, where the command has one, the
// way past the limit.
enum class WayPast { Override, None };
Refusal refuse(const model::Workspace& workspace, const Breach& breach,
               WayPast way = WayPast::Override);
// To somebody who gave a reason to override it, and may not.
Refusal refuse_override(const model::Workspace& workspace, const Breach& breach);

}  // namespace throughline::rules
