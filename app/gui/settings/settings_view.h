// The settings screen: everything about the board that can be changed, section by section. Fills
// what is left of the current ImGui window. Knows no other screen; the workbench calls it.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace throughline::gui {
class Context;
namespace palette {
class Actions;
}
}  // namespace throughline::gui

namespace throughline::gui::settings {

class SettingsView {
public:
    SettingsView();
    ~SettingsView();
    SettingsView(const SettingsView&) = delete;
    SettingsView& operator=(const SettingsView&) = delete;

    void draw(Context& context);
    // One action per section; the view must outlive the table.
    void add_actions(palette::Actions& actions);
    // "board", "columns", "gates", "templates", "taxonomy", "score", "people", "calendar",
    // "appearance"; another name leaves things as they are.
    void open(std::string_view section);
    std::string section() const;
    // Figures of the shown section are being computed.
    bool is_busy() const;

    struct State;

private:
    std::unique_ptr<State> state_;
};

}  // namespace throughline::gui::settings
