// What was written down in one meeting, as lines; and the list of meetings that were held, run or
// are due. No drawing.
#pragma once

#include "app/gui/reviews/content_model.h"
#include "core/rules/due_meetings.h"

namespace throughline::gui::reviews {

// Decisions, actions, commitments, notes; each section only when it has a line.
std::vector<Section> entry_sections(const model::Workspace& workspace,
                                    const model::Meeting& meeting, Day today);

struct MeetingLine {
    model::MeetingId id;
    std::string key;
    std::string title;      // "Weekly sync, week 41, 5 to 11 Oct 2026"
    std::string when;       // "12 Oct 2026 10:00, 28 min"
    std::string counts;     // "2 decisions, 1 action, 3 commitments"
    std::string published;  // "Published 12 Oct 2026", "Not published within 24 hours", "Running"
    Mood mood = Mood::Neutral;
};
// Latest first, standups left out.
std::vector<MeetingLine> meeting_lines(const model::Workspace& workspace, const Zone& zone,
                                       Instant now);

// "Due now, by 10 Dec 2026", "From Mon 7 Dec 2026", "Late since 10 Dec 2026", "Running".
struct DueWords {
    std::string words;
    Mood mood = Mood::Neutral;
};
DueWords due_words_of(const rules::DueMeeting& due, Day today);

}  // namespace throughline::gui::reviews
