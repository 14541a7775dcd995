#include "core/rules/due_meetings.h"

#include "core/base/week.h"

#include <algorithm>

namespace throughline::rules {
namespace {

using model::Meeting;
using model::MeetingKind;

constexpr int kLateInMonth = 21;  // from this day on the present month is looked back at
constexpr int kReviewedBy = 10;   // of the next month
constexpr int kQuarterAhead = 21;
constexpr int kQuarterInto = 14;
constexpr int kYearAhead = 61;
constexpr int kYearInto = 31;
constexpr Duration kPublishWithin = hours(24);

// The days in which the meeting about a period is held.
Period window_of(MeetingKind kind, const std::string& period) {
    const Period about = *parse_period_or_week(period);
    switch (kind) {
        case MeetingKind::Standup:
        case MeetingKind::Replenishment:
        case MeetingKind::WeeklySync: return {about.first, about.first + 4};
        case MeetingKind::MonthlyReview: return {about.last + 1, about.last + kReviewedBy};
        case MeetingKind::QuarterlyPlanning:
            return {about.first - kQuarterAhead, about.first + kQuarterInto - 1};
        case MeetingKind::AnnualStrategy:
            return {about.first - kYearAhead, about.first + kYearInto - 1};
    }
    return about;
}

std::string next_of(MeetingKind kind, const std::string& period) {
    switch (kind) {
        case MeetingKind::Standup:
        case MeetingKind::Replenishment:
        case MeetingKind::WeeklySync: return next_week(period);
        case MeetingKind::MonthlyReview: return next_month(period);
        case MeetingKind::QuarterlyPlanning: return next_quarter(period);
        case MeetingKind::AnnualStrategy:
            return std::to_string(civil(parse_period_or_week(period)->last + 1).year);
    }
    return period;
}

// The latest period whose meeting could have begun.
std::string begun_period(MeetingKind kind, Day today) {
    switch (kind) {
        case MeetingKind::Standup:
        case MeetingKind::Replenishment:
        case MeetingKind::WeeklySync: return week_of_year(today);
        case MeetingKind::MonthlyReview: return next_month(month_of(today), -1);
        case MeetingKind::QuarterlyPlanning: return quarter_of(today + kQuarterAhead);
        case MeetingKind::AnnualStrategy: return std::to_string(civil(today + kYearAhead).year);
    }
    return {};
}

// About this period, or, when it names none or one of another length, held in its days.
bool is_about(const Meeting& meeting, const std::string& period, const Zone& zone) {
    if (meeting.period.size() == period.size()) {
        return meeting.period == period;
    }
    return window_of(meeting.kind, period).contains(zone.day(meeting.started_at));
}

Day friday_of(Day day) {
    constexpr int kFriday = 4;
    constexpr int kWednesday = 2;
    return day - weekday(day) + kFriday + (weekday(day) > kWednesday ? 7 : 0);
}

}  // namespace

std::string usual_period(MeetingKind kind, Day today) {
    if (kind == MeetingKind::Standup) {
        return {};
    }
    const bool is_early_review =
        kind == MeetingKind::MonthlyReview && civil(today).day >= kLateInMonth;
    return is_early_review ? month_of(today) : begun_period(kind, today);
}

Day usual_due(MeetingKind kind, const std::string& period, Day today) {
    const auto about = parse_period_or_week(period);
    switch (kind) {
        case MeetingKind::Standup:
        case MeetingKind::Replenishment:
        case MeetingKind::WeeklySync: return friday_of(today);
        case MeetingKind::MonthlyReview: {
            const std::string month = month_of(today);
            return parse_period_or_week(civil(today).day >= kLateInMonth ? next_month(month)
                                                                         : month)
                ->last;
        }
        case MeetingKind::QuarterlyPlanning:
        case MeetingKind::AnnualStrategy:
            return about && about->last >= today ? about->last
                                                 : parse_period_or_week(quarter_of(today))->last;
    }
    return today;
}

std::vector<DueMeeting> due_meetings(const model::Workspace& workspace, const Zone& zone,
                                     Day today) {
    std::vector<DueMeeting> due;
    for (const MeetingKind kind :
         {MeetingKind::Replenishment, MeetingKind::WeeklySync, MeetingKind::MonthlyReview,
          MeetingKind::QuarterlyPlanning, MeetingKind::AnnualStrategy}) {
        DueMeeting one{.kind = kind, .period = begun_period(kind, today)};
        const std::string next = next_of(kind, one.period);
        bool is_held = false;
        bool is_next_held = false;  // a month may be looked back at before it is over
        Instant latest;
        for (const Meeting& meeting : workspace.rows<Meeting>()) {
            if (meeting.kind != kind) {
                continue;
            }
            if (!meeting.ended_at) {
                one.running = meeting.id;
                continue;
            }
            if (!one.last || meeting.started_at > latest) {
                one.last = meeting.id;
                latest = meeting.started_at;
            }
            is_held = is_held || is_about(meeting, one.period, zone);
            is_next_held = is_next_held || meeting.period == next;
        }
        if (is_next_held) {
            one.period = next_of(kind, next);
        } else if (is_held) {
            one.period = next;
        }
        const Period window = window_of(kind, one.period);
        one.from = window.first;
        one.by = window.last;
        due.push_back(std::move(one));
    }
    return due;
}

bool is_publishing_late(const model::Workspace& workspace, const Meeting& meeting, Instant now) {
    return meeting.ended_at &&
           meeting.published_at.value_or(now) - *meeting.ended_at >= kPublishWithin &&
           needs_publishing(workspace, meeting);
}

bool needs_publishing(const model::Workspace& workspace, const Meeting& meeting) {
    if (meeting.kind == MeetingKind::Standup) {
        return false;
    }
    const auto here = [&](const auto& row) { return row.meeting == meeting.id; };
    const std::string source = source_of(meeting);
    return std::ranges::any_of(workspace.rows<model::Decision>(), here) ||
           std::ranges::any_of(workspace.rows<model::ActionItem>(),
                               [&](const auto& row) { return row.source == source; });
}

std::string source_of(const Meeting& meeting) {
    return "meeting:" + model::key_of(meeting);
}

}  // namespace throughline::rules
