#include "app/gui/shell/job_queue.h"

#include <utility>

namespace throughline::gui::shell {

JobQueue::JobQueue(std::function<void()> on_ready)
    : on_ready_(std::move(on_ready)), worker_([this] { work(); }) {}

JobQueue::~JobQueue() {
    {
        const std::lock_guard lock(mutex_);
        closed_ = true;
    }
    ready_.notify_all();
    worker_.join();
}

bool JobQueue::submit(Job job) {
    {
        const std::lock_guard lock(mutex_);
        if (closed_) return false;
        jobs_.push_back(std::move(job));
    }
    ready_.notify_one();
    return true;
}

std::size_t JobQueue::deliver() {
    std::deque<Delivery> come;
    {
        const std::lock_guard lock(mutex_);
        come.swap(deliveries_);
    }
    // Outside the lock: a delivery may submit the next job.
    for (const Delivery& delivery : come) {
        if (delivery) delivery();
    }
    return come.size();
}

std::size_t JobQueue::pending() const {
    const std::lock_guard lock(mutex_);
    return jobs_.size() + deliveries_.size() + (running_job_ ? 1 : 0);
}

void JobQueue::finish() {
    {
        std::unique_lock lock(mutex_);
        closed_ = true;
        done_.wait(lock, [this] { return jobs_.empty() && !running_job_; });
    }
    deliver();
}

void JobQueue::work() {
    std::unique_lock lock(mutex_);
    while (true) {
        ready_.wait(lock, [this] { return closed_ || !jobs_.empty(); });
        if (jobs_.empty()) return;  // closed, and nothing left to do
        const Job job = std::move(jobs_.front());
        jobs_.pop_front();
        running_job_ = true;
        lock.unlock();
        Delivery delivery = job();
        lock.lock();
        deliveries_.push_back(std::move(delivery));
        running_job_ = false;
        lock.unlock();
        done_.notify_all();
        if (on_ready_) on_ready_();
        lock.lock();
    }
}

}  // namespace throughline::gui::shell
