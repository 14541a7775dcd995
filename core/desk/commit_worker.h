// The thread that talks to the store on behalf of a LiveDesk. Owns the desk; takes drafts to commit
// and work to do, in order; looks for others' entries in between; answers by messages.
#pragma once

#include "core/desk/store_desk.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace throughline::desk {

class CommitWorker {
public:
    struct Message {
        enum class Kind { Committed, Others, Failed, Recovered, Answer };
        Kind kind = Kind::Answer;
        std::vector<journal::Entry> entries;  // Committed: one; Others: in order
        Error error;                          // Failed
        std::function<void()> answer;         // Answer: to be called on the owner's thread
    };

    CommitWorker(std::unique_ptr<StoreDesk> desk, std::function<void()> wake);
    // Commits what is waiting, then stops. Commits that the store refuses to take are given up
    // after a few tries.
    ~CommitWorker();
    CommitWorker(const CommitWorker&) = delete;
    CommitWorker& operator=(const CommitWorker&) = delete;

    // `others_seen` is the number of Others messages that the owner had handled when it decided the
    // draft. A draft decided without knowing of one that was sent is dropped: its owner, on
    // handling that message, decides and hands it over again.
    void commit(journal::Draft draft, std::int64_t based_on, std::uint64_t others_seen);
    void with_desk(std::function<void(Desk&)> work, std::function<void()> done);

    std::vector<Message> take_messages();

private:
    struct Job {
        std::optional<journal::Draft> draft;
        std::int64_t based_on = 0;
        std::uint64_t others_seen = 0;
        std::function<void(Desk&)> work;
        std::function<void()> done;
    };

    void loop();
    void add(Job job);
    bool commit_one(const Job& job);  // false: the store failed; try again later
    void look_for_others();
    void send(Message message);
    void send_heard();

    std::unique_ptr<StoreDesk> desk_;
    std::function<void()> wake_;
    std::vector<journal::Entry>
        heard_;  // entries that reached the desk and are not the owner's own commit
    bool own_commit_ = false;
    bool failing_ = false;
    std::uint64_t others_sent_ = 0;

    std::mutex mutex_;  // guards what follows
    std::condition_variable ready_;
    std::deque<Job> jobs_;
    std::vector<Message> messages_;
    bool stopping_ = false;

    std::thread thread_;
};

}  // namespace throughline::desk
