#pragma once
// One worker thread for slow work (commits, figures) whose results come home on the frame thread.
// Jobs run in the order they were given. A job returns what is to be done with its result; that
// runs inside deliver(), on the frame thread.

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace throughline::gui::shell {

class JobQueue {
public:
    using Delivery = std::function<void()>;  // on the frame thread; may be empty
    using Job = std::function<Delivery()>;   // on the worker; must not throw

    // `on_ready` is called on the worker after each job, to wake the window; may be empty.
    explicit JobQueue(std::function<void()> on_ready = {});
    // Waits until every job given so far has run; their deliveries are dropped.
    ~JobQueue();
    JobQueue(const JobQueue&) = delete;
    JobQueue& operator=(const JobQueue&) = delete;

    // Any thread. After finish() the job is refused and false returned.
    bool submit(Job job);
    // Frame thread: runs what has come home, in order. Result: how many.
    std::size_t deliver();
    // Jobs not yet run plus deliveries not yet taken.
    [[nodiscard]] std::size_t pending() const;
    [[nodiscard]] bool idle() const { return pending() == 0; }
    // Frame thread: takes no more jobs, waits for all, delivers all.
    void finish();

private:
    void work();

    std::function<void()> on_ready_;
    mutable std::mutex mutex_;
    std::condition_variable ready_;
    std::condition_variable done_;
    std::deque<Job> jobs_;
    std::deque<Delivery> deliveries_;
    bool running_job_ = false;
    bool closed_ = false;
    std::thread worker_;  // last: everything above exists before it starts
};

}  // namespace throughline::gui::shell
