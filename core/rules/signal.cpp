#include "core/base/text.h"
#include "core/rules/acts.h"
#include "core/rules/decide.h"
#include "core/rules/records.h"

namespace throughline::rules {

Verdict decide(const RaiseAlert& command, Edit& edit, const Context& context) {
    if (trim(command.subject).empty() || trim(command.text).empty()) {
        return refusal("text_missing", "An alert says what it is about.", "");
    }
    for (const model::Alert& one : edit.before().rows<model::Alert>()) {
        if (one.rule == command.rule && one.subject == command.subject &&
            one.period == command.period) {
            return refusal("already_raised", "This alert has been raised before.", "");
        }
    }
    model::Alert alert;
    alert.id = edit.new_id<model::AlertId>();
    alert.number = edit.next_number("alert");
    alert.rule = command.rule;
    alert.subject = command.subject;
    alert.period = command.period;
    alert.text = trim(command.text);
    alert.raised_at = context.now;
    edit.put(std::move(alert));
    return Done{};
}

Verdict decide(const AcknowledgeAlert& command, Edit& edit, const Context& context) {
    const model::Alert* alert = edit.get(command.alert);
    if (alert == nullptr) {
        return not_found("alert");
    }
    if (alert->acknowledged_at) {
        return refusal("already_acknowledged", "Somebody has acknowledged this already.", "");
    }
    edit.change(command.alert, [&](model::Alert& one) {
        one.acknowledged_by = context.actor;
        one.acknowledged_at = context.now;
        one.note = trim(command.note);
    });
    if (command.action.empty()) {
        return Done{};
    }
    model::TextMap set = command.action;
    set["source"] = "alert:" + key_of(*edit.get(command.alert));
    return record_kind("action_item")->add(edit, context, set);
}

Verdict decide(const SetAlertRule& command, Edit& edit, const Context&) {
    if (command.threshold && !(*command.threshold > 0 && *command.threshold <= 10000)) {
        return refusal("bad_value", "A threshold is above 0 and at most 10000.",
                       "Leave it empty for the one shipped.");
    }
    model::AlertSetting setting;
    edit.each<model::AlertSetting>([&](const model::AlertSetting& one) {
        if (one.rule == command.rule) {
            setting.id = one.id;
        }
    });
    if (!setting.id) {
        setting.id = edit.new_id<model::AlertSettingId>();
    }
    setting.rule = command.rule;
    setting.on = command.on;
    setting.threshold = command.threshold;
    setting.drafts_action = command.drafts_action;
    edit.put(setting);
    return Done{};
}

Verdict decide(const RecordForecast& command, Edit& edit, const Context& context) {
    if (command.history_to < command.history_from || command.p50 < 0 || command.p70 < 0 ||
        command.p85 < 0 || command.p95 < 0) {
        return refusal("bad_value", "These are not the levels of a forecast.", "");
    }
    model::Forecast forecast;
    forecast.kind = command.kind;
    forecast.count = command.count;
    forecast.until = command.until;
    forecast.card = command.card;
    forecast.objective = command.objective;
    forecast.query = command.query;
    forecast.history_from = command.history_from;
    forecast.history_to = command.history_to;
    forecast.seed = command.seed;
    forecast.p50 = command.p50;
    forecast.p70 = command.p70;
    forecast.p85 = command.p85;
    forecast.p95 = command.p95;
    forecast.told_to = context.actor;
    forecast.told_at = context.now;
    const auto same_question = [&](const model::Forecast& one) {
        return one.told_to == forecast.told_to && one.kind == forecast.kind &&
               one.count == forecast.count && one.until == forecast.until &&
               one.card == forecast.card && one.objective == forecast.objective &&
               one.query == forecast.query;
    };
    const Day today = local_day(edit, context.now);
    edit.each<model::Forecast>([&](const model::Forecast& one) {
        if (same_question(one) && local_day(edit, one.told_at) == today) {
            forecast.id = one.id;
        }
    });
    if (!forecast.id) {
        forecast.id = edit.new_id<model::ForecastId>();
    }
    edit.put(std::move(forecast));
    return Done{};
}

}  // namespace throughline::rules
