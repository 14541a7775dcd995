#include "core/rules/gates.h"

#include "core/base/text.h"
#include "core/rules/brief.h"
#include "core/rules/ready.h"

#include <algorithm>
#include <array>

namespace throughline::rules {
namespace {

using model::Card;

constexpr std::array<ReadyCheck, 7> kChecks{{
    {"brief", "a complete brief", true},
    {"dri", "one DRI", true},
    {"objective", "an objective", true},
    {"size", "a size", false},
    {"score", "value, urgency and size", false},
    {"measure", "baseline and target of its success measure", false},
    {"due-reason", "a reason for its due date", false},
}};

bool passes(const Card& card, const model::Request* request, std::string_view check) {
    const auto answered = [&](std::string_view field) {
        if (request == nullptr) {
            return false;
        }
        const auto found = request->answers.find(std::string(field));
        return found != request->answers.end() && !trim(found->second).empty();
    };
    if (check == "brief") {
        return card.has_brief();
    }
    if (check == "dri") {
        return static_cast<bool>(card.dri);
    }
    if (check == "objective") {
        return static_cast<bool>(card.objective);
    }
    if (check == "size") {
        return card.size.has_value();
    }
    if (check == "score") {
        return card.value && card.urgency && card.size;
    }
    if (check == "measure") {
        return answered(kBaseline) && answered(kTarget);
    }
    if (check == "due-reason") {
        return !card.due || !trim(card.due_reason).empty() ||
               (request != nullptr && !request->needed_by_reason.empty());
    }
    return true;
}

}  // namespace

std::span<const ReadyCheck> ready_checks() {
    return kChecks;
}

std::vector<ReadyState> check_ready(const model::Board& board, const Card& card,
                                    const model::Request* request) {
    std::vector<ReadyState> states;
    for (const ReadyCheck& one : kChecks) {
        const bool wanted =
            one.always || std::find(board.ready_checks.begin(), board.ready_checks.end(),
                                    one.check) != board.ready_checks.end();
        if (wanted) {
            states.push_back(
                {std::string(one.check), std::string(one.words), passes(card, request, one.check)});
        }
    }
    return states;
}

std::vector<ReadyState> readiness(const model::Workspace& workspace, const Card& card) {
    const model::Board* board = workspace.board();
    return board == nullptr ? std::vector<ReadyState>{}
                            : check_ready(*board, card, workspace.find(card.request));
}

std::vector<GateState> gate_of(const model::Workspace& workspace, model::CardId card,
                               model::ColumnId column) {
    std::vector<GateState> states;
    for (const model::GateItem& item : workspace.rows<model::GateItem>()) {
        if (!item.removed && item.column == column) {
            states.push_back({&item, nullptr});
        }
    }
    std::sort(states.begin(), states.end(), [](const GateState& a, const GateState& b) {
        return a.item->rank != b.item->rank ? a.item->rank < b.item->rank : a.item->id < b.item->id;
    });
    for (const model::GateMark* mark : workspace.of<model::GateMark>(card)) {
        for (GateState& state : states) {
            const bool newer = state.mark == nullptr || state.mark->at <= mark->at;
            if (mark->active && mark->item == state.item->id && newer) {
                state.mark = mark;
            }
        }
    }
    return states;
}

}  // namespace throughline::rules
