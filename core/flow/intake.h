// From submission to the commitment point, and how options are replenished.
//
// metrics, section 6. Stage conversion by cohort of submission week: submitted, accepted,
// committed, delivered; the undecided are pending, not lost. Discard rate upstream: (declined +
// merged) / decided; zero is a warning, nothing is being chosen. After commitment: (discarded +
// returned) / departures, traded-out cards counted with the returned. Replenishment: commitments
// per week, cards per sitting (a local day with commitments), options waiting and their age.
// Example: 4 submitted in a week, 2 accepted, 1 declined, 1 open; one of the accepted committed: 4,
// 2, 1, 0 and 1 pending; discard rate 1/3.
#pragma once

#include "core/flow/sle.h"
#include "core/flow/throughput.h"

#include <optional>
#include <vector>

namespace throughline::flow {

struct Cohort {
    Day monday;
    int submitted = 0;
    int accepted = 0;
    int declined = 0;
    int merged = 0;
    int pending = 0;
    int committed = 0;
    int delivered = 0;
};
// Requests submitted in the period, by week; weeks without one are there with zeros.
std::vector<Cohort> cohorts(const Slice& slice);

struct Discards {
    Ratio upstream;    // of the requests submitted in the period and decided by now
    Ratio downstream;  // of the departures in the period

    // Something was decided and nothing was turned down.
    bool nothing_is_chosen() const { return upstream.whole > 0 && upstream.part == 0; }
};
Discards discards(const Slice& slice);

struct Replenishment {
    std::vector<WeekCount> per_week;  // commitments: stays begun
    int sittings = 0;
    std::optional<double> cards_per_sitting;
    int options_waiting = 0;       // cards left of the commitment point now
    std::vector<int> option_ages;  // days since they came on the board, oldest first
};
Replenishment replenishment(const Slice& slice);

}  // namespace throughline::flow
