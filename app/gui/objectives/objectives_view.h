// The objectives screen: quarterly objectives with the defects of the plan, big bets, and people
// with their roles, as three tabs. Fills what is left of the current ImGui window. Knows no other
// screen; the workbench calls it.
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

namespace throughline::gui::objectives {

enum class Part : std::uint8_t { Objectives, Bets, People };

class ObjectivesView {
public:
    ObjectivesView();
    ~ObjectivesView();
    ObjectivesView(const ObjectivesView&) = delete;
    ObjectivesView& operator=(const ObjectivesView&) = delete;

    // One frame. Runs the commands it collected after drawing.
    void draw(Context& context);
    // Something is being computed.
    bool is_busy() const;
    // Adds the screen's actions; the view must outlive the table.
    void add_actions(palette::Actions& actions);

    // Carried out at the next draw.
    void show(Part part);
    void open_objective(model::ObjectiveId objective);  // chosen and scrolled to
    void add_objective();                               // the dialog, empty

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace throughline::gui::objectives
