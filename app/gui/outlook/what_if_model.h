// What other WIP limits would do, by simulation (core/flow/simulation.h): the limits there are, a
// run with progress and cancel on a thread of its own, and its outcome in words. No drawing.
#pragma once

#include "app/gui/context/background.h"
#include "app/gui/context/passing_model.h"
#include "core/flow/simulation.h"

#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace throughline::gui::outlook {

struct WhatIfAsked {
    int weeks = 12;  // of the past to learn from
    std::uint64_t seed = 1;
    std::string query;
    friend bool operator==(const WhatIfAsked&, const WhatIfAsked&) = default;
};

// A limit that the simulation knows.
struct LimitRow {
    enum class Kind { Column, Group, Board };
    Kind kind = Kind::Column;
    std::string handle;  // "" for the board
    std::optional<int> now;
    int standing = 0;  // cards that count in it
    friend bool operator==(const LimitRow&, const LimitRow&) = default;
};
// What can be tried: absent without deliveries or arrivals to learn from.
std::optional<std::vector<LimitRow>> limits_of(const flow::Flow& flow, const WhatIfAsked& asked,
                                               const Passing& passing);

struct TriedLimit {
    LimitRow limit;
    std::optional<int> then;  // absent: no limit
};

struct FigureRow {
    std::string name;        // "delivered a day"
    std::string present;     // "0.42 (0.30 to 0.55)"
    std::string difference;  // "+0.05 (+0.01 to +0.11)"; "" when only the past was reproduced
    enum class Call { None, Better, Worse } call = Call::None;  // None: 0 lies in the bounds
};
struct WhatIfOutcome {
    bool cancelled = false;
    bool trusted = false;
    std::string says;  // what was reproduced, or why there is no advice
    std::string todo;  // when not trusted
    std::vector<FigureRow> rows;
    std::string note;  // how to read the bounds
};

class WhatIfRun {
public:
    ~WhatIfRun() { cancel(); }

    // Only when nothing runs. No limits: only reproduces the past.
    void start(Context& context, const WhatIfAsked& asked, std::vector<TriedLimit> limits);
    // What runs ends soon, and says that it was cancelled.
    void cancel();
    bool is_running() const { return work_.is_running(); }
    bool is_busy() const { return work_.is_busy(); }
    float share() const;  // done, 0 to 1
    // Each frame: takes what is there. Null before the first.
    const WhatIfOutcome* outcome();
    void forget() { outcome_.reset(); }

private:
    struct Progress {
        std::atomic<int> runs = 0;  // of both scenarios
        std::atomic<bool> cancelled = false;
    };
    std::shared_ptr<Progress> progress_ = std::make_shared<Progress>();
    std::optional<WhatIfOutcome> outcome_;
    Background<WhatIfOutcome> work_;  // last: what it reads exists longer
};

}  // namespace throughline::gui::outlook
