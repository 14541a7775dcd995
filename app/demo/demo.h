// A deterministic, believable marketing team: about half a year of history up to `now`, open work
// in every column, requests waiting for triage. Made by commands, like everything else: the rules
// hold, and what they refused on the way is in the journal too.
#pragma once

#include "core/desk/desk.h"

namespace throughline::demo {

// Fills a desk that has no board yet. The same seed and the same `now` give the same journal, hash
// by hash. Afterwards the acting person is lena, the operations lead and admin. Errors: Conflict
// when there is a board already, and whatever the store says.
Status make_demo(desk::Desk& desk, std::uint64_t seed, Instant now);

}  // namespace throughline::demo
