// Cumulative flow and what it tells about old cards: flow debt.
#include "core/base/text.h"
#include "core/base/words.h"
#include "core/flow/cfd.h"
#include "core/flow/little.h"
#include "core/report/chart_makers.h"
#include "core/report/chart_parts.h"
#include "core/report/chart_ticks.h"

#include <algorithm>

namespace throughline::report {
namespace {

namespace fl = throughline::flow;

constexpr int kMostDays = 420;  // drawn; more are skipped evenly, the last one is kept

// Which days are drawn. Lines of a cumulative flow never fall, so no peak lies between.
std::vector<int> drawn_days(int count) {
    const int step = (count + kMostDays - 1) / kMostDays;
    std::vector<int> days;
    for (int day = (count - 1) % std::max(1, step); day < count; day += std::max(1, step)) {
        days.push_back(day);
    }
    return days;
}

std::vector<Point> line_of(const fl::Cfd& cfd, std::size_t column, const std::vector<int>& days) {
    std::vector<Point> points;
    for (const int day : days) {
        points.push_back({cfd.from.number + day + 0.5,
                          static_cast<double>(cfd.lines[column][static_cast<std::size_t>(day)])});
    }
    return points;
}

void add_bands(const fl::Slice& slice, const fl::Cfd& cfd, Chart& chart) {
    const std::vector<int> days = drawn_days(cfd.day_count());
    for (std::size_t i = 0; i + 1 < cfd.columns.size(); ++i) {
        chart.areas.push_back({.name = column_name(slice, cfd.columns[i]),
                               .ink = series(static_cast<int>(i)),
                               .upper = line_of(cfd, i, days),
                               .lower = line_of(cfd, i + 1, days)});
    }
    chart.lines.push_back({"", line_of(cfd, 0, days), {.ink = Ink::Text, .width = 1.5}});
    chart.lines.push_back({"left",
                           line_of(cfd, cfd.columns.size() - 1, days),
                           {.ink = Ink::Text, .width = 1.5, .dash = Dash::Dashed}});
}

// Cards that stand left of the band they are drawn in.
void add_rework(const fl::Cfd& cfd, Chart& chart) {
    const auto days = static_cast<std::size_t>(cfd.day_count());
    const std::vector<int>& left = cfd.lines.back();
    for (std::size_t begin = 0; begin < days;) {
        std::size_t end = begin + 1;
        while (end < days && cfd.rework[end] == cfd.rework[begin] && left[end] == left[begin]) {
            ++end;
        }
        if (cfd.rework[begin] > 0) {
            chart.grounds.push_back({.x0 = cfd.from.number + static_cast<double>(begin),
                                     .x1 = cfd.from.number + static_cast<double>(end),
                                     .y0 = static_cast<double>(left[begin]),
                                     .y1 = static_cast<double>(left[begin] + cfd.rework[begin]),
                                     .ink = Ink::Text,
                                     .opacity = 0.0,
                                     .hatch = Hatch::Cross});
        }
        begin = end;
    }
}

void add_days(const fl::Slice& slice, const fl::Cfd& cfd, Chart& chart) {
    chart.table.head = {"day"};
    for (const fl::Position column : cfd.columns) {
        chart.table.head.push_back(column_name(slice, column));
    }
    for (const char* name : {"wip", "not_delivered", "rework"}) {
        chart.table.head.push_back(name);
    }
    for (int day = 0; day < cfd.day_count(); ++day) {
        const auto at = static_cast<std::size_t>(day);
        const Day date = cfd.from + day;
        Mark mark = slot_mark(date.number, date.number + 1);
        mark.lines = {long_date(date), plural(cfd.wip(day), "card", "cards") + " in process"};
        std::vector<std::string> row{to_text(date)};
        for (std::size_t i = 0; i < cfd.columns.size(); ++i) {
            row.push_back(std::to_string(cfd.lines[i][at]));
            if (i + 1 < cfd.columns.size()) {
                mark.lines.push_back(column_name(slice, cfd.columns[i]) + ": " +
                                     std::to_string(cfd.band(i, day)));
            }
        }
        if (cfd.rework[at] > 0) {
            mark.lines.push_back("sent back: " + std::to_string(cfd.rework[at]));
        }
        if (const auto gap = cfd.horizontal_gap(day)) {
            mark.lines.push_back("about " + plural(*gap, "day", "days") + " through the process");
        }
        row.insert(row.end(), {std::to_string(cfd.wip(day)), std::to_string(cfd.not_delivered[at]),
                               std::to_string(cfd.rework[at])});
        chart.marks.push_back(std::move(mark));
        chart.table.rows.push_back(std::move(row));
    }
    for (const fl::CardIndex card : cfd.rework_now) {
        chart.marks.back().lines.push_back("rework: " + card_name(slice, card));
        chart.marks.back().cards.push_back(slice.flow().card(card).id);
    }
}

Verdict judge(const fl::Stability& stability) {
    if (!stability.ratio) {
        return {Verdict::Call::None, "Nothing was delivered in this period to judge by."};
    }
    const std::string measure = "Average work in process over throughput times cycle time is " +
                                decimal(*stability.ratio, 2);
    if (stability.steady) {
        return {Verdict::Call::Fine, measure + "; between 0.8 and 1.25 the process is steady."};
    }
    std::string why;
    bool grows = false;
    for (const fl::Unsteady condition : stability.failing) {
        why += (why.empty() ? "" : ", ") + std::string(to_text(condition));
        grows = grows || condition == fl::Unsteady::Rates || condition == fl::Unsteady::WipAtEnds;
    }
    grows = grows && stability.wip_at_end > stability.wip_at_begin;
    return {grows ? Verdict::Call::Act : Verdict::Call::Watch,
            measure + ", outside 0.8 to 1.25" + (why.empty() ? "." : ": " + why + ".")};
}

bool nothing_started(const fl::Cfd& cfd, Chart& chart) {
    if (cfd.day_count() > 0 && cfd.columns.size() > 1 && (cfd.lines.front().back() > 0)) {
        return false;
    }
    set_missing(chart, "No card has crossed the commitment point yet.",
                "The diagram begins with the first card that is committed to.");
    return true;
}

}  // namespace

void make_cumulative(const fl::Slice& slice, const ChartChoices&, Chart& chart) {
    const fl::Cfd cfd = fl::cfd(slice);
    if (nothing_started(cfd, chart)) {
        return;
    }
    const int last = cfd.day_count() - 1;
    const auto end = static_cast<std::size_t>(last);
    chart.x = day_axis(cfd.from, cfd.from + last);
    // A range that begins late starts from the counts before it: the empty part below is left out.
    const double lowest = cfd.lines.back().front();
    chart.y = number_axis("cards since the start", cfd.lines.front().back());
    chart.y.from = lowest > 0.3 * chart.y.to ? lowest : 0;
    add_bands(slice, cfd, chart);
    add_rework(cfd, chart);
    add_days(slice, cfd, chart);
    chart.legend = {{.look = LegendEntry::Look::Line, .words = "came in", .ink = Ink::Text},
                    {.look = LegendEntry::Look::Line,
                     .words = "left (" + std::to_string(cfd.not_delivered[end]) + " of " +
                              std::to_string(cfd.lines.back()[end]) + " without delivery)",
                     .ink = Ink::Text,
                     .dash = Dash::Dashed}};
    if (cfd.rework[end] > 0 || !chart.grounds.empty()) {
        chart.legend.push_back({.words = "rework: " + std::to_string(cfd.rework[end]) + " now",
                                .ink = Ink::Text,
                                .hatch = Hatch::Cross});
    }
    chart.says = plural(cfd.wip(last), "card is", "cards are") + " in process; " +
                 std::to_string(cfd.wip(0)) + " were at the start of the period.";
    if (const auto gap = cfd.horizontal_gap(last)) {
        chart.says += " A card takes about " + plural(*gap, "day", "days") + ".";
    }
    chart.verdict = judge(fl::stability(slice));
}

void make_flow_debt(const fl::Slice& slice, const ChartChoices&, Chart& chart) {
    const fl::Cfd cfd = fl::cfd(slice);
    if (nothing_started(cfd, chart)) {
        return;
    }
    const auto debts = fl::flow_debt_by_day(slice, cfd);
    double highest = 1;
    double lowest = -1;
    chart.table.head = {"day", "flow_debt_days"};
    Line line{"", {}, {.ink = Ink::Accent, .width = 2}};
    int above = 0;  // days in a row up to the last one
    for (std::size_t i = 0; i < debts.size(); ++i) {
        const Day day = cfd.from + static_cast<int>(i);
        chart.table.rows.push_back({to_text(day), debts[i] ? decimal(*debts[i], 6) : ""});
        above = debts[i] && *debts[i] > 0 ? above + 1 : 0;
        if (!debts[i]) {
            continue;
        }
        highest = std::max(highest, *debts[i]);
        lowest = std::min(lowest, *debts[i]);
        line.points.push_back({day.number + 0.5, *debts[i]});
        Mark mark = slot_mark(day.number, day.number + 1);
        mark.lines = {long_date(day), (*debts[i] > 0   ? "debt of "
                                       : *debts[i] < 0 ? "paid back: "
                                                       : "") +
                                          decimal(std::abs(*debts[i])) + " days"};
        chart.marks.push_back(std::move(mark));
    }
    if (line.points.empty()) {
        set_missing(chart, "No day of this period has both a departure and a finished card.",
                    "Choose a longer period.");
        chart.table = {};
        return;
    }
    chart.x = day_axis(slice.from(), slice.to());
    chart.y = number_axis("days", highest, lowest);
    chart.y.whole = false;
    chart.grounds = {{.x0 = static_cast<double>(slice.from().number),
                      .x1 = slice.to().number + 1.0,
                      .y1 = 1e9,
                      .ink = Ink::Warning,
                      .opacity = 0.07}};
    chart.legend = {
        {.words = "debt: new cards overtake old ones", .ink = Ink::Warning, .opacity = 0.2}};
    const double now = line.points.back().y;
    chart.lines.push_back(std::move(line));
    chart.says = now > 0
                     ? "Cards in process wait " + decimal(now) +
                           " days longer than the finished ones took on average."
                     : "No debt now (" + decimal(now) + " days): old cards are not left behind.";
    chart.verdict =
        above >= 28   ? Verdict{Verdict::Call::Act, "Above zero on each of the last " +
                                                      std::to_string(above) +
                                                      " days; from 28 on promises slip."}
        : above >= 14 ? Verdict{Verdict::Call::Watch, "Above zero on each of the last " +
                                                          std::to_string(above) +
                                                          " days; two weeks are a warning."}
                      : Verdict{Verdict::Call::Fine, "Not above zero for 14 days in a row."};
}

}  // namespace throughline::report
