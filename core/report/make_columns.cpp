// What stands in the columns over time, and how long cards stood in each.
#include "core/base/text.h"
#include "core/base/words.h"
#include "core/flow/column_time.h"
#include "core/flow/limits.h"
#include "core/flow/wip.h"
#include "core/report/chart_makers.h"
#include "core/report/chart_parts.h"
#include "core/report/chart_ticks.h"

#include <algorithm>
#include <numeric>

namespace throughline::report {
namespace {

namespace fl = throughline::flow;

using ByDay = std::vector<std::vector<int>>;  // [position][day]

int total_of(const fl::Workflow& workflow, const ByDay& counts, std::size_t day) {
    int total = 0;
    for (fl::Position p = workflow.first_in_process(); p < workflow.first_done(); ++p) {
        total += counts[static_cast<std::size_t>(p)][day];
    }
    return total;
}

// Columns in process that hold a card on some day, or could.
std::vector<fl::Position> shown_columns(const fl::Workflow& workflow, const ByDay& counts) {
    std::vector<fl::Position> columns;
    for (fl::Position p = workflow.first_in_process(); p < workflow.first_done(); ++p) {
        const auto& mine = counts[static_cast<std::size_t>(p)];
        const bool used = std::any_of(mine.begin(), mine.end(), [](int n) { return n > 0; });
        if (used || !workflow.at(p).removed) {
            columns.push_back(p);
        }
    }
    return columns;
}

void add_areas(const fl::Slice& slice, const std::vector<fl::Position>& columns,
               const ByDay& counts, const std::vector<std::size_t>& days, Chart& chart) {
    // Steps: a count holds for its day, and nothing lies between two days.
    std::vector<Point> floor;
    for (std::size_t k = 0; k < days.size(); ++k) {
        const std::size_t next = k + 1 < days.size() ? days[k + 1] : days[k] + 1;
        floor.push_back({slice.from().number + static_cast<double>(days[k]), 0});
        floor.push_back({slice.from().number + static_cast<double>(next), 0});
    }
    // From the right: what is nearest to done lies at the bottom, as in the cumulative flow.
    for (std::size_t i = columns.size(); i-- > 0;) {
        std::vector<Point> top = floor;
        for (std::size_t k = 0; k < days.size(); ++k) {
            const int count = counts[static_cast<std::size_t>(columns[i])][days[k]];
            top[2 * k].y += count;
            top[2 * k + 1].y += count;
        }
        chart.areas.push_back({.name = column_name(slice, columns[i]),
                               .ink = series(static_cast<int>(i)),
                               .upper = top,
                               .lower = floor});
        floor = std::move(top);
    }
    chart.lines.push_back({"", std::move(floor), {.ink = Ink::Text, .width = 1.5}});
}

// The cards in process on the last day stand in its mark.
std::vector<fl::CardIndex> in_process_now(const fl::Slice& slice) {
    std::vector<fl::CardIndex> cards;
    slice.each([&](fl::CardIndex i, const fl::Journey& journey) {
        if (journey.in_process) {
            cards.push_back(i);
        }
    });
    return cards;
}

Verdict judge_places(const fl::Slice& slice) {
    std::string over;
    std::string full;
    bool any = false;
    for (const fl::Place& place : fl::places(slice)) {
        const std::size_t colon = place.subject.find(':');
        if (!place.subject.starts_with("column:") && !place.subject.starts_with("group:")) {
            continue;
        }
        any = true;
        std::string& names = *place.room() < 0 ? over : full;
        if (*place.room() <= 0) {
            names += (names.empty() ? "" : ", ") + place.subject.substr(colon + 1);
        }
    }
    return !any ? Verdict{Verdict::Call::None, "No column has a limit: set one to be told."}
           : !over.empty() ? Verdict{Verdict::Call::Act, "Over the limit now: " + over + "."}
           : !full.empty() ? Verdict{Verdict::Call::Watch, "At the limit now: " + full + "."}
                           : Verdict{Verdict::Call::Fine, "Every column has room under its limit."};
}

}  // namespace

void make_wip_by_column(const fl::Slice& slice, const ChartChoices&, Chart& chart) {
    constexpr std::size_t kBins = 200;
    const fl::Workflow& workflow = slice.flow().workflow();
    const ByDay counts = fl::columns_by_day(slice);
    const std::vector<fl::Position> columns = shown_columns(workflow, counts);
    std::vector<double> totals;
    for (int day = 0; day < slice.day_count(); ++day) {
        totals.push_back(total_of(workflow, counts, static_cast<std::size_t>(day)));
    }
    const double most = totals.empty() ? 0 : *std::max_element(totals.begin(), totals.end());
    if (most == 0) {
        set_missing(chart, "Nothing was in process in this period.",
                    "Choose a longer period, or commit to a card.");
        return;
    }
    chart.x = day_axis(slice.from(), slice.to());
    chart.y = number_axis("cards", most);
    add_areas(slice, columns, counts, extremes(totals, kBins), chart);
    chart.table.head = {"day"};
    for (const fl::Position p : columns) {
        chart.table.head.push_back(column_name(slice, p));
    }
    chart.table.head.emplace_back("wip");
    for (std::size_t day = 0; day < totals.size(); ++day) {
        const Day date = slice.from() + static_cast<int>(day);
        Mark mark = slot_mark(date.number, date.number + 1);
        std::vector<std::string> row{to_text(date)};
        const auto total = static_cast<std::int64_t>(totals[day]);
        mark.lines = {long_date(date), plural(total, "card", "cards") + " in process"};
        for (const fl::Position p : columns) {
            const int count = counts[static_cast<std::size_t>(p)][day];
            row.push_back(std::to_string(count));
            if (count > 0) {
                mark.lines.push_back(column_name(slice, p) + ": " + std::to_string(count));
            }
        }
        row.push_back(std::to_string(total));
        chart.marks.push_back(std::move(mark));
        chart.table.rows.push_back(std::move(row));
    }
    if (slice.to() == slice.flow().today()) {
        add_cards(slice, in_process_now(slice), chart.marks.back());
    }
    const double mean =
        std::accumulate(totals.begin(), totals.end(), 0.0) / static_cast<double>(totals.size());
    chart.says = decimal(totals.back(), 0) + " cards are in process at the end, " + decimal(mean) +
                 " on average, " + decimal(most, 0) + " at most.";
    chart.verdict = judge_places(slice);
}

void make_time_in_column(const fl::Slice& slice, const ChartChoices&, Chart& chart) {
    const fl::Workflow& workflow = slice.flow().workflow();
    const std::vector<fl::ColumnTime> times = fl::column_times(slice);
    const std::size_t n = times.empty() ? 0 : times.front().days.n;
    if (n == 0) {
        set_missing(chart, "No card was finished in this period with a start that was seen.",
                    "Choose a longer period or other cards.");
        return;
    }
    std::vector<std::string> names;
    double most = 0;
    Duration all;
    for (const fl::ColumnTime& time : times) {
        all += time.total;
    }
    chart.table.head = {"column", "kind", "p50_days", "p85_days", "total_days", "share", "cards"};
    const fl::ColumnTime* longest = &times.front();
    for (std::size_t i = 0; i < times.size(); ++i) {
        const fl::ColumnTime& time = times[i];
        const fl::Stage& stage = workflow.at(time.column);
        const double top = static_cast<double>(i);
        const double share =
            all.us == 0 ? 0 : static_cast<double>(time.total.us) / static_cast<double>(all.us);
        const double p50 = time.days.p50.value_or(0);
        const double p85 = time.days.p85.value_or(0);
        const Ink ink = stage.is_active() ? Ink::Series1 : Ink::Series2;
        names.push_back(column_name(slice, time.column));
        chart.bars.push_back({.x0 = p50,
                              .x1 = p85,
                              .y0 = top + 0.26,
                              .y1 = top + 0.74,
                              .ink = ink,
                              .opacity = 0.18,
                              .hatch = Hatch::Forward,
                              .words = decimal(p50) + " / " + decimal(p85) + " d"});
        chart.bars.push_back(
            {.x1 = p50,
             .y0 = top + 0.26,
             .y1 = top + 0.74,
             .ink = ink,
             .hatch = stage.is_active() ? std::nullopt : std::optional(Hatch::Dots)});
        Mark mark{.x0 = 0, .x1 = 1e9, .y0 = top, .y1 = top + 1};
        mark.lines = {names.back(),
                      "half of " + plural(static_cast<std::int64_t>(n), "card", "cards") +
                          " stood here " + decimal(p50) + " days or less, 85% " + decimal(p85),
                      percent_words(share) + " of all their time in process"};
        chart.marks.push_back(std::move(mark));
        chart.table.rows.push_back({names.back(), stage.is_active() ? "active" : "queue",
                                    decimal(p50, 6), decimal(p85, 6), decimal(time.total.days(), 6),
                                    decimal(share, 6), std::to_string(n)});
        most = std::max(most, p85);
        longest = time.total > longest->total ? &time : longest;
    }
    chart.x = number_axis("days, elapsed", std::max(most, 0.1));
    chart.x.whole = most > 4;
    chart.y = name_axis(std::move(names));
    const bool waits = std::any_of(times.begin(), times.end(), [&](const fl::ColumnTime& time) {
        return !workflow.at(time.column).is_active();
    });
    chart.legend = {{.words = "half of the cards", .ink = Ink::Series1},
                    {.words = "85% of the cards", .ink = Ink::Series1, .hatch = Hatch::Forward}};
    if (waits) {
        chart.legend.push_back(
            {.words = "queue: cards wait here", .ink = Ink::Series2, .hatch = Hatch::Dots});
    }
    if (all.us == 0) {
        chart.says = "The cards passed every column in no time.";
        chart.verdict = {Verdict::Call::None, "There is no time to share out between columns."};
        return;
    }
    const double share = static_cast<double>(longest->total.us) / static_cast<double>(all.us);
    chart.says = percent_words(share) + " of the time in process was spent in " +
                 column_name(slice, longest->column) + ".";
    double waited = 0;
    for (const fl::ColumnTime& time : times) {
        waited += workflow.at(time.column).is_active() ? 0 : time.total.days();
    }
    const double queued = waited / all.days();
    if (!waits) {
        chart.verdict = {Verdict::Call::None,
                         "No queue column lies in process, so waiting cannot be told from work."};
        return;
    }
    const std::string rule = percent_words(queued, 1) + " of the time was spent in queues; ";
    chart.verdict = queued >= 0.6
                        ? Verdict{Verdict::Call::Act, rule + "from 60% on cards mostly wait."}
                    : queued >= 0.4 ? Verdict{Verdict::Call::Watch, rule + "40% is much."}
                                    : Verdict{Verdict::Call::Fine, rule + "less than 40%."};
}

}  // namespace throughline::report
