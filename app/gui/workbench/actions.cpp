// The actions of the window itself, and those of the screens, in one table.
#include "app/gui/theme/icons.h"
#include "app/gui/workbench/rail_model.h"
#include "app/gui/workbench/state.h"

namespace throughline::gui::workbench {
namespace {

constexpr double kZoomStep = 0.1;

palette::Action everywhere(const char* id, const char* title, const char* icon,
                           std::vector<std::string> keys, const char* keywords,
                           std::function<void(Context&)> run) {
    return {.id = id,
            .title = title,
            .section = "Everywhere",
            .icon = icon,
            .shortcuts = std::move(keys),
            .keywords = keywords,
            .run = std::move(run)};
}

// Going to a screen, with the keys of the navigation.
void add_go_actions(palette::Actions& actions) {
    for (const RailRow& row : rail_rows()) {
        const std::string id = "go." + std::string(row.id);
        const palette::Action* known = actions.find(id);
        palette::Action action =
            known != nullptr
                ? *known
                : palette::Action{.id = id, .title = std::string(row.label), .section = "Go to"};
        std::erase(action.shortcuts, row.shortcut);
        action.shortcuts.insert(action.shortcuts.begin(), std::string(row.shortcut));
        action.while_typing = true;
        action.run = [screen = row.screen](Context& context) { context.go(screen); };
        actions.add(std::move(action));
    }
}

}  // namespace

void Workbench::State::add_actions() {
    palette::Actions& actions = palette->actions();
    add_go_actions(actions);
    actions.add(everywhere("app.theme", "Switch between light and dark", icons::kContrast,
                           {"Ctrl+Shift+D"}, "theme appearance night", [](Context& context) {
                               Appearance look = context.appearance();
                               look.dark = !look.dark;
                               context.set_appearance(look);
                           }));
    actions.add(everywhere("app.contrast", "High contrast on or off", icons::kContrast, {},
                           "accessibility appearance", [](Context& context) {
                               Appearance look = context.appearance();
                               look.high_contrast = !look.high_contrast;
                               context.set_appearance(look);
                           }));
    actions.add(everywhere("app.zoom-in", "Larger", icons::kPlus,
                           {"Ctrl++", "Ctrl+Shift++", "Ctrl+."}, "zoom in scale size",
                           [this](Context&) { set_zoom(window.appearance.zoom + kZoomStep); }));
    actions.add(everywhere("app.zoom-out", "Smaller", icons::kMinus, {"Ctrl+-", "Ctrl+Shift+."},
                           "zoom out scale size",
                           [this](Context&) { set_zoom(window.appearance.zoom - kZoomStep); }));
    actions.add(everywhere("app.zoom-reset", "Normal size", icons::kSearch, {"Ctrl+0"},
                           "zoom 100 scale", [this](Context&) { set_zoom(1.0); }));
    actions.add(everywhere("app.import", "Import", icons::kUpload, {"Ctrl+Shift+I"},
                           "trello csv file bring in",
                           [](Context& context) { context.open_import(); }));
    actions.add(everywhere("app.people", "People and roles", icons::kPeople, {},
                           "team add person rights",
                           [](Context& context) { context.open_settings("people"); }));
    palette::Action travel =
        everywhere("app.travel", "Board at a past moment", icons::kHistory, {"Ctrl+Shift+T"},
                   "time travel rewind history slider compare",
                   [this](Context&) { wishes.push_back([this] { start_travel(); }); });
    travel.enabled = [this](Context&) { return !screens->travel.is_open(); };
    actions.add(std::move(travel));
    palette::Action back =
        everywhere("app.travel-back", "Back to now", icons::kClock, {}, "time travel present",
                   [this](Context&) { wishes.push_back([this] { end_travel(); }); });
    back.enabled = [this](Context&) { return screens->travel.is_open(); };
    actions.add(std::move(back));
    screens->add_actions(actions);
    // N is a note there; and nothing is asked for in the past.
    palette::Action brief = *actions.find("app.new-brief");
    brief.enabled = [this](Context&) { return !screens->travel.is_open(); };
    brief.keys_when = [this](Context&) {
        return !screens->standup.is_open() && !screens->reviews.takes_letters();
    };
    actions.add(std::move(brief));
}

}  // namespace throughline::gui::workbench
