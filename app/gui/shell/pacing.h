#pragma once
// When the loop draws and how long it may sleep, without a window system: testable by itself.
// All times are seconds of one clock.

namespace throughline::gui::shell {

class Pacing {
public:
    // Something happened: draw now and two more frames, and once more when tooltips are due.
    void happened(double now_s);
    // The app's next own frame; infinity for never. Asked again after each frame.
    void set_deadline(double at_s) { deadline_s_ = at_s; }
    // A blinking caret needs a frame this often; 0: none blinks.
    void set_blink(double every_s) { blink_s_ = every_s; }

    // Whether a frame is due now.
    [[nodiscard]] bool due(double now_s) const;
    // How long the loop may wait for events: 0 while frames are due, else up to the next reason.
    [[nodiscard]] double wait_s(double now_s) const;
    // A frame was drawn.
    void drawn(double now_s);

private:
    [[nodiscard]] double next_s() const;

    int frames_left_ = 3;
    double settle_early_s_ = kNever;
    double settle_late_s_ = kNever;
    double deadline_s_ = kNever;
    double blink_s_ = 0.0;
    double last_drawn_s_ = 0.0;

    static constexpr double kNever = 1e300;
};

}  // namespace throughline::gui::shell
