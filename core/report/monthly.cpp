#include "core/report/monthly.h"

#include "core/base/period.h"
#include "core/base/text.h"
#include "core/flow/cycle.h"
#include "core/flow/efficiency.h"
#include "core/flow/percentile.h"
#include "core/flow/sle.h"
#include "core/report/chart_kinds.h"
#include "core/report/chart_parts.h"
#include "core/report/chart_ticks.h"

#include <algorithm>
#include <array>

namespace throughline::report {
namespace {

using model::Workspace;

constexpr std::array kSections{
    SectionName{"summary", "The month in short"},
    SectionName{"kpis", "KPIs against target"},
    SectionName{"objectives", "Objectives"},
    SectionName{"flow", "Flow of work"},
    SectionName{"risks", "Risks"},
    SectionName{"decisions", "Decisions"},
    SectionName{"next", "Next month"},
    SectionName{"restated", "Restated from earlier reports"},
};
constexpr std::size_t kRisks = 5;

std::string name_of(const Workspace& workspace, model::PersonId id) {
    const model::Person* person = workspace.find(id);
    return person == nullptr ? std::string("nobody") : person->name;
}

// "46", "12.5", with its unit: "46%", "12.5 leads".
std::string with_unit(double value, const std::string& unit) {
    const std::string number = short_decimal(value);
    return unit.empty() ? number : unit == "%" ? number + "%" : number + " " + unit;
}

std::string signed_percent(double percent) {
    return (percent > 0 ? "+" : "") + short_decimal(percent) + "%";
}

class Monthly {
public:
    Monthly(const ReportSource& source, std::string_view month)
        : source_(source), month_(month), period_(*parse_period(month)) {
        for (const model::Report& one : source.workspace.rows<model::Report>()) {
            if (one.period == month_) {
                texts_ = one.texts;
            }
        }
    }

    Document write() {
        document_.title = "Marketing report, " + month_words(period_.first);
        document_.subtitle = (board() != nullptr ? board()->name + ". " : "") + "As known on " +
                             long_date(source_.flow.today()) + ".";
        const std::vector<Block> kpis = kpi_blocks();
        const std::vector<Block> objectives = objective_blocks();
        const std::vector<Block> flow = flow_blocks();
        add("summary", summary());
        add("kpis", kpis);
        add("objectives", objectives);
        add("flow", flow);
        add("risks", risk_blocks());
        add("decisions", decision_blocks());
        add("next", next_blocks());
        if (const auto restated = restated_blocks(); !restated.empty()) {
            add("restated", restated);
        }
        document_.foot =
            "Read from entry " + std::to_string(source_.rows.seq) + " of the board's journal.";
        return std::move(document_);
    }

private:
    static std::string month_words(Day first) {
        constexpr std::array kMonths{"January",   "February", "March",    "April",
                                     "May",       "June",     "July",     "August",
                                     "September", "October",  "November", "December"};
        const CivilDate date = civil(first);
        return std::string(kMonths[static_cast<std::size_t>(date.month - 1)]) + " " +
               std::to_string(date.year);
    }
    const model::Board* board() const { return source_.workspace.board(); }

    // People's words stand first; what is drafted follows. A drafted summary gives way to them.
    void add(std::string_view handle, std::vector<Block> drafted) {
        const auto name = std::ranges::find(kSections, handle, &SectionName::handle);
        Section section{std::string(handle), std::string(name->title), {}};
        const auto words = texts_.find(std::string(handle));
        const bool has_words = words != texts_.end() && !trim(words->second).empty();
        if (has_words) {
            section.blocks = paragraphs_of(words->second);
        }
        if (!has_words || handle != "summary") {
            section.blocks.insert(section.blocks.end(), drafted.begin(), drafted.end());
        }
        document_.sections.push_back(std::move(section));
    }

    static Block say(std::string words) { return Paragraph{{{std::move(words)}}}; }

    flow::Slice slice_of(const Period& period) const {
        flow::Scope scope;
        scope.from = period.first;
        scope.to = period.last;
        scope.as_of = source_.flow.as_of();
        return flow::Slice(source_.flow, scope);
    }

    // --- KPIs -------------------------------------------------------------------------------

    // The last value of the month or before.
    const flow::KpiPoint* point_of(const flow::KpiReading& reading) const {
        const flow::KpiPoint* last = nullptr;
        for (const flow::KpiPoint& point : reading.points) {
            last = point.day <= period_.last ? &point : last;
        }
        return last;
    }

    std::vector<Block> kpi_blocks() {
        TableBlock table{{"KPI", "Value", "Target", "Variance", "Status", "Trend", "Owner"}, {}};
        for (const flow::KpiReading& reading : source_.scorecard) {
            const model::Kpi& kpi = *source_.workspace.find(reading.kpi);
            const flow::KpiPoint* point = point_of(reading);
            const std::string key = model::key_of(kpi);
            const auto target =
                flow::target_on(source_.rows, kpi.id, point == nullptr ? period_.last : point->day);
            Words value{{"no value"}};
            std::string variance = "-";
            std::string status = "-";
            if (point != nullptr) {
                const std::string source =
                    kpi.figure == model::BoardFigure::None
                        ? (kpi.source.empty() ? std::string("measured") : kpi.source)
                        : "read from the board (" + std::string(model::name_of(kpi.figure)) + ")";
                value = {document_.figure(
                    "kpi." + key, with_unit(point->value, kpi.unit),
                    key + " " + kpi.name + ", as of " + long_date(point->day) + ", " + source)};
            }
            if (point != nullptr && target) {
                const auto read =
                    flow::variance(point->value, *target, kpi.better, kpi.amber_percent);
                variance =
                    read.percent ? signed_percent(*read.percent) : short_decimal(read.absolute);
                status = flow::to_text(read.colour);
                ++measured_;
                on_target_ += read.colour == flow::Colour::Green ? 1 : 0;
                if (read.colour == flow::Colour::Red) {
                    red_.push_back(kpi.name);
                }
            }
            if (reading.overdue) {
                status = "overdue";
                ++overdue_;
            }
            table.rows.push_back({{{kpi.name}},
                                  value,
                                  {{target ? with_unit(*target, kpi.unit) : "-"}},
                                  {{variance}},
                                  {{status}},
                                  {{std::string(flow::to_text(reading.trend))}},
                                  {{name_of(source_.workspace, kpi.owner)}}});
        }
        if (table.rows.empty()) {
            return {say("No KPI is defined yet.")};
        }
        return {std::move(table)};
    }

    // --- objectives -------------------------------------------------------------------------

    std::vector<Block> objective_blocks() {
        const std::string quarter = quarter_of(period_.last);
        TableBlock table{{"Objective", "DRI", "Progress", "Pace", "Status"}, {}};
        for (const flow::ObjectiveReading& reading : source_.plan.objectives()) {
            const model::Objective& one = *source_.workspace.find(reading.objective);
            if (one.quarter != quarter) {
                continue;
            }
            const std::string key = model::key_of(one);
            Words progress{{"not measured"}};
            if (reading.score.score) {
                std::string from;
                for (const flow::ResultReading& result : reading.results) {
                    const model::KeyResult& kr = *source_.workspace.find(result.result);
                    from += (from.empty() ? "" : "; ") + model::key_of(kr) + " " + kr.title + " " +
                            (result.progress ? percent_words(result.progress->shown)
                                             : std::string("not measured"));
                }
                progress = {document_.figure(
                    "objective." + key, percent_words(*reading.score.score), key + ": " + from)};
            }
            std::string status = one.closed ? (one.cancelled ? "cancelled" : "closed")
                                            : std::string(model::name_of(one.status));
            if (const std::string& why = one.closed ? one.close_reason : one.status_reason;
                !why.empty()) {
                status += ": " + why;
            }
            table.rows.push_back(
                {{{key + " " + one.title}},
                 {{name_of(source_.workspace, one.dri)}},
                 progress,
                 {{reading.pace ? std::string(flow::to_text(reading.pace->pace)) : "-"}},
                 {{status}}});
            at_risk_ += one.closed || one.status == model::ObjectiveStatus::OnTrack ? 0 : 1;
            ++objectives_;
        }
        if (table.rows.empty()) {
            return {say("No objective in " + quarter + ".")};
        }
        return {std::move(table)};
    }

    // --- flow -------------------------------------------------------------------------------

    std::vector<Block> flow_blocks() {
        const flow::Slice slice = slice_of(period_);
        const auto delivered = flow::lead_times(slice).size();
        const auto before =
            flow::lead_times(slice_of(*parse_period(next_month(month_, -1)))).size();
        delivered_ = delivered;
        const std::string days = long_date(period_.first) + " to " + long_date(period_.last);
        Words words{{"Delivered: "},
                    document_.figure("flow.delivered", std::to_string(delivered),
                                     "cards past the delivery point, " + days),
                    {(delivered == 1 ? " card" : " cards") + std::string(" (the month before: ") +
                     std::to_string(before) + ")."}};
        std::vector<int> cycle = flow::cycle_days(slice);
        std::ranges::sort(cycle);
        if (const auto half = flow::percentile(cycle, 50)) {
            words.push_back({" Half of them took at most "});
            words.push_back(document_.figure(
                "flow.cycle-p50", plural(*half, "day", "days"),
                "50th percentile of " + std::to_string(cycle.size()) + " cycle times, " + days));
            words.push_back({", 85% at most "});
            words.push_back(document_.figure(
                "flow.cycle-p85", plural(*flow::percentile(cycle, 85), "day", "days"),
                "85th percentile of " + std::to_string(cycle.size()) + " cycle times, " + days));
            words.push_back({"."});
        }
        const double lost = flow::blocked_time(slice).days();
        words.push_back({" Blocked: "});
        words.push_back(document_.figure("flow.blocked", decimal(lost) + " card-days",
                                         "union of each card's blocks, " + days));
        words.push_back({"."});
        std::vector<Block> blocks{Paragraph{std::move(words)}};
        for (const char* name : {"throughput", "cycle-time-scatter"}) {
            if (const ChartKind* kind = find_chart(name)) {
                flow::Scope scope = flow::last_weeks(source_.flow.zone(), source_.flow.as_of());
                scope.from = period_.last - 83;
                scope.to = period_.last;
                blocks.emplace_back(make_chart(*kind, flow::Slice(source_.flow, scope)));
            }
        }
        return blocks;
    }

    // --- the rest ---------------------------------------------------------------------------

    std::vector<Block> risk_blocks() const {
        std::vector<const model::Risk*> risks;
        for (const model::Risk& risk : source_.rows.risks) {
            if (risk.state == model::RiskState::Open) {
                risks.push_back(&risk);
            }
        }
        std::ranges::sort(risks, [](const auto* a, const auto* b) {
            return std::pair(-a->score(), a->number) < std::pair(-b->score(), b->number);
        });
        TableBlock table{{"Risk", "Score", "Owner", "Mitigation"}, {}};
        for (const model::Risk* risk : risks) {
            if (table.rows.size() < kRisks) {
                table.rows.push_back({{{model::key_of(*risk) + " " + risk->title}},
                                      {{std::to_string(risk->score()) + " of 25"}},
                                      {{name_of(source_.workspace, risk->owner)}},
                                      {{risk->mitigation}}});
            }
        }
        if (table.rows.empty()) {
            return {say("No open risk is written down.")};
        }
        return {std::move(table)};
    }

    bool in_month(Instant at) const { return period_.contains(source_.flow.zone().day(at)); }

    std::vector<Block> decision_blocks() const {
        std::vector<const model::Decision*> decisions;
        for (const model::Decision& one : source_.workspace.rows<model::Decision>()) {
            if (in_month(one.at)) {
                decisions.push_back(&one);
            }
        }
        std::ranges::sort(decisions, {}, &model::Decision::number);
        TableBlock table{{"Decision", "Why", "Carried out by", "By", "State"}, {}};
        for (const model::Decision* one : decisions) {
            table.rows.push_back({{{model::key_of(*one) + " " + one->text}},
                                  {{one->rationale}},
                                  {{name_of(source_.workspace, one->executor)}},
                                  {{short_date(one->due)}},
                                  {{std::string(model::name_of(one->state))}}});
        }
        if (table.rows.empty()) {
            return {say("No decision was written down in this month.")};
        }
        return {std::move(table)};
    }

    std::vector<Block> next_blocks() const {
        const Period next = *parse_period(next_month(month_));
        std::vector<const model::Commitment*> commitments;
        for (const model::Commitment& one : source_.workspace.rows<model::Commitment>()) {
            if (next.contains(one.due) && one.state != model::CommitmentState::Dropped) {
                commitments.push_back(&one);
            }
        }
        std::ranges::sort(commitments, [](const auto* a, const auto* b) {
            return std::pair(a->due, a->id) < std::pair(b->due, b->id);
        });
        ListBlock list;
        for (const model::Commitment* one : commitments) {
            list.items.push_back({{name_of(source_.workspace, one->person) + ": " + one->text +
                                   " (by " + short_date(one->due) + ")"}});
        }
        if (list.items.empty()) {
            return {say("Nobody has made a commitment for the next month yet.")};
        }
        return {std::move(list)};
    }

    std::vector<Block> summary() const {
        std::string words =
            plural(static_cast<std::int64_t>(delivered_), "card was", "cards were") + " delivered.";
        if (measured_ > 0) {
            words += " " + std::to_string(on_target_) + " of " + plural(measured_, "KPI", "KPIs") +
                     " with a target reached it.";
        }
        if (!red_.empty()) {
            words += " Clearly off: " + join(red_, ", ") + ".";
        }
        if (overdue_ > 0) {
            words += " " + plural(overdue_, "KPI waits", "KPIs wait") + " for a value.";
        }
        if (objectives_ > 0) {
            words += " " + std::to_string(at_risk_) + " of " +
                     plural(objectives_, "objective is", "objectives are") +
                     " at risk or off track.";
        }
        return {say(words)};
    }

    // What the last issued report said and is known better now.
    std::vector<Block> restated_blocks() const {
        const model::Report* last = nullptr;
        for (const model::Report& one : source_.workspace.rows<model::Report>()) {
            if (one.issued_at && one.period < month_ &&
                (last == nullptr || last->period < one.period)) {
                last = &one;
            }
        }
        if (last == nullptr) {
            return {};
        }
        const Document again = monthly_report(source_, last->period);
        TableBlock table{{"Report", "Figure", "Reported", "Now"}, {}};
        for (const Figure& figure : again.figures) {
            const auto then = last->figures.find(figure.name);
            const bool dated = figure.name.starts_with("kpi.") || figure.name.starts_with("flow.");
            if (dated && then != last->figures.end() && then->second != figure.value) {
                table.rows.push_back(
                    {{{last->period}}, {{figure.evidence}}, {{then->second}}, {{figure.value}}});
            }
        }
        if (table.rows.empty()) {
            return {};
        }
        return {std::move(table)};
    }

    const ReportSource& source_;
    std::string month_;
    Period period_;
    model::TextMap texts_;
    Document document_;
    std::size_t delivered_ = 0;
    std::int64_t measured_ = 0;
    std::int64_t on_target_ = 0;
    std::int64_t overdue_ = 0;
    std::int64_t objectives_ = 0;
    std::int64_t at_risk_ = 0;
    std::vector<std::string> red_;
};

}  // namespace

std::span<const SectionName> report_sections() {
    return kSections;
}

Document monthly_report(const ReportSource& source, std::string_view month) {
    return Monthly(source, month).write();
}

model::TextMap figures_of(const Document& document) {
    model::TextMap figures;
    for (const Figure& figure : document.figures) {
        figures[figure.name] = figure.value;
    }
    return figures;
}

}  // namespace throughline::report
