#include "app/gui/shell/signal_watch.h"

#include <utility>

#ifndef _WIN32
#include <pthread.h>
#include <signal.h>
#endif

namespace throughline::gui::shell {

#ifndef _WIN32

namespace {

sigset_t watched() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    return set;
}

}  // namespace

SignalWatch::SignalWatch(std::function<void()> on_signal) : on_signal_(std::move(on_signal)) {
    const sigset_t set = watched();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    thread_ = std::thread([this] { watch(); });
}

SignalWatch::~SignalWatch() {
    stopping_ = true;
    pthread_kill(thread_.native_handle(), SIGTERM);  // ends the thread's own wait, nothing else
    thread_.join();
    const sigset_t set = watched();
    pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
}

void SignalWatch::watch() {
    const sigset_t set = watched();
    while (true) {
        int signal = 0;
        if (sigwait(&set, &signal) != 0 || stopping_) return;
        on_signal_();
    }
}

#else

// Windows sends WM_CLOSE, which GLFW reports as the window's cross.
SignalWatch::SignalWatch(std::function<void()> on_signal) : on_signal_(std::move(on_signal)) {}
SignalWatch::~SignalWatch() = default;
void SignalWatch::watch() {}

#endif

}  // namespace throughline::gui::shell
