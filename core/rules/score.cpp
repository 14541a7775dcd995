#include "core/rules/score.h"

#include "core/rules/gates.h"
#include "core/rules/limits.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <tuple>
#include <utility>

namespace throughline::rules {
namespace {

using model::Card;
using model::ServiceClass;

std::string number(double value) {
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    return {text.data(), end};
}

// At most two decimals, no trailing zeros.
std::string rounded(double value) {
    return number(std::round(value * 100) / 100);
}

int class_rank(ServiceClass service_class) {
    switch (service_class) {
        case ServiceClass::Expedite: return 0;
        case ServiceClass::FixedDate: return 1;
        case ServiceClass::Standard: return 2;
        case ServiceClass::Intangible: return 3;
    }
    return 3;
}

}  // namespace

std::optional<double> score(const model::Board& board, std::optional<int> value,
                            std::optional<int> urgency, std::optional<int> enablement,
                            std::optional<int> size) {
    if (!size || *size <= 0 || (!value && !urgency && !enablement)) {
        return std::nullopt;
    }
    const double cost_of_delay = board.weight_value * value.value_or(0) +
                                 board.weight_urgency * urgency.value_or(0) +
                                 board.weight_enablement * enablement.value_or(0);
    return cost_of_delay / *size;
}

std::optional<double> score(const model::Workspace& workspace, const model::Request& request) {
    return score(*workspace.board(), request.value, request.urgency, request.enablement,
                 request.size);
}

std::optional<double> score(const model::Workspace& workspace, const Card& card) {
    return score(*workspace.board(), card.value, card.urgency, card.enablement, card.size);
}

std::string score_words(const model::Board& board, std::optional<int> value,
                        std::optional<int> urgency, std::optional<int> enablement,
                        std::optional<int> size) {
    const auto part = [](double weight, std::optional<int> one) {
        const std::string text = one ? std::to_string(*one) : "?";
        return weight == 1 ? text : number(weight) + " x " + text;
    };
    const auto result = score(board, value, urgency, enablement, size);
    return "(" + part(board.weight_value, value) + " + " + part(board.weight_urgency, urgency) +
           " + " + part(board.weight_enablement, enablement) + ") / " +
           (size ? std::to_string(*size) : "?") + " = " + (result ? rounded(*result) : "?");
}

bool is_score_step(int step) {
    constexpr std::array<int, 6> kSteps{1, 2, 3, 5, 8, 13};
    return std::find(kSteps.begin(), kSteps.end(), step) != kSteps.end();
}

std::vector<const model::Request*> triage_queue(const model::Workspace& workspace) {
    struct Ranked {
        double score;
        const model::Request* request;
    };
    std::vector<Ranked> ranked;
    for (const model::Request& request : workspace.rows<model::Request>()) {
        if (request.is_open()) {
            ranked.push_back({score(workspace, request).value_or(-1), &request});
        }
    }
    std::sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
        const Day far{INT32_MAX};
        const auto key = [&](const Ranked& one) {
            return std::tuple(-one.score, one.request->needed_by.value_or(far),
                              one.request->submitted_at, one.request->number);
        };
        return key(a) < key(b);
    });
    std::vector<const model::Request*> queue;
    for (const Ranked& one : ranked) {
        queue.push_back(one.request);
    }
    return queue;
}

namespace {

// Smaller is pulled earlier.
auto pull_key(const model::Workspace& workspace, const Card& card) {
    const Day far{INT32_MAX};
    const bool by_date = card.service_class == ServiceClass::FixedDate;
    return std::tuple(class_rank(card.service_class), by_date ? card.due.value_or(far) : far,
                      -score(workspace, card).value_or(-1), card.created_at, card.number);
}

// What the rules ask of the card when it moves on, but for limits.
bool could_leave(const model::Workspace& workspace, const Card& card, bool commits) {
    const auto passed = [&](model::ColumnId column) {
        return std::ranges::all_of(gate_of(workspace, card.id, column), &GateState::passed);
    };
    return passed(card.column) &&
           (!commits ||
            (passed({}) && std::ranges::all_of(readiness(workspace, card), &ReadyState::passed)));
}

// The first of pull_order that could leave, without sorting: boards ask after every change, of
// columns of any length. Only what would come first is asked about its gate.
const Card* first_to_pull(const model::Workspace& workspace, model::ColumnId column, bool commits) {
    using Key = decltype(pull_key(workspace, std::declval<const Card&>()));
    const Card* best = nullptr;
    std::optional<Key> best_key;
    for (const model::CardId id : workspace.cards_in(column)) {
        if (workspace.is_blocked(id)) {
            continue;
        }
        const Card& card = *workspace.find(id);
        if (Key key = pull_key(workspace, card);
            (!best_key || key < *best_key) && could_leave(workspace, card, commits)) {
            best = &card;
            best_key = key;
        }
    }
    return best;
}

}  // namespace

std::vector<const Card*> pull_order(const model::Workspace& workspace, model::ColumnId column) {
    std::vector<const Card*> cards;
    for (const model::CardId id : workspace.cards_in(column)) {
        if (!workspace.is_blocked(id)) {
            cards.push_back(workspace.find(id));
        }
    }
    std::sort(cards.begin(), cards.end(), [&](const Card* a, const Card* b) {
        return pull_key(workspace, *a) < pull_key(workspace, *b);
    });
    return cards;
}

const Card* next_pull(const model::Workspace& workspace, model::ColumnId column) {
    const auto at = column_index(workspace, column);
    const Fill fill = governing_fill(workspace, column);
    if (!at || *at == 0 || fill.is_full()) {
        return nullptr;
    }
    return first_to_pull(workspace, workspace.columns()[*at - 1],
                         *at == points_of(workspace).commitment);
}

}  // namespace throughline::rules
