// The monthly report: KPIs against target, objectives by DRI.
#include "core/base/text.h"
#include "core/base/words.h"
#include "core/report/chart_parts.h"
#include "core/report/chart_ticks.h"
#include "core/report/monthly_writer.h"

#include <algorithm>

namespace throughline::report {
namespace {

// More would not fit on two pages; the rest is counted.
constexpr std::size_t kMostKpis = 24;
constexpr std::size_t kMostObjectives = 16;
constexpr std::size_t kPoints = 24;  // of the line of last values

// Overdue and red first when not all can be listed.
int urgency(flow::Colour colour) {
    switch (colour) {
        case flow::Colour::Red: return 0;
        case flow::Colour::Overdue: return 1;
        case flow::Colour::Amber: return 2;
        case flow::Colour::None: return 3;
        case flow::Colour::Green: return 4;
    }
    return 4;
}

std::string source_of(const model::Kpi& kpi) {
    if (kpi.figure != model::BoardFigure::None) {
        return "read from the board (" + std::string(model::name_of(kpi.figure)) + ")";
    }
    return kpi.source.empty() ? "measured" : kpi.source;
}

Span sparkline_of(const flow::KpiReading& reading, const std::string& unit) {
    const std::size_t skipped = reading.points.size() - std::min(reading.points.size(), kPoints);
    std::vector<double> values;
    for (std::size_t i = skipped; i < reading.points.size(); ++i) {
        values.push_back(reading.points[i].value);
    }
    if (values.size() < 2) {
        return {};
    }
    const std::string words = std::to_string(values.size()) + " values from " +
                              number_words(values.front(), unit) + " to " +
                              number_words(values.back(), unit);
    return {
        words, {}, Mood::Neutral, std::make_shared<const Picture>(sparkline(std::move(values)))};
}

template <class T>
void keep_most_urgent(std::vector<T>& rows, std::size_t most) {
    if (rows.size() > most) {
        std::ranges::stable_sort(rows, {}, [](const T& row) { return row.rank(); });
        rows.resize(most);
    }
}

}  // namespace

struct MonthlyWriter::Listed {
    const model::Kpi* kpi = nullptr;
    flow::KpiReading reading;
    int rank() const { return urgency(reading.colour); }
};

std::vector<Words> MonthlyWriter::kpi_row(const Listed& listed) {
    const model::Kpi& kpi = *listed.kpi;
    const flow::KpiReading& reading = listed.reading;
    const std::string name = "kpi." + model::key_of(kpi);
    const std::string when =
        reading.day ? "as of " + long_date(*reading.day) : std::string("not measured yet");
    // A value of an earlier month says so: this month's is not there yet.
    Words title{{kpi.name}};
    if (reading.day && *reading.day < period_.first) {
        title.push_back({" (" + short_date(*reading.day) + ")"});
    }
    return {std::move(title),
            {document_.figure(
                name, number_words(reading.value, kpi.unit),
                model::key_of(kpi) + " " + kpi.name + ", " + when + ", " + source_of(kpi))},
            {document_.part(name, "target", target_words(reading.target, kpi.unit))},
            {document_.part(name, "variance", variance_words(reading.variance, kpi.unit))},
            {{status_words(reading), {}, mood_of(reading.colour)}},
            {{std::string(flow::to_text(reading.trend)), {}, mood_of(reading.trend)}},
            {sparkline_of(reading, kpi.unit)},
            {{person(kpi.owner)}}};
}

std::vector<Block> MonthlyWriter::kpi_blocks() {
    std::vector<Listed> listed;
    for (const flow::KpiReading& now : scorecard_) {
        const model::Kpi* kpi = flow::plan_row(rows_.plan.kpis, now.kpi);
        Listed one{kpi,
                   flow::reading_until(rows_.plan, *kpi, now.points, period_.last, flow_.today())};
        with_target_ += one.reading.variance ? 1 : 0;
        on_target_ += one.reading.colour == flow::Colour::Green ? 1 : 0;
        overdue_ += one.reading.overdue ? 1 : 0;
        if (one.reading.colour == flow::Colour::Red) {
            red_.push_back(kpi->name);
        }
        listed.push_back(std::move(one));
    }
    if (listed.empty()) {
        return {Paragraph{{{"No KPI is defined yet."}}}};
    }
    const std::size_t all = listed.size();
    keep_most_urgent(listed, kMostKpis);
    TableBlock table{
        {"KPI", "Value", "Target", "Variance", "Status", "Trend", "Last values", "Owner"},
        {},
        {1, 2, 3},
        {0.205, 0.145, 0.07, 0.185, 0.085, 0.075, 0.11, 0.125}};
    for (const Listed& one : listed) {
        table.rows.push_back(kpi_row(one));
    }
    std::vector<Block> blocks{std::move(table)};
    if (all > listed.size()) {
        blocks.emplace_back(
            Paragraph{{{plural(static_cast<std::int64_t>(all - listed.size()), "more KPI is",
                               "more KPIs are") +
                        " counted above and not listed: those that need attention come first."}},
                      true});
    }
    return blocks;
}

std::vector<Words> MonthlyWriter::objective_row(const flow::ObjectiveReading& reading,
                                                const model::Objective& objective) {
    const std::string key = model::key_of(objective);
    const std::string name = "objective." + key;
    std::string from;
    for (const flow::ResultReading& result : reading.results) {
        const model::KeyResult* kr = flow::plan_row(rows_.plan.key_results, result.result);
        from += (from.empty() ? "" : "; ") + model::key_of(*kr) + " " + kr->title + " " +
                (result.progress ? percent_words(result.progress->shown) : "not measured");
    }
    const std::string& why = objective.closed ? objective.close_reason : objective.status_reason;
    Words status{{status_words(objective), {}, mood_of(objective)}};
    if (!why.empty()) {
        status.push_back({". " + why});
    }
    return {{{key + " " + objective.title}},
            {{person(objective.dri)}},
            {document_.figure(name, score_words(reading.score),
                              key + ", " + (from.empty() ? "no key results" : from))},
            {reading.pace ? document_.part(name, "pace", pace_words(*reading.pace)) : Span{"-"}},
            status};
}

// Of the quarter and the one before, once objectives of it are closed.
void MonthlyWriter::add_completion(const flow::Plan& plan, const std::string& quarter,
                                   std::vector<Block>& blocks) {
    for (const flow::QuarterReading& one : plan.quarters()) {
        const bool is_asked = one.quarter == quarter || one.quarter == next_quarter(quarter, -1);
        if (is_asked && one.completion.counted > 0) {
            blocks.emplace_back(Paragraph{
                {{"Completed in " + period_words(one.quarter) + ": "},
                 document_.figure(
                     "quarter." + one.quarter, percent_words(*one.completion.rate()),
                     "objectives complete of those closed in " + period_words(one.quarter)),
                 {" ("},
                 document_.part("quarter." + one.quarter, "count",
                                std::to_string(one.completion.complete) + " of " +
                                    std::to_string(one.completion.counted)),
                 {"), against a target of " + percent_words(flow::kCompletionTarget) + "."}}});
        }
    }
}

std::vector<Block> MonthlyWriter::objective_blocks() {
    struct Row {
        const model::Objective* objective;
        const flow::ObjectiveReading* reading;
        int rank() const { return objective->closed ? 3 : 2 - static_cast<int>(objective->status); }
    };
    const flow::Plan plan(rows_.plan, flow_, scorecard_);
    const std::string quarter = quarter_of(period_.last);
    std::vector<Row> rows;
    for (const flow::ObjectiveReading& reading : plan.objectives()) {
        const model::Objective* one = flow::plan_row(rows_.plan.objectives, reading.objective);
        if (one->quarter != quarter) {
            continue;
        }
        rows.push_back({one, &reading});
        if (!one->closed) {
            ++objectives_;
            on_track_ += one->status == model::ObjectiveStatus::OnTrack ? 1 : 0;
            at_risk_ += one->status == model::ObjectiveStatus::AtRisk ? 1 : 0;
            off_track_ += one->status == model::ObjectiveStatus::OffTrack ? 1 : 0;
        }
    }
    if (rows.empty()) {
        return {Paragraph{{{"No objective in " + period_words(quarter) + "."}}}};
    }
    const std::size_t all = rows.size();
    keep_most_urgent(rows, kMostObjectives);
    TableBlock table{{"Objective", "DRI", "Progress", "Pace", "Status"},
                     {},
                     {2},
                     {0.38, 0.15, 0.10, 0.12, 0.25}};
    for (const Row& row : rows) {
        table.rows.push_back(objective_row(*row.reading, *row.objective));
    }
    std::vector<Block> blocks{std::move(table)};
    if (all > rows.size()) {
        blocks.emplace_back(
            Paragraph{{{plural(static_cast<std::int64_t>(all - rows.size()), "more objective is",
                               "more objectives are") +
                        " counted above and not listed: those that need attention come first."}},
                      true});
    }
    add_completion(plan, quarter, blocks);
    return blocks;
}

std::map<std::string, Figure> MonthlyWriter::dated_figures() {
    const flow::Series series(rows_.plan, flow_.as_of());
    for (const model::Kpi& kpi : rows_.plan.kpis) {
        if (!kpi.retired && kpi.figure == model::BoardFigure::None) {
            const auto points = series.of(kpi.id);
            const auto end =
                std::ranges::upper_bound(points, period_.last, {}, &flow::KpiPoint::day);
            const std::string name = "kpi." + model::key_of(kpi);
            if (end != points.begin()) {
                const flow::KpiPoint& last = *std::prev(end);
                document_.figure(
                    name, number_words(last.value, kpi.unit),
                    model::key_of(kpi) + " " + kpi.name + ", as of " + long_date(last.day));
            }
        }
    }
    (void)flow_words();
    std::map<std::string, Figure> figures;
    for (Figure& figure : document_.figures) {
        figures.emplace(figure.name, std::move(figure));
    }
    return figures;
}

}  // namespace throughline::report
