#include "core/flow/promise.h"

#include <algorithm>
#include <cmath>

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

std::string claim_words(const Claim& claim) {
    const auto percent = static_cast<int>(std::floor(claim.chance * 100 + 1e-9));
    return std::to_string(percent) + "%" + (claim.or_more ? " or more" : "");
}

Day named_day(const WorkingCalendar& calendar, DayCount view, Day today, int days) {
    Day day = today + days;
    // A calendar without a working day names the day itself.
    for (int i = 0; view == DayCount::Working && i < kMostDays; ++i) {
        if (calendar.is_working(day + i)) {
            return day + i;
        }
    }
    return day;
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
