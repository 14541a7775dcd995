// Meetings at fixed times, run on screen, and what was decided in them.
// Fills what is left of the current ImGui window. Knows no other screen; the workbench calls it.
#pragma once

#include "core/model/ids.h"

#include <cstdint>
#include <memory>
#include <string>

namespace throughline::gui {
class Context;
namespace palette {
class Actions;
}
}  // namespace throughline::gui

namespace throughline::gui::reviews {

class ReviewsView {
public:
    ReviewsView();
    ~ReviewsView();
    ReviewsView(const ReviewsView&) = delete;
    ReviewsView& operator=(const ReviewsView&) = delete;

    // One frame. Runs the commands it collected after drawing.
    void draw(Context& context);
    bool is_busy() const;
    // Adds the screen's actions; the view must outlive the table.
    void add_actions(palette::Actions& actions);

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
