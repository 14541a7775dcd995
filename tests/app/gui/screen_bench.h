// One screen on a board in memory, without the window around it, whose figures are computed off the
// frame.
#pragma once

#include "app/gui/headless/ui_driver.h"
#include "tests/app/gui/intake_frame.h"

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <thread>
#include <utility>

namespace throughline::gui::test {

template <class View>
struct ScreenBench {
    DeskContext desk;
    View view;
    Frame<View> frame{view, desk};
    headless::UiDriver ui;

    explicit ScreenBench(ImVec2 size)
        : ui([this] { frame(); }, headless::StageOptions{.size = size, .fonts = false}) {}

    void add(const char* table, model::TextMap set) {
        const rules::Verdict verdict = desk.run(rules::AddRecord{table, std::move(set)});
        REQUIRE_MESSAGE(verdict.ok(), (verdict ? "" : rules::to_text(verdict.error())));
    }
    // Frames until the figures of the present board are drawn.
    void settle() {
        for (int i = 0; i < 2000; ++i) {
            ui.frames(1);
            if (!view.is_busy() && i > 4) break;
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        ui.frames(3);
    }
};

}  // namespace throughline::gui::test
