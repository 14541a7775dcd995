#include "core/exchange/import.h"

#include "core/base/text.h"
#include "core/exchange/csv_import.h"
#include "core/exchange/kpi_csv.h"
#include "core/exchange/throughline_import.h"
#include "core/exchange/trello.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace throughline::exchange {
namespace {

using nlohmann::ordered_json;

// A new format is added here, once.
constexpr std::array kFormats{
    ImportFormat{kTrello, "Trello board",
                 "The JSON export of a Trello board, with its history (board menu: Print, export "
                 "and share).",
                 &read_trello},
    ImportFormat{kFlowCsv, "Flow metrics CSV",
                 "A table with a date for each stage that an item reached.", &read_flow_csv},
    ImportFormat{kJiraCsv, "Jira CSV",
                 "Issues of Jira (Export, CSV: all fields, or those shown with their dates).",
                 &read_jira_csv},
    ImportFormat{kCsv, "Table (CSV)",
                 "Any table with a row for each card; a mapping says what its columns are.",
                 &read_csv},
    ImportFormat{
        kKpiCsv, "KPI values (CSV)",
        "A table with a row for each value: columns KPI (key or name), Date, Value, and, if "
        "you like, Unit and Note.",
        &read_kpi_csv},
    ImportFormat{kThroughline, "Throughline export",
                 "A whole board exported from Throughline, into a new file.", nullptr},
};

std::string part(const std::map<std::string, int>& counts, const char* key, const char* one,
                 const char* many) {
    const auto found = counts.find(key);
    return found == counts.end() ? "" : plural(found->second, one, many);
}

// A limit is broken by what counts as in process, and that is all there is while no list is known
// to hold finished work: then this is the cause, and not the limit.
rules::Refusal explained(rules::Refusal refusal, const ImportReport& report) {
    if (refusal.rule == "wip_limit" && !report.finds_done) {
        refusal.remedy =
            "No list was recognised as holding finished work, so its cards count as in process. "
            "Name the finished lists with --done; else: " +
            refusal.remedy;
    }
    return refusal;
}

// Puts the rules' answer to the plan into its report, without writing. Uses up the command.
void ask(const desk::Desk& desk, ImportPlan& plan) {
    if (plan.report.is_empty()) {
        return;
    }
    auto draft = desk.preview(rules::Command(std::move(plan.command)));
    if (!draft) {
        plan.report.refused = explained(std::move(draft).error(), plan.report);
    }
}

bool is_stale(const desk::Stop& stop) {
    return stop.refusal && stop.refusal->rule == "import_stale";
}

// The plan stands on the board as it was when the reading began. Whoever commits meanwhile makes it
// old, so the file is read again; after some times what the rules still take is taken.
Result<ImportReport, desk::Stop> read_and_run(desk::Desk& desk, const ImportFormat& format,
                                              std::string_view bytes, const ImportOptions& options,
                                              std::uint64_t nonce) {
    constexpr int kMostReadings = 5;
    for (int reading = 1;; ++reading) {
        const bool is_last = reading == kMostReadings;
        auto plan = format.read({bytes, desk.workspace(), options, desk.now(), IdSource(nonce)});
        if (!plan) {
            return desk::Stop(plan.error());
        }
        auto news = desk.refresh();
        if (!news) {
            return desk::Stop(std::move(news).error());
        }
        if (*news && !is_last) {
            continue;
        }
        if (plan->report.is_empty()) {
            return std::move(plan->report);
        }
        const rules::Command command(std::move(plan->command));
        auto outcome = desk.run(command, desk::Desk::Record::No);
        if (!outcome && is_stale(outcome.error()) && !is_last) {
            continue;
        }
        if (!outcome && outcome.error().refusal) {
            outcome = desk.run(command);  // again, so that the try is recorded
        }
        if (!outcome) {
            desk::Stop stop = std::move(outcome).error();
            if (stop.refusal) {
                stop.refusal = explained(std::move(*stop.refusal), plan->report);
            }
            return stop;
        }
        return std::move(plan->report);
    }
}

}  // namespace

std::string ImportReport::summary() const {
    std::vector<std::string> parts{part(created, "cards", "card", "cards"),
                                   part(created, "columns", "column", "columns"),
                                   part(created, "transitions", "move", "moves"),
                                   part(created, "comments", "comment", "comments"),
                                   part(created, "people", "person", "people"),
                                   part(created, "measurements", "measurement", "measurements"),
                                   part(created, "corrections", "correction", "corrections")};
    int changed = 0;
    for (const auto& [what, count] : updated) {
        changed += count;
    }
    parts.push_back(changed == 0 ? "" : std::to_string(changed) + " updated");
    std::erase(parts, "");
    return parts.empty() ? "nothing new" : join(parts, ", ");
}

std::string to_json(const ImportReport& report) {
    ordered_json out{{"format", report.format}, {"source", report.source}};
    out["created"] = report.created;
    out["updated"] = report.updated;
    out["unchanged"] = report.unchanged;
    out["left_out"] = ordered_json::array();
    for (const LeftOut& one : report.left_out) {
        out["left_out"].push_back({{"what", one.what}, {"where", one.where}, {"why", one.why}});
    }
    out["notes"] = report.notes;
    out["mapping"] = ordered_json::parse(report.mapping, nullptr, false);
    if (out["mapping"].is_discarded()) {
        out["mapping"] = ordered_json::object();
    }
    if (report.refused) {
        out["refused"] = {{"rule", report.refused->rule},
                          {"reason", report.refused->reason},
                          {"remedy", report.refused->remedy}};
    }
    return out.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

Status keep_going(const ImportOptions& options, std::size_t done, std::size_t total) {
    if (options.progress && !options.progress(done, total)) {
        return Error{ErrorCode::Cancelled, "the import was cancelled; nothing was changed", ""};
    }
    return Done{};
}

bool is_sane(Instant at, Instant now) {
    return at.us >= 0 && at <= now + days(1);
}

std::span<const ImportFormat> import_formats() {
    return kFormats;
}

const ImportFormat* import_format(std::string_view name) {
    const auto found = std::find_if(kFormats.begin(), kFormats.end(),
                                    [&](const auto& format) { return format.name == name; });
    return found == kFormats.end() ? nullptr : &*found;
}

Result<ImportReport, desk::Stop> import_file(desk::Desk& desk, const ImportFormat& format,
                                             std::string_view bytes, const ImportOptions& options,
                                             ImportMode mode, std::uint64_t nonce) {
    if (format.read == nullptr) {
        return restore_export(desk, bytes, mode);
    }
    if (mode == ImportMode::Run) {
        return read_and_run(desk, format, bytes, options, nonce);
    }
    auto plan = format.read({bytes, desk.workspace(), options, desk.now(), IdSource(nonce)});
    if (!plan) {
        return desk::Stop(plan.error());
    }
    ask(desk, *plan);
    return std::move(plan->report);
}

}  // namespace throughline::exchange
