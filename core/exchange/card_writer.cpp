#include "core/exchange/card_writer.h"

#include <algorithm>

namespace throughline::exchange {
namespace {

using model::Card;
using model::ColumnId;
using model::Transition;

constexpr double kStep = 1024;

}  // namespace

CardWriter::CardWriter(const model::Workspace& workspace, ChangeSet& changes, ImportReport& report,
                       std::string_view source)
    : ws_(workspace), changes_(changes), report_(report) {
    for (const Card& card : ws_.rows<Card>()) {
        if (card.source == source) {
            here_.emplace(card.source_id, card.id);
        }
    }
}

const Card* CardWriter::here(std::string_view source_id) const {
    const auto found = here_.find(source_id);
    return found == here_.end() ? nullptr : ws_.find(found->second);
}

void CardWriter::step(Card& card, const CardStep& step) {
    Transition row;
    row.card = card.id;
    row.from = step.from;
    row.to = step.to;
    row.kind = step.kind;
    row.at = row.known_at = step.at;
    row.by = step.by;
    row.day_precision = step.day_precision;
    steps_.push_back(row);
    card.column = step.to;
    card.state = step.to ? model::CardState::OnBoard : model::CardState::Archived;
    if (step.to) {
        card.entered_at = step.at;
    }
    ++report_.created[step.counted_as];
}

void CardWriter::put_new(Card card, double position) {
    placed_.push_back({std::move(card), position, true, true});
}

void CardWriter::put_again(Card card, double position) {
    const bool moved = card.column != ws_.find(card.id)->column && card.on_board();
    placed_.push_back({std::move(card), position, false, moved});
}

void CardWriter::write() {
    give_ranks();
    std::stable_sort(placed_.begin(), placed_.end(), [](const Placed& a, const Placed& b) {
        return a.card.created_at < b.card.created_at;
    });
    const std::int64_t first = ws_.last_number("card");
    std::int64_t last = first;
    for (Placed& placed : placed_) {
        if (placed.is_new) {
            placed.card.number = ++last;
            add(changes_, report_, placed.card, "cards");
        } else {
            update(changes_, report_, placed.card, "cards");
        }
        placed.card = {};  // long texts need not be held twice
    }
    if (last != first) {
        write_counter(last);
    }
    write_transitions();
}

void CardWriter::give_ranks() {
    std::unordered_map<ColumnId, std::vector<Placed*>> by_column;
    for (Placed& placed : placed_) {
        if (placed.wants_rank && placed.card.on_board()) {
            by_column[placed.card.column].push_back(&placed);
        }
    }
    for (auto& [id, cards] : by_column) {
        std::stable_sort(cards.begin(), cards.end(), [](const Placed* a, const Placed* b) {
            return a->position < b->position;
        });
        const auto here = ws_.cards_in(id);
        double rank = here.empty() ? 0 : ws_.find(here.back())->rank;
        for (Placed* placed : cards) {
            placed->card.rank = rank += kStep;
        }
    }
}

void CardWriter::write_counter(std::int64_t last) {
    for (const model::Counter& counter : ws_.rows<model::Counter>()) {
        if (counter.name == "card") {
            model::Counter after = counter;
            after.last = last;
            changes_.update(after);
            return;
        }
    }
    changes_.add(model::Counter{{ws_.rows<model::Counter>().max_id() + 1}, "card", last});
}

void CardWriter::write_transitions() {
    std::stable_sort(steps_.begin(), steps_.end(),
                     [](const Transition& a, const Transition& b) { return a.at < b.at; });
    std::int64_t id = ws_.rows<Transition>().max_id();
    for (Transition& row : steps_) {
        row.id = {++id};
        changes_.add(row);
    }
}

}  // namespace throughline::exchange
