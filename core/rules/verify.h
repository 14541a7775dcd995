// The rules that hold for every command, asked of the state it would make. A command's own decide()
// asks only what is its own.
#pragma once

#include "core/rules/command.h"
#include "core/rules/edit.h"

namespace throughline::rules {

struct VerifyOptions {
    std::string override_reason;     // "" for none
    bool moves_are_history = false;  // import: past moves are facts, only limits are asked
    bool is_undo = false;            // a card may return to where it stood
};

// Moves (gates, blocks, readiness), one DRI and one objective, names that must be unique, limits.
// Adds what follows from the edit: overrides, workflow changes, blocks by dependency.
Verdict verify(Edit& edit, const Context& context, const VerifyOptions& options);

}  // namespace throughline::rules
