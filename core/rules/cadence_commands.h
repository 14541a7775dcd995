// Commands on meetings: the standup and the reviews, what is noted and promised in them.
#pragma once

#include "core/model/cadence.h"
#include "core/rules/verb.h"

namespace throughline::rules {

// One meeting of a kind runs at a time.
struct StartMeeting {
    model::MeetingKind kind = model::MeetingKind::Standup;
    std::vector<model::PersonId> present;
    std::string period{};  // what it is about: "2026-10", "2026-Q4", "2027"; "" for the day
};
struct EndMeeting {
    model::MeetingId meeting;
};

// In a running meeting. About a card, a person, or neither.
struct AddNote {
    model::MeetingId meeting;
    std::string part;
    model::CardId card;
    model::PersonId person;
    std::string text;
};
struct EditNote {
    model::NoteId note;
    std::string text;
};
struct RemoveNote {
    model::NoteId note;
};

struct AddCommitment {
    model::MeetingId meeting;
    model::PersonId person;
    model::CardId card;
    model::ObjectiveId objective;
    std::string text;
    Day due;
};
// While it is open: what is promised and by when.
struct EditCommitment {
    model::CommitmentId commitment;
    std::string text;
    Day due;
};
// Missed and dropped need a reason; open takes an answer back.
struct CloseCommitment {
    model::CommitmentId commitment;
    model::CommitmentState state = model::CommitmentState::Kept;
    std::string reason;
};

TL_COMMAND(StartMeeting, "start-meeting", "Start meeting", Work, "kind", kind, "present", present,
           "period", period);
TL_COMMAND(EndMeeting, "end-meeting", "End meeting", Work, "meeting", meeting);
TL_COMMAND(AddNote, "add-note", "Add note", Work, "meeting", meeting, "part", part, "card", card,
           "person", person, "text", text);
TL_COMMAND(EditNote, "edit-note", "Edit note", Work, "note", note, "text", text);
TL_COMMAND(RemoveNote, "remove-note", "Remove note", Work, "note", note);
TL_COMMAND(AddCommitment, "add-commitment", "Add commitment", Work, "meeting", meeting, "person",
           person, "card", card, "objective", objective, "text", text, "due", due);
TL_COMMAND(EditCommitment, "edit-commitment", "Edit commitment", Work, "commitment", commitment,
           "text", text, "due", due);
TL_COMMAND(CloseCommitment, "close-commitment", "Close commitment", Work, "commitment", commitment,
           "state", state, "reason", reason);

}  // namespace throughline::rules
