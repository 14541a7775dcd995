// The ids of everything that is stored. Each says which table its rows are in (checked in
// tables.cpp).
#pragma once

#include "core/base/ids.h"

#include <string_view>

namespace throughline::model {

#define TL_ID(T, table)                                   \
    struct T##Tag {                                       \
        static constexpr std::string_view kTable = table; \
    };                                                    \
    using T##Id = StrongId<T##Tag>;

TL_ID(Board, "board")
TL_ID(Person, "person")
TL_ID(ColumnGroup, "column_group")
TL_ID(Column, "board_column")
TL_ID(GateItem, "gate_item")
TL_ID(GateMark, "gate_mark")
TL_ID(ServiceLevel, "service_level")
TL_ID(Bet, "bet")
TL_ID(Objective, "objective")
TL_ID(Term, "term")
TL_ID(Template, "template")
TL_ID(TemplateVersion, "template_version")
TL_ID(Request, "request")
TL_ID(RequestEvent, "request_event")
TL_ID(Card, "card")
TL_ID(Transition, "transition")
TL_ID(Block, "block")
TL_ID(ChecklistItem, "checklist_item")
TL_ID(Comment, "comment")
TL_ID(Link, "link")
TL_ID(SavedView, "saved_view")
TL_ID(Override, "limit_override")
TL_ID(Refusal, "refusal")
TL_ID(WorkflowChange, "workflow_change")
TL_ID(Counter, "counter")
TL_ID(ImportRun, "import_run")
TL_ID(Meeting, "meeting")
TL_ID(Note, "note")
TL_ID(Commitment, "commitment")
TL_ID(AlertSetting, "alert_setting")
TL_ID(Alert, "alert")
TL_ID(Forecast, "forecast")
TL_ID(AnnualFrame, "annual_frame")
TL_ID(NotDoing, "not_doing")
TL_ID(KeyResult, "key_result")
TL_ID(Milestone, "milestone")
TL_ID(Dependency, "dependency")
TL_ID(BudgetLine, "budget_line")
TL_ID(Spend, "spend")
TL_ID(Absence, "absence")
TL_ID(Accountability, "accountability")
TL_ID(Escalation, "escalation")
TL_ID(Kpi, "kpi")
TL_ID(KpiDefinition, "kpi_definition")
TL_ID(KpiTarget, "kpi_target")
TL_ID(Measurement, "measurement")
TL_ID(Agenda, "agenda")
TL_ID(Decision, "decision")
TL_ID(ActionItem, "action_item")
TL_ID(Report, "report")
TL_ID(Risk, "risk")
TL_ID(Retro, "retro")
TL_ID(Experiment, "experiment")
TL_ID(ProcessStep, "process_step")
TL_ID(GlossaryWord, "glossary_word")
TL_ID(Assessment, "assessment")
TL_ID(Schedule, "schedule")
TL_ID(InboxMark, "inbox_mark")
TL_ID(Tool, "tool")
TL_ID(DataDomain, "data_domain")
TL_ID(Training, "training")
#undef TL_ID

}  // namespace throughline::model
