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
    std::optional<double> budget_share;  // stated, percent of the year's budget
    std::optional<double> time_share;    // stated, percent of the team's time

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
        field("budget_share", &Bet::budget_share),
        field("time_share", &Bet::time_share),
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

    // How it ended.
    std::optional<Instant> closed_at;
    std::optional<double> score;  // 0 .. 1, as scored when closed; absent while open or cancelled
    bool cancelled = false;       // closed without being counted
    std::string close_reason;     // cancelled has one
    double complete_at = 1;       // complete when the score is at least this

    std::vector<KpiId> kpis;  // what a standing objective is measured by

    // RACI beside the DRI, who is accountable, and people outside the team.
    std::vector<PersonId> responsible;
    std::vector<PersonId> consulted;
    std::vector<PersonId> informed;
    TextList stakeholders;

    bool is_standing() const { return quarter.empty(); }

    friend bool operator==(const Objective&, const Objective&) = default;
};

template <>
struct Fields<Objective> {
    static constexpr std::string_view kName = "objective";
    static constexpr auto kList = std::tuple{
        field("id", &Objective::id),
        field("number", &Objective::number),
        field("title", &Objective::title),
        field("quarter", &Objective::quarter),
        field("bet", &Objective::bet),
        field("dri", &Objective::dri),
        field("status", &Objective::status),
        field("status_reason", &Objective::status_reason),
        field("colour", &Objective::colour),
        field("closed", &Objective::closed),
        field("closed_at", &Objective::closed_at),
        field("score", &Objective::score),
        field("cancelled", &Objective::cancelled),
        field("close_reason", &Objective::close_reason),
        field("complete_at", &Objective::complete_at),
        field("kpis", &Objective::kpis),
        field("responsible", &Objective::responsible),
        field("consulted", &Objective::consulted),
        field("informed", &Objective::informed),
        field("stakeholders", &Objective::stakeholders),
    };
};

}  // namespace throughline::model
