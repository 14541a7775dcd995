// Frames until a screen is at rest.
#pragma once

#include "app/gui/headless/ui_driver.h"

#include <chrono>
#include <thread>

namespace throughline::gui::test {

// Until nothing was computed or saved for some frames in a row: what one frame takes may start
// more.
template <class IsBusy>
void settle(headless::UiDriver& ui, const IsBusy& is_busy) {
    constexpr int kCalm = 6;
    constexpr int kMost = 5000;  // a millisecond each
    for (int i = 0, calm = 0; i < kMost && calm < kCalm; ++i) {
        ui.frames();
        calm = is_busy() ? 0 : calm + 1;
        if (calm == 0) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
}

}  // namespace throughline::gui::test
