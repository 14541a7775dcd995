// decide() of each command: asks what is the command's own and writes the edit. What holds for all
// commands (limits, gates, one DRI, unique names) is asked afterwards, by verify().
#pragma once

#include "core/rules/command.h"
#include "core/rules/edit.h"

namespace throughline::rules {

// As decide(), for a command that was undone: its rows get the numbers that they had in `undone`.
Result<journal::Draft, Refusal> decide_again(const model::Workspace& workspace,
                                             const Command& command, const Context& context,
                                             const std::vector<journal::Change>& undone);

// intake.cpp
Verdict decide(const SubmitBrief& command, Edit& edit, const Context& context);
Verdict decide(const EditRequest& command, Edit& edit, const Context& context);
Verdict decide(const AskRequester& command, Edit& edit, const Context& context);
Verdict decide(const AnswerQuestion& command, Edit& edit, const Context& context);
Verdict decide(const ScoreRequest& command, Edit& edit, const Context& context);
Verdict decide(const AcceptRequest& command, Edit& edit, const Context& context);
Verdict decide(const DeclineRequest& command, Edit& edit, const Context& context);
Verdict decide(const MergeRequest& command, Edit& edit, const Context& context);
Verdict decide(const AttachBrief& command, Edit& edit, const Context& context);

// moves.cpp
Verdict decide(const MoveCards& command, Edit& edit, const Context& context);
Verdict decide(const ReturnCard& command, Edit& edit, const Context& context);
Verdict decide(const TradeOutCard& command, Edit& edit, const Context& context);
Verdict decide(const DiscardCard& command, Edit& edit, const Context& context);
Verdict decide(const ArchiveCard& command, Edit& edit, const Context& context);
Verdict decide(const RestoreCard& command, Edit& edit, const Context& context);
Verdict decide(const VoidCard& command, Edit& edit, const Context& context);

// card.cpp
Verdict decide(const BlockCard& command, Edit& edit, const Context& context);
Verdict decide(const UnblockCard& command, Edit& edit, const Context& context);
Verdict decide(const MarkGate& command, Edit& edit, const Context& context);
Verdict decide(const ClearGate& command, Edit& edit, const Context& context);
Verdict decide(const EditCard& command, Edit& edit, const Context& context);
Verdict decide(const AddChecklistItem& command, Edit& edit, const Context& context);
Verdict decide(const EditChecklistItem& command, Edit& edit, const Context& context);
Verdict decide(const TickChecklistItem& command, Edit& edit, const Context& context);
Verdict decide(const RemoveChecklistItem& command, Edit& edit, const Context& context);
Verdict decide(const AddComment& command, Edit& edit, const Context& context);
Verdict decide(const EditComment& command, Edit& edit, const Context& context);
Verdict decide(const AddLink& command, Edit& edit, const Context& context);
Verdict decide(const RemoveLink& command, Edit& edit, const Context& context);

// plan.cpp
Verdict decide(const AddObjective& command, Edit& edit, const Context& context);
Verdict decide(const EditObjective& command, Edit& edit, const Context& context);
Verdict decide(const AddBet& command, Edit& edit, const Context& context);
Verdict decide(const EditBet& command, Edit& edit, const Context& context);
Verdict decide(const AddPerson& command, Edit& edit, const Context& context);
Verdict decide(const EditPerson& command, Edit& edit, const Context& context);

// create_board.cpp
Verdict decide(const CreateBoard& command, Edit& edit, const Context& context);

// board_settings.cpp
Verdict decide(const EditBoard& command, Edit& edit, const Context& context);

// columns.cpp
Verdict decide(const AddColumn& command, Edit& edit, const Context& context);
Verdict decide(const EditColumn& command, Edit& edit, const Context& context);
Verdict decide(const MoveColumn& command, Edit& edit, const Context& context);
Verdict decide(const RemoveColumn& command, Edit& edit, const Context& context);
Verdict decide(const SplitColumn& command, Edit& edit, const Context& context);
Verdict decide(const AddGroup& command, Edit& edit, const Context& context);
Verdict decide(const EditGroup& command, Edit& edit, const Context& context);
Verdict decide(const RemoveGroup& command, Edit& edit, const Context& context);
Verdict decide(const AddGateItem& command, Edit& edit, const Context& context);
Verdict decide(const EditGateItem& command, Edit& edit, const Context& context);

// settings.cpp
Verdict decide(const AddTemplate& command, Edit& edit, const Context& context);
Verdict decide(const ReviseTemplate& command, Edit& edit, const Context& context);
Verdict decide(const RetireTemplate& command, Edit& edit, const Context& context);
Verdict decide(const AddTerm& command, Edit& edit, const Context& context);
Verdict decide(const EditTerm& command, Edit& edit, const Context& context);
Verdict decide(const SetServiceLevel& command, Edit& edit, const Context& context);
Verdict decide(const SaveView& command, Edit& edit, const Context& context);
Verdict decide(const RemoveView& command, Edit& edit, const Context& context);
Verdict decide(const Import& command, Edit& edit, const Context& context);

// cadence.cpp
Verdict decide(const StartMeeting& command, Edit& edit, const Context& context);
Verdict decide(const EndMeeting& command, Edit& edit, const Context& context);
Verdict decide(const AddNote& command, Edit& edit, const Context& context);
Verdict decide(const EditNote& command, Edit& edit, const Context& context);
Verdict decide(const RemoveNote& command, Edit& edit, const Context& context);
Verdict decide(const AddCommitment& command, Edit& edit, const Context& context);
Verdict decide(const EditCommitment& command, Edit& edit, const Context& context);
Verdict decide(const CloseCommitment& command, Edit& edit, const Context& context);

// signal.cpp
Verdict decide(const RaiseAlert& command, Edit& edit, const Context& context);
Verdict decide(const AcknowledgeAlert& command, Edit& edit, const Context& context);
Verdict decide(const SetAlertRule& command, Edit& edit, const Context& context);
Verdict decide(const RecordForecast& command, Edit& edit, const Context& context);

// records.cpp
Verdict decide(const AddRecord& command, Edit& edit, const Context& context);
Verdict decide(const EditRecord& command, Edit& edit, const Context& context);
Verdict decide(const RemoveRecord& command, Edit& edit, const Context& context);

// shipped_records.cpp
Verdict decide(const AddShipped& command, Edit& edit, const Context& context);

// close_objectives.cpp
Verdict decide(const CloseObjectives& command, Edit& edit, const Context& context);

// system.cpp
Verdict decide(const SetAgenda& command, Edit& edit, const Context& context);
Verdict decide(const PublishMeeting& command, Edit& edit, const Context& context);
Verdict decide(const FileSchedule& command, Edit& edit, const Context& context);
Verdict decide(const FileAction& command, Edit& edit, const Context& context);
Verdict decide(const Escalate& command, Edit& edit, const Context& context);
Verdict decide(const SaveReport& command, Edit& edit, const Context& context);
Verdict decide(const IssueReport& command, Edit& edit, const Context& context);
Verdict decide(const MarkSeen& command, Edit& edit, const Context& context);

}  // namespace throughline::rules
