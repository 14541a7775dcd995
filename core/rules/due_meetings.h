// Which meeting is due when: weekly ones in their week, the monthly review of a month in the first
// days of the next one, the planning of a quarter or year around its begin. Read by the reviews
// screen and the command line; nothing here forbids a meeting.
#pragma once

#include "core/base/calendar.h"
#include "core/model/workspace.h"

#include <string>
#include <vector>

namespace throughline::rules {

// The period that a meeting held on this day is about: the week, the month before (from the 21st
// on the present one), the quarter that begins within three weeks, the year that begins within two
// months. "" for a standup.
std::string usual_period(model::MeetingKind kind, Day today);
// Until when what is promised there is due: the week's Friday (after Wednesday the next week's),
// the end of the month that goes on (from the 21st on the next one), of the planned quarter or
// year.
Day usual_due(model::MeetingKind kind, const std::string& period, Day today);

// The next meeting of a kind, standups left out.
struct DueMeeting {
    model::MeetingKind kind = model::MeetingKind::WeeklySync;
    std::string period;
    Day from;  // closed range of days in which it is held
    Day by;
    model::MeetingId running;  // it goes on now; 0 for none
    model::MeetingId last;     // the last one that ended; 0 when none was held

    bool is_due(Day today) const { return !running && from <= today; }
    // Only a team that holds such meetings can be late with one.
    bool is_late(Day today) const { return is_due(today) && last && by < today; }
};
// One for each kind, in the order of the kinds.
std::vector<DueMeeting> due_meetings(const model::Workspace& workspace, const Zone& zone,
                                     Day today);

// Something was decided or agreed in it that others must hear of. Standups never are published.
bool needs_publishing(const model::Workspace& workspace, const model::Meeting& meeting);
// Ended a day ago or more with something decided or agreed, and not sent round. Standups never are.
bool is_publishing_late(const model::Workspace& workspace, const model::Meeting& meeting,
                        Instant now);

// "meeting:M-3": what the actions of a meeting name as their source.
std::string source_of(const model::Meeting& meeting);

}  // namespace throughline::rules
