// Reading a whole Throughline export into an empty store: the journal is the truth, so its entries
// are taken over one by one, and the head hash must come out the same.
#pragma once

#include "core/exchange/import.h"

namespace throughline::exchange {

inline constexpr std::string_view kThroughline = "throughline";

// Refused when the board is not empty. Nothing is written before the whole file was read, replayed
// and its chain of hashes found right. Errors: Corrupt (no JSON, an entry that cannot be read or
// applied, a head that does not come out), Unsupported (a newer version of the format), Invalid
// (some other JSON).
Result<ImportReport, desk::Stop> restore_export(desk::Desk& desk, std::string_view bytes,
                                                ImportMode mode);

// The reading alone: calls use(entry) for each entry, in order, with its hash. Stops at its first
// error. Returns the head hash that the export states.
Result<std::string> read_export(std::string_view bytes,
                                const std::function<Status(const journal::Entry&)>& use);

}  // namespace throughline::exchange
