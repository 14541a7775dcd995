// Commands on alerts and on forecasts as they were told. What the program writes down by itself is
// never part of undo.
#pragma once

#include "core/model/signal.h"
#include "core/rules/verb.h"

namespace throughline::rules {

// By the desk of whoever is there first: once per rule, subject and period.
struct RaiseAlert {
    static constexpr bool kUndoable = false;
    model::AlertRule rule = model::AlertRule::AgeBeyondSle;
    std::string subject;
    std::string period;
    std::string text;
};
// With what it leads to: an action, as fields of the record "action_item", or none for no fields.
struct AcknowledgeAlert {
    model::AlertId alert;
    std::string note;
    model::TextMap action{};
};
struct SetAlertRule {
    model::AlertRule rule = model::AlertRule::AgeBeyondSle;
    bool on = true;
    std::optional<double> threshold;  // absent: as shipped
    bool drafts_action = false;
};

// The same question told to the same person on the same day again replaces the answer.
struct RecordForecast {
    static constexpr bool kUndoable = false;
    model::ForecastKind kind = model::ForecastKind::When;
    int count = 0;
    std::optional<Day> until;
    model::CardId card;
    model::ObjectiveId objective;
    std::string query;
    Day history_from;
    Day history_to;
    std::int64_t seed = 0;
    int p50 = 0;
    int p70 = 0;
    int p85 = 0;
    int p95 = 0;
};

TL_COMMAND(RaiseAlert, "raise-alert", "Raise alert", Look, "rule", rule, "subject", subject,
           "period", period, "text", text);
TL_COMMAND(AcknowledgeAlert, "acknowledge-alert", "Acknowledge alert", Work, "alert", alert, "note",
           note, "action", action);
TL_COMMAND(SetAlertRule, "set-alert-rule", "Change alert rule", Configure, "rule", rule, "on", on,
           "threshold", threshold, "drafts_action", drafts_action);

template <>
struct Verb<RecordForecast> {
    static constexpr std::string_view kTitle = "Keep forecast";
    static constexpr Right kRight = Right::Look;
};

}  // namespace throughline::rules

// More arguments than TL_COMMAND takes.
template <>
struct throughline::model::Fields<throughline::rules::RecordForecast> {
    using C = throughline::rules::RecordForecast;
    static constexpr std::string_view kName = "record-forecast";
    static constexpr auto kList = std::tuple{
        field("kind", &C::kind),
        field("count", &C::count),
        field("until", &C::until),
        field("card", &C::card),
        field("objective", &C::objective),
        field("query", &C::query),
        field("history_from", &C::history_from),
        field("history_to", &C::history_to),
        field("seed", &C::seed),
        field("p50", &C::p50),
        field("p70", &C::p70),
        field("p85", &C::p85),
        field("p95", &C::p95),
    };
};
