#include "core/flow/promise.h"

#include <algorithm>

namespace throughline::flow {

double chance_by(const Forecast& when, int days) {
    if (days < 1 || when.reached.empty()) {
        return 0;
    }
    // The list ends where nothing more is added.
    const auto at = std::min(static_cast<std::size_t>(days), when.reached.size());
    return when.reached[at - 1];
}

Claim claim_of(double chance) {
    return chance > kMostClaimed ? Claim{kMostClaimed, true} : Claim{chance, false};
}

Standing standing_of(const Slice& slice) {
    Standing standing;
    slice.each([&standing](CardIndex, const Journey& journey) {
        ++(journey.finished              ? standing.done
           : journey.column != kNoColumn ? standing.open
                                         : standing.given_up);
    });
    return standing;
}

}  // namespace throughline::flow
