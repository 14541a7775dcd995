#include "core/desk/commit_worker.h"

#include <chrono>

namespace throughline::desk {
namespace {

using namespace std::chrono_literals;

constexpr auto kLook = 50ms;     // how often others' entries are looked for; the promise is 100 ms
constexpr auto kRetry = 1000ms;  // after the store refused
constexpr int kLastTries = 3;    // at the end

}  // namespace

CommitWorker::CommitWorker(std::unique_ptr<StoreDesk> desk, std::function<void()> wake)
    : desk_(std::move(desk)), wake_(std::move(wake)) {
    desk_->on_entry([this](const journal::Entry& entry) {
        if (!own_commit_) {
            heard_.push_back(entry);
        }
    });
    thread_ = std::thread([this] { loop(); });
}

CommitWorker::~CommitWorker() {
    {
        const std::scoped_lock lock(mutex_);
        stopping_ = true;
    }
    ready_.notify_one();
    thread_.join();
}

void CommitWorker::commit(journal::Draft draft, std::int64_t based_on, std::uint64_t others_seen) {
    add({std::move(draft), based_on, others_seen, {}, {}});
}

void CommitWorker::with_desk(std::function<void(Desk&)> work, std::function<void()> done) {
    add({std::nullopt, 0, 0, std::move(work), std::move(done)});
}

void CommitWorker::add(Job job) {
    {
        const std::scoped_lock lock(mutex_);
        jobs_.push_back(std::move(job));
    }
    ready_.notify_one();
}

std::vector<CommitWorker::Message> CommitWorker::take_messages() {
    const std::scoped_lock lock(mutex_);
    return std::exchange(messages_, {});
}

void CommitWorker::send(Message message) {
    {
        const std::scoped_lock lock(mutex_);
        messages_.push_back(std::move(message));
    }
    if (wake_) {
        wake_();
    }
}

void CommitWorker::send_heard() {
    if (!heard_.empty()) {
        ++others_sent_;
        send({Message::Kind::Others, std::exchange(heard_, {}), {}, {}});
    }
}

void CommitWorker::look_for_others() {
    const auto fresh = desk_->refresh();
    send_heard();
    if (fresh.ok() == failing_) {
        failing_ = !fresh.ok();
        send({failing_ ? Message::Kind::Failed : Message::Kind::Recovered,
              {},
              fresh.ok() ? Error{} : fresh.error(),
              {}});
    }
}

bool CommitWorker::commit_one(const Job& job) {
    if (job.others_seen != others_sent_) {
        return true;  // decided on an older state; its owner will decide again
    }
    own_commit_ = true;
    auto entry = desk_->commit(*job.draft, job.based_on);
    own_commit_ = false;
    if (entry) {
        if (failing_) {
            failing_ = false;
            send({Message::Kind::Recovered, {}, {}, {}});
        }
        send({Message::Kind::Committed, {std::move(*entry)}, {}, {}});
        return true;
    }
    if (entry.error().code == ErrorCode::Conflict) {
        look_for_others();
        return job.others_seen != others_sent_;
    }
    if (!failing_) {
        failing_ = true;
        send({Message::Kind::Failed, {}, entry.error(), {}});
    }
    return false;
}

void CommitWorker::loop() {
    int last_tries = kLastTries;
    std::unique_lock lock(mutex_);
    for (;;) {
        if (jobs_.empty()) {
            if (stopping_) {
                return;
            }
            ready_.wait_for(lock, kLook, [this] { return stopping_ || !jobs_.empty(); });
        }
        if (jobs_.empty()) {
            lock.unlock();
            look_for_others();
            lock.lock();
            continue;
        }
        const Job job = std::move(jobs_.front());
        jobs_.pop_front();
        lock.unlock();
        bool done = true;
        if (job.draft) {
            done = commit_one(job);
        } else {
            (void)desk_->refresh();
            job.work(*desk_);
            send_heard();
            send({Message::Kind::Answer, {}, {}, job.done ? job.done : [] {}});
        }
        lock.lock();
        if (!done) {
            if (stopping_ && --last_tries <= 0) {
                return;
            }
            jobs_.push_front(job);
            ready_.wait_for(lock, kRetry, [this] { return stopping_; });
        }
    }
}

}  // namespace throughline::desk
