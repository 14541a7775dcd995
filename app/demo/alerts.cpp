// What the figures say somebody should look at: raised on Mondays, acknowledged within the week.
#include "core/flow/alerts.h"
#include "app/demo/studio.h"
#include "core/flow/flow.h"

#include <utility>

namespace throughline::demo {
namespace {

using model::AlertRule;

std::string answer_to(AlertRule rule) {
    switch (rule) {
        case AlertRule::AgeBeyondSle: return "Taken to the standup; it goes before new work.";
        case AlertRule::ColumnFull: return "Two of us help to review today.";
        case AlertRule::ColumnStarved: return "The next cards come out of review this week.";
        case AlertRule::RequestLate: return "Answered; the requester knows.";
        case AlertRule::LimitOverridden: return "The reason was good. The limit stays.";
        case AlertRule::LoadOutOfBand: return "We pull nothing new before Wednesday.";
        case AlertRule::ReviewOverdue: return "Looked at with its owner.";
        case AlertRule::KpiBeyondLimits: return "Looked at with its owner; we know what caused it.";
    }
    return "";
}

}  // namespace

void Studio::set_up_alerts() {
    run("lena", rules::SetAlertRule{AlertRule::KpiBeyondLimits, true, std::nullopt, true});
    run("lena", rules::SetAlertRule{AlertRule::LimitOverridden, true, std::nullopt, true});
}

void Studio::raise_alerts() {
    const flow::Flow flow(flow::rows_of(ws(), zone_), *clock_);
    for (const flow::Signal& signal : flow::due(flow, flow::alert_rows(ws()))) {
        run("lena", rules::RaiseAlert{signal.rule, signal.subject, signal.period, signal.text});
    }
}

// Every other drafted action is approved.
void Studio::answer_alerts(Day day) {
    const flow::AlertRows rows = flow::alert_rows(ws());
    for (const model::Alert& alert : rows.raised) {
        if (alert.acknowledged_at) {
            continue;
        }
        rules::AcknowledgeAlert answer{alert.id, answer_to(alert.rule)};
        const auto& kind = flow::alert_kinds()[static_cast<std::size_t>(alert.rule)];
        if (flow::limits_of(kind, rows.settings).drafts_action && alert.number % 2 == 1) {
            const flow::ActionDraft draft = flow::action_draft(ws(), alert, day);
            answer.action = {{"text", draft.text},
                             {"owner", draft.owner ? handle(draft.owner) : "lena"},
                             {"due", to_text(draft.due)}};
        }
        run("lena", std::move(answer));
    }
}

}  // namespace throughline::demo
