// What the alerts screen keeps between frames; for the views of this room.
#pragma once

#include "app/gui/alerts/alerts_model.h"
#include "app/gui/alerts/alerts_view.h"
#include "app/gui/records/record_model.h"

#include <functional>
#include <map>

namespace throughline::gui::alerts {

inline constexpr std::size_t kPage = 50;  // alerts drawn at first, and added when asked for

struct AlertsView::State {
    AlertsModel model;
    int tab = 0;
    Shown shown = Shown::Open;
    std::size_t most = kPage;  // of them drawn
    model::AlertId acknowledging;
    std::string about;  // its text
    std::string note;
    std::string failure;
    bool wants_dialog = false;
    bool makes_action = false;   // of the one that is acknowledged
    records::RecordForm action;  // as drafted, or changed
    std::map<model::AlertRule, std::optional<double>> thresholds;  // while typed
    std::map<model::AlertRule, std::string> refusals;              // of a changed rule
    std::vector<std::function<void(Context&)>> later;              // run when all is drawn

    // alerts_view.cpp
    void draw_list(Context& context);
    // `why`: why the acting person may not acknowledge; "" when allowed.
    void draw_row(Context& context, const AlertRow& row, const std::string& why);
    void draw_acknowledge(Context& context);
    void begin_acknowledging(Context& context, const AlertRow& row);
    void acknowledge(Context& context);

    // rules_view.cpp
    void draw_rules(Context& context);
    void draw_rule(Context& context, const RuleRow& row);
    void set_rule(const RuleRow& row);
};

}  // namespace throughline::gui::alerts
