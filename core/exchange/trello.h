// Trello board JSON with its move history. How lists, cards and people become rows, and what a
// second import of the same board changes, is told in README.md.
#pragma once

#include "core/exchange/import.h"

namespace throughline::exchange {

inline constexpr std::string_view kTrello = "trello";

Result<ImportPlan> read_trello(ImportInput input);

}  // namespace throughline::exchange
