// An answer read from the digest of the flow, made on a thread of its own so that no frame waits:
// kept until the board, the hour or the question changes. The digest wanders to that thread and
// back, so that it is advanced and not built anew.
#pragma once

#include "app/gui/context/background.h"
#include "app/gui/context/context.h"
#include "core/flow/flow.h"

#include <memory>

namespace throughline::gui {

// `Question` is compared with ==.
template <class Question, class Answer>
class FlowAnswer {
public:
    // Runs on the other thread; owns all it reads.
    using Work = std::function<Answer(const flow::Flow&)>;

    // Each frame in which the answer is wanted. `prepare` is called on the frame thread when
    // something is to be computed.
    void refresh(Context& context, const Question& question, const std::function<Work()>& prepare) {
        take();
        const Key now{context.desk().revision(), context.now().us / kMicrosPerHour,
                      context.zone().name(), question};
        is_current_ = answer_ && now == made_;
        if (!is_current_ && !work_.is_running()) {
            wanted_ = now;
            start(context, prepare());
        }
        is_unfinished_ = work_.is_running();
        asks_since_wanted_ = 0;
    }

    // The last one made, perhaps to an older question; null before the first.
    const Answer* answer() const { return answer_ ? &*answer_ : nullptr; }
    // The answer is the one to the question last asked.
    bool is_current() const { return is_current_; }
    bool is_busy() const {
        // What is no longer asked for takes no result: then only what runs is waited for.
        constexpr int kAsks = 3;
        return work_.is_busy() || (is_unfinished_ && ++asks_since_wanted_ < kAsks);
    }

private:
    struct Key {
        std::uint64_t revision = 0;
        std::int64_t hour = -1;
        std::string zone;
        Question question;
        friend bool operator==(const Key&, const Key&) = default;
    };
    struct Computed {
        std::unique_ptr<flow::Flow> digest;
        Answer answer;
    };

    void take() {
        if (auto computed = work_.take()) {
            digest_ = std::move(computed->digest);
            answer_ = std::move(computed->answer);
            made_ = wanted_;
        }
    }
    void start(Context& context, Work work) {
        auto digest = std::make_shared<std::unique_ptr<flow::Flow>>(std::move(digest_));
        work_.start(
            [digest, work = std::move(work),
             rows = flow::rows_of(context.workspace(), context.zone()), now = context.now()] {
                if (*digest) {
                    (*digest)->advance(rows, now);
                } else {
                    *digest = std::make_unique<flow::Flow>(rows, now);
                }
                Answer answer = work(**digest);
                return Computed{std::move(*digest), std::move(answer)};
            },
            context.waker());
    }

    Key wanted_;
    Key made_;
    std::optional<Answer> answer_;
    bool is_current_ = false;
    bool is_unfinished_ = false;
    mutable int asks_since_wanted_ = 0;
    std::unique_ptr<flow::Flow> digest_;
    Background<Computed> work_;
};

}  // namespace throughline::gui
