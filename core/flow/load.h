// Load per person, takt.
//
// metrics, section 6. Load counts places, not working time: used / offered slot-days. Offered:
// personal WIP limit x working days. Used: per working day the person's unblocked cards in active
// columns as DRI, at most the limit, as it stands when the working hours end (now, for today).
// Places are offered by members, by whoever held a card in the period, and by whoever has a limit
// of their own: not by people who only look on or ask. Cards are not filtered: a person's places
// are taken by all of them.
// Expedites count in their lane only. Team: sum / sum. Healthy 75-85%, for waiting grows like rho /
// (1 - rho): 0.5: 1; 0.8: 4; 0.9: 9; 0.95: 19 service times (Kingman). No limit set: "not set up".
// Takt = available working time / deliveries demanded; its partner is the delivery interval.
// Example: 20 days, 25 demanded, 20 delivered: takt 0.8, interval 1.0, the queue grows by 5.
#pragma once

#include "core/flow/sle.h"

#include <optional>
#include <vector>

namespace throughline::flow {

struct PersonLoad {
    model::PersonId person;
    std::optional<int> limit;  // own, else the board's; absent: not set up
    Ratio slot_days;           // used / offered
};
struct Load {
    std::vector<PersonLoad> persons;  // active ones that offer places, by id
    Ratio team;                       // of those with a limit
};
Load load(const Slice& slice);

// Waiting in service times at utilisation rho; absent from 1 on: the queue grows without end.
std::optional<double> waiting_factor(double rho);

struct Takt {
    int demanded = 0;
    int delivered = 0;
    std::optional<double> takt_days;      // absent without demand
    std::optional<double> interval_days;  // absent without deliveries
    int queue_growth = 0;                 // demanded - delivered
};
Takt takt(double working_days, int demanded, int delivered);
// Of the period: demanded is what came onto the board in it, as accepted or imported.
Takt takt(const Slice& slice);

}  // namespace throughline::flow
