#pragma once
// Short messages in the corner that go by themselves: "Undone", errors, with an optional action.
// Owned by the shell of the app; times are seconds given by the caller (Window::now_s or a test's).

#include <cstdint>
#include <deque>
#include <optional>
#include <string>

#include "app/gui/theme/theme.h"

namespace throughline::gui {

struct Toast {
    Tone tone = Tone::Neutral;
    std::string text;
    std::string detail = {};     // second, quiet line
    std::string action = {};     // label of a button; empty: none
    std::string action_id = {};  // given back when pressed
    double lasts_s = 6.0;        // 0: until closed
    std::string topic = {};      // of those with the same one only the newest is shown
};

class Toasts {
public:
    static constexpr std::size_t kMostShown = 4;

    // A toast with the same tone and text as the newest one restarts that one and counts it.
    void push(Toast toast, double now_s);
    // Draws at the lower right of the window. Result: the action_id pressed, if any.
    std::optional<std::string> draw(double now_s);
    // When the next one goes; sleep no longer than that. Nothing: no toast is running.
    [[nodiscard]] std::optional<double> next_deadline_s() const;
    [[nodiscard]] bool empty() const { return shown_.empty(); }
    void clear() { shown_.clear(); }

private:
    struct Shown {
        Toast toast;
        double since_s = 0.0;
        std::uint64_t number = 0;
        int times = 1;
    };
    void expire(double now_s);

    std::deque<Shown> shown_;
    std::uint64_t next_number_ = 1;
    bool hovered_ = false;
    double held_since_s_ = 0.0;
};

}  // namespace throughline::gui
