// The months that have a report, or should have one, as lines to read. No drawing.
#pragma once

#include "core/model/workspace.h"
#include "core/report/figure_words.h"

#include <string>
#include <vector>

namespace throughline {
class Zone;
}

namespace throughline::gui::monthly {

enum class MonthState {
    Issued,
    Due,      // over, and its report is not issued
    Missing,  // the same, and a later one is issued
    Draft,    // goes on, with words written already
    Running   // goes on
};

struct MonthLine {
    std::string month;  // "2026-10"
    std::string title;  // "October 2026"
    MonthState state = MonthState::Running;
    std::string label;  // "Issued", "Due", "Draft"
    std::string note;   // "3 Nov 2026, Sofia Marques"
    report::Mood mood = report::Mood::Neutral;
};

// Latest first: the month that goes on, the one that is over, and back to the first with a report;
// at most ten years.
std::vector<MonthLine> months(const model::Workspace& workspace, const Zone& zone, Day today);

// The one to open first: the latest that is due, else the latest that was issued, else the first
// line.
std::string month_to_show(const std::vector<MonthLine>& lines);

const model::Report* report_of(const model::Workspace& workspace, std::string_view month);

}  // namespace throughline::gui::monthly
