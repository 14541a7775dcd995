#include "core/desk/store_desk.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace throughline::desk {
namespace {

using model::Card;
using model::Transition;

// Where the card's own moves say it stands; nullopt when it has none that count.
std::optional<model::ColumnId> last_place(const model::Workspace& workspace, model::CardId card) {
    const Transition* last = nullptr;
    for (const Transition* row : workspace.of<Transition>(card)) {
        if (!row->voided_at &&
            (last == nullptr || std::tie(last->at, last->id) < std::tie(row->at, row->id))) {
            last = row;
        }
    }
    return last == nullptr ? std::nullopt : std::optional(last->to);
}

void check_card(const model::Workspace& workspace, const Card& card,
                std::vector<Finding>& findings) {
    const std::string where = "card " + key_of(workspace, card);
    const auto say = [&](std::string what) { findings.push_back({std::move(what), where}); };
    const model::Column* column = workspace.find(card.column);
    if (card.on_board() && (column == nullptr || column->removed)) {
        say("stands in a column that is not on the board");
    }
    if (!card.on_board() && card.column) {
        say("is off the board but stands in a column");
    }
    if (card.source.empty() && card.state != model::CardState::Void &&
        (!card.dri || !card.objective)) {
        say("has no DRI or no objective");
    }
    if (card.dri && workspace.find(card.dri) == nullptr) {
        say("has a DRI who is not among the people");
    }
    if (card.objective && workspace.find(card.objective) == nullptr) {
        say("serves an objective that is not there");
    }
    if (const auto place = last_place(workspace, card.id);
        place && card.state != model::CardState::Void && *place != card.column) {
        say("stands elsewhere than its last move says");
    }
}

}  // namespace

std::vector<Finding> find_contradictions(const model::Workspace& workspace) {
    std::vector<Finding> findings;
    if (workspace.seq() > 0 && workspace.rows<model::Board>().size() != 1) {
        findings.push_back({"there must be exactly one board", "board"});
    }
    std::set<std::int64_t> numbers;
    for (const Card& card : workspace.rows<Card>()) {
        check_card(workspace, card, findings);
        if (!numbers.insert(card.number).second) {
            findings.push_back({"two cards have the same key", "card " + key_of(workspace, card)});
        }
    }
    for (const Transition& row : workspace.rows<Transition>()) {
        if (workspace.find(row.card) == nullptr) {
            findings.push_back({"belongs to a card that is not there",
                                "transition " + std::to_string(row.id.value)});
        }
    }
    return findings;
}

bool should_record(const model::Workspace& workspace, const rules::Refusal& refusal,
                   model::PersonId actor, Instant now) {
    if (!actor || workspace.find(actor) == nullptr || (!refusal.card && !refusal.limit)) {
        return false;
    }
    const auto& tries = workspace.rows<model::RefusedTry>();
    for (std::int64_t id = tries.max_id(); id > 0; --id) {
        const model::RefusedTry* one = tries.find({id});
        if (one == nullptr || now - one->at > minutes(1)) {
            break;
        }
        if (one->by == actor && one->card == refusal.card && one->subject == refusal.subject &&
            one->rule == refusal.rule) {
            return false;
        }
    }
    return true;
}

}  // namespace throughline::desk
