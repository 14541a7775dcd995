// The frame around the screens: navigation at the side and the bar at the top. Draw and say what
// was pressed; the workbench carries it out.
#pragma once

#include "app/gui/context/context.h"
#include "app/gui/palette/actions.h"
#include "app/gui/workbench/notices_model.h"

#include <optional>
#include <string>

namespace throughline::gui::workbench {

// As wide as the navigation is for this window, in screen pixels.
float rail_width(float window_width);
// `unseen`: of the inbox. Result: the screen pressed.
std::optional<Screen> draw_rail(Context& context, Screen present, float width, int unseen);

struct TopBarEvents {
    std::string action;  // id of an action of the table; "" for none
    model::PersonId act_as;
    bool people = false;  // "People and roles"
};
// What the bar says beside the board that is shown.
struct TopBarLook {
    SaveWords saved;
    const model::Workspace& present;  // of now, while a past board is shown
    model::PersonId actor;
    bool is_past = false;
    bool standup_runs = false;
};
TopBarEvents draw_top_bar(Context& context, const palette::Actions& actions,
                          const TopBarLook& look);

}  // namespace throughline::gui::workbench
