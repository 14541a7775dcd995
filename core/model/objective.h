// Big bets and quarterly objectives.
#pragma once

#include "core/model/fields.h"
#include "core/model/ids.h"

namespace throughline::model {

// One of at most three strategic shifts of a year.
struct Bet {
    BetId id;
    std::int64_t number = 0;  // shown as B-number
    int year = 0;
    std::string title;
    std::string sentence;
    std::string reason;  // a third bet of a year needs one
    bool closed = false;

    friend bool operator==(const Bet&, const Bet&) = default;
};

template <>
struct Fields<Bet> {
    static constexpr std::string_view kName = "bet";
    static constexpr auto kList = std::tuple{
        field("id", &Bet::id),
        field("number", &Bet::number),
        field("year", &Bet::year),
        field("title", &Bet::title),
        field("sentence", &Bet::sentence),
        field("reason", &Bet::reason),
        field("closed", &Bet::closed),
    };
};

enum class ObjectiveStatus { OnTrack, AtRisk, OffTrack };
template <>
struct Names<ObjectiveStatus> {
    static constexpr std::array<std::string_view, 3> kAll{"on-track", "at-risk", "off-track"};
};

// A measurable outcome for one quarter, answered for by one person. A standing objective (work that
// never ends) has no quarter.
struct Objective {
    ObjectiveId id;
    std::int64_t number = 0;  // shown as O-number
    std::string title;
    std::string quarter;  // "2026-Q4"; "" when standing
    BetId bet;            // 0 for none
    PersonId dri;
    ObjectiveStatus status = ObjectiveStatus::OnTrack;
    std::string status_reason;
    int colour = 0;  // index into the theme's palette
    bool closed = false;

    bool is_standing() const { return quarter.empty(); }

    friend bool operator==(const Objective&, const Objective&) = default;
};

template <>
struct Fields<Objective> {
    static constexpr std::string_view kName = "objective";
    static constexpr auto kList = std::tuple{
        field("id", &Objective::id),         field("number", &Objective::number),
        field("title", &Objective::title),   field("quarter", &Objective::quarter),
        field("bet", &Objective::bet),       field("dri", &Objective::dri),
        field("status", &Objective::status), field("status_reason", &Objective::status_reason),
        field("colour", &Objective::colour), field("closed", &Objective::closed),
    };
};

}  // namespace throughline::model
