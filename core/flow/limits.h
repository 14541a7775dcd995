// WIP limits as figures: room, pull signals, starving, hours over the limit, overrides.
//
// metrics, section 9. Room = limit - count. Pull signal: room and a ready card upstream. Starved:
// room, none upstream. Full: no room. Cards count as the rules count them: column and group (both
// halves together), board (CONWIP: cards in process), person (active columns, as DRI), each without
// expedites; the expedite lane holds the expedites left of the delivery point. Blocked cards count.
// Whether a move is allowed is not decided here. Example: Create limited to 2 holds 1 card and
// Ready a card that is not blocked: room 1, pull signal.
#pragma once

#include "core/flow/sle.h"
#include "core/flow/throughput.h"

#include <optional>
#include <string>
#include <vector>

namespace throughline::flow {

enum class PlaceState {
    NoLimit,
    Pull,     // room, and a card upstream that could come
    Starved,  // room, none upstream
    Room,     // room; no column of its own to pull from (board, person, lane), or the first column
    Full,     // no room
};
std::string_view to_text(PlaceState state);

struct Place {
    std::string subject;  // "column:create", "group:create", "person:ana", "board", "expedite-lane"
    std::optional<int> limit;
    int count = 0;
    PlaceState state = PlaceState::NoLimit;

    std::optional<int> room() const { return limit ? std::optional(*limit - count) : std::nullopt; }
};
// Every limit that is set, as of the flow's instant, all cards counted whatever the filter. Columns
// first.
std::vector<Place> places(const Slice& slice);

struct OverrideFigures {
    std::vector<WeekCount> per_week;
    Ratio pulls_by_override;  // overrides of WIP limits / moves into columns in process
};
OverrideFigures override_figures(const Slice& slice);

// The share of expedites among starts and deliveries.
struct ExpediteShare {
    Ratio starts;
    Ratio deliveries;
};
ExpediteShare expedite_share(const Slice& slice);

}  // namespace throughline::flow
