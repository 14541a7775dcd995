#include "core/rules/recurrence.h"

#include <algorithm>

namespace throughline::rules {

using model::Cadence;
using model::Schedule;

int longest_on_day(Cadence every) {
    switch (every) {
        case Cadence::Weekly: return 7;
        case Cadence::Monthly: return 28;
        case Cadence::Quarterly: return 90;
    }
    return 1;
}

Day due_in_period(const Schedule& schedule, Day day) {
    return period_of(schedule.every, day).first + (schedule.on_day - 1);
}

std::optional<Day> due_now(const Schedule& schedule, Day today) {
    Day due = due_in_period(schedule, today);
    if (due > today) {
        due = due_in_period(schedule, period_of(schedule.every, today).first - 1);
    }
    const bool filed = schedule.last_filed && *schedule.last_filed >= due;
    if (schedule.paused || due < schedule.starts || filed) {
        return std::nullopt;
    }
    return due;
}

std::optional<Day> next_due(const Schedule& schedule, Day today) {
    if (schedule.paused) {
        return std::nullopt;
    }
    const Day from = std::max(today + 1, schedule.starts);
    const Day due = due_in_period(schedule, from);
    return due >= from ? due : due_in_period(schedule, period_of(schedule.every, from).last + 1);
}

BriefText scheduled_brief(const Schedule& schedule, Day due) {
    BriefText brief{schedule.title, schedule.answers};
    brief.answers[std::string(kNeededBy)] = to_text(due + schedule.lead_days);
    if (brief.answers[std::string(kNeededByReason)].empty()) {
        brief.answers[std::string(kNeededByReason)] = "recurring work";
    }
    return brief;
}

}  // namespace throughline::rules
