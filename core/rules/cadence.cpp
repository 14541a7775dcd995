#include "core/base/text.h"
#include "core/base/week.h"
#include "core/rules/acts.h"
#include "core/rules/agendas.h"
#include "core/rules/decide.h"

namespace throughline::rules {
namespace {

using model::Meeting;

// What a note or a promise refers to must be there.
Verdict need_subjects(const Edit& edit, model::CardId card, model::PersonId person) {
    if (card && edit.get(card) == nullptr) {
        return not_found("card");
    }
    if (person) {
        return need_person(edit, person, "person");
    }
    return Done{};
}

// Where in the meeting something was written: a part of its agenda, and in a standup a column.
Verdict need_part(const Edit& edit, model::MeetingId id, const std::string& part) {
    const Meeting& meeting = *edit.get(id);
    std::string parts;
    for (const model::AgendaPart& one : agenda_of(edit.before(), meeting.kind)) {
        if (part == one.handle) {
            return Done{};
        }
        parts += (parts.empty() ? "" : ", ") + one.handle;
    }
    const bool is_column = meeting.kind == model::MeetingKind::Standup &&
                           edit.before().column_by_handle(part) != nullptr;
    if (part.empty() || is_column) {
        return Done{};
    }
    return refusal("bad_value", "'" + part + "' is no part of this meeting.",
                   "Its agenda has " + parts + ".", "meeting:" + key_of(meeting));
}

Verdict need_text(std::string_view text) {
    if (trim(text).empty()) {
        return refusal("text_missing", "There is nothing to write down.", "Write something.");
    }
    return Done{};
}

// What a meeting of this kind is about: a week, a month, a quarter, a year.
std::string_view example_of(model::MeetingKind kind) {
    switch (kind) {
        case model::MeetingKind::Standup:
        case model::MeetingKind::Replenishment:
        case model::MeetingKind::WeeklySync: return "2026-W41";
        case model::MeetingKind::MonthlyReview: return "2026-10";
        case model::MeetingKind::QuarterlyPlanning: return "2026-Q4";
        case model::MeetingKind::AnnualStrategy: return "2026";
    }
    return "";
}

bool is_period_of(model::MeetingKind kind, const std::string& period) {
    switch (kind) {
        case model::MeetingKind::Standup:
        case model::MeetingKind::Replenishment:
        case model::MeetingKind::WeeklySync: return is_week(period);
        case model::MeetingKind::MonthlyReview: return is_month(period);
        case model::MeetingKind::QuarterlyPlanning: return is_quarter(period);
        case model::MeetingKind::AnnualStrategy:
            return period.size() == 4 && parse_period(period).has_value();
    }
    return false;
}

}  // namespace

Verdict decide(const StartMeeting& command, Edit& edit, const Context& context) {
    const Meeting* running = nullptr;
    for (const Meeting& one : edit.before().rows<Meeting>()) {
        if (one.kind == command.kind && !one.ended_at) {
            running = &one;
        }
    }
    if (running != nullptr) {
        return refusal("meeting_running",
                       "A " + std::string(model::name_of(command.kind)) + " is running already.",
                       "Go on with it, or end it first.", "meeting:" + key_of(*running));
    }
    if (!command.period.empty() && !is_period_of(command.kind, command.period)) {
        return refusal("bad_value",
                       "'" + command.period + "' is not a period of a " +
                           std::string(model::name_of(command.kind)) + ".",
                       "Write it as " + std::string(example_of(command.kind)) + ".");
    }
    for (const model::PersonId person : command.present) {
        TL_CHECK(need_person(edit, person, "person"));
    }
    Meeting meeting;
    meeting.id = edit.new_id<model::MeetingId>();
    meeting.number = edit.next_number("meeting");
    meeting.kind = command.kind;
    meeting.started_at = context.now;
    meeting.led_by = context.actor;
    meeting.present = command.present;
    meeting.period = command.period;
    edit.put(std::move(meeting));
    return Done{};
}

Verdict decide(const EndMeeting& command, Edit& edit, const Context& context) {
    TL_CHECK(need_running_meeting(edit, command.meeting));
    edit.change(command.meeting, [&](Meeting& meeting) { meeting.ended_at = context.now; });
    return Done{};
}

Verdict decide(const AddNote& command, Edit& edit, const Context& context) {
    TL_CHECK(need_running_meeting(edit, command.meeting));
    TL_CHECK(need_part(edit, command.meeting, command.part));
    TL_CHECK(need_subjects(edit, command.card, command.person));
    TL_CHECK(need_text(command.text));
    edit.put(model::Note{edit.new_id<model::NoteId>(), command.meeting, command.part, command.card,
                         command.person, std::string(trim(command.text)), context.actor,
                         context.now});
    return Done{};
}

Verdict decide(const EditNote& command, Edit& edit, const Context&) {
    if (edit.get(command.note) == nullptr) {
        return not_found("note");
    }
    TL_CHECK(need_text(command.text));
    edit.change(command.note, [&](model::Note& note) { note.text = trim(command.text); });
    return Done{};
}

Verdict decide(const RemoveNote& command, Edit& edit, const Context&) {
    if (edit.get(command.note) == nullptr) {
        return not_found("note");
    }
    edit.remove(command.note);
    return Done{};
}

Verdict decide(const AddCommitment& command, Edit& edit, const Context&) {
    TL_CHECK(need_running_meeting(edit, command.meeting));
    TL_CHECK(need_person(edit, command.person, "person"));
    TL_CHECK(need_subjects(edit, command.card, {}));
    TL_CHECK(need_text(command.text));
    if (command.objective && edit.get(command.objective) == nullptr) {
        return not_found("objective");
    }
    model::Commitment commitment;
    commitment.id = edit.new_id<model::CommitmentId>();
    commitment.meeting = command.meeting;
    commitment.person = command.person;
    commitment.card = command.card;
    commitment.objective = command.objective;
    commitment.text = trim(command.text);
    commitment.due = command.due;
    edit.put(std::move(commitment));
    return Done{};
}

Verdict decide(const EditCommitment& command, Edit& edit, const Context&) {
    const model::Commitment* commitment = edit.get(command.commitment);
    if (commitment == nullptr) {
        return not_found("commitment");
    }
    if (commitment->state != model::CommitmentState::Open) {
        return refusal("commitment_closed", "This commitment was answered already.",
                       "Open it again to change it.");
    }
    TL_CHECK(need_text(command.text));
    edit.change(command.commitment, [&](model::Commitment& one) {
        one.text = trim(command.text);
        one.due = command.due;
    });
    return Done{};
}

Verdict decide(const CloseCommitment& command, Edit& edit, const Context& context) {
    using State = model::CommitmentState;
    if (edit.get(command.commitment) == nullptr) {
        return not_found("commitment");
    }
    if (command.state == State::Missed || command.state == State::Dropped) {
        TL_CHECK(need_reason(command.reason, command.state == State::Missed
                                                 ? "call a commitment missed"
                                                 : "drop a commitment"));
    }
    edit.change(command.commitment, [&](model::Commitment& one) {
        one.state = command.state;
        one.reason = trim(command.reason);
        one.closed_at = command.state == State::Open ? std::nullopt : std::optional(context.now);
    });
    return Done{};
}

}  // namespace throughline::rules
