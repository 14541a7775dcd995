// What a figure is asked for: a period, the cards, how days are counted.
#pragma once

#include "core/flow/flow.h"

#include <functional>
#include <vector>

namespace throughline::flow {

// metrics, section 1: calendar days by default, because the requester waits through weekends too.
// The working-day view counts working days in the same closed range, at least 1, for cycle time,
// age and SLE alike, never for one of them alone. Example: Friday to Monday is 4 calendar days, 2
// working; with Monday a holiday 1 working.
enum class DayCount { Calendar, Working };
int count_days(const WorkingCalendar& calendar, DayCount days, Day first, Day last);

struct Scope {
    Day from;  // closed range of local days
    Day to;
    Instant as_of;
    DayCount days = DayCount::Calendar;
    // Cards that count, by their values as of `as_of`; empty means all. Called from the worker.
    std::function<bool(const model::Card&)> filter;
};

// The 12 weeks (84 days) that end with the day of `as_of`: the default period.
Scope last_weeks(const Zone& zone, Instant as_of, int weeks = 12);
// The Monday of a day's week.
Day week_of(Day day);

// A Flow seen through a scope: the filter is asked once per card, then every figure uses the
// answer. Refers to the flow, which must outlive it and must not change meanwhile.
class Slice {
public:
    // flow.as_of() must be scope.as_of.
    Slice(const Flow& flow, Scope scope);

    const Flow& flow() const { return *flow_; }
    const Scope& scope() const { return scope_; }
    Day from() const { return scope_.from; }
    // The last day with anything to count: the scope's, or today when that is earlier.
    Day to() const { return std::min(scope_.to, flow_->today()); }
    int day_count() const { return std::max(0, to() - from() + 1); }
    bool in_period(Day day) const { return day >= scope_.from && day <= scope_.to; }
    int days(Day first, Day last) const {
        return count_days(flow_->rows().calendar, scope_.days, first, last);
    }

    bool has(CardIndex i) const {
        return chosen_.empty() || chosen_[static_cast<std::size_t>(i)] != 0;
    }
    // The same slice for the cards that pass a further condition.
    Slice narrowed(const std::function<bool(const CardInfo&)>& keep) const;

    // Calls use(index, journey) for each chosen card with a row that counts.
    template <class Use>
    void each(Use&& use) const {
        for (CardIndex i = 0; i < flow_->card_count(); ++i) {
            const Journey& journey = flow_->journey(i);
            if (journey.known && has(i)) {
                use(i, journey);
            }
        }
    }

    // The instant at which the local day ends, or as_of when that is earlier: where values "at the
    // end of the day" are taken. Rows at that very instant belong to the next day.
    Instant end_of(Day day) const;

private:
    const Flow* flow_;
    Scope scope_;
    std::vector<std::uint8_t> chosen_;  // per card; empty: all
};

}  // namespace throughline::flow
