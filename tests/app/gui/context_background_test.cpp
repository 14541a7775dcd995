#include "app/gui/context/background.h"

#include <doctest/doctest.h>

#include <future>
#include <string>

namespace throughline::gui {
namespace {

TEST_CASE("background: the result is taken once, and waiting for it is no business of the taker") {
    Background<std::string> work;
    CHECK_FALSE(work.is_running());
    CHECK_FALSE(work.take());
    std::promise<void> go;
    work.start(
        [gate = go.get_future().share()] {
            gate.wait();
            return std::string("ready");
        },
        {});
    CHECK(work.is_running());
    CHECK(work.is_busy());
    CHECK_FALSE(work.take());  // returns at once
    go.set_value();
    work.wait();
    CHECK_FALSE(work.is_busy());
    CHECK(work.is_running());  // until it is taken
    CHECK(work.take() == "ready");
    CHECK_FALSE(work.is_running());
    CHECK_FALSE(work.take());
}

TEST_CASE(
    "background: it runs on another thread, and wakes from there once the result can be taken") {
    Background<std::thread::id> work;
    std::promise<std::thread::id> woken;
    bool was_ready = false;
    work.start([] { return std::this_thread::get_id(); },
               [&] {
                   was_ready = !work.is_busy();
                   woken.set_value(std::this_thread::get_id());
               });
    const std::thread::id waker = woken.get_future().get();
    const auto worker = work.take();
    REQUIRE(worker.has_value());
    CHECK(*worker == waker);
    CHECK(*worker != std::this_thread::get_id());
    CHECK(was_ready);
}

TEST_CASE("background: after one piece of work comes the next; what was not taken is forgotten") {
    Background<int> work;
    work.start([] { return 1; }, {});
    work.wait();
    work.start([] { return 2; }, {});
    work.wait();
    CHECK(work.take() == 2);
    work.start([] { return 3; }, {});
    work.wait();
    CHECK(work.take() == 3);
}

TEST_CASE("background: the end of its owner waits for what runs") {
    bool finished = false;
    {
        std::promise<void> go;
        Background<bool> work;
        work.start(
            [&finished, gate = go.get_future().share()] {
                gate.wait();
                return finished = true;
            },
            {});
        go.set_value();
    }
    CHECK(finished);
}

}  // namespace
}  // namespace throughline::gui
