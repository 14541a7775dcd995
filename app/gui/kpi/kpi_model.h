// The dashboard as lines to read: the figures of core/flow/scorecard.h in words. Computes no figure
// of its own. No drawing.
#pragma once

#include "app/gui/context/plan_figures_model.h"

#include <string>
#include <vector>

namespace throughline::gui::kpi {

using report::Mood;

struct KpiLine {
    model::KpiId id;
    std::string key;
    std::string name;
    std::string unit;
    std::string value;  // "46.5%"; "-" for none
    std::string target;
    std::string variance;  // "-8% (-4)"
    std::string percent;   // "-8%"; the absolute one where there is no percent, "-" for none
    std::string absolute;  // "-4"; "" where it stands in percent
    std::string status;    // "Green", "Amber", "Red", "Overdue", "No target"
    Mood status_mood = Mood::Neutral;
    std::string trend;  // "steady", "good", "bad", "too few values"
    Mood trend_mood = Mood::Neutral;
    std::string owner;
    model::PersonId owner_id;
    std::string as_of;           // "31 Oct 2026"
    std::string due;             // "overdue since 8 Nov 2026"; "" when it is not
    std::vector<double> points;  // the last 24
    bool is_typed = true;        // false: read from the board
    Day next;                    // the day the next value stands for
};

struct KpiGroup {
    std::string title;
    std::vector<KpiLine> lines;
};

// By category, in the order of the scorecard.
std::vector<KpiGroup> dashboard(const model::Workspace& workspace, const PlanFigures& figures);
KpiLine kpi_line(const model::Kpi& kpi, const model::Workspace& workspace,
                 const flow::KpiReading& reading, Day today);
// What it would take to reach the target by a day, in sentences.
std::string scenario_words(const flow::KpiReading& reading, const model::Kpi& kpi, Day until);

}  // namespace throughline::gui::kpi
