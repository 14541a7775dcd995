// The first screen: three ways to begin, who you are, and where the board is kept.
#pragma once

#include "app/gui/workbench/welcome_model.h"

#include <optional>

namespace throughline::gui::workbench {

class WelcomeView {
public:
    explicit WelcomeView(WelcomeForm form) : form_(std::move(form)) {}

    // Fills the current window. Result: the work that was asked for, once; the view is busy until
    // told otherwise.
    std::optional<WelcomeJob> draw(const WorkbenchSetup& setup);

    void set_busy(std::string words);     // "": not busy
    void set_failure(std::string words);  // shown in place; not busy any more
    void choose_import(const std::string& path);
    const std::string& import_file() const { return form_.import_file; }

private:
    void draw_cards();
    void draw_card(Start start, float width, float height);
    void draw_form();
    bool draw_foot();

    WelcomeForm form_;
    std::vector<std::string> zones_;
    std::string busy_;
    std::string failure_;
    bool entered_ = false;  // Enter in a field
    bool tried_ = false;    // problems are shown only after the first try
};

}  // namespace throughline::gui::workbench
