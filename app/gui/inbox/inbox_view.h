// What concerns the acting person: mentions, questions, approvals, actions, decisions to carry out.
#pragma once

#include "app/gui/context/screen_view.h"

#include <memory>

namespace throughline::gui::inbox {

class InboxView final : public ScreenView {
public:
    InboxView();
    ~InboxView() override;

    void draw(Context& context) override;
    bool is_busy() const override;
    // Each frame, whatever screen is shown: what waits is counted beside the screen's name.
    void refresh(Context& context);
    int unseen() const;
    void add_actions(palette::Actions& actions) override;

    struct State;

private:
    std::unique_ptr<State> state_;
};

}  // namespace throughline::gui::inbox
