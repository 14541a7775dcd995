// Commands on the system around the board that are more than one record: closing objectives,
// agendas, publishing, recurring requests, escalation, the monthly report, the inbox.
#pragma once

#include "core/model/cadence.h"
#include "core/model/schedule.h"
#include "core/rules/verb.h"

namespace throughline::rules {

// Closes objectives, scored or cancelled, in one step; a quarter is closed by naming all of its.
// Every card of theirs that is not delivered gets another objective.
struct CloseObjectives {
    std::vector<model::ObjectiveId> objectives;
    model::TextMap scores;     // objective key -> 0 .. 1, from the key results (core/flow/kpi.h)
    model::TextMap cancelled;  // objective key -> reason, in place of a score
    model::TextMap carry;      // card key -> key of the objective that it serves from now on
};

// Replaces the agenda of a kind of meeting; without parts, the shipped one comes back.
struct SetAgenda {
    model::MeetingKind kind = model::MeetingKind::MonthlyReview;
    std::vector<model::AgendaPart> parts;
};
// The decisions of an ended meeting were sent round.
struct PublishMeeting {
    model::MeetingId meeting;
};

// Files the recurring request that is due. By the desk of whoever is there first: once per period.
struct FileSchedule {
    static constexpr bool kUndoable = false;
    model::ScheduleId schedule;
};
// The action becomes a request in the intake.
struct FileAction {
    model::ActionItemId action;
    model::TemplateVersionId version;
    std::string title;
    model::TextMap answers;
};

// Hands a card or a KPI to the next person of its escalation path. Exactly one of the two.
struct Escalate {
    model::CardId card;
    model::KpiId kpi;
    std::string reason;
};

// Keeps what was written into the draft of a month's report.
struct SaveReport {
    std::string period;  // "2026-10"
    model::TextMap texts;
};
// Freezes the report as it was sent. Later corrections are listed in the next one.
struct IssueReport {
    static constexpr bool kUndoable = false;
    std::string period;
    model::TextMap figures;
    std::string markdown;
    std::string html;
    std::string head;  // of the journal, hex
};

// A person has seen this item of their inbox, or wants to see it as new again.
struct MarkSeen {
    static constexpr bool kUndoable = false;
    std::string item;
    bool seen = true;
};

TL_COMMAND(CloseObjectives, "close-objectives", "Close objectives", Plan, "objectives", objectives,
           "scores", scores, "cancelled", cancelled, "carry", carry);
TL_COMMAND(SetAgenda, "set-agenda", "Change agenda", Configure, "kind", kind, "parts", parts);
TL_COMMAND(PublishMeeting, "publish-meeting", "Publish decisions", Work, "meeting", meeting);
TL_COMMAND(FileSchedule, "file-schedule", "File recurring request", Request, "schedule", schedule);
TL_COMMAND(FileAction, "file-action", "Make a request of an action", Work, "action", action,
           "version", version, "title", title, "answers", answers);
TL_COMMAND(Escalate, "escalate", "Escalate", Work, "card", card, "kpi", kpi, "reason", reason);
TL_COMMAND(SaveReport, "save-report", "Save report draft", Plan, "period", period, "texts", texts);
TL_COMMAND(IssueReport, "issue-report", "Issue report", Plan, "period", period, "figures", figures,
           "markdown", markdown, "html", html, "head", head);
TL_COMMAND(MarkSeen, "mark-seen", "Mark as seen", Look, "item", item, "seen", seen);

}  // namespace throughline::rules
