// In which order options are pulled.
//
// metrics, section 6: score = (wv * value + wu * urgency + we * enablement) / size on 1 2 3 5 8 13;
// size is never 0. Example: 8, 5, 3 with size 5 gives 3.2; with weights 2, 1, 1 it is 4.8. Ties: due date,
// then older. RICE if chosen: reach * impact * confidence / effort.
#pragma once

#include "core/model/board.h"
#include "core/model/card.h"

#include <optional>

namespace throughline::flow {

struct ScoreWeights {
    double value = 1;
    double urgency = 1;
    double enablement = 1;
};
inline ScoreWeights weights_of(const model::Board& board) {
    return {board.weight_value, board.weight_urgency, board.weight_enablement};
}

// Absent while one of the four is missing, or size is not positive.
inline std::optional<double> score(std::optional<int> value,
                                   std::optional<int> urgency,
                                   std::optional<int> enablement,
                                   std::optional<int> size,
                                   const ScoreWeights& weights) {
    if (!value || !urgency || !enablement || !size || *size <= 0) {
        return std::nullopt;
    }
    return (weights.value * *value + weights.urgency * *urgency + weights.enablement * *enablement) / *size;
}
inline std::optional<double> score(const model::Card& card, const ScoreWeights& weights) {
    return score(card.value, card.urgency, card.enablement, card.size, weights);
}

// Confidence from 0 to 1. Absent without effort.
inline std::optional<double> rice(double reach, double impact, double confidence, double effort) {
    return effort > 0 ? std::optional(reach * impact * confidence / effort) : std::nullopt;
}

// Strict order: higher score first (cards without one last), then the earlier due date (without one
// last), then the older card, then the smaller number.
inline bool pulled_before(const model::Card& a, const model::Card& b, const ScoreWeights& weights) {
    const auto score_a = score(a, weights);
    const auto score_b = score(b, weights);
    if (score_a != score_b) {
        return score_b < score_a;  // no score is less than any
    }
    if (a.due != b.due) {
        return a.due && (!b.due || *a.due < *b.due);
    }
    return a.created_at != b.created_at ? a.created_at < b.created_at : a.number < b.number;
}

}  // namespace throughline::flow
