#include "app/gui/workbench/rail_model.h"

#include "app/gui/alerts/alerts_model.h"
#include "app/gui/workbench/notices_model.h"

#include <array>

namespace throughline::gui::workbench {

std::span<const RailRow> rail_rows() {
    static constexpr std::array kRows{
        RailRow{Screen::Board, "board", "Board", "Ctrl+1"},
        RailRow{Screen::Intake, "intake", "Intake", "Ctrl+2"},
        RailRow{Screen::Objectives, "objectives", "Objectives", "Ctrl+3"},
        RailRow{Screen::Flow, "flow", "Flow", "Ctrl+4"},
        RailRow{Screen::Forecast, "forecast", "Forecast", "Ctrl+5"},
        RailRow{Screen::Alerts, "alerts", "Alerts", "Ctrl+6"},
        RailRow{Screen::History, "history", "History", "Ctrl+7"},
        RailRow{Screen::Settings, "settings", "Settings", "Ctrl+8"},
    };
    return kRows;
}

std::string rail_badge(Screen screen, const model::Workspace& workspace) {
    const int waiting = screen == Screen::Intake   ? waiting_requests(workspace)
                        : screen == Screen::Alerts ? alerts::open_alerts(workspace)
                                                   : 0;
    return waiting == 0 ? "" : std::to_string(waiting);
}

}  // namespace throughline::gui::workbench
