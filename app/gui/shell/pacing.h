#pragma once
// When the loop draws and how long it may sleep, without a window system: testable by itself.
// All times are seconds of one clock.

#include <algorithm>

namespace throughline::gui::shell {

class Pacing {
public:
    static constexpr double kNever = 1e300;
    static constexpr double kLongestSleep_s = 5.0;  // a lost wake-up costs no more than this

    // Something happened: draw now and two more frames, and once more when tooltips are due.
    void happened(double now_s) {
        frames_left_ = kFramesAfterEvent;
        settle_early_s_ = now_s + kStationary_s;
        settle_late_s_ = now_s + kTooltip_s;
    }
    // The app's next own frame; infinity for never. Asked again after each frame.
    void set_deadline(double at_s) { deadline_s_ = at_s; }
    // A blinking caret needs a frame this often; 0: none blinks.
    void set_blink(double every_s) { blink_s_ = every_s; }

    // Whether a frame is due now.
    [[nodiscard]] bool due(double now_s) const { return frames_left_ > 0 || now_s >= next_s(); }
    // How long the loop may wait for events: 0 while frames are due, else up to the next reason.
    [[nodiscard]] double wait_s(double now_s) const {
        return frames_left_ > 0 ? 0.0 : std::clamp(next_s() - now_s, 0.0, kLongestSleep_s);
    }
    // A frame was drawn.
    void drawn(double now_s) {
        if (frames_left_ > 0) --frames_left_;
        if (now_s >= settle_early_s_) settle_early_s_ = kNever;
        if (now_s >= settle_late_s_) settle_late_s_ = kNever;
        last_drawn_s_ = now_s;
    }

private:
    static constexpr int kFramesAfterEvent = 3;    // hover, popups and automatic sizes settle late
    static constexpr double kStationary_s = 0.20;  // the pointer counts as resting
    static constexpr double kTooltip_s = 0.50;     // the longest tooltip delay of the theme

    [[nodiscard]] double next_s() const {
        const double blink = blink_s_ > 0.0 ? last_drawn_s_ + blink_s_ : kNever;
        return std::min({settle_early_s_, settle_late_s_, deadline_s_, blink});
    }

    int frames_left_ = kFramesAfterEvent;
    double settle_early_s_ = kNever;
    double settle_late_s_ = kNever;
    double deadline_s_ = kNever;
    double blink_s_ = 0.0;
    double last_drawn_s_ = 0.0;
};

}  // namespace throughline::gui::shell
