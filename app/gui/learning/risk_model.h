// The risk register as rows to read, by score, and the grid of probability and impact. No drawing.
#pragma once

#include "app/gui/learning/parts.h"
#include "core/model/workspace.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace throughline::gui::learning {

inline constexpr int kScale = 5;
inline constexpr int kHighScore = 15;
inline constexpr int kMiddleScore = 8;

// What a score asks for: "act now", "watch", "keep in mind".
std::string_view score_words(int score);

struct RiskRow {
    model::RiskId id;
    std::string key;
    std::string title;
    model::ObjectiveId objective;
    std::string objective_key;  // "" for the whole
    std::string objective_title;
    std::string owner;
    int probability = 0;
    int impact = 0;
    int score = 0;
    model::RiskState state = model::RiskState::Open;
    std::string state_words;
    std::string review;  // "12 Oct 2026"; "no day"
    bool is_overdue = false;
    std::string mitigation;
    std::string trigger;
    std::string outcome;
};

struct RiskCell {
    int probability = 0;
    int impact = 0;
    friend bool operator==(const RiskCell&, const RiskCell&) = default;
};
struct RiskQuestion {
    std::optional<RiskCell> cell;
    bool with_ended = false;
    bool only_overdue = false;
    std::string words;
    friend bool operator==(const RiskQuestion&, const RiskQuestion&) = default;
};

class RisksModel {
public:
    // Made anew when the board, the day or the question changed.
    void refresh(const model::Workspace& workspace, std::uint64_t revision, Day today,
                 const RiskQuestion& question);

    const std::vector<RiskRow>& rows() const { return rows_; }  // highest score first
    const RiskRow* find(model::RiskId id) const;                // also what the question hides
    int index_of(model::RiskId id) const;                       // -1 when it is not shown
    // Open risks of a cell; whatever the question.
    int count(int probability, int impact) const;
    int open() const { return open_; }
    int overdue() const { return overdue_; }
    std::size_t all() const { return all_.size(); }

private:
    std::vector<RiskRow> all_;
    std::vector<RiskRow> rows_;
    std::array<std::array<int, kScale>, kScale> counts_{};
    int open_ = 0;
    int overdue_ = 0;
    std::uint64_t revision_ = ~std::uint64_t{0};
    Day today_;
    RiskQuestion question_;
};

}  // namespace throughline::gui::learning
