// All commands, and the one function that decides them.
#pragma once

#include "core/journal/entry.h"
#include "core/rules/board_commands.h"
#include "core/rules/cadence_commands.h"
#include "core/rules/import_command.h"
#include "core/rules/intake_commands.h"
#include "core/rules/plan_commands.h"
#include "core/rules/record_commands.h"
#include "core/rules/refusal.h"
#include "core/rules/settings_commands.h"
#include "core/rules/signal_commands.h"
#include "core/rules/system_commands.h"

#include <span>
#include <variant>

namespace throughline::rules {

// A new command is added here, once.
using Command = std::variant<
    SubmitBrief, EditRequest, AskRequester, AnswerQuestion, ScoreRequest, AcceptRequest,
    DeclineRequest, MergeRequest, AttachBrief, MoveCards, ReturnCard, TradeOutCard, DiscardCard,
    ArchiveCard, RestoreCard, VoidCard, BlockCard, UnblockCard, MarkGate, ClearGate, EditCard,
    AddChecklistItem, EditChecklistItem, TickChecklistItem, RemoveChecklistItem, AddComment,
    EditComment, AddLink, RemoveLink, AddObjective, EditObjective, AddBet, EditBet, AddPerson,
    EditPerson, CreateBoard, EditBoard, AddColumn, EditColumn, MoveColumn, RemoveColumn,
    SplitColumn, AddGroup, EditGroup, RemoveGroup, AddGateItem, EditGateItem, AddTemplate,
    ReviseTemplate, RetireTemplate, AddTerm, EditTerm, SetServiceLevel, SaveView, RemoveView,
    StartMeeting, EndMeeting, AddNote, EditNote, RemoveNote, AddCommitment, EditCommitment,
    CloseCommitment, RaiseAlert, AcknowledgeAlert, SetAlertRule, RecordForecast, AddRecord,
    EditRecord, RemoveRecord, AddShipped, CloseObjectives, SetAgenda, PublishMeeting, FileSchedule,
    FileAction, Escalate, SaveReport, IssueReport, MarkSeen, Import>;

struct CommandInfo {
    std::string_view name;   // stored: "move-card"
    std::string_view title;  // "Move card"
    Right right = Right::Look;
    std::span<const model::FieldInfo> args;
    bool undoable = true;  // false: written down by the program itself; undo passes over it
};
std::span<const CommandInfo> command_table();
const CommandInfo& info_of(const Command& command);
const CommandInfo* command_info(std::string_view name);

// Arguments as JSON text, and back (for redo and the API). Invalid names the argument.
std::string encode_args(const Command& command);
Result<Command> decode_command(std::string_view name, std::string_view args);

// Who, when, and the random number that ids are made from. `now` before the workspace's last entry
// counts as that entry's time.
struct Context {
    model::PersonId actor;
    Instant now;
    std::uint64_t nonce = 0;
};

// The draft entry that would carry out the command on exactly this workspace, or the refusal.
// Pure: the same arguments give the same draft. Limits are asked here, and nowhere else.
Result<journal::Draft, Refusal> decide(const model::Workspace& workspace, const Command& command,
                                       const Context& context);

// Undo: the field-wise inverse of `entry`, asked of the same rules. `later` are all entries after
// it, ascending. Refused when somebody built on what it changed, when it cannot be undone, or when
// a rule forbids the result.
Result<journal::Draft, Refusal> decide_undo(const model::Workspace& workspace,
                                            const journal::Entry& entry,
                                            std::span<const journal::Entry> later,
                                            const Context& context);

// Redo: the command of `entry` decided again at the present time.
Result<journal::Draft, Refusal> decide_redo(const model::Workspace& workspace,
                                            const journal::Entry& entry, const Context& context);

// What undo and redo of one person would take next; 0 for nothing.
struct UndoState {
    std::vector<std::int64_t> undo;  // seqs, the next one last
    std::vector<std::int64_t> redo;

    // Follows an entry of this person.
    void follow(const journal::Entry& entry);
};

// The entry that records a refused try (rule, subject, numbers).
journal::Draft record_refusal(const model::Workspace& workspace, const Command& command,
                              const Refusal& refusal, const Context& context);

}  // namespace throughline::rules
