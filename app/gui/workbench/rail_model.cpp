#include "app/gui/workbench/rail_model.h"

#include "app/gui/alerts/alerts_model.h"
#include "app/gui/workbench/notices_model.h"
#include "core/rules/roles.h"

#include <array>

namespace throughline::gui::workbench {

std::span<const RailRow> rail_rows() {
    static constexpr std::array kRows{
        RailRow{Screen::Inbox, "inbox", "Inbox", "Alt+7"},
        RailRow{Screen::Board, "board", "Board", "Ctrl+1"},
        RailRow{Screen::Intake, "intake", "Intake", "Ctrl+2"},
        RailRow{Screen::Calendar, "calendar", "Calendar", "Alt+6"},
        RailRow{Screen::Flow, "flow", "Flow", "Ctrl+4", true},
        RailRow{Screen::Forecast, "forecast", "Forecast", "Ctrl+5"},
        RailRow{Screen::Alerts, "alerts", "Alerts", "Ctrl+6"},
        RailRow{Screen::Objectives, "objectives", "Objectives", "Ctrl+3", true},
        RailRow{Screen::Plan, "plan", "Plan", "Alt+1"},
        RailRow{Screen::Kpis, "kpis", "KPIs", "Alt+2"},
        RailRow{Screen::Reviews, "reviews", "Reviews", "Alt+3", true},
        RailRow{Screen::Report, "report", "Report", "Alt+4"},
        RailRow{Screen::Learning, "learning", "Learning", "Alt+5"},
        RailRow{Screen::History, "history", "History", "Ctrl+7", true},
        RailRow{Screen::Settings, "settings", "Settings", "Ctrl+8"},
    };
    return kRows;
}

std::string rail_badge(Screen screen, const model::Workspace& workspace, model::PersonId actor,
                       int unseen) {
    const model::Person* person = workspace.find(actor);
    const auto may = [person](rules::Right right) {
        return person != nullptr && rules::may(person->role, right);
    };
    int waiting = screen == Screen::Inbox ? unseen : 0;
    if (screen == Screen::Intake && may(rules::Right::Triage)) {
        waiting = waiting_requests(workspace);
    } else if (screen == Screen::Alerts && may(rules::Right::Work)) {
        waiting = alerts::open_alerts(workspace);
    }
    return waiting == 0 ? "" : std::to_string(waiting);
}

}  // namespace throughline::gui::workbench
