#include "app/gui/palette/actions.h"

#include "app/gui/palette/shortcut.h"

#include <algorithm>

namespace throughline::gui::palette {

void Actions::add(Action action) {
    const auto same = std::find_if(actions_.begin(), actions_.end(),
                                   [&](const Action& held) { return held.id == action.id; });
    if (same != actions_.end()) {
        *same = std::move(action);
    } else {
        actions_.push_back(std::move(action));
    }
}

const Action* Actions::find(std::string_view id) const {
    const auto found = std::find_if(actions_.begin(), actions_.end(),
                                    [&](const Action& held) { return held.id == id; });
    return found == actions_.end() ? nullptr : &*found;
}

std::string_view Actions::shortcut_of(std::string_view id) const {
    const Action* action = find(id);
    return action == nullptr || action->shortcuts.empty() ? std::string_view()
                                                          : action->shortcuts.front();
}

bool Actions::dispatch(Context& context) const {
    if (is_popup_open()) return false;
    const bool typing = is_typing();
    for (const Action& action : actions_) {
        if (!action.run || (typing && !action.while_typing)) continue;
        const bool pressed = std::any_of(
            action.shortcuts.begin(), action.shortcuts.end(),
            [&](const std::string& keys) { return shortcut_pressed(keys, action.repeats); });
        if (!pressed || (action.keys_when && !action.keys_when(context))) continue;
        if (!action.is_enabled(context)) continue;
        action.run(context);
        return true;
    }
    return false;
}

bool Actions::run(std::string_view id, Context& context) const {
    const Action* action = find(id);
    if (action == nullptr || !action->run || !action->is_enabled(context)) return false;
    action->run(context);
    return true;
}

}  // namespace throughline::gui::palette
