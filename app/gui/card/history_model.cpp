#include "app/gui/card/history_model.h"

#include "core/desk/describe.h"

#include <algorithm>

namespace throughline::gui::card {
namespace {

constexpr std::size_t kPage = 500;
constexpr int kPagesAtOnce = 8;

// The card a row belongs to, asked of the row itself when the change does not say.
model::CardId owner_of(const model::Workspace& workspace, std::string_view table, std::int64_t id) {
    const auto of = [&](const auto* row) { return row != nullptr ? row->card : model::CardId{}; };
    if (table == "block") return of(workspace.find(model::BlockId{id}));
    if (table == "gate_mark") return of(workspace.find(model::GateMarkId{id}));
    if (table == "checklist_item") return of(workspace.find(model::ChecklistItemId{id}));
    if (table == "comment") return of(workspace.find(model::CommentId{id}));
    if (table == "link") return of(workspace.find(model::LinkId{id}));
    if (table == "transition") return of(workspace.find(model::TransitionId{id}));
    return {};
}

bool touches(const journal::Change& change, const model::Workspace& workspace, model::CardId card) {
    if (change.table == nullptr) return false;
    if (change.table->name == "card") {
        if (change.id != card.value) return false;
        // A column numbered anew is not this card's history.
        return !(change.fields.size() == 1 &&
                 change.table->fields[change.fields.front().field].name == "rank" &&
                 change.kind == journal::ChangeKind::Update);
    }
    for (const journal::FieldChange& field : change.fields) {
        if (change.table->fields[field.field].name != "card") continue;
        for (const model::Value* value : {&field.before, &field.after}) {
            if (const auto* id = std::get_if<std::int64_t>(value);
                id != nullptr && *id == card.value)
                return true;
        }
    }
    return owner_of(workspace, change.table->name, change.id) == card;
}

// The card is not named again and again in its own history.
std::string act_of(const journal::Entry& entry, const model::Workspace& workspace,
                   model::CardId id) {
    std::string act = desk::describe_act(entry, workspace);
    const model::Card* card = workspace.find(id);
    if (card == nullptr) return act;
    const std::string name = model::key_of(workspace, *card) + " '" + card->title + "'";
    for (const auto& [words, instead] :
         {std::pair{" of " + name, std::string()}, std::pair{name, std::string("this card")}}) {
        for (std::size_t at = act.find(words); at != std::string::npos; at = act.find(words))
            act.replace(at, words.size(), instead);
    }
    return act;
}

bool is_birth(const journal::Entry& entry, model::CardId card) {
    return entry.draft.kind == journal::EntryKind::Done &&
           std::any_of(entry.draft.changes.begin(), entry.draft.changes.end(),
                       [&](const journal::Change& change) {
                           return change.table != nullptr && change.table->name == "card" &&
                                  change.id == card.value &&
                                  change.kind == journal::ChangeKind::Insert;
                       });
}

}  // namespace

bool concerns(const journal::Entry& entry, const model::Workspace& workspace, model::CardId card) {
    return std::any_of(
        entry.draft.changes.begin(), entry.draft.changes.end(),
        [&](const journal::Change& change) { return touches(change, workspace, card); });
}

void CardHistory::follow(desk::LiveDesk& desk, model::CardId card) {
    const std::int64_t seq = desk.workspace().seq();
    if (card == shared_->card && (seq == seen_seq_ || desk.pending() > 0 || shared_->waiting))
        return;
    shared_ = std::make_shared<Shared>();
    shared_->card = card;
    seen_seq_ = seq;
    read(desk, shared_, seq + 1, kPagesAtOnce);
}

void CardHistory::load_older(desk::LiveDesk& desk) {
    if (!shared_->waiting && !shared_->complete) read(desk, shared_, shared_->oldest, kPagesAtOnce);
}

void CardHistory::read(desk::LiveDesk& desk, const std::shared_ptr<Shared>& shared,
                       std::int64_t before, int pages) {
    shared->waiting = true;
    desk.history(before, kPage, [&desk, shared, pages](Result<std::vector<journal::Entry>> answer) {
        shared->waiting = false;
        if (!answer || answer->empty()) {
            shared->complete = true;
            return;
        }
        const model::Workspace& workspace = desk.workspace();
        for (const journal::Entry& entry : *answer) {
            if (!concerns(entry, workspace, shared->card)) continue;
            const model::Person* person = workspace.find(entry.draft.actor);
            shared->rows.push_back({.seq = entry.seq,
                                    .when = entry.draft.when,
                                    .who = person != nullptr ? person->name : "the program",
                                    .colour = static_cast<int>(entry.draft.actor.value % 12),
                                    .act = act_of(entry, workspace, shared->card)});
            // Nothing of it lies before that.
            shared->complete = shared->complete || is_birth(entry, shared->card);
        }
        shared->oldest = answer->back().seq;
        shared->complete = shared->complete || shared->oldest <= 1;
        const bool begun = std::any_of(shared->rows.begin(), shared->rows.end(),
                                       [](const HistoryRow& row) { return row.seq > 0; });
        if (!shared->complete && pages > 1 && (!begun || pages > 4))
            read(desk, shared, shared->oldest, pages - 1);
    });
}

}  // namespace throughline::gui::card
