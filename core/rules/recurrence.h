// Recurring requests: when a schedule is due, and the brief that it files then.
#pragma once

#include "core/model/schedule.h"
#include "core/rules/brief.h"

#include <optional>

namespace throughline::rules {

// The greatest `on_day` that every period has: 7, 28 or 90.
int longest_on_day(model::Cadence every);

// The day on which the schedule is due in the period that holds `day`.
Day due_in_period(const model::Schedule& schedule, Day day);
// The latest due day up to `today` that is not filed yet; absent when nothing is due. Periods that
// were missed are not filed one by one: only the latest.
std::optional<Day> due_now(const model::Schedule& schedule, Day today);
// The first due day after `today`; absent when the schedule is paused.
std::optional<Day> next_due(const model::Schedule& schedule, Day today);

// The brief as it would be filed on `due`: needed by `lead_days` later.
BriefText scheduled_brief(const model::Schedule& schedule, Day due);

}  // namespace throughline::rules
