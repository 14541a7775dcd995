#include "core/base/text.h"
#include "core/rules/acts.h"
#include "core/rules/decide.h"

#include <algorithm>

namespace throughline::rules {
namespace {

using model::Card;
using model::CardId;
using model::CardState;
using model::MoveKind;

Result<Card, Refusal> card_on_board(const Edit& edit, CardId id) {
    const Card* card = edit.get(id);
    if (card == nullptr) {
        return not_found("card");
    }
    if (!card->on_board()) {
        const std::string key = key_of(edit.before(), *card);
        return refusal(
            "not_on_board",
            key + " is not on the board: it is " + std::string(model::name_of(card->state)) + ".",
            card->state == CardState::TradedOut ? "Accept its request again." : "Restore it first.",
            "card:" + key, id);
    }
    return *card;
}

void log_reason(Edit& edit, const Context& context, CardId card, std::string_view act,
                std::string_view reason) {
    model::Comment note;
    note.id = edit.new_id<model::CommentId>();
    note.card = card;
    note.by = context.actor;
    note.at = context.now;
    note.text = std::string(act) + ": " + std::string(trim(reason));
    edit.put(std::move(note));
}

// Open blockers end when a card leaves the process for good.
void end_blocks(Edit& edit, const Context& context, CardId card) {
    for (const model::Block& block : edit.of<model::Block>(card)) {
        if (block.is_open()) {
            edit.change(block.id, [&](model::Block& one) {
                one.ended_at = context.now;
                one.ended_known_at = context.now;
                one.ended_by = context.actor;
            });
        }
    }
}

}  // namespace

Verdict decide(const MoveCards& command, Edit& edit, const Context& context) {
    if (command.cards.empty()) {
        return refusal("nothing_to_do", "No card is chosen.", "Select a card first.");
    }
    const model::Column* column = edit.get(command.to);
    if (column == nullptr || column->removed) {
        return refusal("column_missing", "This column is not on the board (any more).",
                       "Choose another column.");
    }
    std::optional<int> position = command.position;
    if (!position && column->kind == model::ColumnKind::Done) {
        position = 0;  // what was finished last is what people look for there
    }
    if (position && command.cards.size() > 1) {
        // Those that stand in the column already step aside first: the position counts the others.
        for (const CardId id : command.cards) {
            const Card* card = edit.get(id);
            if (card != nullptr && card->on_board() && card->column == command.to) {
                place_card(edit, context, id, command.to, MoveKind::Moved);
            }
        }
    }
    for (const CardId id : command.cards) {
        TL_CHECK(card_on_board(edit, id));
        place_card(edit, context, id, command.to, MoveKind::Moved, position);
        if (position) {
            ++*position;
        }
    }
    return Done{};
}

Verdict decide(const ReturnCard& command, Edit& edit, const Context& context) {
    TL_TRY(const Card card, card_on_board(edit, command.card));
    TL_CHECK(need_reason(command.reason, "return a card"));
    const Workflow workflow = Workflow::of(edit.before());
    const auto at = workflow.index(card.column);
    if (!at || *at < workflow.commitment) {
        return refusal(
            "not_committed", key_of(edit.before(), card) + " has not crossed the commitment point.",
            "Trade it out or archive it instead.", "card:" + key_of(edit.before(), card), card.id);
    }
    if (workflow.commitment == 0) {
        return refusal("no_options_column",
                       "There is no column left of the commitment point to return to.",
                       "Move the commitment point in the settings, or discard the card.");
    }
    place_card(edit, context, card.id, ready_column(edit.before()), MoveKind::Returned);
    log_reason(edit, context, card.id, "Returned", command.reason);
    return Done{};
}

Verdict decide(const DiscardCard& command, Edit& edit, const Context& context) {
    TL_TRY(const Card card, card_on_board(edit, command.card));
    TL_CHECK(need_reason(command.reason, "discard a card"));
    if (is_delivered(edit.before(), card)) {
        return refusal("delivered",
                       key_of(edit.before(), card) + " is delivered and cannot be discarded.",
                       "Archive it instead.", "card:" + key_of(edit.before(), card), card.id);
    }
    place_card(edit, context, card.id, {}, MoveKind::Discarded, std::nullopt, CardState::Discarded);
    end_blocks(edit, context, card.id);
    log_reason(edit, context, card.id, "Discarded", command.reason);
    return Done{};
}

Verdict decide(const ArchiveCard& command, Edit& edit, const Context& context) {
    TL_TRY(const Card card, card_on_board(edit, command.card));
    TL_CHECK(need_reason(command.reason, "archive a card"));
    if (is_in_process(edit.before(), card)) {
        return refusal("in_process",
                       key_of(edit.before(), card) + " is in process and cannot be archived.",
                       "Finish it, return it, or discard it with a reason.",
                       "card:" + key_of(edit.before(), card), card.id);
    }
    place_card(edit, context, card.id, {}, MoveKind::Archived, std::nullopt, CardState::Archived);
    end_blocks(edit, context, card.id);
    log_reason(edit, context, card.id, "Archived", command.reason);
    return Done{};
}

Verdict decide(const RestoreCard& command, Edit& edit, const Context& context) {
    const Card* card = edit.get(command.card);
    if (card == nullptr ||
        (card->state != CardState::Discarded && card->state != CardState::Archived)) {
        return refusal("not_restorable", "Only a discarded or archived card can be restored.", "",
                       "", command.card);
    }
    const model::ColumnId to = command.to ? command.to : ready_column(edit.before());
    place_card(edit, context, command.card, to, MoveKind::Restored);
    return Done{};
}

// The card's rows stay, marked as never having happened.
Verdict decide(const VoidCard& command, Edit& edit, const Context& context) {
    const Card* card = edit.get(command.card);
    if (card == nullptr || card->state == CardState::Void) {
        return not_found("card");
    }
    TL_CHECK(need_reason(command.reason, "void a card"));
    edit.change(command.card, [](Card& one) {
        one.state = CardState::Void;
        one.column = {};
    });
    for (const model::Transition& row : edit.of<model::Transition>(command.card)) {
        if (!row.voided_at) {
            edit.change(row.id, [&](model::Transition& one) { one.voided_at = context.now; });
        }
    }
    end_blocks(edit, context, command.card);
    log_reason(edit, context, command.card, "Voided", command.reason);
    return Done{};
}

}  // namespace throughline::rules
