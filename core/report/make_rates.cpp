// Deliveries, arrivals and departures by week or day.
#include "core/base/text.h"
#include "core/base/words.h"
#include "core/flow/throughput.h"
#include "core/report/chart_makers.h"
#include "core/report/chart_parts.h"
#include "core/report/chart_ticks.h"

#include <algorithm>

namespace throughline::report {
namespace {

namespace fl = throughline::flow;

struct Part {  // a week or a day of the period
    Day from;
    int days = 7;
    int count = 0;
    bool whole = true;
};

std::vector<Part> parts_of(const fl::Slice& slice, const std::vector<int>& by_day, bool days) {
    std::vector<Part> parts;
    if (days) {
        Day day = slice.from();
        for (const int count : by_day) {
            parts.push_back({day, 1, count, day < slice.flow().today()});
            ++day;
        }
        return parts;
    }
    for (const fl::WeekCount& week : fl::by_week(slice.from(), by_day)) {
        const bool is_over = week.monday + 6 < slice.flow().today();
        parts.push_back({week.monday, 7, week.count, week.whole && is_over});
    }
    return parts;
}

std::vector<Part> whole_ones(std::vector<Part> parts) {
    std::erase_if(parts, [](const Part& part) { return !part.whole; });
    return parts;
}

std::string part_name(const Part& part) {
    return part.days == 1 ? long_date(part.from) : "Week of " + long_date(part.from);
}

double mean_of(const std::vector<Part>& parts) {
    double sum = 0;
    for (const Part& part : parts) {
        sum += part.count;
    }
    return parts.empty() ? 0 : sum / static_cast<double>(parts.size());
}

// The period, widened to whole weeks so that each part has its full width.
Axis axis_of(const std::vector<Part>& parts) {
    return day_axis(parts.front().from, parts.back().from + (parts.back().days - 1));
}

Mark mark_of(const Part& part) {
    Mark mark = slot_mark(part.from.number, part.from.number + part.days);
    mark.lines = {part_name(part) + (part.whole ? "" : " (cut or not over)")};
    return mark;
}

void add_bar(const Part& part, double from, double to, Ink ink, Chart& chart) {
    const double inset = 0.16 * part.days;
    chart.bars.push_back({.x0 = part.from.number + inset,
                          .x1 = part.from.number + part.days - inset,
                          .y0 = std::min(from, to),
                          .y1 = std::max(from, to),
                          .ink = ink,
                          .opacity = part.whole ? 0.85 : 0.3,
                          .hatch = part.whole ? std::nullopt : std::optional(Hatch::Forward),
                          .words = std::to_string(part.count)});
}

bool no_days(const std::vector<Part>& parts, Chart& chart) {
    if (!parts.empty()) {
        return false;
    }
    set_missing(chart, "The period has not begun yet.", "Choose a period that has.");
    return true;
}

void add_open_note(const std::vector<Part>& parts, Chart& chart) {
    if (std::any_of(parts.begin(), parts.end(), [](const Part& part) { return !part.whole; })) {
        chart.legend.push_back(
            {.words = "cut by the period, or not over", .hatch = Hatch::Forward});
    }
}

Verdict judge_throughput(const std::vector<Part>& whole) {
    constexpr int kLook = 4;
    if (std::ssize(whole) < kLook || whole.front().days == 1) {
        return {Verdict::Call::None, std::ssize(whole) < kLook
                                         ? "Fewer than 4 whole weeks to judge by."
                                         : "Single days are not judged; weeks are."};
    }
    const auto idle = std::count_if(whole.end() - kLook, whole.end(),
                                    [](const Part& part) { return part.count == 0; });
    const std::string rule = idle == 0 ? "Something was finished in each of the last 4 whole weeks."
                                       : "Nothing was finished in " + std::to_string(idle) +
                                             " of the last 4 whole weeks.";
    return {idle == 0   ? Verdict::Call::Fine
            : idle == 1 ? Verdict::Call::Watch
                        : Verdict::Call::Act,
            rule};
}

}  // namespace

void make_throughput(const fl::Slice& slice, const ChartChoices& choices, Chart& chart) {
    const std::vector<Part> parts = parts_of(slice, fl::throughput_by_day(slice), choices.by_day);
    if (no_days(parts, chart)) {
        return;
    }
    const DayCards finished = finished_cards(slice);
    int most = 1;
    chart.table.head = {choices.by_day ? "day" : "week", "cards", "whole"};
    for (const Part& part : parts) {
        most = std::max(most, part.count);
        add_bar(part, 0, part.count, Ink::Accent, chart);
        Mark mark = mark_of(part);
        mark.lines.push_back(plural(part.count, "card", "cards") + " finished");
        add_cards(slice, cards_within(finished, part.from, part.from + (part.days - 1)), mark);
        chart.marks.push_back(std::move(mark));
        chart.table.rows.push_back(
            {to_text(part.from), std::to_string(part.count), yes_words(part.whole)});
    }
    chart.x = axis_of(parts);
    chart.y = number_axis(choices.by_day ? "cards a day" : "cards a week", most);
    add_open_note(parts, chart);
    const std::vector<Part> whole = whole_ones(parts);
    if (!whole.empty()) {
        const double mean = mean_of(whole);
        chart.guides.push_back({.at = mean,
                                .stroke = {.ink = Ink::TextMuted, .dash = Dash::Dashed},
                                .words = "mean " + decimal(mean)});
        const auto idle = std::count_if(whole.begin(), whole.end(),
                                        [](const Part& part) { return part.count == 0; });
        const std::string part = choices.by_day ? "day" : "week";
        chart.says = "On average " + decimal(mean) + " cards are finished a " + part + ", " +
                     (idle == 0 ? "something in every " + part + "."
                                : "nothing in " + std::to_string(idle) + " of " +
                                      plural(std::ssize(whole), part, part + "s") + ".");
    } else {
        chart.says = "No whole week lies in this period yet.";
    }
    chart.verdict = judge_throughput(whole);
}

namespace {

struct Rates {
    std::vector<Part> arrivals;
    std::vector<Part> departures;
    std::vector<fl::DepartureCounts> kinds;  // of each week
};

Rates rates_of(const fl::Slice& slice) {
    const std::vector<fl::DepartureCounts> by_day = fl::departures_by_day(slice);
    std::vector<int> totals;
    for (const fl::DepartureCounts& day : by_day) {
        totals.push_back(day.total());
    }
    Rates rates{.arrivals = parts_of(slice, fl::arrivals_by_day(slice), false),
                .departures = parts_of(slice, totals, false),
                .kinds = {}};
    for (const Part& week : rates.departures) {
        fl::DepartureCounts sum;
        for (int i = 0; i < week.days; ++i) {
            const int at = week.from + i - slice.from();
            if (at >= 0 && at < static_cast<int>(by_day.size())) {
                sum += by_day[static_cast<std::size_t>(at)];
            }
        }
        rates.kinds.push_back(sum);
    }
    return rates;
}

std::string kinds_words(const fl::DepartureCounts& counts) {
    std::string words = std::to_string(counts.delivered) + " delivered";
    const auto add = [&words](int count, const char* what) {
        if (count > 0) {
            words += ", " + std::to_string(count) + " " + what;
        }
    };
    add(counts.returned, "returned");
    add(counts.traded_out, "traded out");
    add(counts.discarded, "discarded");
    add(counts.moved, "to another board");
    return words;
}

// Stays that began or ended in the period, by day.
DayCards crossing_cards(const fl::Slice& slice, bool begins) {
    DayCards cards;
    slice.each([&](fl::CardIndex i, const fl::Journey&) {
        for (const fl::Stay& stay : slice.flow().stays(i)) {
            const Day day = begins ? stay.begin_day : stay.end_day;
            if ((begins || stay.departed()) && slice.in_period(day)) {
                cards.emplace_back(day, i);
            }
        }
    });
    std::sort(cards.begin(), cards.end());
    return cards;
}

Mark rate_mark(const fl::Slice& slice, const Rates& rates, std::size_t i, const DayCards& came,
               const DayCards& left) {
    const Part& week = rates.arrivals[i];
    Mark mark = mark_of(week);
    mark.lines.push_back(plural(week.count, "arrival", "arrivals"));
    mark.lines.push_back(plural(rates.departures[i].count, "departure", "departures") + ": " +
                         kinds_words(rates.kinds[i]));
    std::vector<fl::CardIndex> cards = cards_within(came, week.from, week.from + 6);
    for (const fl::CardIndex card : cards_within(left, week.from, week.from + 6)) {
        if (std::find(cards.begin(), cards.end(), card) == cards.end()) {
            cards.push_back(card);
        }
    }
    add_cards(slice, cards, mark);
    return mark;
}

void add_rate_rows(const Rates& rates, Chart& chart) {
    chart.table.head = {"week",       "arrivals",  "departures", "delivered", "returned",
                        "traded_out", "discarded", "moved",      "net",       "whole"};
    for (std::size_t i = 0; i < rates.arrivals.size(); ++i) {
        const fl::DepartureCounts& kinds = rates.kinds[i];
        const int arrived = rates.arrivals[i].count;
        chart.table.rows.push_back(
            {to_text(rates.arrivals[i].from), std::to_string(arrived),
             std::to_string(kinds.total()), std::to_string(kinds.delivered),
             std::to_string(kinds.returned), std::to_string(kinds.traded_out),
             std::to_string(kinds.discarded), std::to_string(kinds.moved),
             std::to_string(arrived - kinds.total()), yes_words(rates.arrivals[i].whole)});
    }
}

Line rate_line(const std::vector<Part>& weeks, std::string name, const Stroke& stroke) {
    Line line{std::move(name), {}, stroke};
    for (const Part& week : weeks) {
        line.points.push_back({week.from.number + 3.5, static_cast<double>(week.count)});
    }
    return line;
}

}  // namespace

void make_arrivals(const fl::Slice& slice, const ChartChoices&, Chart& chart) {
    const Rates rates = rates_of(slice);
    if (no_days(rates.arrivals, chart)) {
        return;
    }
    const DayCards came = crossing_cards(slice, true);
    const DayCards left = crossing_cards(slice, false);
    const Stroke coming{.ink = Ink::Series1, .width = 2};
    const Stroke leaving{.ink = Ink::Series2, .width = 2, .dash = Dash::Dashed};
    chart.lines = {rate_line(rates.arrivals, "", coming), rate_line(rates.departures, "", leaving)};
    int most = 1;
    for (std::size_t i = 0; i < rates.arrivals.size(); ++i) {
        chart.dots.push_back({.at = chart.lines[0].points[i], .ink = Ink::Series1});
        chart.dots.push_back(
            {.at = chart.lines[1].points[i], .glyph = Glyph::Square, .ink = Ink::Series2});
        most = std::max({most, rates.arrivals[i].count, rates.departures[i].count});
        chart.marks.push_back(rate_mark(slice, rates, i, came, left));
        if (!rates.arrivals[i].whole) {
            chart.grounds.push_back({.x0 = static_cast<double>(rates.arrivals[i].from.number),
                                     .x1 = rates.arrivals[i].from.number + 7.0,
                                     .y1 = 1e9,
                                     .ink = Ink::Neutral,
                                     .opacity = 0.15});
        }
    }
    chart.x = axis_of(rates.arrivals);
    chart.y = number_axis("cards a week", most);
    chart.legend = {{.look = LegendEntry::Look::Dot, .words = "arrivals", .ink = Ink::Series1},
                    {.look = LegendEntry::Look::Dot,
                     .words = "departures",
                     .ink = Ink::Series2,
                     .glyph = Glyph::Square}};
    if (!chart.grounds.empty()) {
        chart.legend.push_back(
            {.words = "cut by the period, or not over", .ink = Ink::Neutral, .opacity = 0.25});
    }
    add_rate_rows(rates, chart);
    const std::vector<Part> in = whole_ones(rates.arrivals);
    const std::vector<Part> out = whole_ones(rates.departures);
    const double arriving = mean_of(in);
    const double departing = mean_of(out);
    if (in.size() < 4) {
        chart.says = "Fewer than 4 whole weeks lie in this period.";
        chart.verdict = {Verdict::Call::None, chart.says};
        return;
    }
    chart.says = "On average " + decimal(arriving) + " cards arrive a week and " +
                 decimal(departing) + " leave.";
    chart.verdict = arriving > 1.25 * departing
                        ? Verdict{Verdict::Call::Act, "Over a quarter more comes than leaves."}
                    : arriving > 1.1 * departing
                        ? Verdict{Verdict::Call::Watch, "Over a tenth more comes than leaves."}
                        : Verdict{Verdict::Call::Fine, "What comes also leaves, within a tenth."};
}

void make_net_flow(const fl::Slice& slice, const ChartChoices&, Chart& chart) {
    const Rates rates = rates_of(slice);
    if (no_days(rates.arrivals, chart)) {
        return;
    }
    const DayCards came = crossing_cards(slice, true);
    const DayCards left = crossing_cards(slice, false);
    int highest = 1;
    int lowest = 0;
    int sum = 0;
    std::vector<int> whole;
    for (std::size_t i = 0; i < rates.arrivals.size(); ++i) {
        Part net = rates.arrivals[i];
        net.count -= rates.departures[i].count;
        add_bar(net, 0, net.count, net.count > 0 ? Ink::Series2 : Ink::Series1, chart);
        if (net.count > 0 && net.whole) {
            chart.bars.back().hatch = Hatch::Dots;
        }
        highest = std::max(highest, net.count);
        lowest = std::min(lowest, net.count);
        sum += net.count;
        if (net.whole) {
            whole.push_back(net.count);
        }
        Mark mark = rate_mark(slice, rates, i, came, left);
        mark.lines.insert(mark.lines.begin() + 1, "net " + std::string(net.count > 0 ? "+" : "") +
                                                      std::to_string(net.count));
        chart.marks.push_back(std::move(mark));
    }
    chart.x = axis_of(rates.arrivals);
    // Below the lowest bar there is room for its number.
    chart.y = number_axis("cards a week", highest, lowest < 0 ? lowest - 0.5 : 0);
    chart.legend = {{.words = "more came than left", .ink = Ink::Series2, .hatch = Hatch::Dots},
                    {.words = "more left", .ink = Ink::Series1}};
    add_open_note(rates.arrivals, chart);
    add_rate_rows(rates, chart);
    chart.says =
        sum == 0  ? "As many cards left the process as came."
        : sum > 0 ? plural(sum, "more card", "more cards") + " came into the process than left it."
                  : plural(-sum, "more card", "more cards") + " left the process than came.";
    if (whole.size() < 3) {
        chart.verdict = {Verdict::Call::None, "Fewer than 3 whole weeks to judge by."};
        return;
    }
    const auto above = std::count_if(whole.end() - 3, whole.end(), [](int net) { return net > 0; });
    const int lately = whole[whole.size() - 1] + whole[whole.size() - 2] + whole[whole.size() - 3];
    chart.verdict =
        above == 3
            ? Verdict{Verdict::Call::Act, "More came than left in each of the last 3 whole weeks."}
        : lately > 0
            ? Verdict{Verdict::Call::Watch, "Over the last 3 whole weeks more came than left."}
            : Verdict{Verdict::Call::Fine, "Over the last 3 whole weeks no more came than left."};
}

}  // namespace throughline::report
