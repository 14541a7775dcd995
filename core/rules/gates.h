// Gates and readiness of one card, for showing; the rules ask the same questions when it moves.
#pragma once

#include "core/model/workspace.h"

#include <string>
#include <vector>

namespace throughline::rules {

struct GateState {
    const model::GateItem* item = nullptr;
    const model::GateMark* mark = nullptr;  // the active verdict; null when open
    bool passed() const { return mark != nullptr && mark->verdict != model::Verdict::Rejected; }
};
// Items that must be passed to leave `column` forward, in their order. With column 0: the manual
// items of the definition of ready.
std::vector<GateState> gate_of(const model::Workspace& workspace, model::CardId card,
                               model::ColumnId column);

// What the program itself checks at the commitment point, by the board's ready_checks.
struct ReadyState {
    std::string check;  // "brief", "dri", "objective", "size", "measure", "due-reason"
    std::string words;  // "a complete brief"
    bool passed = false;
};
std::vector<ReadyState> readiness(const model::Workspace& workspace, const model::Card& card);
// The checks a board may choose from, with their words.
struct ReadyCheck {
    std::string_view check;
    std::string_view words;
    bool always;  // brief, dri and objective cannot be switched off
};
std::span<const ReadyCheck> ready_checks();

}  // namespace throughline::rules
