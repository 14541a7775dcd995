// The monthly report, drafted from the data: KPIs against target, objectives by DRI, flow, risks,
// decisions, what comes next, and what of the last report was corrected since. People's own words
// for a section stand before what is drafted. A KPI or an objective beyond the most that fit is
// counted but not listed: what needs attention comes first.
#pragma once

#include "core/flow/plan.h"
#include "core/report/document.h"

#include <string_view>

namespace throughline::report {

// What a report is read from beside the flow: an unchanging view that a worker may read. Taking one
// costs microseconds.
struct ReportRows {
    flow::PlanRows plan;
    std::string board;  // its name
    CowVector<model::Report> reports;
    CowVector<model::Decision> decisions;
    CowVector<model::Commitment> commitments;
    CowVector<model::Meeting> meetings;
};
ReportRows report_rows_of(const model::Workspace& workspace);

// The sections that take people's words, in order, with their titles.
struct SectionName {
    std::string_view handle;
    std::string_view title;
};
std::span<const SectionName> report_sections();

// The report of a month ("2026-10"; must be one), as of the flow's instant, which is of the same
// entries: KPIs by their last value of the month or before, flow over the month's days, objectives
// as they stand. `head`: hash of the journal's last entry, printed at the foot of what is issued.
Document monthly_report(const ReportRows& rows, const flow::Flow& flow, std::string_view month,
                        std::string_view head = {});

// "Monthly business review", and with the period: "Monthly business review, October 2026".
std::string_view title_of(model::MeetingKind kind);
std::string title_of(const model::Meeting& meeting);
// "October 2026", "Q4 2026", "2027", "week 41, 5 to 11 Oct 2026"; "" for none.
std::string period_words(std::string_view period);

// What was taken up in one meeting: decisions, actions, commitments, earlier ones that were
// answered in it, notes.
Document meeting_report(const model::Workspace& workspace, const model::Meeting& meeting,
                        const Zone& zone);

// The figures of a document that an issued report keeps: name -> value. With them, under
// "restated.2026-09.kpi.K-3", what it corrected of earlier ones.
model::TextMap figures_of(const Document& document);

}  // namespace throughline::report
