// The navigation at the side: one row per screen, with its key and what waits there. No drawing.
#pragma once

#include "app/gui/context/context.h"

#include <span>
#include <string>
#include <string_view>

namespace throughline::gui::workbench {

struct RailRow {
    Screen screen = Screen::Board;
    std::string_view id;  // stable: test name, action "go.<id>"
    std::string_view label;
    std::string_view shortcut;
    bool begins_group = false;  // a line stands above it
};

// The one table of screens, from top to bottom.
std::span<const RailRow> rail_rows();

// "2" beside Intake while two requests wait, beside Alerts while two are open, each for those whose
// work that is, beside Inbox while two items are new (`unseen`); "" for nothing.
std::string rail_badge(Screen screen, const model::Workspace& workspace, model::PersonId actor,
                       int unseen);

}  // namespace throughline::gui::workbench
