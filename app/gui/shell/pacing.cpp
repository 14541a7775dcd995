#include "app/gui/shell/pacing.h"

#include <algorithm>

namespace throughline::gui::shell {
namespace {

constexpr int kFramesAfterEvent = 3;     // hover, popups and automatic sizes settle late
constexpr double kStationary_s = 0.20;   // the pointer counts as resting
constexpr double kTooltip_s = 0.50;      // the longest tooltip delay of the theme
constexpr double kLongestSleep_s = 5.0;  // a lost wake-up costs no more than this

}  // namespace

void Pacing::happened(double now_s) {
    frames_left_ = kFramesAfterEvent;
    settle_early_s_ = now_s + kStationary_s;
    settle_late_s_ = now_s + kTooltip_s;
}

double Pacing::next_s() const {
    const double blink = blink_s_ > 0.0 ? last_drawn_s_ + blink_s_ : kNever;
    return std::min({settle_early_s_, settle_late_s_, deadline_s_, blink});
}

bool Pacing::due(double now_s) const {
    return frames_left_ > 0 || now_s >= next_s();
}

double Pacing::wait_s(double now_s) const {
    if (frames_left_ > 0) return 0.0;
    return std::clamp(next_s() - now_s, 0.0, kLongestSleep_s);
}

void Pacing::drawn(double now_s) {
    if (frames_left_ > 0) --frames_left_;
    if (now_s >= settle_early_s_) settle_early_s_ = kNever;
    if (now_s >= settle_late_s_) settle_late_s_ = kNever;
    last_drawn_s_ = now_s;
}

}  // namespace throughline::gui::shell
