// The ids of everything that is stored.
#pragma once

#include "core/base/ids.h"

namespace throughline::model {

using BoardId = StrongId<struct BoardTag>;
using PersonId = StrongId<struct PersonTag>;
using ColumnGroupId = StrongId<struct ColumnGroupTag>;
using ColumnId = StrongId<struct ColumnTag>;
using GateItemId = StrongId<struct GateItemTag>;
using GateMarkId = StrongId<struct GateMarkTag>;
using ServiceLevelId = StrongId<struct ServiceLevelTag>;
using BetId = StrongId<struct BetTag>;
using ObjectiveId = StrongId<struct ObjectiveTag>;
using TermId = StrongId<struct TermTag>;
using TemplateId = StrongId<struct TemplateTag>;
using TemplateVersionId = StrongId<struct TemplateVersionTag>;
using RequestId = StrongId<struct RequestTag>;
using RequestEventId = StrongId<struct RequestEventTag>;
using CardId = StrongId<struct CardTag>;
using TransitionId = StrongId<struct TransitionTag>;
using BlockId = StrongId<struct BlockTag>;
using ChecklistItemId = StrongId<struct ChecklistItemTag>;
using CommentId = StrongId<struct CommentTag>;
using LinkId = StrongId<struct LinkTag>;
using SavedViewId = StrongId<struct SavedViewTag>;
using OverrideId = StrongId<struct OverrideTag>;
using RefusalId = StrongId<struct RefusalTag>;
using WorkflowChangeId = StrongId<struct WorkflowChangeTag>;
using CounterId = StrongId<struct CounterTag>;
using ImportRunId = StrongId<struct ImportRunTag>;
using MeetingId = StrongId<struct MeetingTag>;
using NoteId = StrongId<struct NoteTag>;
using CommitmentId = StrongId<struct CommitmentTag>;
using AlertSettingId = StrongId<struct AlertSettingTag>;
using AlertId = StrongId<struct AlertTag>;
using ForecastId = StrongId<struct ForecastTag>;

}  // namespace throughline::model
