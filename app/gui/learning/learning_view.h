// Risks, retros, experiments, how work is done, registers, and how mature the team works.
#pragma once

#include "app/gui/context/screen_view.h"

#include <cstdint>
#include <memory>
#include <string>

namespace throughline::gui::learning {

class LearningView final : public ScreenView {
public:
    LearningView();
    ~LearningView() override;

    void draw(Context& context) override;
    bool is_busy() const override;
    void add_actions(palette::Actions& actions) override;

    // Carried out at the next draw: a part ("risks", "retros" ...), with this record chosen.
    void show(const std::string& part, std::int64_t record = 0);
    struct State;

private:
    std::unique_ptr<State> state_;
};

}  // namespace throughline::gui::learning
