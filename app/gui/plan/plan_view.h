// The plan on one screen: from the year to the big bets, the objectives, their key results and
// their cards, and back; quarters, what is wrong with the plan, money, capacity, who answers for
// what. Fills what is left of the current ImGui window. Knows no other screen; the workbench calls
// it.
#pragma once

#include "core/model/ids.h"

#include <cstdint>
#include <memory>

namespace throughline::gui {
class Context;
namespace palette {
class Actions;
}
}  // namespace throughline::gui

namespace throughline::gui::plan {

enum class Part : std::uint8_t { Year, Quarters, Defects, Budget, Capacity, Accountability };

class PlanView {
public:
    PlanView();
    ~PlanView();
    PlanView(const PlanView&) = delete;
    PlanView& operator=(const PlanView&) = delete;

    // One frame. Runs the commands it collected after drawing.
    void draw(Context& context);
    bool is_busy() const;
    // Adds the screen's actions; the view must outlive the table.
    void add_actions(palette::Actions& actions);

    // Carried out at the next draw.
    void show(Part part);

    struct State;

private:
    std::unique_ptr<State> state_;
};

}  // namespace throughline::gui::plan
