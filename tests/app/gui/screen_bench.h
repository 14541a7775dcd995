// One screen on a board in memory, without the window around it, whose figures are computed off the
// frame.
#pragma once

#include "app/gui/headless/ui_driver.h"
#include "tests/app/gui/intake_frame.h"
#include "tests/app/gui/settle.h"

#include <doctest/doctest.h>

#include <string>
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
        test::settle(ui, [this] { return view.is_busy(); });
    }
};

}  // namespace throughline::gui::test
