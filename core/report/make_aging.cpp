// Age of work in process, column by column, against what finished cards had reached there.
#include "core/base/text.h"
#include "core/base/words.h"
#include "core/flow/age.h"
#include "core/flow/bands.h"
#include "core/flow/column_time.h"
#include "core/flow/sle.h"
#include "core/report/chart_makers.h"
#include "core/report/chart_parts.h"
#include "core/report/chart_ticks.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace throughline::report {
namespace {

namespace fl = throughline::flow;

constexpr std::size_t kMostSingle = 400;  // more cards in process: those of one place are one dot

struct Look {
    Glyph glyph;
    Ink ink;
    std::string_view legend;
    std::string_view words;
};
Look look_of(fl::AgeState state) {
    switch (state) {
        case fl::AgeState::Unknown:
            return {Glyph::Circle, Ink::Neutral, "nothing to compare with",
                    "nothing to compare with yet"};
        case fl::AgeState::Fresh: return {Glyph::Circle, Ink::AgeFresh, "fresh", "fresh"};
        case fl::AgeState::Watch:
            return {Glyph::Diamond, Ink::AgeWatch, "watch",
                    "to watch: older than half of the finished cards were here"};
        case fl::AgeState::AtRisk:
            return {Glyph::Triangle, Ink::AgeAtRisk, "at risk",
                    "at risk: older than 85% of the finished cards were here"};
        case fl::AgeState::BeyondSle:
            return {Glyph::Square, Ink::AgeBeyond, "beyond SLE", "beyond the service level"};
    }
    return {Glyph::Circle, Ink::Neutral, "", ""};
}

// The row that brought each card into its column.
class EntryRows {
public:
    explicit EntryRows(const fl::Flow& flow) : rows_(static_cast<std::size_t>(flow.card_count())) {
        for (const model::Transition& row : flow.rows().transitions) {
            const auto card = flow.index_of(row.card);
            const bool is_void = row.voided_at && *row.voided_at <= flow.as_of();
            if (!card || is_void || !flow.journey(*card).in_process) {
                continue;
            }
            const fl::Visit& last = flow.visits(*card).back();
            if (row.at == last.begin && flow.workflow().position(row.to) == last.column) {
                rows_[static_cast<std::size_t>(*card)] = row.id;
            }
        }
    }
    model::TransitionId of(fl::CardIndex card) const {
        return rows_[static_cast<std::size_t>(card)];
    }

private:
    std::vector<model::TransitionId> rows_;
};

// Columns of the chart, and where each position of the workflow lies in it.
struct Columns {
    std::vector<std::size_t> slot;
    std::vector<fl::AgingBand> bands;
};

Columns columns_of(const fl::Slice& slice, const std::vector<fl::CardAge>& ages, Chart& chart) {
    const fl::Workflow& workflow = slice.flow().workflow();
    Columns columns{std::vector<std::size_t>(static_cast<std::size_t>(workflow.size())), {}};
    std::vector<std::string> names;
    for (const fl::AgingBand& band : fl::aging_bands(slice)) {
        const bool occupied = std::any_of(ages.begin(), ages.end(), [&](const fl::CardAge& a) {
            return a.column == band.column;
        });
        if (workflow.at(band.column).removed && !occupied) {
            continue;
        }
        columns.slot[static_cast<std::size_t>(band.column)] = names.size();
        columns.bands.push_back(band);
        names.push_back(column_name(slice, band.column));
    }
    chart.x = name_axis(std::move(names));
    return columns;
}

struct BandLook {
    std::optional<double> fl::Percentiles::*days;
    std::string_view words;
    Ink ink;
    Dash dash;
};
// Edges are told apart by their strokes where colours are not seen.
constexpr std::array kBands{
    BandLook{&fl::Percentiles::p50, "50% had left", Ink::AgeFresh, Dash::Dotted},
    BandLook{&fl::Percentiles::p70, "70%", Ink::AgeWatch, Dash::Dotted},
    BandLook{&fl::Percentiles::p85, "85%", Ink::AgeWatch, Dash::Dashed},
    BandLook{&fl::Percentiles::p95, "95%", Ink::AgeAtRisk, Dash::Solid},
};

void add_bands(const Columns& columns, Chart& chart) {
    for (std::size_t i = 0; i < columns.bands.size(); ++i) {
        const auto x = static_cast<double>(i);
        double low = 0;
        for (const BandLook& band : kBands) {
            const auto edge = columns.bands[i].days.*band.days;
            if (!edge) {
                continue;
            }
            chart.grounds.push_back(
                {.x0 = x, .x1 = x + 1, .y0 = low, .y1 = *edge, .ink = band.ink, .opacity = 0.2});
            chart.lines.push_back({.points = {{x, *edge}, {x + 1, *edge}},
                                   .stroke = {.ink = band.ink, .width = 1.5, .dash = band.dash}});
            low = *edge;
        }
    }
    if (!chart.lines.empty()) {
        chart.note =
            "Bands: 50, 70, 85 and 95% of the finished cards had left the column by that age.";
        for (const BandLook& band : kBands) {
            chart.legend.push_back({.look = LegendEntry::Look::Line,
                                    .words = std::string(band.words),
                                    .ink = band.ink,
                                    .dash = band.dash});
        }
    }
}

struct Group {
    std::size_t slot = 0;
    int days = 0;
    std::vector<const fl::CardAge*> cards;
    bool blocked = false;
};

std::vector<Group> groups_of(const fl::Slice& slice, const std::vector<fl::CardAge>& ages,
                             const Columns& columns) {
    std::vector<Group> groups;
    std::map<std::tuple<std::size_t, int, fl::AgeState, bool>, std::size_t> found;
    for (const fl::CardAge& age : ages) {
        const std::size_t slot = columns.slot[static_cast<std::size_t>(age.column)];
        const bool blocked = is_blocked(slice, age.card);
        const auto [at, is_new] =
            found.try_emplace({slot, age.days, age.state, blocked}, groups.size());
        if (is_new || ages.size() <= kMostSingle) {
            groups.push_back({slot, age.days, {&age}, blocked});
        } else {
            groups[at->second].cards.push_back(&age);
        }
    }
    return groups;
}

Mark mark_of(const fl::Slice& slice, const Group& group, Point at, const EntryRows& rows) {
    const fl::CardAge& first = *group.cards.front();
    Mark mark{.x0 = at.x, .x1 = at.x, .y0 = at.y, .y1 = at.y};
    std::vector<fl::CardIndex> cards;
    for (const fl::CardAge* age : group.cards) {
        cards.push_back(age->card);
        if (const model::TransitionId row = rows.of(age->card)) {
            mark.moves.push_back(row);
        }
    }
    add_cards(slice, cards, mark);
    std::string where =
        days_words(slice, first.days) + " old, in " + column_name(slice, first.column);
    if (cards.size() == 1) {
        const auto times = fl::time_in_columns(slice, first.card);
        where += " for " + decimal(times[static_cast<std::size_t>(first.column)].days()) + " days";
    }
    mark.lines.push_back(where);
    mark.lines.emplace_back(look_of(first.state).words);
    if (cards.size() == 1 && first.risk && !first.risk->beyond && first.risk->share.whole > 0) {
        mark.lines.push_back("of " + plural(first.risk->share.whole, "past card", "past cards") +
                             " that got so old, " + std::to_string(first.risk->share.part) +
                             " missed the service level");
    }
    if (group.blocked) {
        mark.lines.emplace_back("blocked now");
    }
    return mark;
}

void add_dots(const fl::Slice& slice, const std::vector<fl::CardAge>& ages, const Columns& columns,
              Chart& chart) {
    const std::vector<Group> groups = groups_of(slice, ages, columns);
    const EntryRows rows(slice.flow());
    // Dots of one column and age stand side by side around the middle.
    std::map<std::pair<std::size_t, int>, std::pair<int, int>> counts;  // all, drawn so far
    for (const Group& group : groups) {
        ++counts[{group.slot, group.days}].first;
    }
    for (const Group& group : groups) {
        auto& [all, drawn] = counts[{group.slot, group.days}];
        const double step = std::min(0.11, 0.86 / all);
        const Point at{static_cast<double>(group.slot) + 0.5 + step * (drawn++ - (all - 1) * 0.5),
                       static_cast<double>(group.days)};
        const Look look = look_of(group.cards.front()->state);
        chart.dots.push_back({.at = at,
                              .glyph = look.glyph,
                              .ink = look.ink,
                              .count = static_cast<int>(group.cards.size()),
                              .ring = group.blocked});
        chart.marks.push_back(mark_of(slice, group, at, rows));
    }
}

void add_legend(const std::vector<fl::CardAge>& ages, Chart& chart) {
    for (const fl::AgeState state :
         {fl::AgeState::Unknown, fl::AgeState::Fresh, fl::AgeState::Watch, fl::AgeState::AtRisk,
          fl::AgeState::BeyondSle}) {
        if (std::ranges::any_of(ages, [=](const fl::CardAge& age) { return age.state == state; })) {
            const Look look = look_of(state);
            chart.legend.push_back({.look = LegendEntry::Look::Dot,
                                    .words = std::string(look.legend),
                                    .ink = look.ink,
                                    .glyph = look.glyph});
        }
    }
    if (std::ranges::any_of(chart.dots, [](const Dot& dot) { return dot.ring; })) {
        chart.legend.push_back(
            {.look = LegendEntry::Look::Ring, .words = "blocked", .ink = Ink::Danger});
    }
}

void add_verdict(const std::vector<fl::CardAge>& ages, Chart& chart) {
    const auto count = [&](fl::AgeState state) {
        return std::count_if(ages.begin(), ages.end(),
                             [=](const fl::CardAge& age) { return age.state == state; });
    };
    const auto beyond = count(fl::AgeState::BeyondSle);
    const auto risk = count(fl::AgeState::AtRisk);
    const std::string of = " of " + plural(std::ssize(ages), "card", "cards") + " in process ";
    if (beyond > 0) {
        chart.says = std::to_string(beyond) + of + (beyond == 1 ? "is" : "are") +
                     " beyond the service level" +
                     (risk > 0 ? ", " + std::to_string(risk) + " at risk." : ".");
        chart.verdict = {Verdict::Call::Act, "A card beyond its service level needs help now."};
    } else if (risk > 0) {
        chart.says = std::to_string(risk) + of + (risk == 1 ? "is" : "are") + " at risk.";
        chart.verdict = {Verdict::Call::Watch,
                         "A card is older than 85% of the finished ones were at its place."};
    } else if (count(fl::AgeState::Unknown) == std::ssize(ages)) {
        chart.says = plural(std::ssize(ages), "card is", "cards are") + " in process.";
        chart.verdict = {Verdict::Call::None, "No finished cards of 12 weeks to compare with."};
    } else {
        chart.says = "No card is older than usual for where it stands.";
        chart.verdict = {Verdict::Call::Fine, "No card is at risk or beyond its service level."};
    }
}

}  // namespace

void make_aging(const fl::Slice& slice, const ChartChoices&, Chart& chart) {
    const std::vector<fl::CardAge> ages = fl::ages(slice);
    if (ages.empty()) {
        set_missing(chart, "Nothing is in process.",
                    "A card is shown here as soon as it crosses the commitment point.");
        return;
    }
    const Columns columns = columns_of(slice, ages, chart);
    add_bands(columns, chart);
    add_dots(slice, ages, columns, chart);
    add_legend(ages, chart);
    double highest = ages.front().days;
    for (const fl::AgingBand& band : columns.bands) {
        highest = std::max(highest, band.days.p95.value_or(0));
    }
    const auto classes = classes_of(slice);
    for (const model::ServiceClass one : classes) {
        const fl::SleFigures sle = fl::sle_figures(slice, one);
        const bool is_open = std::ranges::any_of(ages, [&](const fl::CardAge& age) {
            return slice.flow().card(age.card).service_class == one;
        });
        if (!sle.days || !is_open) {
            continue;
        }
        chart.guides.push_back({.at = static_cast<double>(*sle.days),
                                .stroke = {.ink = Ink::Warning, .width = 2},
                                .words = (classes.size() > 1 ? class_words(one) + " " : "") +
                                         (sle.adopted ? "SLE " : "proposed SLE ") +
                                         std::to_string(*sle.days) + " d"});
        highest = std::max(highest, static_cast<double>(*sle.days));
    }
    chart.y = number_axis("days since the start", highest + 1);  // nothing lies on the very edge
    chart.table.head = {"card", "title", "column", "days", "state", "blocked", "transition"};
    const EntryRows rows(slice.flow());
    for (const fl::CardAge& age : ages) {
        const model::TransitionId row = rows.of(age.card);
        chart.table.rows.push_back(
            {card_key(slice, age.card), card_title(slice, age.card), column_name(slice, age.column),
             std::to_string(age.days), std::string(to_text(age.state)),
             yes_words(is_blocked(slice, age.card)), row ? std::to_string(row.value) : ""});
    }
    add_verdict(ages, chart);
}

}  // namespace throughline::report
