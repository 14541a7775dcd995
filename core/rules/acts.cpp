#include "core/rules/acts.h"

#include "core/base/text.h"
#include "core/base/zone.h"

#include <algorithm>
#include <tuple>

namespace throughline::rules {
namespace {

using model::Card;
using model::CardId;
using model::ColumnId;

constexpr double kStep = 1024;

// As Workspace::cards_in orders them.
bool stands_before(const Card& a, const Card& b) {
    return std::tie(a.rank, a.number, a.id) < std::tie(b.rank, b.number, b.id);
}

// A column's cards from the top as they would be, without one; found in the time of the cards that
// the edit touches, whatever the length of the column.
class Standing {
public:
    Standing(const Edit& edit, ColumnId column, CardId without)
        : edit_(edit), base_(edit.before().cards_in(column)) {
        skip(without);
        for (const auto& [id, card] : edit.touched<Card>()) {
            if (CardId{id} != without) {
                skip(CardId{id});
            }
            if (card && card->on_board() && card->column == column && card->id != without) {
                touched_.push_back({&*card, 0});
            }
        }
        std::sort(skipped_.begin(), skipped_.end());
        std::sort(touched_.begin(), touched_.end(),
                  [](const Placed& a, const Placed& b) { return stands_before(*a.card, *b.card); });
        for (std::size_t i = 0; i < touched_.size(); ++i) {
            const std::size_t above = index_of(*touched_[i].card);
            const auto skipped_above =
                std::lower_bound(skipped_.begin(), skipped_.end(), above) - skipped_.begin();
            touched_[i].at = above - static_cast<std::size_t>(skipped_above) + i;
        }
    }

    std::size_t size() const { return base_.size() - skipped_.size() + touched_.size(); }
    bool empty() const { return size() == 0; }

    const Card& operator[](std::size_t at) const {
        std::size_t index = at;
        for (const Placed& one : touched_) {
            if (one.at == at) {
                return *one.card;
            }
            index -= one.at < at ? 1 : 0;
        }
        for (const std::size_t skipped : skipped_) {
            index += skipped <= index ? 1 : 0;
        }
        return *edit_.before().find(base_[index]);
    }

private:
    struct Placed {
        const Card* card;
        std::size_t at;  // from the top
    };

    // Cards of the column before the edit that stand above the card.
    std::size_t index_of(const Card& card) const {
        const auto found = std::lower_bound(
            base_.begin(), base_.end(), card, [this](CardId other, const Card& placed) {
                return stands_before(*edit_.before().find(other), placed);
            });
        return static_cast<std::size_t>(found - base_.begin());
    }
    void skip(CardId id) {
        if (const Card* card = edit_.before().find(id)) {
            const std::size_t index = index_of(*card);
            if (index < base_.size() && base_[index] == id) {
                skipped_.push_back(index);
            }
        }
    }

    const Edit& edit_;
    std::span<const CardId> base_;
    std::vector<std::size_t> skipped_;  // places in base_, ascending
    std::vector<Placed> touched_;       // in order
};

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

bool is_one_line(std::string_view text) {
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const unsigned lead = byte(i);
        const bool control = lead < 0x20 || lead == 0x7F;
        const bool high_control = lead == 0xC2 && byte(i + 1) <= 0x9F;  // U+0080..U+009F
        // U+2028..U+202E: line and paragraph separators, turns of direction; U+2066..U+2069 too.
        const bool steers =
            lead == 0xE2 && ((byte(i + 1) == 0x80 && byte(i + 2) >= 0xA8 && byte(i + 2) <= 0xAE) ||
                             (byte(i + 1) == 0x81 && byte(i + 2) >= 0xA6 && byte(i + 2) <= 0xA9));
        if (control || high_control || steers) {
            return false;
        }
    }
    return true;
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
    const Standing cards(edit, column, moving);
    if (cards.empty()) {
        return 0;
    }
    const std::size_t at = !position ? cards.size()
                                     : static_cast<std::size_t>(std::clamp<std::int64_t>(
                                           *position, 0, static_cast<std::int64_t>(cards.size())));
    if (at == 0) {
        return cards[0].rank - kStep;
    }
    if (at == cards.size()) {
        return cards[at - 1].rank + kStep;
    }
    const double above = cards[at - 1].rank;
    const double below = cards[at].rank;
    const double middle = above + (below - above) / 2;
    if (middle > above && middle < below) {
        return middle;
    }
    // No number left between the two: the column is numbered anew, with a gap for the card.
    std::vector<CardId> ids;
    for (std::size_t i = 0; i < cards.size(); ++i) {
        ids.push_back(cards[i].id);
    }
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const double rank = static_cast<double>(i + (i >= at ? 1U : 0U)) * kStep;
        edit.change(ids[i], [rank](Card& card) { card.rank = rank; });
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

Verdict need_dri(const Edit& edit, model::PersonId person) {
    TL_CHECK(need_person(edit, person, "DRI"));
    const model::Person& found = *edit.get(person);
    if (!may(found.role, Right::Work)) {
        return refusal("dri_cannot_work",
                       found.name + " is a " + std::string(model::name_of(found.role)) +
                           " and could not move the card.",
                       "Choose a member as DRI, or have an admin change the role.",
                       "person:" + found.handle);
    }
    return Done{};
}

Verdict need_offered(const model::Template& form) {
    if (form.retired) {
        return refusal("template_retired", "The template " + form.name + " is retired.",
                       "Choose another one, or bring it back in the settings.",
                       "template:" + form.handle);
    }
    return Done{};
}

Verdict need_running_meeting(const Edit& edit, model::MeetingId meeting) {
    const model::Meeting* found = edit.get(meeting);
    if (found == nullptr) {
        return not_found("meeting");
    }
    if (found->ended_at) {
        return refusal("meeting_over", key_of(*found) + " has ended.",
                       "Start the next one, or write it down without a meeting.",
                       "meeting:" + key_of(*found));
    }
    return Done{};
}

Verdict need_right(const Edit& edit, const Context& context, Right right) {
    const model::Person* actor = edit.get(context.actor);
    if (actor != nullptr && may(actor->role, right)) {
        return Done{};
    }
    if (actor == nullptr) {
        return not_found("person");
    }
    return refusal("no_right",
                   actor->name + " is a " + std::string(model::name_of(actor->role)) +
                       " and may not " + std::string(describe(right)) + ".",
                   "It takes a " + std::string(model::name_of(least_role(right))) +
                       "; an admin can change roles.");
}

Day local_day(const Edit& edit, Instant at) {
    const model::Board* board = edit.before().board();
    const auto zone = board == nullptr ? Result<Zone>(Zone::utc()) : Zone::load(board->zone);
    return (zone ? *zone : Zone::utc()).day(at);
}

}  // namespace throughline::rules
