// The clock of a standup: fifteen minutes, and each card's share of them. No drawing.
#pragma once

#include "app/gui/context/clock_model.h"

namespace throughline::gui::standup {

inline constexpr Duration kLength = minutes(15);
inline constexpr Duration kLeastShare{20 * kMicrosPerSecond};

struct Timer {
    Pace pace = Pace::Good;       // amber from 12 minutes, red from 15
    std::string elapsed;          // "07:05"
    std::string words;            // "8 min left", "3 min over"
    Pace card_pace = Pace::Good;  // amber past the card's share, red past twice the share
    std::string card_words;       // "0:40 of about 1:10"
    std::string person_words;     // "about 2:30 each for 6 people"; "" without people
};
// `card_since`: when the card in focus came up; `to_come`: stops left then, it included. A card's
// share is the time that was left then, by the stops left, at least 20 seconds. A person's share is
// the fifteen minutes by those present.
Timer make_timer(Instant started, Instant now, Instant card_since, std::size_t to_come,
                 std::size_t present);

}  // namespace throughline::gui::standup
