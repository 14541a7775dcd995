#include "core/flow/scope.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace throughline::flow {

int count_days(const WorkingCalendar& calendar, DayCount days, Day first, Day last) {
    if (days == DayCount::Calendar) {
        return last - first + 1;
    }
    return std::max(1, calendar.working_days(first, last));
}

Scope last_weeks(const Zone& zone, Instant as_of, int weeks) {
    const Day today = zone.day(as_of);
    return {.from = today - (7 * weeks - 1), .to = today, .as_of = as_of};
}

Day week_of(Day day) {
    return day - weekday(day);
}

Slice::Slice(const Flow& flow, Scope scope) : flow_(&flow), scope_(std::move(scope)) {
    assert(flow.as_of() == scope_.as_of);
    if (!scope_.filter) {
        return;
    }
    const model::Card unknown;
    chosen_.resize(static_cast<std::size_t>(flow.card_count()));
    for (CardIndex i = 0; i < flow.card_count(); ++i) {
        const std::int64_t row = flow.card(i).row;
        const model::Card& card =
            row < 0 ? unknown : flow.rows().cards[static_cast<std::size_t>(row)];
        chosen_[static_cast<std::size_t>(i)] = scope_.filter(card) ? 1 : 0;
    }
}

Slice Slice::narrowed(const std::function<bool(const CardInfo&)>& keep) const {
    Slice result = *this;
    result.chosen_.assign(static_cast<std::size_t>(flow_->card_count()), 0);
    for (CardIndex i = 0; i < flow_->card_count(); ++i) {
        result.chosen_[static_cast<std::size_t>(i)] = has(i) && keep(flow_->card(i)) ? 1 : 0;
    }
    return result;
}

Instant Slice::end_of(Day day) const {
    return std::min(flow_->zone().start_of(day + 1), flow_->as_of());
}

}  // namespace throughline::flow
