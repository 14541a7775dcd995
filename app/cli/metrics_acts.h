// What people did beside the flow, counted over time: refused tries, overrides, expedites, blocks,
// returns, discards, declines; with rework, intake, limits and load. A part of the metrics
// document and of its summary.
#pragma once

#include "app/cli/json_fwd.h"
#include "core/flow/scope.h"
#include "core/model/workspace.h"

#include <iosfwd>

namespace throughline::cli {

// Adds "refusals", "overrides", "expedites", "blocks", "returns", "discards", "declines",
// "trade_outs", "rework", "intake", "limits", "load".
void add_acts(Json& document, const flow::Slice& slice, const model::Workspace& workspace);
// The counts, one line each; nothing when nothing happened.
void print_acts(std::ostream& out, bool terminal, const flow::Slice& slice,
                const model::Workspace& workspace);

}  // namespace throughline::cli
