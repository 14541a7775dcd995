// The plan on one screen: from the year to the big bets, the objectives, their key results and
// their cards, and back; quarters, what is wrong with the plan, money, capacity, who answers for
// what.
#pragma once

#include "app/gui/context/screen_view.h"
#include "core/model/ids.h"

#include <cstdint>
#include <memory>

namespace throughline::gui::plan {

enum class Part : std::uint8_t { Year, Quarters, Defects, Budget, Capacity, Accountability };

class PlanView final : public ScreenView {
public:
    PlanView();
    ~PlanView() override;

    void draw(Context& context) override;
    bool is_busy() const override;
    void add_actions(palette::Actions& actions) override;

    // Carried out at the next draw.
    void show(Part part);

    struct State;

private:
    std::unique_ptr<State> state_;
};

}  // namespace throughline::gui::plan
