// Schedules as rows to read: what files itself, when next, when last, and whether the brief would
// be taken as it stands. No drawing.
#pragma once

#include "app/gui/context/context.h"

#include <optional>
#include <string>
#include <vector>

namespace throughline::gui::learning {

struct ScheduleRow {
    model::ScheduleId id;
    std::string key;
    std::string title;
    std::string form;    // of the template
    std::string rhythm;  // "Every month, day 3"
    std::string next;    // "3 Dec 2026"; "paused"
    std::string last;    // "never"
    std::string requester;
    bool is_paused = false;
    bool is_due = false;       // now: it files itself within a minute
    std::string needed_after;  // "needed 14 days after"
};

// The brief that the next filing would submit.
struct BriefPreview {
    std::string title;
    std::string filed_on;
    std::vector<std::pair<std::string, std::string>> answers;  // label, words
    std::vector<std::string> problems;                         // why it would be refused
};

class RecurringModel {
public:
    // Made anew when the board, the day or the chosen one changed. 0 chooses the first.
    void refresh(const model::Workspace& workspace, std::uint64_t revision, Day today,
                 model::ScheduleId chosen);

    const std::vector<ScheduleRow>& rows() const { return rows_; }  // by number
    const ScheduleRow* find(model::ScheduleId id) const;
    const BriefPreview& preview() const { return preview_; }  // of the chosen one

private:
    std::vector<ScheduleRow> rows_;
    BriefPreview preview_;
    model::ScheduleId chosen_;
    std::uint64_t revision_ = ~std::uint64_t{0};
    Day today_;
};

std::string rhythm_words(model::Cadence every, int on_day);
BriefPreview brief_preview(const model::Workspace& workspace, const model::Schedule& schedule,
                           Day today);

}  // namespace throughline::gui::learning
