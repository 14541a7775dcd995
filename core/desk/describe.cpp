#include "core/desk/describe.h"

#include "core/base/text.h"
#include "core/desk/row_names.h"
#include "core/model/column_name.h"
#include "core/rules/command.h"

#include <algorithm>
#include <array>

namespace throughline::desk {

namespace {

using journal::Change;
using journal::ChangeKind;
using journal::Entry;
using journal::EntryKind;

std::string in_quotes(const std::string& text) {
    return "'" + text + "'";
}
std::string because(const std::string& reason) {
    return reason.empty() ? "" : ": " + reason;
}

// --- from the changes ---------------------------------------------------------------------------

// Rows that follow from others: they tell nothing new.
bool is_told(const Change& change) {
    static constexpr std::array<std::string_view, 7> kFollowing{
        "transition", "counter",        "workflow_change", "request_event",
        "refusal",    "limit_override", "import_run"};
    return std::ranges::find(kFollowing, change.table->name) == kFollowing.end();
}
std::string replaced(std::string text, char from, char to) {
    std::ranges::replace(text, from, to);
    return text;
}
bool is_told(const model::FieldInfo& field) {
    static constexpr std::array<std::string_view, 11> kFollowing{
        "rank",       "entered_at", "created_at", "touched_at", "number",        "done_at",
        "changed_at", "edited_at",  "clock_from", "known_at",   "ended_known_at"};
    return std::ranges::find(kFollowing, field.name) == kFollowing.end();
}

// "WIP limit from 3 to 4", "due set to 2026-03-08", "due taken away, it was 2026-03-01".
std::string field_text(const RowNames& names, const model::FieldInfo& field,
                       const journal::FieldChange& change) {
    constexpr std::string_view kEmpty = "nothing";  // texts stand in quotes
    const std::string name = RowNames::field(field);
    const std::string before = names.value(field, change.before);
    const std::string after = names.value(field, change.after);
    if (before == kEmpty) {
        return name + " set to " + after;
    }
    return after == kEmpty ? name + " taken away, it was " + before
                           : name + " from " + before + " to " + after;
}

std::string change_text(const RowNames& names, const Change& change) {
    const std::string what =
        std::string(RowNames::kind(*change.table)) + " " + names.row(*change.table, change.id);
    switch (change.kind) {
        case ChangeKind::Insert: return "added " + what;
        case ChangeKind::Remove: return "removed " + what;
        case ChangeKind::Update: break;
    }
    std::vector<std::string> fields;
    for (const journal::FieldChange& one : change.fields) {
        const model::FieldInfo& field = change.table->fields[one.field];
        if (field.name == "removed") {  // the row stays, for what is measured by it
            return (one.after == model::Value(std::int64_t{1}) ? "removed " : "brought back ") +
                   what;
        }
        if (is_told(field)) {
            fields.push_back(field_text(names, field, one));
        }
    }
    return "changed " + what + (fields.empty() ? "" : ": " + join(fields, ", "));
}

// A row that only made room: nothing of it changed that people are told.
bool only_follows(const Change& change) {
    return change.kind == ChangeKind::Update &&
           std::ranges::none_of(change.fields, [&](const journal::FieldChange& one) {
               const model::FieldInfo& field = change.table->fields[one.field];
               return field.name == "removed" || is_told(field);
           });
}

std::string all_changes(const RowNames& names, const Entry& entry) {
    constexpr std::size_t kTold = 3;
    std::vector<std::string> parts;
    std::vector<std::string> following;
    for (const Change& change : entry.draft.changes) {
        if (is_told(change)) {
            (only_follows(change) ? following : parts).push_back(change_text(names, change));
        }
    }
    if (parts.empty()) {
        parts = std::move(following);
    }
    if (parts.size() > kTold) {
        const auto more = static_cast<std::int64_t>(parts.size() - kTold);
        parts.resize(kTold);
        parts.push_back("and " + plural(more, "more change", "more changes"));
    }
    return join(parts, "; ");
}

// The row of this type that the entry inserted; its name, or "" when there is none.
template <class T>
std::string added(const RowNames& names, const Entry& entry) {
    const auto& table = model::table_of<T>();
    for (const Change& change : entry.draft.changes) {
        if (change.table == &table && change.kind == ChangeKind::Insert) {
            return names.row(table, change.id);
        }
    }
    return {};
}

// --- commands with words of their own
// --------------------------------------------------------------

class Sentence {
public:
    Sentence(const RowNames& names, const Entry& entry) : names_(names), entry_(entry) {}

    // "" leaves it to the changes.
    template <class C>
    std::string operator()(const C&) const {
        return {};
    }

    std::string operator()(const rules::MoveCards& c) const {
        std::vector<std::string> moves;
        for (const model::CardId card : c.cards) {
            moves.push_back(names_.row(card) + way(card));
        }
        return moves.empty() ? "" : "moved " + join(moves, ", ") + over(c.override_reason);
    }
    std::string operator()(const rules::ReturnCard& c) const {
        return "returned " + names_.row(c.card) + way(c.card) + because(c.reason) +
               over(c.override_reason);
    }
    std::string operator()(const rules::TradeOutCard& c) const {
        return "traded out " + names_.row(c.card) + because(c.reason);
    }
    std::string operator()(const rules::DiscardCard& c) const {
        return "discarded " + names_.row(c.card) + because(c.reason);
    }
    std::string operator()(const rules::ArchiveCard& c) const {
        return "archived " + names_.row(c.card) + because(c.reason);
    }
    std::string operator()(const rules::RestoreCard& c) const {
        return "brought " + names_.row(c.card) + " back to " + names_.row(c.to) +
               over(c.override_reason);
    }
    std::string operator()(const rules::VoidCard& c) const {
        return "voided " + names_.row(c.card) + because(c.reason);
    }
    std::string operator()(const rules::BlockCard& c) const {
        const std::string waits = c.waits_for ? ", waiting for " + names_.row(c.waits_for) : "";
        const std::string cause = c.cause.empty() ? "" : " (" + c.cause + ")";
        return "blocked " + names_.row(c.card) + waits + cause + because(c.reason);
    }
    std::string operator()(const rules::UnblockCard& c) const {
        return "cleared the blocker of " + names_.row(c.card);
    }
    std::string operator()(const rules::MarkGate& c) const {
        static constexpr std::array<std::string_view, 3> kActs{"ticked ", "approved ", "rejected "};
        return std::string(kActs[static_cast<std::size_t>(c.verdict)]) + gate_title(c.item) +
               " for " + names_.row(c.card) + because(c.note);
    }
    std::string operator()(const rules::ClearGate& c) const {
        return "took back the verdict on " + gate_title(c.item) + " for " + names_.row(c.card);
    }
    std::string operator()(const rules::AddChecklistItem& c) const {
        return "added " + in_quotes(c.title) + " to the checklist of " + names_.row(c.card);
    }
    std::string operator()(const rules::TickChecklistItem& c) const {
        return (c.done ? "ticked " : "unticked ") + names_.row(c.item);
    }
    std::string operator()(const rules::AddComment& c) const {
        return "commented on " + (c.card ? names_.row(c.card) : names_.row(c.request)) +
               because(c.text);
    }
    std::string operator()(const rules::AddLink& c) const {
        return c.kind == model::LinkKind::DependsOn
                   ? "made " + names_.row(c.card) + " depend on " + names_.row(c.other)
                   : "linked " + names_.row(c.card) + " to " + c.target;
    }
    std::string operator()(const rules::SubmitBrief&) const {
        return "submitted " + added<model::Request>(names_, entry_);
    }
    std::string operator()(const rules::AskRequester& c) const {
        return "asked about " + names_.row(c.request) + because(c.question);
    }
    std::string operator()(const rules::AnswerQuestion& c) const {
        return "answered on " + names_.row(c.request) + because(c.answer);
    }
    std::string operator()(const rules::AcceptRequest& c) const {
        const std::string traded =
            c.instead_of ? ", instead of " + names_.row(c.instead_of) + because(c.reason) : "";
        return "accepted " + names_.row(c.request) + " as " + card_of(c.request) + traded +
               over(c.override_reason);
    }
    std::string operator()(const rules::DeclineRequest& c) const {
        return "declined " + names_.row(c.request) + because(c.reason);
    }
    std::string operator()(const rules::MergeRequest& c) const {
        return "merged " + names_.row(c.request) + " into " + names_.row(c.into) +
               because(c.reason);
    }
    std::string operator()(const rules::AttachBrief& c) const {
        return "gave a brief to " + names_.row(c.card);
    }
    std::string operator()(const rules::StartMeeting& c) const {
        return "started the " + std::string(model::name_of(c.kind)) + " " +
               added<model::Meeting>(names_, entry_);
    }
    std::string operator()(const rules::EndMeeting& c) const {
        return "ended " + names_.row(c.meeting);
    }
    std::string operator()(const rules::AddNote& c) const {
        const std::string about = c.card     ? " on " + names_.row(c.card)
                                  : c.person ? " on " + names_.row(c.person)
                                             : "";
        return "noted" + about + " in " + names_.row(c.meeting) + because(c.text);
    }
    std::string operator()(const rules::AddCommitment& c) const {
        return "wrote down what " + names_.row(c.person) + " will do by " + to_text(c.due) +
               because(c.text);
    }
    std::string operator()(const rules::CloseCommitment& c) const {
        return "called " + names_.row(c.commitment) + " " + std::string(model::name_of(c.state)) +
               because(c.reason);
    }
    std::string operator()(const rules::RaiseAlert& c) const {
        return "was there when an alert was raised" + because(c.text);
    }
    std::string operator()(const rules::AcknowledgeAlert& c) const {
        return "acknowledged " + names_.row(c.alert) + because(c.note);
    }
    std::string operator()(const rules::SetAlertRule& c) const {
        return std::string("switched alerts of ") + std::string(model::name_of(c.rule)) +
               (c.on ? " on" : " off");
    }
    std::string operator()(const rules::RecordForecast& c) const {
        return "was told a forecast (" + std::string(model::name_of(c.kind)) + ")";
    }
    std::string operator()(const rules::MoveColumn& c) const {
        return "moved column " + names_.row(c.column) + " to place " +
               std::to_string(c.position + 1);
    }
    std::string operator()(const rules::CreateBoard& c) const {
        return "created the board " + in_quotes(c.name) + " (" + c.kind + ")";
    }
    std::string operator()(const rules::Import& c) const {
        return "imported " + c.summary + " (" + c.format +
               (c.source.empty() ? "" : ", " + c.source) + ")";
    }

private:
    // " from Create to Review", by the moves that the entry logged.
    std::string way(model::CardId card) const {
        const auto& table = model::table_of<model::Transition>();
        for (const Change& change : entry_.draft.changes) {
            if (change.table != &table || change.kind != ChangeKind::Insert) {
                continue;
            }
            model::Transition row;
            for (const journal::FieldChange& one : change.fields) {
                const auto* id = std::get_if<std::int64_t>(&one.after);
                const std::string_view field = table.fields[one.field].name;
                if (id == nullptr) continue;
                if (field == "card") row.card.value = *id;
                if (field == "from_column") row.from.value = *id;
                if (field == "to_column") row.to.value = *id;
            }
            if (row.card == card) {
                return (row.from ? " from " + names_.row(row.from) : "") +
                       (row.to ? " to " + names_.row(row.to) : "");
            }
        }
        return " within its column";
    }
    std::string over(const std::string& reason) const {
        return reason.empty() ? "" : " over the limit (" + reason + ")";
    }
    std::string gate_title(model::GateItemId id) const { return names_.row(id); }
    std::string card_of(model::RequestId id) const {
        const std::string fresh = added<model::Card>(names_, entry_);
        if (!fresh.empty()) {
            return fresh.substr(0, fresh.find(' '));  // the title is the request's
        }
        const model::Request* request = names_.workspace().find(id);
        return request != nullptr && request->card ? names_.row(request->card) : "a card";
    }

    const RowNames& names_;
    const Entry& entry_;
};

std::string title_of(const Entry& entry) {
    const rules::CommandInfo* info = rules::command_info(entry.draft.command);
    return info != nullptr ? std::string(info->title) : entry.draft.command;
}

// What the command says of itself, or its changes.
std::string done_text(const RowNames& names, const Entry& entry) {
    if (const auto command = rules::decode_command(entry.draft.command, entry.draft.args)) {
        if (std::string text = std::visit(Sentence(names, entry), *command); !text.empty()) {
            return text;
        }
    }
    const std::string text = all_changes(names, entry);
    return text.empty() ? title_of(entry) : text;
}

// "Review", "the board", "Ana Lima": what a refusal was about.
std::string subject_text(const model::Workspace& workspace, const std::string& subject) {
    const std::size_t colon = subject.find(':');
    if (colon == std::string::npos) {
        return "the " + replaced(subject, '-', ' ');
    }
    const std::string handle = subject.substr(colon + 1);
    if (const model::Column* column = workspace.column_by_handle(handle)) {
        return model::column_name(workspace, *column);
    }
    const model::Person* person = workspace.person_by_handle(handle);
    return person != nullptr ? person->name : handle;
}

// Why a try was refused, with its numbers: "no place in Review, 3 of 3 taken", "gate open at
// Review".
std::string why_refused(const model::Workspace& workspace, const model::RefusedTry& tried) {
    const std::string subject = tried.subject.empty() ? "" : subject_text(workspace, tried.subject);
    if (tried.limit && tried.count && !subject.empty()) {
        return "no place in " + subject + ", " + std::to_string(*tried.count) + " of " +
               std::to_string(*tried.limit) + " taken";
    }
    return replaced(tried.rule, '_', ' ') + (subject.empty() ? "" : " at " + subject);
}

// The card and the numbers of a refused try.
std::string refused_text(const RowNames& names, const Entry& entry) {
    const auto& table = model::table_of<model::RefusedTry>();
    std::string text = "was refused: " + title_of(entry);
    for (const Change& change : entry.draft.changes) {
        const auto row = change.table == &table ? names.find(table, change.id) : std::nullopt;
        model::RefusedTry tried;
        std::size_t next = 0;
        if (!row || !model::read_fields(tried, [&](std::size_t) {
                         return model::ValueView((*row)[next++]);
                     }).empty()) {
            continue;
        }
        text += tried.card ? " " + names.row(tried.card) : "";
        return text + " (" + why_refused(names.workspace(), tried) + ")";
    }
    return text;
}

}  // namespace

std::string describe_act(const Entry& entry, const model::Workspace& workspace) {
    const RowNames names(workspace, entry);
    switch (entry.draft.kind) {
        case EntryKind::Done: return done_text(names, entry);
        case EntryKind::Redo: return done_text(names, entry) + " (again)";
        case EntryKind::Undo:
            return "took back entry " + std::to_string(entry.draft.of) + " (" + title_of(entry) +
                   ")" + because(all_changes(names, entry));
        case EntryKind::Refused: return refused_text(names, entry);
    }
    return {};
}

std::string describe(const Entry& entry, const model::Workspace& workspace) {
    const RowNames names(workspace, entry);
    const std::string who =
        entry.draft.actor ? names.row(entry.draft.actor) : std::string("throughline");
    return who + " " + describe_act(entry, workspace);
}

}  // namespace throughline::desk
