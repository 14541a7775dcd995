#pragma once
// SIGTERM and SIGINT as ordinary calls on a thread of their own, so that no code runs inside a
// signal handler and no global is needed. Make it before other threads: they inherit the blocked
// signals.

#include <atomic>
#include <functional>
#include <thread>

namespace throughline::gui::shell {

class SignalWatch {
public:
    // `on_signal` is called on the watching thread, once per signal; it must be safe there.
    explicit SignalWatch(std::function<void()> on_signal);
    ~SignalWatch();
    SignalWatch(const SignalWatch&) = delete;
    SignalWatch& operator=(const SignalWatch&) = delete;

private:
    void watch();

    std::function<void()> on_signal_;
    std::atomic<bool> stopping_{false};
    std::thread thread_;
};

}  // namespace throughline::gui::shell
