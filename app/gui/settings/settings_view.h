// The settings screen: everything about the board that can be changed, section by section.
#pragma once

#include "app/gui/context/screen_view.h"

#include <memory>
#include <string>
#include <string_view>

namespace throughline::gui::settings {

class SettingsView final : public ScreenView {
public:
    SettingsView();
    ~SettingsView() override;

    void draw(Context& context) override;
    // One action per section.
    void add_actions(palette::Actions& actions) override;
    // "board", "columns", "gates", "templates", "taxonomy", "score", "people", "calendar",
    // "appearance"; another name leaves things as they are.
    void open(std::string_view section);
    std::string section() const;
    // Figures of the shown section are being computed.
    bool is_busy() const override;

    struct State;

private:
    std::unique_ptr<State> state_;
};

}  // namespace throughline::gui::settings
