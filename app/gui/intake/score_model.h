// The score of the chosen request while it is being given: four parts on 1 2 3 5 8 13, and when
// they become one entry of the journal (all four given, or a rest, or something else is done).
#pragma once

#include "core/rules/command.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace throughline::gui::intake {

enum class ScorePart : std::uint8_t { Value, Urgency, Enablement, Size };
inline constexpr std::size_t kScoreParts = 4;
inline constexpr std::array<int, 6> kScoreSteps{1, 2, 3, 5, 8, 13};

struct ScorePartWords {
    std::string_view name;      // "Value"
    std::string_view key;       // "V"
    std::string_view question;  // "What is it worth to the objective?"
    std::string_view handle;    // "value", for names of items
};
const ScorePartWords& words_of(ScorePart part);

class ScoreModel {
public:
    static constexpr Duration kRest{2 * kMicrosPerSecond};

    // Follows the chosen request; what is being given is kept over changes by others.
    void follow(const model::Workspace& workspace, model::RequestId request);

    model::RequestId request() const { return request_; }
    std::optional<int> part(ScorePart part) const { return parts_[static_cast<std::size_t>(part)]; }
    ScorePart active() const { return active_; }
    void activate(ScorePart part) { active_ = part; }
    // Sets the part and goes on to the next one. nullopt empties it.
    void set(ScorePart part, std::optional<int> step, Instant now);
    // "(8 + 5 + 3) / 5 = 3.2"
    std::string words(const model::Workspace& workspace) const;
    bool is_scored() const;

    bool is_dirty() const { return changed_at_.has_value(); }
    std::optional<Instant> due() const;  // when it should become an entry
    // The command, when something was changed; it is clean afterwards.
    std::optional<rules::Command> take();

private:
    model::RequestId request_;
    std::array<std::optional<int>, kScoreParts> parts_;
    ScorePart active_ = ScorePart::Value;
    std::optional<Instant> changed_at_;
};

// The step that a number key stands for: 1 2 3 5 8 themselves, 0 for 13.
std::optional<int> step_of_digit(int digit);
// The key that gives a step: "5", and "0" for 13.
std::string_view digit_of_step(int step);

}  // namespace throughline::gui::intake
