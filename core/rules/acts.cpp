#include "core/rules/acts.h"

#include "core/base/text.h"
#include "core/base/zone.h"

#include <algorithm>
#include <cmath>

namespace throughline::rules {
namespace {

using model::Card;
using model::CardId;
using model::ColumnId;

constexpr double kStep = 1024;

// The column's cards from the top as they would be, without one.
std::vector<Card> column_cards(const Edit& edit, ColumnId column, CardId without) {
    std::vector<Card> cards;
    const auto& touched = edit.touched<Card>();
    for (const CardId id : edit.before().cards_in(column)) {
        if (!touched.contains(id.value) && id != without) {
            cards.push_back(*edit.before().find(id));
        }
    }
    for (const auto& [id, card] : touched) {
        if (card && card->on_board() && card->column == column && card->id != without) {
            cards.push_back(*card);
        }
    }
    std::sort(cards.begin(), cards.end(), [](const Card& a, const Card& b) {
        return a.rank != b.rank ? a.rank < b.rank : a.number < b.number;
    });
    return cards;
}

// The greatest rank of a column, by looking at its last card and the touched ones only.
std::optional<double> last_rank(const Edit& edit, ColumnId column, CardId without) {
    std::optional<double> last;
    const auto& touched = edit.touched<Card>();
    const auto cards = edit.before().cards_in(column);
    for (auto id = cards.rbegin(); id != cards.rend(); ++id) {
        if (!touched.contains(id->value) && *id != without) {
            last = edit.before().find(*id)->rank;
            break;
        }
    }
    for (const auto& [id, card] : touched) {
        if (card && card->on_board() && card->column == column && card->id != without) {
            last = std::max(last.value_or(card->rank), card->rank);
        }
    }
    return last;
}

}  // namespace

Refusal refusal(std::string rule, std::string reason, std::string remedy, std::string subject,
                CardId card) {
    Refusal no;
    no.rule = std::move(rule);
    no.reason = std::move(reason);
    no.remedy = std::move(remedy);
    no.subject = std::move(subject);
    no.card = card;
    return no;
}

Refusal not_found(std::string_view what) {
    return refusal("not_found", "This " + std::string(what) + " is not there (any more).",
                   "Somebody may have changed it; look again.");
}

Verdict need_reason(std::string_view reason, std::string_view act) {
    if (trim(reason).empty()) {
        return refusal("reason_missing", "To " + std::string(act) + " needs a reason.",
                       "Say why in a sentence.");
    }
    return Done{};
}

Verdict need_person(const Edit& edit, model::PersonId person, std::string_view role_words) {
    const model::Person* found = edit.get(person);
    if (found == nullptr) {
        return refusal("person_missing", "The " + std::string(role_words) + " is not named.",
                       "Choose one person.");
    }
    if (!found->active) {
        return refusal("person_inactive",
                       found->name + " is not active any more and cannot be the " +
                           std::string(role_words) + ".",
                       "Choose somebody else, or make " + found->name + " active again.",
                       "person:" + found->handle);
    }
    return Done{};
}

double rank_at(Edit& edit, ColumnId column, std::optional<int> position, CardId moving) {
    if (!position) {
        const auto last = last_rank(edit, column, moving);
        return last ? *last + kStep : 0;
    }
    const auto cards = column_cards(edit, column, moving);
    const auto at = static_cast<std::size_t>(
        std::clamp<std::int64_t>(*position, 0, static_cast<std::int64_t>(cards.size())));
    if (cards.empty()) {
        return 0;
    }
    if (at == 0) {
        return cards.front().rank - kStep;
    }
    if (at == cards.size()) {
        return cards.back().rank + kStep;
    }
    const double above = cards[at - 1].rank;
    const double below = cards[at].rank;
    const double middle = above + (below - above) / 2;
    if (middle > above && middle < below) {
        return middle;
    }
    // No number left between the two: the column is numbered anew, with a gap for the card.
    for (std::size_t i = 0; i < cards.size(); ++i) {
        const double rank = static_cast<double>(i + (i >= at ? 1U : 0U)) * kStep;
        edit.change(cards[i].id, [rank](Card& card) { card.rank = rank; });
    }
    return static_cast<double>(at) * kStep;
}

void place_card(Edit& edit, const Context& context, CardId id, ColumnId to, model::MoveKind kind,
                std::optional<int> position, model::CardState state) {
    const Card before = *edit.get(id);
    const double rank = to ? rank_at(edit, to, position, id) : before.rank;
    const bool moves = before.column != to || before.state != state;
    edit.change(id, [&](Card& card) {
        card.column = to;
        card.state = state;
        card.rank = rank;
        if (moves) {
            card.entered_at = context.now;
        }
    });
    if (!moves) {
        return;
    }
    model::Transition row;
    row.id = edit.next_in_log<model::Transition>();
    row.card = id;
    row.from = before.on_board() ? before.column : ColumnId{};
    row.to = to;
    row.kind = kind;
    row.at = context.now;
    row.known_at = context.now;
    row.by = context.actor;
    edit.put(row);

    const Workflow workflow = Workflow::of(edit.before());
    const auto from_at = workflow.index(row.from);
    const auto to_at = workflow.index(to);
    if (!from_at || !to_at || *to_at > *from_at) {
        return;
    }
    for (const model::GateMark& mark : edit.of<model::GateMark>(id)) {
        const model::GateItem* item = edit.get(mark.item);
        if (mark.active && item != nullptr && item->column == to) {
            edit.change(mark.id, [](model::GateMark& one) { one.active = false; });
        }
    }
}

Day local_day(const Edit& edit, Instant at) {
    const model::Board* board = edit.before().board();
    const auto zone = board == nullptr ? Result<Zone>(Zone::utc()) : Zone::load(board->zone);
    return (zone ? *zone : Zone::utc()).day(at);
}

}  // namespace throughline::rules
