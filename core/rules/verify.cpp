#include "core/rules/verify.h"

#include "core/base/text.h"
#include "core/model/column_name.h"
#include "core/rules/acts.h"
#include "core/rules/limit_check.h"
#include "core/rules/ready.h"

#include <algorithm>

namespace throughline::rules {
namespace {

using model::Card;
using model::CardId;

bool is_blocked(const Edit& edit, CardId card) {
    const auto blocks = edit.of<model::Block>(card);
    return std::any_of(blocks.begin(), blocks.end(),
                       [](const model::Block& block) { return block.is_open(); });
}

// The active verdict on an item, as it would be.
const model::GateMark* mark_on(const std::vector<model::GateMark>& marks, model::GateItemId item) {
    const model::GateMark* latest = nullptr;
    for (const model::GateMark& mark : marks) {
        if (mark.active && mark.item == item && (latest == nullptr || latest->at <= mark.at)) {
            latest = &mark;
        }
    }
    return latest;
}

// Every item of `column`'s gate (0: definition of ready) must have passed.
Verdict need_gate(const Edit& edit, const Card& card, const model::Column* column) {
    std::vector<const model::GateItem*> items;
    edit.each<model::GateItem>([&](const model::GateItem& item) {
        if (!item.removed && item.column == (column == nullptr ? model::ColumnId{} : column->id)) {
            items.push_back(&item);
        }
    });
    if (items.empty()) {
        return Done{};
    }
    const auto marks = edit.of<model::GateMark>(card.id);
    std::string open;
    int count = 0;
    for (const model::GateItem* item : items) {
        const model::GateMark* mark = mark_on(marks, item->id);
        if (mark == nullptr || mark->verdict == model::Verdict::Rejected) {
            open +=
                (open.empty() ? "" : ", ") + item->title + (mark != nullptr ? " (rejected)" : "");
            ++count;
        }
    }
    if (count == 0) {
        return Done{};
    }
    const std::string key = key_of(edit.before(), card);
    const std::string name =
        column == nullptr ? "" : model::column_name(column->name, edit.get(column->group));
    const std::string gate = column == nullptr ? "the definition of ready" : "the gate of " + name;
    // A card shows the gate of the column in which it stands: one that it would skip is met there.
    const model::Card* stands = edit.before().find(card.id);
    const bool skips = column != nullptr && stands != nullptr && stands->column != column->id;
    Refusal no = refusal(
        column == nullptr ? "not_ready" : "gate_open",
        key + " has " + plural(count, "item", "items") + " of " + gate + " open: " + open + ".",
        skips ? "Move it to " + name + " first; its gate is ticked and signed there."
              : "Open the card and tick or sign what is done.",
        column == nullptr ? "board" : "column:" + column->handle, card.id);
    no.count = count;
    return no;
}

Verdict need_ready(const Edit& edit, const Workflow& workflow, const Card& card) {
    std::string missing;
    for (const ReadyState& state : check_ready(*workflow.board, card, edit.get(card.request))) {
        if (!state.passed) {
            missing += (missing.empty() ? "" : "; ") + state.words;
        }
    }
    if (!missing.empty()) {
        std::string remedy =
            card.has_brief()
                ? "Open the card and fill in what is missing."
                : "Imported work needs a brief first: open the card and choose Add brief.";
        return refusal("not_ready",
                       key_of(edit.before(), card) +
                           " is not ready to cross the commitment point. Still needed: " + missing +
                           ".",
                       std::move(remedy), "card:" + key_of(edit.before(), card), card.id);
    }
    return need_gate(edit, card, nullptr);
}

// A move from one column to another, or onto the board.
Verdict check_move(const Edit& edit, const Workflow& workflow, const Card* before,
                   const Card& after, const VerifyOptions& options) {
    const auto to = workflow.index(after.column);
    if (!to) {
        return refusal("column_missing", "This column is not on the board (any more).",
                       "Choose another column.");
    }
    const auto from =
        before != nullptr && before->on_board() ? workflow.index(before->column) : std::nullopt;
    const bool onto_board = before == nullptr || !before->on_board();
    if (options.is_undo && onto_board) {
        return Done{};
    }
    const bool forward = !from || *to > *from;
    if (forward && from && is_blocked(edit, after.id)) {
        return refusal(
            "blocked", key_of(edit.before(), after) + " is blocked and cannot move forward.",
            "Clear its blocker first.", "card:" + key_of(edit.before(), after), after.id);
    }
    if (forward && *to >= workflow.commitment && (!from || *from < workflow.commitment)) {
        TL_CHECK(need_ready(edit, workflow, after));
    }
    if (forward && from) {
        for (std::size_t i = *from; i < *to; ++i) {
            TL_CHECK(need_gate(edit, after, workflow.columns[i]));
        }
    }
    return Done{};
}

// Only imported cards may lack a DRI or an objective; losing one is always refused.
Verdict check_card(const Edit& edit, const Card* before, const Card& after) {
    const bool live = after.state == model::CardState::OnBoard;
    if (!live) {
        return Done{};
    }
    const std::string key = key_of(edit.before(), after);
    const bool imported = !after.source.empty();
    if (!after.dri && (!imported || (before != nullptr && before->dri))) {
        return refusal("dri_missing", key + " would have no DRI.",
                       "Every card has exactly one: choose a person.", "card:" + key, after.id);
    }
    if (!after.objective && (!imported || (before != nullptr && before->objective))) {
        return refusal("objective_missing", key + " would serve no objective.",
                       "Choose the objective that it serves.", "card:" + key, after.id);
    }
    if (after.dri && (before == nullptr || before->dri != after.dri)) {
        TL_CHECK(need_dri(edit, after.dri));
    }
    if (after.objective && (before == nullptr || before->objective != after.objective)) {
        const model::Objective* objective = edit.get(after.objective);
        if (objective == nullptr) {
            return not_found("objective");
        }
        if (objective->closed) {
            return refusal("objective_closed", key_of(*objective) + " is closed.",
                           "Choose an objective of a current or coming quarter.",
                           "objective:" + key_of(*objective), after.id);
        }
    }
    if (trim(after.title).empty()) {
        return refusal("title_missing", key + " would have no title.", "Write a title.",
                       "card:" + key, after.id);
    }
    return Done{};
}

Verdict check_cards(const Edit& edit, const VerifyOptions& options) {
    const Workflow workflow = Workflow::of(edit);
    for (const auto& [id, card] : edit.touched<Card>()) {
        const Card* before = edit.before().find(CardId{id});
        if (!card || (before != nullptr && *before == *card)) {
            continue;
        }
        TL_CHECK(check_card(edit, before, *card));
        const bool moved =
            card->on_board() &&
            (before == nullptr || before->column != card->column || !before->on_board());
        if (moved) {
            TL_CHECK(check_move(edit, workflow, before, *card, options));
        }
    }
    return Done{};
}

// Two rows may not share a handle.
template <class T, class Key>
Verdict check_unique(const Edit& edit, std::string_view what, Key&& key) {
    for (const auto& [id, row] : edit.touched<T>()) {
        if (!row || key(*row).empty()) {
            continue;
        }
        const std::string wanted = key(*row);
        bool taken = false;
        edit.each<T>([&, own = id](const T& other) {
            taken = taken || (other.id.value != own && key(other) == wanted);
        });
        if (taken) {
            return refusal("name_taken",
                           "There is already a " + std::string(what) + " called '" + wanted + "'.",
                           "Choose another name.");
        }
    }
    return Done{};
}

Verdict check_names(const Edit& edit) {
    using model::Column;
    using model::Person;
    TL_CHECK(check_unique<Person>(edit, "person", [](const Person& p) { return p.handle; }));
    TL_CHECK(check_unique<Column>(edit, "column",
                                  [](const Column& c) { return c.removed ? "" : c.handle; }));
    TL_CHECK(check_unique<model::Template>(edit, "template",
                                           [](const model::Template& t) { return t.handle; }));
    return check_unique<model::Term>(
        edit, "value", [](const model::Term& t) { return t.kind + "/" + fold(t.value); });
}

// --- what follows
// ---------------------------------------------------------------------------------

Verdict check_limits(Edit& edit, const Context& context, const VerifyOptions& options) {
    const auto breaches = find_breaches(edit);
    if (breaches.empty()) {
        return Done{};
    }
    if (trim(options.override_reason).empty()) {
        // What is imported happened elsewhere: nobody overrides for it.
        return refuse(edit.before(), breaches.front(),
                      options.moves_are_history ? WayPast::None : WayPast::Override);
    }
    const model::Person* actor = edit.get(context.actor);
    if (actor == nullptr || !may(actor->role, Right::Override)) {
        return refuse_override(edit.before(), breaches.front());
    }
    for (const Breach& breach : breaches) {
        edit.put(model::Override{edit.next_in_log<model::Override>(), context.now, context.actor,
                                 breach.card, "wip_limit", breach.before.subject,
                                 *breach.before.limit, breach.before.count, breach.after,
                                 std::string(trim(options.override_reason))});
    }
    return Done{};
}

void log_change(Edit& edit, const Context& context, std::string what, std::string subject,
                std::string before, std::string after) {
    if (before != after) {
        edit.put(model::WorkflowChange{edit.next_in_log<model::WorkflowChange>(), context.now,
                                       context.actor, std::move(what), std::move(subject),
                                       std::move(before), std::move(after)});
    }
}

std::string limit_text(const std::optional<int>& limit) {
    return limit ? std::to_string(*limit) : "";
}

// Limits, points and policies that changed, as dated rows.
void log_workflow(Edit& edit, const Context& context) {
    const model::Workspace& ws = edit.before();
    const auto handle = [&](model::ColumnId id) {
        const model::Column* column = edit.get(id);
        return column == nullptr ? std::string() : column->handle;
    };
    const auto columns = edit.touched<model::Column>();
    for (const auto& touched : columns) {
        // No structured binding: clang before 16 cannot capture one.
        const std::optional<model::Column>& now = touched.second;
        const model::Column* was = ws.find(model::ColumnId{touched.first});
        const std::string subject = "column:" + (now ? now->handle : was->handle);
        const auto text = [&](auto member) {
            return std::pair{was != nullptr ? member(*was) : "", now ? member(*now) : ""};
        };
        const auto log = [&](const char* what, auto member) {
            const auto [before, after] = text(member);
            log_change(edit, context, what, subject, before, after);
        };
        log("wip-limit", [](const model::Column& c) { return limit_text(c.wip_limit); });
        log("column", [](const model::Column& c) {
            return c.removed ? std::string("removed")
                             : c.name + " (" + std::string(model::name_of(c.kind)) + ")";
        });
        log("policy", [](const model::Column& c) {
            return c.entry_policy.empty() && c.exit_policy.empty()
                       ? std::string()
                       : c.entry_policy + "\n" + c.exit_policy;
        });
    }
    const auto groups = edit.touched<model::ColumnGroup>();
    for (const auto& [id, now] : groups) {
        const auto* was = ws.find(model::ColumnGroupId{id});
        log_change(edit, context, "wip-limit", "group:" + (now ? now->handle : was->handle),
                   was != nullptr ? limit_text(was->wip_limit) : "",
                   now ? limit_text(now->wip_limit) : "");
    }
    const auto people = edit.touched<model::Person>();
    for (const auto& [id, now] : people) {
        const auto* was = ws.find(model::PersonId{id});
        log_change(edit, context, "wip-limit", "person:" + (now ? now->handle : was->handle),
                   was != nullptr ? limit_text(was->wip_limit) : "",
                   now ? limit_text(now->wip_limit) : "");
    }
    const auto boards = edit.touched<model::Board>();
    for (const auto& [id, now] : boards) {
        if (!now) {
            continue;
        }
        const auto* was = ws.find(model::BoardId{id});
        const model::Board old = was != nullptr ? *was : model::Board{};
        log_change(edit, context, "wip-limit", "board", limit_text(old.wip_limit),
                   limit_text(now->wip_limit));
        log_change(edit, context, "wip-limit", "expedite-lane", limit_text(old.expedite_limit),
                   limit_text(now->expedite_limit));
        log_change(edit, context, "wip-limit", "person", limit_text(old.person_limit),
                   limit_text(now->person_limit));
        log_change(edit, context, "commitment", "board", handle(old.commitment),
                   handle(now->commitment));
        log_change(edit, context, "delivery", "board", handle(old.delivery), handle(now->delivery));
        log_change(edit, context, "ready", "board", join(old.ready_checks, ", "),
                   join(now->ready_checks, ", "));
    }
}

// A card in process that depends on one not yet delivered is blocked by it; the block ends with the
// delivery.
void follow_dependencies(Edit& edit, const Context& context) {
    if (edit.touched<Card>().empty() && edit.touched<model::Link>().empty()) {
        return;
    }
    const Workflow workflow = Workflow::of(edit);
    const auto settle = [&](const model::Link& link, bool link_is_there) {
        const Card* card = edit.get(link.card);
        const Card* other = edit.get(link.other);
        if (card == nullptr || other == nullptr) {
            return;
        }
        const auto at = card->on_board() ? workflow.index(card->column) : std::nullopt;
        const bool waits = link_is_there && at && workflow.in_process(*at) &&
                           !workflow.delivered(*other) && other->on_board();
        model::BlockId open;
        for (const model::Block& block : edit.of<model::Block>(link.card)) {
            open = block.is_open() && block.waits_for == link.other ? block.id : open;
        }
        if (waits && !open) {
            edit.put(model::Block{edit.new_id<model::BlockId>(),
                                  link.card,
                                  "waiting for another card",
                                  "waits for " + key_of(edit.before(), *other),
                                  other->dri,
                                  link.other,
                                  context.now,
                                  context.now,
                                  context.actor,
                                  {},
                                  {},
                                  {}});
        } else if (!waits && open) {
            edit.change(open, [&](model::Block& block) {
                block.ended_at = context.now;
                block.ended_known_at = context.now;
                block.ended_by = context.actor;
            });
        }
    };
    const auto cards = edit.touched<Card>();
    std::vector<model::Link> links;
    edit.each<model::Link>([&](const model::Link& link) {
        const bool concerned = cards.contains(link.card.value) ||
                               cards.contains(link.other.value) ||
                               edit.touched<model::Link>().contains(link.id.value);
        if (link.kind == model::LinkKind::DependsOn && concerned) {
            links.push_back(link);
        }
    });
    for (const model::Link& link : links) {
        settle(link, true);
    }
    const auto touched = edit.touched<model::Link>();
    for (const auto& [id, link] : touched) {
        const model::Link* was = edit.before().find(model::LinkId{id});
        if (!link && was != nullptr && was->kind == model::LinkKind::DependsOn) {
            settle(*was, false);
        }
    }
}

}  // namespace

Verdict verify(Edit& edit, const Context& context, const VerifyOptions& options) {
    if (!options.moves_are_history) {
        TL_CHECK(check_cards(edit, options));
    }
    TL_CHECK(check_names(edit));
    TL_CHECK(check_limits(edit, context, options));
    if (!options.is_undo) {
        follow_dependencies(edit, context);
    }
    log_workflow(edit, context);
    return Done{};
}

}  // namespace throughline::rules
