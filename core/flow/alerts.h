// Alerts: what the figures say that somebody should look at.
//
// Product, section 5: a rule over a figure raises a signal, once per rule, subject and period; a
// person acknowledges it. The period is what makes it another occasion: the same card late again
// after it came back, the same column full again after it had room.
//
// | rule             | raised when                                            | threshold        |
// | age-beyond-sle   | a card in process is older than the SLE of its class   | days over: 0     |
// | column-full      | a column or group has had no room for this long        | working days: 3  |
// | column-starved   | it had room and nothing came from the left for so      | working days: 2  |
// |                  | long, while something is in process on the board       |                  |
// | request-late     | a request has no answer and its promise is broken      | none             |
// | limit-overridden | a limit was passed with a reason, in the last 7 days   | none             |
// | load-out-of-band | the team's load of the last whole week is out of band  | of the board     |
// | review-overdue   | the day has passed on which an open risk, a tool, a    | days over: 0     |
// |                  | data domain or a training was to be looked at          |                  |
// | kpi-beyond-limits| the latest value of a KPI is a signal by its own limits| none             |
#pragma once

#include "core/flow/scorecard.h"
#include "core/model/learning.h"
#include "core/model/rows.h"
#include "core/model/signal.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::flow {

struct AlertKind {
    model::AlertRule rule = model::AlertRule::AgeBeyondSle;
    std::string_view title;  // "Cards beyond their service level"
    std::string_view unit;   // of the threshold: "days", "working days"; "" for none
    double threshold = 0;    // as shipped
    std::string_view to_do;  // what to do about it, in one sentence
};
// In the order of the rules.
std::span<const AlertKind> alert_kinds();

struct Signal {
    model::AlertRule rule = model::AlertRule::AgeBeyondSle;
    std::string subject;  // as model::Alert::subject
    std::string period;
    std::string text;  // "MKT-12 has been in process for 21 days; its service level is 18."

    friend bool operator==(const Signal&, const Signal&) = default;
};

// What has a day on which somebody looks at it again. A copy that may be read on another thread.
struct ReviewRows {
    model::Rows<model::Risk> risks;
    model::Rows<model::Tool> tools;
    model::Rows<model::DataDomain> domains;
    model::Rows<model::Training> trainings;
};

// What stands at as_of, whether raised before or not; all cards, whatever the filter. Rules that
// are switched off say nothing.
std::vector<Signal> signals(const Flow& flow, std::span<const model::AlertSetting> settings,
                            const ReviewRows& reviews = {}, const PlanRows& plan = {});

// Those that no alert has been raised for yet. Alerts that were raised stay, acknowledged or not.
std::vector<Signal> unraised(std::vector<Signal> signals, const model::Rows<model::Alert>& raised);

// A rule as it holds now.
struct AlertLimits {
    bool on = true;
    double threshold = 0;  // in the rule's unit
    bool drafts_action = false;
};
AlertLimits limits_of(const AlertKind& kind, std::span<const model::AlertSetting> settings);

// What raising needs beside the digest. A copy that may be read on another thread.
struct AlertRows {
    std::vector<model::AlertSetting> settings;
    model::Rows<model::Alert> raised;
    ReviewRows reviews;
    PlanRows plan;
};
AlertRows alert_rows(const model::Workspace& workspace);
// What stands at the digest's as_of and is to be raised, by `alert raise` and an open window alike.
std::vector<Signal> due(const Flow& flow, const AlertRows& rows);

// What somebody may do about an alert, for a person to approve: what its rule says to do, who
// answers for what it is about (0: nobody by name), within a week.
struct ActionDraft {
    std::string text;
    model::PersonId owner;
    Day due;
};
ActionDraft action_draft(const model::Workspace& workspace, const model::Alert& alert, Day today);

}  // namespace throughline::flow
