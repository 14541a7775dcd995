// The monthly report: how work flowed.
#include "core/base/text.h"
#include "core/base/words.h"
#include "core/flow/cycle.h"
#include "core/flow/efficiency.h"
#include "core/flow/percentile.h"
#include "core/report/chart_kinds.h"
#include "core/report/chart_parts.h"
#include "core/report/chart_ticks.h"
#include "core/report/monthly_writer.h"

#include <algorithm>

namespace throughline::report {
namespace {

constexpr int kChartDays = 12 * 7;  // of the charts, to the month's end

std::vector<int> sorted_cycle_days(const flow::Slice& slice) {
    std::vector<int> days = flow::cycle_days(slice);
    std::ranges::sort(days);
    return days;
}

std::string days_of(int days) {
    return plural(days, "day", "days");
}

std::string count_words(std::size_t cycle_times) {
    return plural(static_cast<std::int64_t>(cycle_times), "cycle time", "cycle times");
}

std::string span_words(const Period& period) {
    return short_date(period.first) + " to " + short_date(period.last);
}

}  // namespace

flow::Slice MonthlyWriter::slice_of(const Period& period) const {
    flow::Scope scope;
    scope.from = period.first;
    scope.to = period.last;
    scope.as_of = flow_.as_of();
    return flow::Slice(flow_, scope);
}

Words MonthlyWriter::flow_words() {
    const flow::Slice slice = slice_of(period_);
    delivered_ = static_cast<std::int64_t>(flow::lead_times(slice).size());
    const std::string days = span_words(period_);
    Words words{{"Delivered: "},
                document_.figure("flow.delivered", number_words(static_cast<double>(delivered_)),
                                 "cards past the delivery point, " + days),
                {delivered_ == 1 ? " card." : " cards."}};
    const std::vector<int> cycle = sorted_cycle_days(slice);
    const std::string of = " of " + count_words(cycle.size()) + ", " + days;
    if (const auto half = flow::percentile(cycle, 50)) {
        words.push_back({" Half of them took at most "});
        words.push_back(document_.figure("flow.cycle-p50", days_of(*half), "50th percentile" + of));
        words.push_back({", 85% at most "});
        words.push_back(document_.figure("flow.cycle-p85", days_of(*flow::percentile(cycle, 85)),
                                         "85th percentile" + of));
        words.push_back({"."});
    }
    words.push_back({" Blocked: "});
    words.push_back(document_.figure(
        "flow.blocked", number_words(flow::blocked_time(slice).days(), "card-days"),
        "time in which cards were blocked, each card's blocks counted once, " + days));
    words.push_back({"."});
    return words;
}

void MonthlyWriter::add_month_before() {
    const Period before = *parse_period(next_month(month_, -1));
    const flow::Slice slice = slice_of(before);
    const std::string days = span_words(before);
    const auto delivered = static_cast<double>(flow::lead_times(slice).size());
    delivered_before_ = {document_.figure("flow.delivered-before", number_words(delivered),
                                          "cards past the delivery point, " + days),
                         {" the month before"}};
    const std::vector<int> cycle = sorted_cycle_days(slice);
    if (const auto most = flow::percentile(cycle, 85)) {
        cycle_before_ = {
            document_.figure("flow.cycle-p85-before", days_of(*most),
                             "85th percentile of " + count_words(cycle.size()) + ", " + days),
            {" the month before"}};
    } else {
        cycle_before_ = {{"none finished before"}};
    }
}

std::vector<Block> MonthlyWriter::flow_blocks() {
    std::vector<Block> blocks{Paragraph{flow_words()}};
    add_month_before();
    const Period window{period_.last - (kChartDays - 1), period_.last};
    const flow::Slice weeks = slice_of(window);
    if (flow::lead_times(weeks).empty()) {
        return blocks;
    }
    blocks.emplace_back(
        Paragraph{{{"The charts look back over the 12 weeks from " + span_words(window) +
                    ", so their figures are not those of the month alone."}},
                  true});
    for (const char* name : {"throughput", "cycle-time-scatter"}) {
        if (const ChartKind* kind = find_chart(name)) {
            Chart chart = make_chart(*kind, weeks);
            Words says = document_.sentence(
                "chart." + chart.name, chart.missing ? chart.missing->what : chart.says,
                "the chart " + chart.title + " with its rows, " + span_words(window));
            blocks.emplace_back(ChartBlock{chart.title, std::move(says), std::move(chart)});
        }
    }
    return blocks;
}

}  // namespace throughline::report
