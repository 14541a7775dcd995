// The alerts of the board and their rules, in words: what, since when, by which rule, where it
// leads. No drawing.
#pragma once

#include "app/gui/context/context.h"
#include "core/flow/alerts.h"

#include <string>
#include <vector>

namespace throughline::gui::alerts {

struct AlertRow {
    model::AlertId id;
    model::AlertRule of = model::AlertRule::AgeBeyondSle;
    std::string key;    // "A-7"
    std::string text;   // as it was when raised
    std::string rule;   // "Cards beyond their service level"
    std::string to_do;  // what to do about it
    std::string since;  // "since 10 Mar 09:05 (2 days)"
    bool acknowledged = false;
    std::string answer;          // "Ana Lima, 11 Mar 08:30: we swarm on it"; "" while open
    bool drafts_action = false;  // its rule does
    // Where it leads; at most one of the first five.
    model::CardId card;
    model::RequestId request;
    model::KpiId kpi;
    std::string part;  // of the learning screen: "risks"; with the record there, 0 for none
    std::int64_t record = 0;
    std::string column;            // a query of the board's filter: "column:review"
    std::string subject;           // "MKT-12", "R-7", "Review", "team"
    model::ObjectiveId objective;  // of the card
    std::string objective_key;
};

enum class Shown { Open, Acknowledged, All };

class AlertsModel {
public:
    // Cheap while the board and the minute stay the same.
    void refresh(Context& context);

    // Newest first; the open ones by rule, cards and requests before the rest.
    std::vector<const AlertRow*> rows(Shown shown) const;
    int open() const { return open_; }

private:
    std::vector<AlertRow> rows_;
    int open_ = 0;
    std::uint64_t revision_ = ~std::uint64_t{0};
    std::int64_t minute_ = -1;
};

struct RuleRow {
    model::AlertRule rule = model::AlertRule::AgeBeyondSle;
    std::string title;
    std::string to_do;
    std::string unit;  // of the threshold; "" when the rule has none
    bool on = true;
    std::optional<double> threshold;  // as set; absent: as shipped
    double shipped = 0;
    bool drafts_action = false;
};
std::vector<RuleRow> rule_rows(const model::Workspace& workspace);

// Alerts that nobody has acknowledged.
int open_alerts(const model::Workspace& workspace);

}  // namespace throughline::gui::alerts
