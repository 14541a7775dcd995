// Risks, retros, experiments, how work is done, registers, and how mature the team works.
// Fills what is left of the current ImGui window. Knows no other screen; the workbench calls it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace throughline::gui {
class Context;
namespace palette {
class Actions;
}
}  // namespace throughline::gui

namespace throughline::gui::learning {

class LearningView {
public:
    LearningView();
    ~LearningView();
    LearningView(const LearningView&) = delete;
    LearningView& operator=(const LearningView&) = delete;

    // One frame. Runs the commands it collected after drawing.
    void draw(Context& context);
    bool is_busy() const;
    // Adds the screen's actions; the view must outlive the table.
    void add_actions(palette::Actions& actions);

    // Carried out at the next draw: a part ("risks", "retros" ...), with this record chosen.
    void show(const std::string& part, std::int64_t record = 0);
    struct State;

private:
    std::unique_ptr<State> state_;
};

}  // namespace throughline::gui::learning
