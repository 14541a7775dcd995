#include "app/gui/alerts/alerts_model.h"

#include "core/base/text.h"
#include "core/base/words.h"
#include "core/model/column_name.h"
#include "core/model/query.h"
#include "core/report/chart_ticks.h"
#include "core/rules/record_text.h"

#include <algorithm>
#include <charconv>

namespace throughline::gui::alerts {
namespace {

std::string since_words(const Zone& zone, Instant raised, Instant now) {
    const int days = zone.day(now) - zone.day(raised);
    return "since " + moment_words(zone, raised) +
           (days > 0 ? " (" + plural(days, "day", "days") + ")" : "");
}

std::string name_of(const model::Workspace& workspace, model::PersonId id) {
    const model::Person* person = workspace.find(id);
    return person == nullptr ? "somebody" : person->name.empty() ? person->handle : person->name;
}

void lead_to_card(const model::Workspace& workspace, std::string_view key, AlertRow& row) {
    const model::Card* card = model::card_by_key(workspace, std::string(key));
    if (card == nullptr) {
        return;
    }
    row.card = card->id;
    if (const model::Objective* objective = workspace.find(card->objective)) {
        row.objective = objective->id;
        row.objective_key = model::key_of(*objective);
    }
}

// "R-7"; null when there is none.
const model::Request* request_of(const model::Workspace& workspace, std::string_view key) {
    std::int64_t number = 0;
    const std::string_view digits = key.substr(std::min<std::size_t>(2, key.size()));
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return error == std::errc() && end == digits.data() + digits.size()
               ? workspace.request_by_number(number)
               : nullptr;
}

// A group is shown by its columns.
void lead_to_group(const model::Workspace& workspace, std::string_view handle, AlertRow& row) {
    std::vector<std::string> columns;
    for (const model::ColumnGroup& group : workspace.rows<model::ColumnGroup>()) {
        if (group.handle != handle || group.removed) {
            continue;
        }
        row.subject = group.name;
        for (const model::ColumnId id : workspace.columns()) {
            const model::Column* column = workspace.find(id);
            if (column->group == group.id) {
                columns.push_back(column->handle);
            }
        }
    }
    if (!columns.empty()) {
        row.column = "column:" + join(columns, ",");
    }
}

// A risk, or a row of a register: "RK-2", "#3".
void lead_to_review(const model::Workspace& workspace, std::string_view table_name,
                    const std::string& key, AlertRow& row) {
    const model::Table* table = model::table_by_name(table_name);
    row.part = table_name == "risk" ? "risks" : "registers";
    row.record = rules::referred(workspace, *table, key);
    row.subject = table_name == "risk" ? key : "Registers";
}

// "card:MKT-12", "column:review", "group:create", "request:R-7", "risk:RK-2", "tool:#3", "kpi:K-1",
// "team".
void lead_to(const model::Workspace& workspace, const std::string& subject, AlertRow& row) {
    const std::size_t colon = subject.find(':');
    const std::string kind = subject.substr(0, colon);
    row.subject = colon == std::string::npos ? subject : subject.substr(colon + 1);
    const std::string name = row.subject;
    if (kind == "card") {
        lead_to_card(workspace, name, row);
    } else if (kind == "request") {
        if (const model::Request* request = request_of(workspace, name)) {
            row.request = request->id;
        }
    } else if (kind == "group") {
        lead_to_group(workspace, name, row);
    } else if (kind == "column") {
        if (const model::Column* column = workspace.column_by_handle(name)) {
            row.subject = model::column_name(workspace, *column);
            row.column = "column:" + name;
        }
    } else if (kind == "kpi") {
        row.kpi = {model::id_by_key(workspace, model::table_of<model::Kpi>(), name)};
    } else if (kind == "risk" || kind == "tool" || kind == "training") {
        lead_to_review(workspace, kind, name, row);
    } else if (kind == "data-domain") {
        lead_to_review(workspace, "data_domain", name, row);
    }
}

AlertRow row_of(Context& context, const model::Alert& alert,
                std::span<const model::AlertSetting> settings) {
    const model::Workspace& workspace = context.workspace();
    const flow::AlertKind& kind = flow::alert_kinds()[static_cast<std::size_t>(alert.rule)];
    AlertRow row{.id = alert.id,
                 .of = alert.rule,
                 .key = model::key_of(alert),
                 .text = alert.text,
                 .rule = std::string(kind.title),
                 .to_do = std::string(kind.to_do),
                 .since = since_words(context.zone(), alert.raised_at, context.now()),
                 .acknowledged = alert.acknowledged_at.has_value(),
                 .drafts_action = flow::limits_of(kind, settings).drafts_action};
    if (alert.acknowledged_at) {
        row.answer = name_of(workspace, alert.acknowledged_by) + ", " +
                     moment_words(context.zone(), *alert.acknowledged_at) +
                     (alert.note.empty() ? "" : ": " + alert.note);
    }
    lead_to(workspace, alert.subject, row);
    return row;
}

}  // namespace

void AlertsModel::refresh(Context& context) {
    const std::int64_t minute = context.now().us / kMicrosPerMinute;
    if (revision_ == context.desk().revision() && minute_ == minute) {
        return;
    }
    revision_ = context.desk().revision();
    minute_ = minute;
    std::vector<const model::Alert*> alerts;
    for (const model::Alert& alert : context.workspace().rows<model::Alert>()) {
        alerts.push_back(&alert);
    }
    std::ranges::sort(alerts, std::greater(), &model::Alert::number);
    const auto& stored = context.workspace().rows<model::AlertSetting>();
    const std::vector<model::AlertSetting> settings(stored.begin(), stored.end());
    rows_.clear();
    for (const model::Alert* alert : alerts) {
        rows_.push_back(row_of(context, *alert, settings));
    }
    open_ = open_alerts(context.workspace());
}

std::vector<const AlertRow*> AlertsModel::rows(Shown shown) const {
    std::vector<const AlertRow*> rows;
    for (const AlertRow& row : rows_) {
        if (shown == Shown::All || row.acknowledged == (shown == Shown::Acknowledged)) {
            rows.push_back(&row);
        }
    }
    if (shown == Shown::Open) std::ranges::stable_sort(rows, {}, &AlertRow::of);
    return rows;
}

std::vector<RuleRow> rule_rows(const model::Workspace& workspace) {
    const auto& stored = workspace.rows<model::AlertSetting>();
    const std::vector<model::AlertSetting> settings(stored.begin(), stored.end());
    std::vector<RuleRow> rows;
    for (const flow::AlertKind& kind : flow::alert_kinds()) {
        RuleRow row{.rule = kind.rule,
                    .title = std::string(kind.title),
                    .to_do = std::string(kind.to_do),
                    .unit = std::string(kind.unit),
                    .on = flow::limits_of(kind, settings).on,
                    .shipped = kind.threshold,
                    .drafts_action = flow::limits_of(kind, settings).drafts_action};
        const auto set = std::ranges::find(settings, kind.rule, &model::AlertSetting::rule);
        if (set != settings.end()) {
            row.threshold = set->threshold;
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

int open_alerts(const model::Workspace& workspace) {
    const auto& alerts = workspace.rows<model::Alert>();
    return static_cast<int>(std::count_if(
        alerts.begin(), alerts.end(), [](const auto& alert) { return !alert.acknowledged_at; }));
}

}  // namespace throughline::gui::alerts
