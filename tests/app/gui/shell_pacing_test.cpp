#include "app/gui/shell/pacing.h"

#include <doctest/doctest.h>

#include <limits>

namespace throughline::gui::shell {
namespace {

// Draws the frames that are due at this moment; at most ten.
int draw_due(Pacing& pacing, double now_s) {
    int frames = 0;
    while (frames < 10 && pacing.due(now_s)) {
        pacing.drawn(now_s);
        ++frames;
    }
    return frames;
}

// Started and come to rest.
Pacing at_rest() {
    Pacing pacing;
    draw_due(pacing, 0.0);
    return pacing;
}

TEST_CASE("pacing: the first frames are drawn at once, then the loop sleeps as long as it may") {
    Pacing pacing;
    CHECK(pacing.wait_s(0.0) == 0.0);
    CHECK(draw_due(pacing, 0.0) == 3);
    CHECK(pacing.wait_s(0.0) == Pacing::kLongestSleep_s);
    CHECK_FALSE(pacing.due(1e6));
}

TEST_CASE("pacing: an event draws three frames, one when the pointer rests, one for tooltips") {
    Pacing pacing = at_rest();
    pacing.happened(10.0);
    CHECK(pacing.wait_s(10.0) == 0.0);
    CHECK(draw_due(pacing, 10.0) == 3);
    CHECK(pacing.wait_s(10.0) == doctest::Approx(0.2));
    CHECK(draw_due(pacing, 10.1) == 0);
    CHECK(draw_due(pacing, 10.2) == 1);
    CHECK(pacing.wait_s(10.2) == doctest::Approx(0.3));
    CHECK(draw_due(pacing, 10.5) == 1);
    CHECK(pacing.wait_s(10.5) == Pacing::kLongestSleep_s);
}

TEST_CASE("pacing: events that follow each other settle once, after the last") {
    Pacing pacing = at_rest();
    for (const double now_s : {1.0, 1.1, 1.2}) {
        pacing.happened(now_s);
        CHECK(draw_due(pacing, now_s) == 3);
    }
    CHECK(draw_due(pacing, 1.39) == 0);
    CHECK(draw_due(pacing, 1.41) == 1);
}

TEST_CASE("pacing: the app's own moment is met once it has come, and asked for again") {
    Pacing pacing = at_rest();
    pacing.set_deadline(3.0);
    CHECK(pacing.wait_s(1.0) == doctest::Approx(2.0));
    CHECK_FALSE(pacing.due(2.9));
    CHECK(pacing.due(3.0));
    CHECK(pacing.wait_s(4.0) == 0.0);
    pacing.drawn(3.0);
    pacing.set_deadline(std::numeric_limits<double>::infinity());
    CHECK_FALSE(pacing.due(1e6));
}

TEST_CASE("pacing: a far moment never keeps the loop asleep for longer than the longest sleep") {
    Pacing pacing = at_rest();
    pacing.set_deadline(3600.0);
    CHECK(pacing.wait_s(0.0) == Pacing::kLongestSleep_s);
    CHECK_FALSE(pacing.due(Pacing::kLongestSleep_s));
}

TEST_CASE("pacing: a caret blinks from the frame drawn last, until it stops") {
    Pacing pacing = at_rest();
    pacing.drawn(1.0);
    pacing.set_blink(0.4);
    CHECK(pacing.wait_s(1.0) == doctest::Approx(0.4));
    CHECK_FALSE(pacing.due(1.3));
    CHECK(pacing.due(1.41));
    pacing.drawn(1.41);
    CHECK_FALSE(pacing.due(1.7));
    pacing.set_blink(0.0);
    CHECK_FALSE(pacing.due(1e6));
}

}  // namespace
}  // namespace throughline::gui::shell
