#include "app/gui/intake/score_model.h"

#include "core/rules/score.h"

#include <algorithm>

namespace throughline::gui::intake {

const ScorePartWords& words_of(ScorePart part) {
    static constexpr std::array<ScorePartWords, kScoreParts> kWords{{
        {"Value", "V", "Worth to the objective", "value"},
        {"Urgency", "U", "Cost of waiting", "urgency"},
        {"Enablement", "E", "Opens other work, lowers risk", "enablement"},
        {"Size", "S", "Effort against other work", "size"},
    }};
    return kWords[static_cast<std::size_t>(part)];
}

void ScoreModel::follow(const model::Workspace& workspace, model::RequestId request) {
    if (request == request_ && is_dirty()) return;
    if (request != request_) {
        *this = ScoreModel{};
        request_ = request;
    }
    const model::Request* row = workspace.find(request);
    if (row == nullptr) return;
    parts_ = {row->value, row->urgency, row->enablement, row->size};
}

void ScoreModel::set(ScorePart part, std::optional<int> step, Instant now) {
    parts_[static_cast<std::size_t>(part)] = step;
    changed_at_ = now;
    active_ = part;
    if (step) active_ = static_cast<ScorePart>((static_cast<std::size_t>(part) + 1) % kScoreParts);
}

std::string ScoreModel::words(const model::Workspace& workspace) const {
    const model::Board* board = workspace.board();
    return board != nullptr ? rules::score_words(*board, parts_[0], parts_[1], parts_[2], parts_[3])
                            : "";
}

bool ScoreModel::is_scored() const {
    return std::all_of(parts_.begin(), parts_.end(),
                       [](const auto& part) { return part.has_value(); });
}

std::optional<Instant> ScoreModel::due() const {
    if (!changed_at_) return std::nullopt;
    return is_scored() ? *changed_at_ : *changed_at_ + kRest;
}

std::optional<rules::Command> ScoreModel::take() {
    if (!changed_at_) return std::nullopt;
    changed_at_.reset();
    return rules::ScoreRequest{request_, parts_[0], parts_[1], parts_[2], parts_[3]};
}

std::optional<int> step_of_digit(int digit) {
    if (digit == 0) return kScoreSteps.back();
    const bool is_step = digit != 13 && std::find(kScoreSteps.begin(), kScoreSteps.end(), digit) !=
                                            kScoreSteps.end();
    return is_step ? std::optional(digit) : std::nullopt;
}

std::string_view digit_of_step(int step) {
    switch (step) {
        case 1: return "1";
        case 2: return "2";
        case 3: return "3";
        case 5: return "5";
        case 8: return "8";
        default: return "0";
    }
}

}  // namespace throughline::gui::intake
