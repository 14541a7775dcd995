// Score of requests and cards, and the order in which cards should be pulled.
#pragma once

#include "core/model/workspace.h"

#include <optional>
#include <string>
#include <vector>

namespace throughline::rules {

// (wv * value + wu * urgency + we * enablement) / size, cost of delay divided by size (Reinertsen).
// Absent parts of the numerator count 0; nullopt when nothing is scored or the size is not known.
// value 8, urgency 5, enablement 3, size 5, weights 1: 3.2.
std::optional<double> score(const model::Board& board, std::optional<int> value,
                            std::optional<int> urgency, std::optional<int> enablement,
                            std::optional<int> size);
std::optional<double> score(const model::Workspace& workspace, const model::Request& request);
std::optional<double> score(const model::Workspace& workspace, const model::Card& card);
// "(8 + 5 + 3) / 5 = 3.2": the formula with its numbers, as shown.
std::string score_words(const model::Board& board, std::optional<int> value,
                        std::optional<int> urgency, std::optional<int> enablement,
                        std::optional<int> size);
// 1, 2, 3, 5, 8, 13.
bool is_score_step(int number);

// Open requests in triage order: score descending (unscored last), then needed-by date, then older.
std::vector<const model::Request*> triage_queue(const model::Workspace& workspace);

// Cards of a column in the order they should be pulled: expedite, fixed dates by due date, standard
// by score and age, intangible. Blocked cards are left out.
std::vector<const model::Card*> pull_order(const model::Workspace& workspace,
                                           model::ColumnId column);
// Which card should enter `column` next: the first of the column to its left that could leave it,
// its gate passed and, at the commitment point, ready. From further left nothing is pulled, because
// the card would skip work. Null when there is none or no room.
const model::Card* next_pull(const model::Workspace& workspace, model::ColumnId column);

}  // namespace throughline::rules
