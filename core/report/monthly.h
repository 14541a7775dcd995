// The monthly report, drafted from the data: KPIs against target, objectives by DRI, flow, risks,
// decisions, what comes next, and what of the last report was corrected since. People's own words
// for a section stand before what is drafted.
#pragma once

#include "core/flow/plan.h"
#include "core/report/document.h"

#include <string_view>

namespace throughline::report {

// What a report is read from; all of the same entries, and they must outlive the call.
struct ReportSource {
    const model::Workspace& workspace;
    const flow::Flow& flow;
    const flow::PlanRows& rows;
    std::span<const flow::KpiReading> scorecard;
    const flow::Plan& plan;
};

// The sections that take people's words, in order, with their titles.
struct SectionName {
    std::string_view handle;
    std::string_view title;
};
std::span<const SectionName> report_sections();

// The report of a month ("2026-10"; must be one), as of the flow's instant: KPIs by their last
// value of the month or before, flow over the month's days, objectives as they stand.
Document monthly_report(const ReportSource& source, std::string_view month);

// What was taken up in one meeting: notes, decisions, actions, commitments.
Document meeting_report(const model::Workspace& workspace, const model::Meeting& meeting,
                        const Zone& zone);

// The figures of a document that an issued report keeps: name -> value.
model::TextMap figures_of(const Document& document);

}  // namespace throughline::report
