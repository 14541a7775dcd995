// Which view draws which screen.
#include "app/gui/workbench/rail_model.h"
#include "app/gui/workbench/state.h"

#include <algorithm>

namespace throughline::gui::workbench {

ScreenView* Screens::of(Screen screen) {
    switch (screen) {
        case Screen::Board: return nullptr;
        case Screen::Intake: return &intake;
        case Screen::Objectives: return &objectives;
        case Screen::Flow: return &flow;
        case Screen::Forecast: return &outlook;
        case Screen::Alerts: return &alerts;
        case Screen::History: return &history;
        case Screen::Settings: return &settings;
        case Screen::Plan: return &plan;
        case Screen::Kpis: return &kpis;
        case Screen::Inbox: return &inbox;
        case Screen::Calendar: return &calendar;
        case Screen::Reviews: return &reviews;
        case Screen::Report: return &monthly;
        case Screen::Learning: return &learning;
    }
    return nullptr;
}

void Screens::add_actions(palette::Actions& actions) {
    board.add_actions(actions);
    card.add_actions(actions);
    for (const RailRow& row : rail_rows()) {
        if (ScreenView* view = of(row.screen)) {
            view->add_actions(actions);
        }
    }
    standup.add_actions(actions);
}

bool Screens::is_busy() {
    return card.is_busy() || travel.is_busy() ||
           std::ranges::any_of(rail_rows(), [this](const RailRow& row) {
               const ScreenView* view = of(row.screen);
               return view != nullptr && view->is_busy();
           });
}

}  // namespace throughline::gui::workbench
