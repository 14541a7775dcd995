// What the team does together at fixed times, and what people promise there.
#pragma once

#include "core/model/fields.h"
#include "core/model/ids.h"

namespace throughline::model {

enum class MeetingKind {
    Standup,
    Replenishment,
    WeeklySync,
    MonthlyReview,
    QuarterlyPlanning,
    AnnualStrategy
};
template <>
struct Names<MeetingKind> {
    static constexpr std::array<std::string_view, 6> kAll{"standup",        "replenishment",
                                                          "weekly-sync",    "monthly-review",
                                                          "quarterly-plan", "annual-strategy"};
};

// A standup or a review, once started. What was shown in it is read from the board as of its time.
struct Meeting {
    MeetingId id;
    std::int64_t number = 0;  // shown as M-number
    MeetingKind kind = MeetingKind::Standup;
    Instant started_at;
    std::optional<Instant> ended_at;  // absent: it is running
    PersonId led_by;
    std::vector<PersonId> present;

    friend bool operator==(const Meeting&, const Meeting&) = default;
};

template <>
struct Fields<Meeting> {
    static constexpr std::string_view kName = "meeting";
    static constexpr auto kList = std::tuple{
        field("id", &Meeting::id),
        field("number", &Meeting::number),
        field("kind", &Meeting::kind),
        field("started_at", &Meeting::started_at),
        field("ended_at", &Meeting::ended_at),
        field("led_by", &Meeting::led_by),
        field("present", &Meeting::present),
    };
};

// Written down in a meeting.
struct Note {
    NoteId id;
    MeetingId meeting;
    std::string part;  // of the agenda; a column's handle in a standup; "" for the whole
    CardId card;       // what it is about; 0 for none
    PersonId person;   // whom it is about; 0 for none
    std::string text;
    PersonId by;
    Instant at;

    friend bool operator==(const Note&, const Note&) = default;
};

template <>
struct Fields<Note> {
    static constexpr std::string_view kName = "note";
    static constexpr auto kList = std::tuple{
        field("id", &Note::id),        field("meeting", &Note::meeting), field("part", &Note::part),
        field("card", &Note::card),    field("person", &Note::person),   field("text", &Note::text),
        field("by_person", &Note::by), field("at", &Note::at),
    };
};

enum class CommitmentState { Open, Kept, Missed, Dropped };
template <>
struct Names<CommitmentState> {
    static constexpr std::array<std::string_view, 4> kAll{"open", "kept", "missed", "dropped"};
};

// What one person said they would do by a day. The next meeting of the kind asks whether it was
// kept.
struct Commitment {
    CommitmentId id;
    MeetingId meeting;  // where it was made
    PersonId person;
    CardId card;            // 0 for none
    ObjectiveId objective;  // 0 for none
    std::string text;
    Day due;
    CommitmentState state = CommitmentState::Open;
    std::string reason;  // missed and dropped have one
    std::optional<Instant> closed_at;

    friend bool operator==(const Commitment&, const Commitment&) = default;
};

template <>
struct Fields<Commitment> {
    static constexpr std::string_view kName = "commitment";
    static constexpr auto kList = std::tuple{
        field("id", &Commitment::id),
        field("meeting", &Commitment::meeting),
        field("person", &Commitment::person),
        field("card", &Commitment::card),
        field("objective", &Commitment::objective),
        field("text", &Commitment::text),
        field("due", &Commitment::due),
        field("state", &Commitment::state),
        field("reason", &Commitment::reason),
        field("closed_at", &Commitment::closed_at),
    };
};

}  // namespace throughline::model
