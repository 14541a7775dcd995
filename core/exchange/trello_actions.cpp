#include "core/exchange/trello_actions.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace throughline::exchange {
namespace {

class Teller {
public:
    explicit Teller(TrelloBoard& board) : board_(board) {
        for (std::size_t c = 0; c < board.cards.size(); ++c) {
            for (std::size_t i = 0; i < board.cards[c].checklist.size(); ++i) {
                if (!board.cards[c].checklist[i].id.empty()) {
                    items_.emplace(board.cards[c].checklist[i].id, std::pair(c, i));
                }
            }
        }
    }

    void tell(TrelloAction& action) {
        if (action.kind == TrelloActionKind::RenameList) {
            if (action.list != kNone && action.old_name) {
                board_.lists[action.list].renames.push_back(
                    {action.at, *action.old_name, action.text});
            }
            return;
        }
        if (action.card == kNone) {
            return;
        }
        TrelloCard& card = board_.cards[action.card];
        switch (action.kind) {
            case TrelloActionKind::Create:
                add(card, action, TrelloStep::Created, action.list);
                return;
            case TrelloActionKind::Arrive:
                add(card, action, TrelloStep::Arrived, action.list);
                return;
            case TrelloActionKind::UpdateCard: update(card, action); return;
            case TrelloActionKind::Comment:
                card.comments.push_back({std::move(action.id), action.at, action.by,
                                         std::move(action.text), action.edited_at});
                return;
            case TrelloActionKind::AddLabel:
            case TrelloActionKind::RemoveLabel: labels_.push_back(&action); return;
            case TrelloActionKind::TickItem: tick(action); return;
            case TrelloActionKind::Leave: add(card, action, TrelloStep::Left, kNone); return;
            case TrelloActionKind::Delete:  // only of cards that are gone
            case TrelloActionKind::RenameList: return;
        }
    }

    // Back in time from what the labels are now.
    void tell_old_labels() {
        for (auto action = labels_.rbegin(); action != labels_.rend(); ++action) {
            TrelloCard& card = board_.cards[(*action)->card];
            model::TextList labels = card.old_labels.empty() ? card.labels : card.old_labels.back();
            std::sort(labels.begin(), labels.end());
            const auto found = std::find(labels.begin(), labels.end(), (*action)->text);
            if ((*action)->kind == TrelloActionKind::AddLabel && found != labels.end()) {
                labels.erase(found);
            } else if ((*action)->kind == TrelloActionKind::RemoveLabel && found == labels.end()) {
                labels.push_back((*action)->text);
            }
            card.old_labels.push_back(std::move(labels));
        }
    }

private:
    static void add(TrelloCard& card, const TrelloAction& action, TrelloStep step,
                    std::size_t list) {
        const std::size_t from = action.before != kNone ? action.before : action.list;
        card.events.push_back({action.at, step, list, from, action.by});
    }

    static void update(TrelloCard& card, TrelloAction& action) {
        if (action.closed == false) {
            add(card, action, TrelloStep::Reopened,
                action.after != kNone ? action.after : action.list);
        } else if (action.after != kNone) {
            add(card, action, TrelloStep::Moved, action.after);
        }
        if (action.closed == true) {
            add(card, action, TrelloStep::Closed, kNone);
        }
        if (action.old_name) {
            card.old_names.push_back(std::move(*action.old_name));
        }
        if (action.old_description) {
            card.old_descriptions.push_back(std::move(*action.old_description));
        }
        if (action.old_due) {
            card.old_dues.push_back(*action.old_due);
        }
    }

    void tick(const TrelloAction& action) {
        const auto found = items_.find(action.text);
        if (found == items_.end()) {
            return;
        }
        SourceCheckItem& item = board_.cards[found->second.first].checklist[found->second.second];
        if (item.done && action.done) {
            item.done_at = action.at;
            item.done_by = action.by;
        }
    }

    TrelloBoard& board_;
    std::unordered_map<std::string, std::pair<std::size_t, std::size_t>> items_;
    std::vector<const TrelloAction*> labels_;
};

void report_gone(const std::vector<TrelloGoneCard>& gone, ImportReport& report) {
    for (const TrelloGoneCard& card : gone) {
        std::string why = "it is not among the cards of the file";
        if (card.deleted_at) {
            why = "it was deleted on " + to_text(*card.deleted_at) + "; only its history is left";
        } else if (card.left_at) {
            why = "it was moved to another board on " + to_text(*card.left_at);
        }
        report.left_out.push_back(
            {card.name.empty() ? "card " + card.id : "card \"" + card.name + "\"",
             "actions[" + std::to_string(card.number) + "]", std::move(why)});
    }
}

}  // namespace

std::optional<TrelloActionKind> trello_action_kind(std::string_view type) {
    using Kind = TrelloActionKind;
    constexpr std::array<std::pair<std::string_view, Kind>, 14> kKinds{{
        {"updateCard", Kind::UpdateCard},
        {"createCard", Kind::Create},
        {"copyCard", Kind::Create},
        {"convertToCardFromCheckItem", Kind::Create},
        {"emailCard", Kind::Create},
        {"moveCardToBoard", Kind::Arrive},
        {"moveCardFromBoard", Kind::Leave},
        {"deleteCard", Kind::Delete},
        {"commentCard", Kind::Comment},
        {"copyCommentCard", Kind::Comment},
        {"updateList", Kind::RenameList},
        {"addLabelToCard", Kind::AddLabel},
        {"removeLabelFromCard", Kind::RemoveLabel},
        {"updateCheckItemStateOnCard", Kind::TickItem},
    }};
    type = type.substr(0, type.find(':'));  // "updateCard:idList" in exports of the API
    const auto found = std::find_if(kKinds.begin(), kKinds.end(),
                                    [&](const auto& one) { return one.first == type; });
    return found == kKinds.end() ? std::nullopt : std::optional(found->second);
}

void apply_actions(TrelloBoard& board, std::vector<TrelloAction> actions,
                   const std::vector<TrelloGoneCard>& gone, ImportReport& report) {
    // Files list the newest first; equal times keep that order turned round.
    if (actions.size() > 1 && actions.front().at >= actions.back().at) {
        std::reverse(actions.begin(), actions.end());
    }
    std::stable_sort(actions.begin(), actions.end(),
                     [](const auto& a, const auto& b) { return a.at < b.at; });
    Teller teller(board);
    for (TrelloAction& action : actions) {
        teller.tell(action);
    }
    teller.tell_old_labels();
    if (!actions.empty()) {
        board.oldest_action = actions.front().at;
    }
    report_gone(gone, report);
}

}  // namespace throughline::exchange
