// Meetings at fixed times, run on screen, and what was decided in them.
#pragma once

#include "app/gui/context/screen_view.h"
#include "core/model/ids.h"

#include <cstdint>
#include <memory>
#include <string>

namespace throughline::gui::reviews {

class ReviewsView final : public ScreenView {
public:
    ReviewsView();
    ~ReviewsView() override;

    void draw(Context& context) override;
    bool is_busy() const override;
    void add_actions(palette::Actions& actions) override;

    // Carried out at the next draw: one meeting, or a part ("meetings", "decisions", "actions",
    // "agendas") with one record chosen.
    void open(model::MeetingId meeting);
    void show(const std::string& part, std::int64_t record = 0);

    // A meeting is opened and the screen was drawn in the last frame: letters are its keys.
    bool takes_letters() const;
    // The opened meeting wants the whole window, in large type.
    bool is_full_screen() const;

    struct State;

private:
    std::unique_ptr<State> state_;
};

}  // namespace throughline::gui::reviews
