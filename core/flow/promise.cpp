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

std::optional<Day> last_day_of_quarter(std::string_view quarter) {
    const auto digit = [quarter](std::size_t i) { return quarter[i] >= '0' && quarter[i] <= '9'; };
    if (quarter.size() != 7 || !digit(0) || !digit(1) || !digit(2) || !digit(3) ||
        quarter.substr(4, 2) != "-Q" || quarter[6] < '1' || quarter[6] > '4') {
        return std::nullopt;
    }
    int year = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        year = year * 10 + (quarter[i] - '0');
    }
    const int number = quarter[6] - '0';
    if (year < 1 || year > 9998) {
        return std::nullopt;
    }
    const Day next =
        number == 4 ? day_from_civil(year + 1, 1, 1) : day_from_civil(year, number * 3 + 1, 1);
    return next - 1;
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
