// One monthly report being written. Private to this room.
#pragma once

#include "core/base/period.h"
#include "core/report/monthly.h"

#include <map>

namespace throughline::report {

class MonthlyWriter {
public:
    // All must outlive the writer.
    MonthlyWriter(const ReportRows& rows, const flow::Flow& flow, std::string_view month);

    Document write(std::string_view head);
    // Only the figures that a later report may restate: values and targets of KPIs, flow.
    std::map<std::string, Figure> dated_figures();

private:
    struct Listed;  // a KPI of the table

    void add(std::string_view handle, std::vector<Block> drafted);
    std::string person(model::PersonId id) const;
    bool in_month(Instant at) const { return period_.contains(flow_.zone().day(at)); }
    flow::Slice slice_of(const Period& period) const;

    // monthly_figures.cpp
    std::vector<Block> kpi_blocks();
    std::vector<Words> kpi_row(const Listed& listed);
    std::vector<Block> objective_blocks();
    std::vector<Words> objective_row(const flow::ObjectiveReading& reading,
                                     const model::Objective& objective);
    void add_completion(const flow::Plan& plan, const std::string& quarter,
                        std::vector<Block>& blocks);
    // monthly_flow.cpp
    Words flow_words();
    void add_month_before();
    void add_stuck(std::vector<Block>& blocks);
    std::vector<Block> flow_blocks();
    // monthly_lists.cpp
    std::vector<Block> risk_blocks();
    bool is_of_month(const model::Decision& one) const;
    std::vector<Block> decision_blocks();
    std::vector<Block> next_blocks();
    std::vector<Block> restated_blocks();
    // monthly.cpp
    Span overdue_figure();
    Block tiles();
    Words summary_words();

    const ReportRows& rows_;
    const flow::Flow& flow_;
    std::string month_;
    Period period_;
    model::TextMap texts_;
    Document document_;

    std::vector<flow::KpiReading> scorecard_;

    // Counted on the way, for the tiles and the summary.
    std::int64_t with_target_ = 0;
    std::int64_t on_target_ = 0;
    std::int64_t overdue_ = 0;
    std::vector<std::string> red_;
    std::int64_t objectives_ = 0;
    std::int64_t on_track_ = 0;
    std::int64_t at_risk_ = 0;
    std::int64_t off_track_ = 0;
    std::int64_t delivered_ = 0;
    Words delivered_before_;  // "12 the month before"
    Words cycle_before_;
};

}  // namespace throughline::report
