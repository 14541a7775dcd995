// One piece of work on a thread of its own whose result is taken on the frame thread. For figures,
// files and other slow things; not for the store, which is the LiveDesk's business.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <optional>
#include <thread>
#include <utility>

namespace throughline::gui {

template <class T>
class Background {
public:
    Background() = default;
    Background(const Background&) = delete;
    Background& operator=(const Background&) = delete;
    // Waits for what runs.
    ~Background() { join(); }

    // Only when nothing runs. `wake` is called on the other thread once the result can be taken;
    // may be empty.
    void start(std::function<T()> work, std::function<void()> wake) {
        join();
        result_.reset();
        ready_ = false;
        thread_ = std::thread([this, work = std::move(work), wake = std::move(wake)] {
            result_ = work();
            ready_ = true;
            if (wake) {
                wake();
            }
        });
    }
    // Started, and its result not yet taken.
    bool is_running() const { return thread_.joinable(); }
    // Still at it; false too when the result lies ready.
    bool is_busy() const { return is_running() && !ready_; }
    // The result, once; nothing while it is still being made.
    std::optional<T> take() {
        if (!is_running() || !ready_) {
            return std::nullopt;
        }
        join();
        return std::exchange(result_, std::nullopt);
    }
    // Waits for the result, which can then be taken.
    void wait() {
        while (is_running() && !ready_) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
    }

private:
    void join() {
        if (thread_.joinable()) {
            thread_.join();
        }
    }

    std::optional<T> result_;
    std::atomic<bool> ready_ = false;
    std::thread thread_;
};

}  // namespace throughline::gui
