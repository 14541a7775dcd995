// What became of the requests that were submitted.
#include "core/base/text.h"
#include "core/flow/intake.h"
#include "core/flow/response.h"
#include "core/report/chart_makers.h"
#include "core/report/chart_parts.h"

#include <algorithm>
#include <array>

namespace throughline::report {
namespace {

namespace fl = throughline::flow;

fl::Cohort sum_of(const std::vector<fl::Cohort>& cohorts) {
    fl::Cohort sum;
    for (const fl::Cohort& one : cohorts) {
        sum.submitted += one.submitted;
        sum.accepted += one.accepted;
        sum.declined += one.declined;
        sum.merged += one.merged;
        sum.pending += one.pending;
        sum.committed += one.committed;
        sum.delivered += one.delivered;
    }
    return sum;
}

void add_stage(const fl::Cohort& all, const std::string& name, int count, bool way_on,
               Chart& chart) {
    const double top = static_cast<double>(chart.y.names.size());
    const std::string share = percent_words(static_cast<double>(count) / all.submitted);
    chart.y.names.push_back(name);
    chart.bars.push_back({.x1 = static_cast<double>(count),
                          .y0 = top + 0.2,
                          .y1 = top + 0.8,
                          .ink = way_on ? Ink::Accent : Ink::Neutral,
                          .hatch = way_on ? std::nullopt : std::optional(Hatch::Backward),
                          .words = std::to_string(count) + " (" + share + ")"});
    chart.marks.push_back({.x0 = 0,
                           .x1 = 1e9,
                           .y0 = top,
                           .y1 = top + 1,
                           .lines = {name, plural(count, "request", "requests") + ", " + share +
                                               " of those submitted"}});
}

Verdict judge(const fl::Slice& slice, const fl::Discards& discards) {
    constexpr double kShould = 0.85;  // of the answers in time, as with service levels
    const fl::ResponseFigures responses = fl::response_figures(slice);
    const int late = responses.breaches_open;
    if (late > 0) {
        return {Verdict::Call::Act, plural(late, "request waits", "requests wait") +
                                        " past the promised response time."};
    }
    const auto in_time = responses.within_sla.value();
    if (in_time && *in_time < kShould) {
        return {Verdict::Call::Watch, "Only " + percent_words(*in_time) +
                                          " of the requests were answered in the promised time; " +
                                          percent_words(kShould) + " should be."};
    }
    if (discards.upstream.whole < 10) {
        return {Verdict::Call::None, "Fewer than 10 requests were decided."};
    }
    if (discards.nothing_is_chosen()) {
        return {Verdict::Call::Watch, "Nothing was declined or merged: nothing is being chosen."};
    }
    return {Verdict::Call::Fine,
            "Requests are answered in the promised time, and some are turned down."};
}

}  // namespace

void make_intake(const fl::Slice& slice, const ChartChoices&, Chart& chart) {
    const std::vector<fl::Cohort> cohorts = fl::cohorts(slice);
    const fl::Cohort all = sum_of(cohorts);
    if (all.submitted == 0) {
        set_missing(chart, "No request was submitted in this period.",
                    "Choose a longer period. Imported cards have no requests.");
        return;
    }
    chart.y = name_axis({});
    add_stage(all, "submitted", all.submitted, true, chart);
    add_stage(all, "accepted", all.accepted, true, chart);
    add_stage(all, "committed", all.committed, true, chart);
    add_stage(all, "delivered", all.delivered, true, chart);
    add_stage(all, "still waiting", all.pending, false, chart);
    add_stage(all, "declined", all.declined, false, chart);
    add_stage(all, "merged", all.merged, false, chart);
    chart.x = number_axis("requests", all.submitted);
    chart.legend = {{.words = "on their way"},
                    {.words = "not (yet) accepted", .ink = Ink::Neutral, .hatch = Hatch::Backward}};
    chart.table.head = {"week",      "submitted", "accepted", "committed",
                        "delivered", "pending",   "declined", "merged"};
    for (const fl::Cohort& one : cohorts) {
        std::vector<std::string> row{to_text(one.monday)};
        for (const int count : std::array{one.submitted, one.accepted, one.committed, one.delivered,
                                          one.pending, one.declined, one.merged}) {
            row.push_back(std::to_string(count));
        }
        chart.table.rows.push_back(std::move(row));
    }
    chart.note = "All requests, whatever cards are chosen.";
    chart.says = "Of " + plural(all.submitted, "request", "requests") + " " +
                 std::to_string(all.accepted) + " were accepted and " +
                 std::to_string(all.delivered) + " delivered; " + std::to_string(all.pending) +
                 (all.pending == 1 ? " waits" : " wait") + " for an answer.";
    chart.verdict = judge(slice, fl::discards(slice));
}

}  // namespace throughline::report
