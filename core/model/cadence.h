// What the team does together at fixed times, what people promise and decide there, and the monthly
// report.
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
    std::string period;  // what it is about: "2026-10", "2026-Q4", "2027"; "" for the day
    std::optional<Instant> published_at;  // its decisions were sent round

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
        field("period", &Meeting::period),
        field("published_at", &Meeting::published_at),
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

// What a part of an agenda shows, filled from the data.
enum class AgendaContent {
    Words,  // nothing but the notes
    Context,
    Scorecard,
    Rounds,  // each DRI in turn
    Commitments,
    Blockers,
    Flow,
    Risks,
    Decisions,
    Actions,
    Requests,
    Retrospective,
    Objectives,
    Capacity,
    YearPlan
};
template <>
struct Names<AgendaContent> {
    static constexpr std::array<std::string_view, 15> kAll{
        "words",    "context",       "scorecard",  "rounds",    "commitments",
        "blockers", "flow",          "risks",      "decisions", "actions",
        "requests", "retrospective", "objectives", "capacity",  "year-plan"};
};

struct AgendaPart {
    std::string handle;  // unique in the agenda; notes name it
    std::string title;
    int minutes = 10;  // rounds: for each person
    AgendaContent content = AgendaContent::Words;
    std::string help;  // what to do in it

    friend bool operator==(const AgendaPart&, const AgendaPart&) = default;
};

std::string encode_json(const std::vector<AgendaPart>& parts);
bool decode_json(std::string_view text, std::vector<AgendaPart>& parts);
template <>
struct Codec<std::vector<AgendaPart>> : JsonCodec<std::vector<AgendaPart>> {};

// The agenda of a kind of meeting as this team wants it. A kind without a row has the shipped one
// (core/rules/agendas.h).
struct Agenda {
    AgendaId id;
    MeetingKind kind = MeetingKind::MonthlyReview;
    std::vector<AgendaPart> parts;

    friend bool operator==(const Agenda&, const Agenda&) = default;
};

template <>
struct Fields<Agenda> {
    static constexpr std::string_view kName = "agenda";
    static constexpr auto kList = std::tuple{
        field("id", &Agenda::id),
        field("kind", &Agenda::kind),
        field("parts", &Agenda::parts),
    };
};

enum class DecisionState { Open, Executed, Dropped };
template <>
struct Names<DecisionState> {
    static constexpr std::array<std::string_view, 3> kAll{"open", "executed", "dropped"};
};

struct Decision {
    DecisionId id;
    std::int64_t number = 0;  // shown as D-number
    std::string text;
    std::string rationale;
    PersonId decider;
    PersonId executor;
    Day due;
    DecisionState state = DecisionState::Open;
    std::string outcome;    // dropped has one
    MeetingId meeting;      // where it was taken; 0 outside of meetings
    ObjectiveId objective;  // what it is about; 0 for none
    CardId card;
    KpiId kpi;
    Instant at;
    std::int64_t on_seq = 0;  // the board it was taken on: the last entry then
    std::optional<Instant> closed_at;

    friend bool operator==(const Decision&, const Decision&) = default;
};

template <>
struct Fields<Decision> {
    static constexpr std::string_view kName = "decision";
    static constexpr auto kList = std::tuple{
        field("id", &Decision::id),
        field("number", &Decision::number),
        field("text", &Decision::text),
        field("rationale", &Decision::rationale),
        field("decider", &Decision::decider),
        field("executor", &Decision::executor),
        field("due", &Decision::due),
        field("state", &Decision::state),
        field("outcome", &Decision::outcome),
        field("meeting", &Decision::meeting),
        field("objective", &Decision::objective),
        field("card", &Decision::card),
        field("kpi", &Decision::kpi),
        field("at", &Decision::at),
        field("on_seq", &Decision::on_seq),
        field("closed_at", &Decision::closed_at),
    };
};

enum class ActionState { Open, Done, Dropped };
template <>
struct Names<ActionState> {
    static constexpr std::array<std::string_view, 3> kAll{"open", "done", "dropped"};
};

// Something that somebody does after a meeting, a retro or an alert. It stays in sight until done.
struct ActionItem {
    ActionItemId id;
    std::int64_t number = 0;  // shown as AC-number
    std::string text;
    PersonId owner;
    Day due;
    std::string source;  // "meeting:M-3", "retro:RT-1", "alert:A-4", "risk:RK-2"; "" for none
    RequestId request;   // the request it became; 0 for none
    TemplateId form;     // the template it changes; 0 for none
    ActionState state = ActionState::Open;
    std::string outcome;  // dropped has one
    Instant at;
    std::optional<Instant> closed_at;

    friend bool operator==(const ActionItem&, const ActionItem&) = default;
};

template <>
struct Fields<ActionItem> {
    static constexpr std::string_view kName = "action_item";
    static constexpr auto kList = std::tuple{
        field("id", &ActionItem::id),           field("number", &ActionItem::number),
        field("text", &ActionItem::text),       field("owner", &ActionItem::owner),
        field("due", &ActionItem::due),         field("source", &ActionItem::source),
        field("request", &ActionItem::request), field("template", &ActionItem::form),
        field("state", &ActionItem::state),     field("outcome", &ActionItem::outcome),
        field("at", &ActionItem::at),           field("closed_at", &ActionItem::closed_at),
    };
};

// The monthly report of one month: the texts that people wrote into the draft, and, once issued,
// what was sent, frozen.
struct Report {
    ReportId id;
    std::string period;  // "2026-10"
    TextMap texts;       // section -> what was written for it
    std::optional<Instant> issued_at;
    PersonId issued_by;
    std::int64_t on_seq = 0;  // the last entry it saw
    std::string head;         // hash of the journal there, hex
    TextMap figures;          // name -> the value that was printed
    std::string markdown;
    std::string html;

    friend bool operator==(const Report&, const Report&) = default;
};

template <>
struct Fields<Report> {
    static constexpr std::string_view kName = "report";
    static constexpr auto kList = std::tuple{
        field("id", &Report::id),
        field("period", &Report::period),
        field("texts", &Report::texts),
        field("issued_at", &Report::issued_at),
        field("issued_by", &Report::issued_by),
        field("on_seq", &Report::on_seq),
        field("head", &Report::head),
        field("figures", &Report::figures),
        field("markdown", &Report::markdown),
        field("html", &Report::html),
    };
};

}  // namespace throughline::model
