// The monthly report: drafted from the data, edited, issued.
// Fills what is left of the current ImGui window. Knows no other screen; the workbench calls it.
#pragma once

#include <memory>
#include <string>

namespace throughline::gui {
class Context;
namespace palette {
class Actions;
}
}  // namespace throughline::gui

namespace throughline::gui::monthly {

class MonthlyView {
public:
    MonthlyView();
    ~MonthlyView();
    MonthlyView(const MonthlyView&) = delete;
    MonthlyView& operator=(const MonthlyView&) = delete;

    // One frame. Runs the commands it collected after drawing.
    void draw(Context& context);
    bool is_busy() const;
    // Adds the screen's actions; the view must outlive the table.
    void add_actions(palette::Actions& actions);

    // Carried out at the next draw; a month as "2026-10", "" for the one that is due.
    void open(const std::string& month);
    struct State;

private:
    std::unique_ptr<State> state_;
};

}  // namespace throughline::gui::monthly
