#include "core/base/text.h"
#include "core/rules/acts.h"
#include "core/rules/brief.h"
#include "core/rules/decide.h"
#include "core/rules/naming.h"
#include "core/rules/score.h"
#include "core/rules/set_fields.h"

#include <algorithm>
#include <set>

namespace throughline::rules {
namespace {

using model::Card;
using model::CardId;

Verdict need_card(const Edit& edit, CardId id) {
    return edit.get(id) == nullptr ? Verdict(not_found("card")) : Verdict(Done{});
}

// People whose "@handle" stands in the text, in its order, each once.
std::vector<model::PersonId> mentions_in(const model::Workspace& workspace, std::string_view text) {
    std::vector<model::PersonId> people;
    for (std::size_t at = text.find('@'); at != std::string_view::npos;
         at = text.find('@', at + 1)) {
        const std::size_t end =
            text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_.", at + 1);
        std::string_view handle =
            text.substr(at + 1, end == std::string_view::npos ? end : end - at - 1);
        while (handle.ends_with('.')) {
            handle.remove_suffix(1);
        }
        const model::Person* person = workspace.person_by_handle(handle);
        if (person != nullptr &&
            std::find(people.begin(), people.end(), person->id) == people.end()) {
            people.push_back(person->id);
        }
    }
    return people;
}

// True when `to` can be reached from `from` along next(card).
template <class Next>
bool reaches(CardId from, CardId to, Next&& next) {
    std::vector<CardId> open{from};
    std::set<CardId> seen;
    while (!open.empty()) {
        const CardId card = open.back();
        open.pop_back();
        if (card == to) {
            return true;
        }
        if (seen.insert(card).second) {
            for (const CardId one : next(card)) {
                open.push_back(one);
            }
        }
    }
    return false;
}

Verdict check_parent(const Edit& edit, const Card& card) {
    const auto parents = [&](CardId id) {
        const Card* one = id == card.id ? &card : edit.get(id);
        return one != nullptr && one->parent ? std::vector<CardId>{one->parent}
                                             : std::vector<CardId>{};
    };
    if (card.parent && reaches(card.parent, card.id, parents)) {
        return refusal("cycle", "A card cannot be its own parent, also not through others.",
                       "Choose another parent.", "card:" + key_of(edit.before(), card), card.id);
    }
    return Done{};
}

}  // namespace

Verdict decide(const BlockCard& command, Edit& edit, const Context& context) {
    const Card* card = edit.get(command.card);
    if (card == nullptr || !card->on_board()) {
        return not_found("card");
    }
    TL_CHECK(need_reason(command.reason, "block a card"));
    if (command.clearer) {
        TL_CHECK(need_person(edit, command.clearer, "person who clears it"));
    }
    edit.put(model::Block{edit.new_id<model::BlockId>(),
                          command.card,
                          std::string(trim(command.cause)),
                          std::string(trim(command.reason)),
                          command.clearer,
                          command.waits_for,
                          context.now,
                          context.now,
                          context.actor,
                          {},
                          {},
                          {}});
    return Done{};
}

Verdict decide(const UnblockCard& command, Edit& edit, const Context& context) {
    TL_CHECK(need_card(edit, command.card));
    bool any = false;
    for (const model::Block& block : edit.of<model::Block>(command.card)) {
        if (block.is_open() && (!command.block || block.id == command.block)) {
            any = true;
            edit.change(block.id, [&](model::Block& one) {
                one.ended_at = context.now;
                one.ended_known_at = context.now;
                one.ended_by = context.actor;
            });
        }
    }
    if (!any) {
        return refusal("not_blocked",
                       key_of(edit.before(), *edit.get(command.card)) + " has no open blocker.", "",
                       "", command.card);
    }
    return Done{};
}

Verdict decide(const MarkGate& command, Edit& edit, const Context& context) {
    TL_CHECK(need_card(edit, command.card));
    const model::GateItem* item = edit.get(command.item);
    if (item == nullptr || item->removed) {
        return not_found("gate item");
    }
    const bool approval = item->kind == model::GateKind::Approval;
    if (approval == (command.verdict == model::Verdict::Done)) {
        return refusal("gate_kind",
                       approval ? "'" + item->title + "' needs an approval or a rejection."
                                : "'" + item->title + "' is a check: it is done or not.",
                       "");
    }
    if (command.verdict == model::Verdict::Rejected) {
        TL_CHECK(need_reason(command.note, "reject at a gate"));
    }
    if (const model::Person* actor = edit.get(context.actor);
        approval && actor != nullptr && !may(actor->role, Right::Approve)) {
        return refusal("no_right", actor->name + " may not sign approvals.",
                       "Ask a member or lead.");
    }
    for (const model::GateMark& mark : edit.of<model::GateMark>(command.card)) {
        if (mark.active && mark.item == command.item) {
            edit.change(mark.id, [](model::GateMark& one) { one.active = false; });
        }
    }
    edit.put(model::GateMark{edit.new_id<model::GateMarkId>(), command.card, command.item,
                             command.verdict, context.actor, context.now,
                             std::string(trim(command.note)), true});
    return Done{};
}

Verdict decide(const ClearGate& command, Edit& edit, const Context&) {
    TL_CHECK(need_card(edit, command.card));
    for (const model::GateMark& mark : edit.of<model::GateMark>(command.card)) {
        if (mark.active && mark.item == command.item) {
            edit.change(mark.id, [](model::GateMark& one) { one.active = false; });
        }
    }
    return Done{};
}

Verdict decide(const EditCard& command, Edit& edit, const Context&) {
    const Card* found = edit.get(command.card);
    if (found == nullptr) {
        return not_found("card");
    }
    Card card = *found;
    TL_CHECK(
        set_fields(edit, card, command.set,
                   {"title", "description", "dri", "objective", "service_class", "due",
                    "due_reason", "value", "urgency", "enablement", "size", "labels", "responsible",
                    "consulted", "informed", "parent", "result_actual", "result_note"}));
    if (card.title != found->title && static_cast<int>(utf8_length(card.title)) > kLongestTitle) {
        return refusal("bad_value",
                       "The title has " + std::to_string(utf8_length(card.title)) + " characters.",
                       "Keep it to " + std::to_string(kLongestTitle) +
                           "; the rest belongs into the description.");
    }
    if (card.title != found->title && !is_one_line(card.title)) {
        return refusal("bad_value",
                       "The title has a line break or a character that cannot be seen.",
                       "Write it in one line; the rest belongs into the description.");
    }
    if (card.title != found->title && card.source.empty()) {
        if (const std::string problem = naming_problem(edit.before(), card.title);
            !problem.empty()) {
            return refusal("name_pattern", "'" + card.title + "' " + problem + ".",
                           "Write it like the pattern, or change the pattern in the settings.",
                           "card:" + key_of(edit.before(), card), card.id);
        }
    }
    for (const auto& step : {card.value, card.urgency, card.enablement, card.size}) {
        if (step && !is_score_step(*step)) {
            return refusal("bad_value", std::to_string(*step) + " is not on the scale.",
                           "Use 1, 2, 3, 5, 8 or 13.");
        }
    }
    TL_CHECK(check_parent(edit, card));
    edit.put(std::move(card));
    return Done{};
}

Verdict decide(const AddChecklistItem& command, Edit& edit, const Context&) {
    TL_CHECK(need_card(edit, command.card));
    if (trim(command.title).empty()) {
        return refusal("title_missing", "The item has no text.", "Write what is to be done.");
    }
    double rank = 0;
    for (const model::ChecklistItem& item : edit.of<model::ChecklistItem>(command.card)) {
        rank = std::max(rank, item.rank);
    }
    edit.put(model::ChecklistItem{edit.new_id<model::ChecklistItemId>(),
                                  command.card,
                                  std::string(trim(command.title)),
                                  rank + 1024,
                                  command.due,
                                  false,
                                  {},
                                  {}});
    return Done{};
}

Verdict decide(const EditChecklistItem& command, Edit& edit, const Context&) {
    const model::ChecklistItem* found = edit.get(command.item);
    if (found == nullptr) {
        return not_found("checklist item");
    }
    model::ChecklistItem item = *found;
    TL_CHECK(set_fields(edit, item, command.set, {"title", "due", "rank"}));
    if (item.title.empty()) {
        return refusal("title_missing", "The item would have no text.", "Remove it instead.");
    }
    edit.put(std::move(item));
    return Done{};
}

Verdict decide(const TickChecklistItem& command, Edit& edit, const Context& context) {
    if (edit.get(command.item) == nullptr) {
        return not_found("checklist item");
    }
    edit.change(command.item, [&](model::ChecklistItem& item) {
        item.done = command.done;
        item.done_by = command.done ? context.actor : model::PersonId{};
        item.done_at = command.done ? std::optional(context.now) : std::nullopt;
    });
    return Done{};
}

Verdict decide(const RemoveChecklistItem& command, Edit& edit, const Context&) {
    if (edit.get(command.item) == nullptr) {
        return not_found("checklist item");
    }
    edit.remove(command.item);
    return Done{};
}

Verdict decide(const AddComment& command, Edit& edit, const Context& context) {
    const bool on_card = edit.get(command.card) != nullptr;
    const bool on_request = edit.get(command.request) != nullptr;
    if (on_card == on_request) {
        return not_found("card or request");
    }
    if (trim(command.text).empty()) {
        return refusal("text_missing", "The comment is empty.", "Write something.");
    }
    model::Comment comment;
    comment.id = edit.new_id<model::CommentId>();
    comment.card = command.card;
    comment.request = command.request;
    comment.by = context.actor;
    comment.at = context.now;
    comment.text = trim(command.text);
    comment.mentions = mentions_in(edit.before(), command.text);
    edit.put(std::move(comment));
    return Done{};
}

Verdict decide(const EditComment& command, Edit& edit, const Context& context) {
    const model::Comment* found = edit.get(command.comment);
    if (found == nullptr) {
        return not_found("comment");
    }
    if (found->by != context.actor) {
        return refusal("not_yours", "Only who wrote a comment may change it.",
                       "Write a new comment instead.");
    }
    if (trim(command.text).empty()) {
        return refusal("text_missing", "The comment would be empty.", "Write something.");
    }
    edit.change(command.comment, [&](model::Comment& comment) {
        comment.text = trim(command.text);
        comment.mentions = mentions_in(edit.before(), command.text);
        comment.edited_at = context.now;
    });
    return Done{};
}

Verdict decide(const AddLink& command, Edit& edit, const Context&) {
    TL_CHECK(need_card(edit, command.card));
    model::Link link{edit.new_id<model::LinkId>(),    command.card, command.kind, {}, "",
                     std::string(trim(command.title))};
    if (command.kind == model::LinkKind::DependsOn) {
        TL_CHECK(need_card(edit, command.other));
        const auto waits_for = [&](CardId id) {
            std::vector<CardId> others;
            for (const model::Link& one : edit.of<model::Link>(id)) {
                if (one.kind == model::LinkKind::DependsOn) {
                    others.push_back(one.other);
                }
            }
            return others;
        };
        if (reaches(command.other, command.card, waits_for)) {
            const std::string key = key_of(edit.before(), *edit.get(command.card));
            return refusal("cycle", key + " would wait for itself.",
                           "Remove the link in the other direction first.", "card:" + key,
                           command.card);
        }
        for (const CardId other : waits_for(command.card)) {
            if (other == command.other) {
                return refusal("already_linked", "It waits for this card already.", "", "",
                               command.card);
            }
        }
        link.other = command.other;
    } else {
        link.target = trim(command.target);
        if (link.target.empty()) {
            return refusal("target_missing", "The link has no address.",
                           "Give a web address or a path.");
        }
    }
    edit.put(std::move(link));
    return Done{};
}

Verdict decide(const RemoveLink& command, Edit& edit, const Context&) {
    if (edit.get(command.link) == nullptr) {
        return not_found("link");
    }
    edit.remove(command.link);
    return Done{};
}

}  // namespace throughline::rules
