// The objectives screen: quarterly objectives with the defects of the plan, big bets, and people
// with their roles, as three tabs.
#pragma once

#include "app/gui/context/screen_view.h"
#include "core/model/ids.h"

#include <cstdint>
#include <memory>

namespace throughline::gui::objectives {

enum class Part : std::uint8_t { Objectives, Bets, People };

class ObjectivesView final : public ScreenView {
public:
    ObjectivesView();
    ~ObjectivesView() override;

    void draw(Context& context) override;
    bool is_busy() const override;
    void add_actions(palette::Actions& actions) override;

    // Carried out at the next draw.
    void show(Part part);
    void open_objective(model::ObjectiveId objective);  // chosen and scrolled to
    void add_objective();                               // the dialog, empty

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace throughline::gui::objectives
