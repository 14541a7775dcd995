#include "core/report/chart_kinds.h"

#include "core/base/text.h"
#include "core/base/words.h"
#include "core/report/chart_makers.h"
#include "core/report/chart_parts.h"
#include "core/report/chart_ticks.h"

#include <algorithm>
#include <array>

namespace throughline::report {
namespace {

namespace fl = throughline::flow;

constexpr std::string_view kStuck = "Where is it stuck?";
constexpr std::string_view kPace = "How long does it take, how much gets done?";
constexpr std::string_view kBalance = "Does as much leave as comes?";
constexpr std::string_view kDone = "When will it be done?";

constexpr std::array kKinds{
    ChartKind{"aging", kStuck, "Age of work in process",
              "How old each open card is, against what finished cards had reached at the same "
              "place. Help the highest ones before anything new is pulled.",
              3, &make_aging},
    ChartKind{"wip-by-column", kStuck, "Work in process by column",
              "What stood in which column at the end of each day. Where it grows, lower the limit "
              "or clear what is stuck.",
              2, &make_wip_by_column},
    ChartKind{"time-in-column", kStuck, "Time in column",
              "Where finished cards spent their days. Begin with the longest column, above all if "
              "cards only wait there.",
              2, &make_time_in_column},
    ChartKind{"blockers", kStuck, "Blocker clusters",
              "Days lost to each cause of blocking. Remove the first cause for good instead of "
              "clearing its blocks one by one.",
              6, &make_blockers},
    ChartKind{"load", kStuck, "Load per person",
              "How many of a person's places were taken. Above the band work waits for people: "
              "give some of it away or pull less.",
              6, &make_load},
    ChartKind{"cycle-time-scatter", kPace, "Cycle time",
              "Each dot is a finished card: how long it took. Open what lies above the service "
              "level and ask what these cards have in common.",
              3, &make_cycle_scatter},
    ChartKind{"cycle-time-histogram", kPace, "Distribution of cycle times",
              "How often cards took how many days. A long tail to the right is what makes promises "
              "break: look at its cards.",
              3, &make_cycle_histogram},
    ChartKind{"throughput", kPace, "Throughput",
              "How many cards are finished a week. Promise by this, not by what is started; ask "
              "what stood still where a week has none.",
              2, &make_throughput},
    ChartKind{"xmr-throughput", kPace, "Process behaviour of throughput",
              "Which weeks are signals and which are noise. Ask for the cause of a signal; leave "
              "the rest alone.",
              7, &make_xmr_throughput},
    ChartKind{"xmr-cycle-time", kPace, "Process behaviour of cycle time",
              "Which cards are signals and which are noise. Ask for the cause of a signal; leave "
              "the rest alone.",
              7, &make_xmr_cycle},
    ChartKind{"cumulative-flow", kBalance, "Cumulative flow",
              "How many cards have reached each column. A band that widens is where work piles up: "
              "stop starting, and help there.",
              4, &make_cumulative},
    ChartKind{"arrivals-departures", kBalance, "Arrivals and departures",
              "What came into the process a week and what left it. When more comes than leaves, "
              "cards get older: pull less.",
              2, &make_arrivals},
    ChartKind{"net-flow", kBalance, "Net flow",
              "Arrivals less departures, week by week. Several weeks above zero pile up work: "
              "finish before you start.",
              2, &make_net_flow},
    ChartKind{"flow-debt", kBalance, "Flow debt",
              "Above zero, new cards overtake old ones and promises will slip. Finish the oldest "
              "cards first until it falls.",
              4, &make_flow_debt},
    ChartKind{"intake", kBalance, "Intake funnel",
              "What became of the requests submitted in the period. Answer what waits, and decline "
              "what will not be done.",
              6, &make_intake},
    ChartKind{"forecast-when", kDone, "When will these be done",
              "The chance that so many cards are done by a day, from the team's own history. "
              "Promise the date of the confidence you need.",
              8, &make_forecast_when},
    ChartKind{"forecast-how-many", kDone, "How many will be done",
              "The chance that at least so many cards are done by a day. Promise the number of the "
              "confidence you need.",
              8, &make_forecast_how_many},
    ChartKind{"backtest", kDone, "How often forecasts were right",
              "What each confidence has meant in the past. Trust a level only where its mark lies "
              "inside its range.",
              8, &make_backtest},
};

std::string subject_words(const fl::Workflow& workflow, const std::string& subject) {
    const std::size_t colon = subject.find(':');
    if (colon == std::string::npos) {
        return subject == "board" ? "" : subject + ": ";
    }
    const std::string handle = subject.substr(colon + 1);
    for (const fl::Stage& stage : workflow.stages()) {
        if (subject.starts_with("column:") && stage.handle == handle) {
            return stage.name + ": ";
        }
    }
    return handle + ": ";
}

std::string change_words(const fl::Workflow& workflow, const model::WorkflowChange& change) {
    const std::string from = change.before.empty() ? "none" : change.before;
    const std::string to = change.after.empty() ? "none" : change.after;
    const std::string whose = subject_words(workflow, change.subject);
    if (change.what == "wip-limit") {
        return whose + "limit " + from + " to " + to;
    }
    if (change.what == "commitment" || change.what == "delivery") {
        return change.what + " point " + from + " to " + to;
    }
    // Policies are texts; what they say stands in the journal.
    return whose + change.what + " changed";
}

void add_changes(const fl::Slice& slice, Chart& chart) {
    const fl::FlowRows& rows = slice.flow().rows();
    for (const model::WorkflowChange& change : rows.workflow_changes) {
        const Day day = rows.zone.day(change.at);
        // The first ones made the board; nothing was changed by them.
        const bool is_later = change.at > rows.workflow_changes[0].at;
        const double at = day.number + 0.5;
        const bool is_shown = at > chart.x.from && at < chart.x.to + 1;
        if (!is_later || !is_shown || change.at > slice.flow().as_of()) {
            continue;
        }
        if (chart.marks.empty() || !chart.marks.back().is_flag || chart.marks.back().x0 != at) {
            chart.marks.push_back({.x0 = at, .x1 = at, .is_flag = true, .lines = {long_date(day)}});
        }
        chart.marks.back().lines.push_back(change_words(slice.flow().workflow(), change));
    }
}

}  // namespace

std::span<const ChartKind> chart_kinds() {
    return kKinds;
}

const ChartKind* find_chart(std::string_view name) {
    for (const ChartKind& kind : kKinds) {
        if (kind.name == name) {
            return &kind;
        }
    }
    return nullptr;
}

std::string_view nearest_chart(std::string_view name) {
    const ChartKind* best = &kKinds.front();
    double most = -1;
    for (const ChartKind& kind : kKinds) {
        const double here = std::max(likeness(name, kind.name), likeness(name, kind.title));
        if (here > most) {
            most = here;
            best = &kind;
        }
    }
    return best->name;
}

Chart make_chart(const ChartKind& kind, const fl::Slice& slice, const ChartChoices& choices) {
    Chart chart{.name = std::string(kind.name),
                .title = std::string(kind.title),
                .tells = std::string(kind.tells)};
    chart.period = short_date(slice.from()) + " to " + short_date(slice.to());
    if (slice.scope().days == fl::DayCount::Working) {
        chart.period += ", working days";
    }
    if (!slice.flow().workflow().is_set_up()) {
        set_missing(
            chart, "The board has no commitment point or no delivery point.",
            "Choose the columns at which work begins and ends, in the settings of the board.");
        return chart;
    }
    kind.make(slice, choices, chart);
    if (chart.x.kind == Axis::Kind::Days && !chart.missing) {
        add_changes(slice, chart);
    }
    return chart;
}

}  // namespace throughline::report
