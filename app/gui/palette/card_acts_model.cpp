#include "app/gui/palette/card_acts_model.h"

#include "core/base/text.h"
#include "core/model/column_name.h"
#include "core/rules/limits.h"
#include "core/rules/roles.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace throughline::gui::palette {

ActWords words_of(CardAct act) {
    switch (act) {
        case CardAct::Move: return {"Move", "Moved", "To which column?"};
        case CardAct::Block:
            return {"Block", "Blocked",
                    "A blocked card stays where it is, counts in the limit, and cannot move "
                    "forward until it is cleared."};
        case CardAct::Unblock:
            return {"Clear blockers", "Cleared", "Every open blocker of the card ends now."};
        case CardAct::Return:
            return {"Return", "Returned",
                    "Back to the left of the commitment point. The clock of cycle time stops; "
                    "nothing is lost."};
        case CardAct::Discard:
            return {
                "Discard", "Discarded",
                "Out of process and off the board. It stays in the history and can be restored.",
                true};
        case CardAct::Archive:
            return {"Archive", "Archived",
                    "Off the board, kept in the history. For what is delivered, or an option "
                    "nobody wants.",
                    true};
        case CardAct::TradeOut:
            return {"Trade out", "Traded out",
                    "Back to the request queue under the same key, to make a place. Its SLA clock "
                    "starts anew.",
                    true};
        case CardAct::Void:
            return {"Void", "Voided",
                    "For a card made by mistake: it will never have happened for the figures.",
                    true};
        case CardAct::Restore: return {"Restore", "Restored", "Back onto the board."};
    }
    return {};
}

namespace {

rules::Command command_of(CardAct act, model::CardId card, const ActAnswers& a,
                          model::CardId waits_for) {
    switch (act) {
        case CardAct::Move: return rules::MoveCards{.cards = {card}, .to = a.to};
        case CardAct::Block:
            return rules::BlockCard{.card = card,
                                    .cause = a.cause,
                                    .reason = a.reason,
                                    .clearer = a.clearer,
                                    .waits_for = waits_for};
        case CardAct::Unblock: return rules::UnblockCard{.card = card};
        case CardAct::Return: return rules::ReturnCard{.card = card, .reason = a.reason};
        case CardAct::Discard: return rules::DiscardCard{.card = card, .reason = a.reason};
        case CardAct::Archive: return rules::ArchiveCard{.card = card, .reason = a.reason};
        case CardAct::TradeOut: return rules::TradeOutCard{.card = card, .reason = a.reason};
        case CardAct::Void: return rules::VoidCard{.card = card, .reason = a.reason};
        case CardAct::Restore: return rules::RestoreCard{.card = card, .to = a.to};
    }
    return rules::UnblockCard{.card = card};
}

}  // namespace

std::vector<rules::Command> commands_of(const model::Workspace& workspace, CardAct act,
                                        const std::vector<model::CardId>& cards,
                                        const ActAnswers& answers) {
    if (act == CardAct::Move) return {rules::MoveCards{.cards = cards, .to = answers.to}};
    model::CardId waits_for;
    if (const std::string_view key = trim(answers.waits_for); !key.empty()) {
        const model::Card* other = model::card_by_key(workspace, key);
        if (other == nullptr) return {};
        waits_for = other->id;
    }
    std::vector<rules::Command> commands;
    for (const model::CardId card : cards) {
        if (act == CardAct::Unblock && !workspace.is_blocked(card)) continue;
        commands.push_back(command_of(act, card, answers, waits_for));
    }
    return commands;
}

std::optional<rules::Refusal> why_not(const desk::LiveDesk& desk, CardAct act,
                                      const std::vector<model::CardId>& cards) {
    const auto no = [](std::string reason) {
        return rules::Refusal{.rule = "not_possible", .reason = std::move(reason)};
    };
    if (cards.empty()) return no("No card is chosen.");
    const model::Workspace& workspace = desk.workspace();
    for (const model::CardId id : cards) {
        const model::Card* card = workspace.find(id);
        if (card == nullptr) return no("This card is not there any more.");
        if (act == CardAct::Unblock && !workspace.is_blocked(id))
            return no(model::key_of(workspace, *card) + " has no open blocker.");
        if (act == CardAct::Move) {
            if (!card->on_board())
                return no(model::key_of(workspace, *card) + " is not on the board.");
            continue;
        }
        const rules::Verdict verdict = desk.preview(command_of(act, id, {.reason = "-"}, {}));
        if (!verdict && verdict.error().rule != "wip_limit") return verdict.error();
    }
    return std::nullopt;
}

std::string name_cards(const model::Workspace& workspace, const std::vector<model::CardId>& cards) {
    if (cards.size() == 1) {
        if (const model::Card* card = workspace.find(cards.front()))
            return model::key_of(workspace, *card);
    }
    return plural(static_cast<std::int64_t>(cards.size()), "card", "cards");
}

std::vector<std::string> known_causes(const model::Workspace& workspace) {
    constexpr std::array<std::string_view, 6> kUsual{
        "waiting for approval", "waiting for legal", "waiting for assets",
        "waiting for a vendor", "waiting for data",  "waiting for another team"};
    std::map<std::string, int> used;
    for (const model::Block& block : workspace.rows<model::Block>()) {
        if (!block.cause.empty()) ++used[block.cause];
    }
    std::vector<std::pair<std::string, int>> order(used.begin(), used.end());
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    std::vector<std::string> causes;
    for (auto& [cause, count] : order)
        causes.push_back(cause);
    for (const std::string_view cause : kUsual) {
        if (!used.contains(std::string(cause))) causes.emplace_back(cause);
    }
    return causes;
}

std::vector<TargetRow> targets_of(const desk::LiveDesk& desk,
                                  const std::vector<model::CardId>& cards) {
    const model::Workspace& workspace = desk.workspace();
    std::vector<TargetRow> rows;
    for (const model::ColumnId id : workspace.columns()) {
        const model::Column* column = workspace.find(id);
        TargetRow row{.column = id, .name = model::column_name(workspace, *column)};
        row.is_here = std::all_of(cards.begin(), cards.end(), [&](model::CardId card) {
            const model::Card* found = workspace.find(card);
            return found != nullptr && found->column == id;
        });
        const rules::Fill fill = rules::governing_fill(workspace, id);
        const rules::Verdict verdict =
            row.is_here ? rules::Verdict(Done{})
                        : desk.preview(rules::MoveCards{.cards = cards, .to = id});
        row.has_room = verdict.ok();
        const std::string numbers =
            fill.limit ? std::to_string(fill.count) + " of " + std::to_string(*fill.limit)
                       : std::to_string(fill.count);
        if (row.is_here) {
            row.note = "here now";
        } else if (!verdict) {
            row.note = verdict.error().reason;
        } else {
            row.note = fill.limit ? numbers + ", room for " + std::to_string(*fill.room())
                                  : numbers + ", no limit";
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

void set_override_reason(rules::Command& command, std::string reason) {
    std::visit(
        [&](auto& one) {
            if constexpr (requires { one.override_reason; })
                one.override_reason = std::move(reason);
        },
        command);
}

bool may_override(const desk::LiveDesk& desk, const rules::Refusal& refusal) {
    const model::Person* me = desk.workspace().find(desk.actor());
    return refusal.rule == "wip_limit" && me != nullptr &&
           rules::may(me->role, rules::Right::Override);
}

}  // namespace throughline::gui::palette
