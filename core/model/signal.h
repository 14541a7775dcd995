// Alerts that figures raise, the settings of their rules, and forecasts as they were told.
#pragma once

#include "core/model/fields.h"
#include "core/model/ids.h"

namespace throughline::model {

// What can raise an alert; what each means and measures: core/flow/alerts.h.
enum class AlertRule {
    AgeBeyondSle,
    ColumnFull,
    ColumnStarved,
    RequestLate,
    LimitOverridden,
    LoadOutOfBand,
    ReviewOverdue,
    KpiBeyondLimits
};
template <>
struct Names<AlertRule> {
    static constexpr std::array<std::string_view, 8> kAll{
        "age-beyond-sle",   "column-full",      "column-starved", "request-late",
        "limit-overridden", "load-out-of-band", "review-overdue", "kpi-beyond-limits"};
};

// A rule as this team wants it. A rule without a row is as shipped.
struct AlertSetting {
    AlertSettingId id;
    AlertRule rule = AlertRule::AgeBeyondSle;
    bool on = true;
    std::optional<double> threshold;  // in the rule's unit; absent: as shipped
    bool drafts_action = false;       // for the person who acknowledges to approve

    friend bool operator==(const AlertSetting&, const AlertSetting&) = default;
};

template <>
struct Fields<AlertSetting> {
    static constexpr std::string_view kName = "alert_setting";
    static constexpr auto kList = std::tuple{
        field("id", &AlertSetting::id),
        field("rule", &AlertSetting::rule),
        field("switched_on", &AlertSetting::on),
        field("threshold", &AlertSetting::threshold),
        field("drafts_action", &AlertSetting::drafts_action),
    };
};

// Raised once for a rule, a subject and a period; stands until a person has acknowledged it.
struct Alert {
    AlertId id;
    std::int64_t number = 0;  // shown as A-number
    AlertRule rule = AlertRule::AgeBeyondSle;
    std::string
        subject;  // "card:MKT-12", "column:review", "request:R-7", "risk:RK-2", "kpi:K-1", "team"
    std::string period;  // what makes it another occasion: a day, a week, an id
    std::string text;    // as it was when raised
    Instant raised_at;
    PersonId acknowledged_by;
    std::optional<Instant> acknowledged_at;
    std::string note;  // what the person says to it

    friend bool operator==(const Alert&, const Alert&) = default;
};

template <>
struct Fields<Alert> {
    static constexpr std::string_view kName = "alert";
    static constexpr auto kList = std::tuple{
        field("id", &Alert::id),
        field("number", &Alert::number),
        field("rule", &Alert::rule),
        field("subject", &Alert::subject),
        field("period", &Alert::period),
        field("text", &Alert::text),
        field("raised_at", &Alert::raised_at),
        field("acknowledged_by", &Alert::acknowledged_by),
        field("acknowledged_at", &Alert::acknowledged_at),
        field("note", &Alert::note),
    };
};

enum class ForecastKind { When, HowMany, Card, Objective };
template <>
struct Names<ForecastKind> {
    static constexpr std::array<std::string_view, 4> kAll{"when", "how-many", "card", "objective"};
};

// A forecast as it was told, kept so that it is scored when its day has come
// (core/flow/forecast_score.h). The levels are whole days after `told_at`'s day (when, card,
// objective) or cards (how many), each for the chance of 50, 70, 85 and 95 percent.
struct Forecast {
    ForecastId id;
    ForecastKind kind = ForecastKind::When;
    int count = 0;             // when: this many cards; objective: its open cards then
    std::optional<Day> until;  // how many: by the end of this day; objective: of its quarter
    CardId card;
    ObjectiveId objective;
    std::string query;  // the filter it was asked with
    Day history_from;   // closed range of the days it was drawn from
    Day history_to;
    std::int64_t seed = 0;
    int p50 = 0;
    int p70 = 0;
    int p85 = 0;
    int p95 = 0;
    PersonId told_to;
    Instant told_at;

    friend bool operator==(const Forecast&, const Forecast&) = default;
};

template <>
struct Fields<Forecast> {
    static constexpr std::string_view kName = "forecast";
    static constexpr auto kList = std::tuple{
        field("id", &Forecast::id),
        field("kind", &Forecast::kind),
        field("count", &Forecast::count),
        field("until_day", &Forecast::until),
        field("card", &Forecast::card),
        field("objective", &Forecast::objective),
        field("query", &Forecast::query),
        field("history_from", &Forecast::history_from),
        field("history_to", &Forecast::history_to),
        field("seed", &Forecast::seed),
        field("p50", &Forecast::p50),
        field("p70", &Forecast::p70),
        field("p85", &Forecast::p85),
        field("p95", &Forecast::p95),
        field("told_to", &Forecast::told_to),
        field("told_at", &Forecast::told_at),
    };
};

}  // namespace throughline::model
