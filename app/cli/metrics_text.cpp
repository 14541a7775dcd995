#include "app/cli/metrics_json.h"

#include "app/cli/lookup.h"
#include "app/cli/metrics_acts.h"
#include "app/cli/text_table.h"
#include "app/cli/views.h"
#include "core/base/text.h"
#include "core/base/words.h"

#include <algorithm>
#include <cmath>
#include <ostream>

namespace throughline::cli {

namespace {

std::string days(std::optional<double> value) {
    if (!value) {
        return "no data";
    }
    return std::abs(*value - std::round(*value)) < 1e-9 ? std::to_string(std::llround(*value))
                                                        : decimal(value);
}

std::string percent(std::optional<double> share) {
    return share ? std::to_string(std::llround(*share * 100)) + "%" : "no data";
}

std::string percentile_line(const flow::Percentiles& of) {
    if (of.n == 0) {
        return "no data";
    }
    return "p50 " + days(of.p50) + ", p70 " + days(of.p70) + ", p85 " + days(of.p85) + ", p95 " +
           days(of.p95) + "  (" + plural(static_cast<std::int64_t>(of.n), "card", "cards") +
           (of.few_p85 ? ", few" : "") + ")";
}

std::string sle_line(const flow::SleFigures& sle) {
    if (!sle.days) {
        return "not set; fewer than 10 finished cards to propose one from";
    }
    std::string text = std::to_string(sle.probability) + "% within " +
                       plural(*sle.days, "day", "days") +
                       (sle.adopted ? "" : " (proposed, not adopted)") + ", kept by " +
                       percent(sle.attained.value());
    if (sle.open_cards_matter) {
        text += "; with open cards counted: " + (sle.with_open_cards
                                                     ? plural(*sle.with_open_cards, "day", "days")
                                                     : std::string("not reached"));
    }
    return text;
}

std::string takt_line(const flow::Takt& takt) {
    const auto days_a_card = [](std::optional<double> of) {
        return of ? decimal(of) + " days a card" : "no data";
    };
    return days_a_card(takt.takt_days) + " demanded, " + days_a_card(takt.interval_days) +
           " delivered; " + std::to_string(takt.demanded) + " came, " +
           std::to_string(takt.delivered) + " were finished";
}

std::string market_line(const flow::TimeToMarket& time) {
    const std::string target = time.target ? "; target " + plural(*time.target, "day", "days") +
                                                 ", kept by " + percent(time.within.value())
                                           : "; no target set";
    return percentile_line(time.days) + target;
}

std::string total_age_line(const flow::Figures& figures) {
    if (!figures.total_age) {
        return "nothing in process";
    }
    return plural(*figures.total_age, "card-day", "card-days") +
           (figures.total_age_reference
                ? "; WIP limit x SLE allows " + std::to_string(*figures.total_age_reference)
                : "");
}

std::string efficiency_line(const flow::Efficiency& efficiency) {
    const auto value = efficiency.value();
    return value ? "at most " + percent(value) : std::string(flow::to_text(efficiency.why_not));
}

void overview(TextTable& table, const flow::Figures& figures) {
    const flow::FlowCounts& counts = figures.counts;
    table.row({"in process now", plural(figures.wip_total, "card", "cards")});
    table.row({"cycle time (days)", percentile_line(figures.cycle.days)});
    table.row({"lead time (days)", percentile_line(figures.lead_days)});
    table.row(
        {"throughput", plural(counts.throughput, "card", "cards") +
                           (counts.without_start > 0
                                ? ", " + std::to_string(counts.without_start) + " without a start"
                                : "")});
    table.row({"arrivals, departures",
               std::to_string(counts.arrivals) + ", " + std::to_string(counts.departures.total())});
    table.row({"takt, interval", takt_line(figures.takt)});
    table.row({"time to market", market_line(figures.time_to_market)});
    table.row({"total age", total_age_line(figures)});
    for (const flow::ClassFigures& one : figures.by_class) {
        table.row({"SLE, " + std::string(model::name_of(one.service_class)), sle_line(one.sle)});
    }
    table.row({"flow efficiency", efficiency_line(figures.efficiency)});
    table.row({"blocked (days)", decimal(figures.blocked.days())});
    table.row(
        {"Little's law",
         figures.little.average_wip && figures.little.lambda_per_day && figures.little.time_days
             ? "L " + decimal(figures.little.average_wip) + " = " +
                   std::to_string(*figures.little.lambda_per_day).substr(0, 5) + " a day x " +
                   decimal(figures.little.time_days) + " days" +
                   (figures.stability.ratio ? figures.stability.steady ? ", steady" : ", not steady"
                                            : "")
             : "no data"});
    const auto within = figures.response.within_sla.value();
    table.row(
        {"answered in time", percent(within) + (figures.response.breaches_open > 0
                                                    ? ", " + plural(figures.response.breaches_open,
                                                                    "open breach", "open breaches")
                                                    : "")});
}

}  // namespace

void print_metrics(std::ostream& out, bool terminal, const flow::Figures& figures,
                   const flow::Slice& slice, const model::Workspace& workspace,
                   const MetricsPeriod& period) {
    out << "From " << throughline::to_text(period.from) << " to " << throughline::to_text(period.to)
        << ", as of " << slice.flow().zone().local_text(figures.as_of) << " ("
        << slice.flow().zone().name() << ")\n\n";
    if (!figures.set_up) {
        out << "Not set up: the board has no commitment and delivery point.\n"
            << "Set them with: throughline policy set commitment=COLUMN delivery=COLUMN\n";
        return;
    }
    TextTable table;
    overview(table, figures);
    table.print(out, terminal);

    const flow::Workflow& workflow = slice.flow().workflow();
    TextTable columns("  ");
    columns.head({"column", "now", "p50 days", "p85 days"});
    for (std::size_t i = 1; i < 4; ++i) {
        columns.align(i, TextTable::Align::Right);
    }
    for (const flow::ColumnTime& time : figures.column_times) {
        const auto at = static_cast<std::size_t>(time.column);
        columns.row({workflow.at(time.column).name, std::to_string(figures.cards_by_column[at]),
                     decimal(time.days.p50), decimal(time.days.p85)});
    }
    out << "\nTime in column\n";
    columns.print(out, terminal);

    constexpr std::size_t kOldest = 10;
    TextTable ages("  ");
    ages.align(1, TextTable::Align::Right);
    for (std::size_t i = 0; i < std::min(kOldest, figures.ages.size()); ++i) {
        const flow::CardAge& age = figures.ages[i];
        const model::Card* card = workspace.find(slice.flow().card(age.card).id);
        ages.row({key_of(workspace, slice.flow().card(age.card).id),
                  std::to_string(age.days) + " d", workflow.at(age.column).name,
                  std::string(flow::to_text(age.state)),
                  card != nullptr ? shortened(printable(card->title), 48) : ""});
    }
    if (!ages.empty()) {
        out << "\nOldest in process\n";
        ages.print(out, terminal);
    }
    TextTable blockers("  ");
    blockers.align(1, TextTable::Align::Right);
    for (const flow::BlockerCluster& cluster : figures.clusters) {
        blockers.row({cluster.cause.empty() ? "cause unknown" : cluster.cause,
                      decimal(cluster.lost.days()) + " d",
                      plural(cluster.count, "block", "blocks")});
    }
    if (!blockers.empty()) {
        out << "\nBlocked by\n";
        blockers.print(out, terminal);
    }
    print_acts(out, terminal, slice, workspace);
}

}  // namespace throughline::cli
