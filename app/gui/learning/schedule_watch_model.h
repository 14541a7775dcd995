// The watch of an open window over recurring requests: once a minute and after each new entry of
// the journal it files what is due. No drawing.
//
// Decisions, 10: any open desk files them, once per period. What another window filed is known here
// as soon as its entry is, and of two at the same moment the rules refuse the second. A brief that
// is not taken is told once for each due day and each wording of the schedule, and tried again when
// either changes; nothing of it is recorded. Who may not file, does not.
#pragma once

#include "core/desk/live_desk.h"

#include <map>
#include <string>
#include <vector>

namespace throughline::gui::learning {

// The rule of the refusal when another window was faster: nobody need hear of it.
inline constexpr std::string_view kFiledBefore = "not_due";

struct FiledNews {
    model::ScheduleId schedule;
    std::string text;  // "S-1 filed R-12: ...", or why it was not taken
    std::string remedy;
    model::RequestId request;  // 0: refused
};

class ScheduleWatch {
public:
    // Each frame, on the board of the present. What happened, to be told.
    std::vector<FiledNews> look(desk::LiveDesk& desk, const Zone& zone);

private:
    struct Seen {
        std::int64_t seq = -1;
        std::int64_t minute = 0;
        model::PersonId actor;
        friend bool operator==(const Seen&, const Seen&) = default;
    };
    struct Told {
        Day due;
        model::Schedule schedule;
    };

    Seen seen_;
    std::map<model::ScheduleId, Told> told_;  // refused, and said so
};

}  // namespace throughline::gui::learning
