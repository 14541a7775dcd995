// Moments of the past as people write them, by one rule for every verb: an instant, "now", or a
// day. A day stands for its end, so that what happened on it counts; where a stretch begins with
// it, for its begin. What is still to come, and what lies before anything is known of the board, is
// bad input.
#pragma once

#include "app/cli/session.h"

#include <optional>
#include <string>
#include <string_view>

namespace throughline::cli {

enum class DayEdge { Begin, End };

// The moment itself, wherever it lies; the end of today is now.
Fallible<Instant> instant_or_day(Session& session, const std::string& text, std::string_view where,
                                 DayEdge edge);
// One that lies in the board's past.
Fallible<Instant> past_moment(Session& session, const std::string& text, std::string_view where,
                              DayEdge edge = DayEdge::End);
// Now, or the moment of --as-of.
Fallible<Instant> asked_moment(Session& session, const std::optional<std::string>& as_of);

// For help texts.
inline constexpr const char* kMoment = "DAY|INSTANT";

}  // namespace throughline::cli
