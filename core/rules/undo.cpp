#include "core/base/text.h"
#include "core/rules/acts.h"
#include "core/rules/command.h"
#include "core/rules/decide.h"
#include "core/rules/verify.h"

#include <algorithm>
#include <set>

namespace throughline::rules {
namespace {

using journal::Change;
using journal::ChangeKind;
using journal::Entry;
using journal::EntryKind;

constexpr Duration kVoidWithin = minutes(10);

// Rows that undo leaves alone: numbers once given out, tries that were refused, limits that were
// passed. Transitions and dated workflow changes are answered by new rows.
bool stays(const model::Table& table) {
    const auto is = [&]<class T>() { return table.name == model::Fields<T>::kName; };
    return is.template operator()<model::Counter>() ||
           is.template operator()<model::RefusedTry>() ||
           is.template operator()<model::Override>() ||
           is.template operator()<model::Transition>() ||
           is.template operator()<model::WorkflowChange>();
}

// Places among neighbours; others may have shifted them without touching the card itself.
bool is_rank(const Change& change, std::size_t field) {
    return change.table->fields[field].name == "rank";
}

// Entries after it whose effect is still there: an undone entry and its undo cancel each other.
std::vector<const Entry*> effective(std::span<const Entry> later) {
    std::set<std::int64_t> cancelled;
    for (const Entry& entry : later) {
        const bool inside = !later.empty() && entry.draft.of >= later.front().seq;
        if (entry.draft.kind == EntryKind::Undo && inside) {
            cancelled.insert(entry.draft.of);
            cancelled.insert(entry.seq);
        }
    }
    std::vector<const Entry*> result;
    for (const Entry& entry : later) {
        if (!cancelled.contains(entry.seq) && entry.draft.kind != EntryKind::Refused) {
            result.push_back(&entry);
        }
    }
    return result;
}

bool same_row(const Change& a, const Change& b) {
    return a.table == b.table && a.id == b.id;
}

bool overlaps(const Change& mine, const Change& theirs) {
    if (mine.kind != ChangeKind::Update || theirs.kind != ChangeKind::Update) {
        return true;
    }
    return std::any_of(
        theirs.fields.begin(), theirs.fields.end(), [&](const journal::FieldChange& field) {
            return !is_rank(theirs, field.field) &&
                   std::any_of(mine.fields.begin(), mine.fields.end(),
                               [&](const auto& own) { return own.field == field.field; });
        });
}

// A later row that names the row which undo would take away.
bool uses(const Change& theirs, const Change& mine) {
    if (mine.kind != ChangeKind::Insert || theirs.kind == ChangeKind::Remove ||
        stays(*theirs.table)) {
        return false;
    }
    return std::any_of(theirs.fields.begin(), theirs.fields.end(),
                       [&](const journal::FieldChange& field) {
                           return theirs.table->fields[field.field].kind == model::FieldKind::Id &&
                                  field.after == model::Value{mine.id};
                       });
}

std::string name_of_person(const model::Workspace& workspace, model::PersonId person) {
    const model::Person* found = workspace.find(person);
    return found == nullptr ? "somebody" : found->name;
}

// Somebody (perhaps the same person) built on what the entry changed.
Verdict check_unused(const model::Workspace& workspace, const Entry& entry,
                     std::span<const Entry> later) {
    for (const Entry* other : effective(later)) {
        for (const Change& theirs : other->draft.changes) {
            for (const Change& mine : entry.draft.changes) {
                const bool conflict =
                    !stays(*mine.table) &&
                    ((same_row(mine, theirs) && overlaps(mine, theirs)) || uses(theirs, mine));
                if (conflict) {
                    const CommandInfo* info = command_info(other->draft.command);
                    return refusal(
                        "undo_conflict",
                        "This cannot be undone any more: " +
                            name_of_person(workspace, other->draft.actor) +
                            " has built on it since (" +
                            (info == nullptr ? other->draft.command : std::string(info->title)) +
                            ").",
                        "Undo that first, or change it by hand.");
                }
            }
        }
    }
    return Done{};
}

// Takes one change back in the edit, typed.
template <class T>
void take_back(Edit& edit, const Change& change) {
    using Id = decltype(T::id);
    if (change.kind == ChangeKind::Insert) {
        edit.remove(Id{change.id});
        return;
    }
    const T* present = edit.get(Id{change.id});
    model::Row row =
        present != nullptr ? model::to_row(*present) : model::Row(model::kFieldCount<T>);
    row[0] = change.id;
    for (const journal::FieldChange& field : change.fields) {
        row[field.field] = field.before;
    }
    T object;
    if (model::read_fields(object, [&](std::size_t i) -> const model::Value& {
            return row[i];
        }).empty()) {
        edit.put(std::move(object));
    }
}

void take_back(Edit& edit, const Change& change) {
    model::for_each_stored_type([&]<class T>() {
        if (change.table->name == model::Fields<T>::kName) {
            take_back<T>(edit, change);
        }
    });
}

// A move taken back soon by the same person never happened: its row is voided. Later it is a real
// move back. Imported history goes with its import.
void answer_transition(Edit& edit, const Context& context, const Entry& entry,
                       model::TransitionId id) {
    const model::Transition* row = edit.get(id);
    if (row == nullptr || row->voided_at) {
        return;
    }
    const model::Transition undone = *row;
    const model::Card* card = edit.get(undone.card);
    if (card == nullptr || undone.at < entry.draft.when) {
        edit.remove(id);
        return;
    }
    bool between = false;
    for (const model::Transition& other : edit.of<model::Transition>(undone.card)) {
        between = between || (other.id > id && !other.voided_at);
    }
    if (!between && context.now - undone.at <= kVoidWithin && entry.draft.actor == context.actor) {
        edit.change(id, [&](model::Transition& one) { one.voided_at = context.now; });
        return;
    }
    model::Transition back;
    back.id = edit.next_in_log<model::Transition>();
    back.card = undone.card;
    back.from = undone.to;
    back.to = undone.from;
    back.kind = model::MoveKind::Moved;
    back.at = context.now;
    back.known_at = context.now;
    back.by = context.actor;
    edit.put(back);
    edit.change(undone.card, [&](model::Card& one) { one.entered_at = context.now; });
}

// A card that the entry made goes, with the moves that were taken back soon. A move that stayed in
// its history, even one that was undone later by a move back, happened: then the card stays.
Verdict answer_history(Edit& edit, const Entry& entry) {
    const auto& cards = model::table_of<model::Card>();
    const auto& moves = model::table_of<model::Transition>();
    const auto is_own = [&](model::TransitionId id) {
        return std::any_of(
            entry.draft.changes.begin(), entry.draft.changes.end(), [&](const Change& one) {
                return one.table == &moves && one.id == id.value && one.kind == ChangeKind::Insert;
            });
    };
    for (const Change& change : entry.draft.changes) {
        if (change.table != &cards || change.kind != ChangeKind::Insert) {
            continue;
        }
        for (const model::Transition& move : edit.of<model::Transition>({change.id})) {
            if (is_own(move.id)) {
                continue;
            }
            if (!move.voided_at) {
                return refusal("undo_conflict",
                               "This cannot be undone any more: the card has moved since.",
                               "Discard or void the card instead.", "", {change.id});
            }
            edit.remove(move.id);
        }
    }
    return Done{};
}

bool is_undoable(std::string_view command) {
    const CommandInfo* info = command_info(command);
    return info == nullptr || info->undoable;
}

// A person's act that stays: undo says so, and does not pass over it to what came before.
bool is_final(std::string_view command) {
    return command == model::Fields<IssueReport>::kName;
}

}  // namespace

Result<journal::Draft, Refusal> decide_undo(const model::Workspace& workspace, const Entry& entry,
                                            std::span<const Entry> later, const Context& given) {
    Context context = given;
    context.now = std::max(given.now, workspace.last_when());
    const bool undoable =
        entry.draft.kind == EntryKind::Done || entry.draft.kind == EntryKind::Redo;
    if (is_final(entry.draft.command)) {
        return refusal("report_issued", "The report is issued, and stays as it was sent.",
                       "A correction is listed in the next report as restated.");
    }
    if (!undoable || !is_undoable(entry.draft.command)) {
        return refusal("not_undoable", "This cannot be undone.", "");
    }
    TL_CHECK(check_unused(workspace, entry, later));
    Edit edit(workspace, context.nonce);
    TL_CHECK(answer_history(edit, entry));
    std::vector<model::TransitionId> transitions;
    for (auto change = entry.draft.changes.rbegin(); change != entry.draft.changes.rend();
         ++change) {
        if (!stays(*change->table)) {
            take_back(edit, *change);
        } else if (change->table->name == model::Fields<model::Transition>::kName &&
                   change->kind == ChangeKind::Insert) {
            transitions.push_back({change->id});
        } else if (change->table->name == model::Fields<model::Transition>::kName) {
            take_back(edit, *change);  // rows voided by the entry come back
        }
    }
    for (const model::TransitionId id : transitions) {
        answer_transition(edit, context, entry, id);
    }
    VerifyOptions options;
    options.is_undo = true;
    options.moves_are_history = entry.draft.command == model::Fields<Import>::kName;
    TL_CHECK(verify(edit, context, options));
    journal::Draft draft;
    draft.when = context.now;
    draft.actor = context.actor;
    draft.kind = EntryKind::Undo;
    draft.command = entry.draft.command;
    draft.args = entry.draft.args;
    draft.nonce = context.nonce;
    draft.of = entry.seq;
    draft.changes = edit.changes();
    if (draft.changes.empty()) {
        return refusal("nothing_to_do", "There is nothing left to undo here.", "");
    }
    return draft;
}

Result<journal::Draft, Refusal> decide_redo(const model::Workspace& workspace, const Entry& entry,
                                            const Context& context) {
    auto command = decode_command(entry.draft.command, entry.draft.args);
    if (!command) {
        return refusal("not_redoable",
                       "This cannot be done again: " + to_text(command.error()) + ".", "");
    }
    if (auto* import = std::get_if<Import>(&*command)) {
        import->changes = entry.draft.changes;
    }
    auto draft = decide_again(workspace, *command, context, entry.draft.changes);
    if (draft) {
        draft->kind = EntryKind::Redo;
        draft->of = entry.seq;
    }
    return draft;
}

void UndoState::follow(const Entry& entry) {
    switch (entry.draft.kind) {
        case EntryKind::Done:
            if (is_undoable(entry.draft.command) || is_final(entry.draft.command)) {
                undo.push_back(entry.seq);
                redo.clear();
            }
            break;
        case EntryKind::Undo:
            std::erase(undo, entry.draft.of);
            redo.push_back(entry.draft.of);
            break;
        case EntryKind::Redo:
            std::erase(redo, entry.draft.of);
            undo.push_back(entry.seq);
            break;
        case EntryKind::Refused: break;
    }
}

}  // namespace throughline::rules
