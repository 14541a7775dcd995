// What a standup leaves behind, in words to copy or save. No drawing.
#pragma once

#include "app/gui/standup/overview_model.h"

namespace throughline::gui::standup {

struct Summary {
    std::string title;                           // "Standup M-3"
    std::string when;                            // "2026-03-10 10:00, 12 min"
    std::string present;                         // "Ana Lima, Ben Cole"; "not noted"
    std::optional<std::vector<Change>> changes;  // absent: nothing to compare with
    std::vector<std::string> blockers;  // "MKT-4 Webinar: legal has the claim; Bob, for 3 d"
    std::vector<std::string> notes;     // "Create, MKT-4: the venue is booked (Ana)"
    std::vector<std::string> promises;  // "Ana: send the draft (MKT-4), by 11 Mar"
    std::vector<std::string> answers;   // "Ana: send the draft: missed, the venue was closed"
};
// `until`: its end, or now while it runs. A blocker's owner is who clears it, else the card's DRI.
Summary make_summary(const model::Workspace& workspace, const model::Meeting& meeting,
                     std::optional<std::vector<Change>> changes, const Zone& zone, Instant until);

// "Started: MKT-4 Webinar, to Create", one a line.
std::vector<std::string> change_lines(const std::vector<Change>& changes);

// Markdown escapes what a title may hold; Text is for mail and chat.
enum class SummaryForm { Text, Markdown };
std::string to_text(const Summary& summary, SummaryForm form);

}  // namespace throughline::gui::standup
