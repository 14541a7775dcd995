// The plan around the objectives: the year, key results, milestones, what others must do, money,
// people's absences, and who answers for what.
#pragma once

#include "core/model/fields.h"
#include "core/model/ids.h"

namespace throughline::model {

// The frame of a fiscal year. One row per year.
struct AnnualFrame {
    AnnualFrameId id;
    int year = 0;
    std::string priority;  // the single most important thing that must be true at its end

    friend bool operator==(const AnnualFrame&, const AnnualFrame&) = default;
};

template <>
struct Fields<AnnualFrame> {
    static constexpr std::string_view kName = "annual_frame";
    static constexpr auto kList = std::tuple{
        field("id", &AnnualFrame::id),
        field("year", &AnnualFrame::year),
        field("priority", &AnnualFrame::priority),
    };
};

// What the team does not do in a year, and why.
struct NotDoing {
    NotDoingId id;
    int year = 0;
    std::string title;
    std::string why;
    BetId bet;  // a bet that is given up with it: work for it is a defect; 0 for none

    friend bool operator==(const NotDoing&, const NotDoing&) = default;
};

template <>
struct Fields<NotDoing> {
    static constexpr std::string_view kName = "not_doing";
    static constexpr auto kList = std::tuple{
        field("id", &NotDoing::id),       field("year", &NotDoing::year),
        field("title", &NotDoing::title), field("why", &NotDoing::why),
        field("bet", &NotDoing::bet),
    };
};

// How progress is read (core/flow/kpi.h): from baseline to target; staying within low and high; yes
// (1) or no (0); the share of the objective's milestones that are done.
enum class ResultKind { Number, Maintain, YesNo, Milestones };
template <>
struct Names<ResultKind> {
    static constexpr std::array<std::string_view, 4> kAll{"number", "maintain", "yes-no",
                                                          "milestones"};
};

// A key result: the measure of an objective. Its current value is its last measurement, or that of
// the KPI it names.
struct KeyResult {
    KeyResultId id;
    std::int64_t number = 0;  // shown as KR-number
    ObjectiveId objective;
    std::string title;
    ResultKind kind = ResultKind::Number;
    std::optional<double> baseline;  // number
    std::optional<double> target;    // number
    std::optional<double> low;       // maintain: closed range
    std::optional<double> high;
    std::string unit;
    PersonId owner;
    double weight = 1;
    KpiId kpi;  // measured there; 0: measured here

    friend bool operator==(const KeyResult&, const KeyResult&) = default;
};

template <>
struct Fields<KeyResult> {
    static constexpr std::string_view kName = "key_result";
    static constexpr auto kList = std::tuple{
        field("id", &KeyResult::id),
        field("number", &KeyResult::number),
        field("objective", &KeyResult::objective),
        field("title", &KeyResult::title),
        field("kind", &KeyResult::kind),
        field("baseline", &KeyResult::baseline),
        field("target", &KeyResult::target),
        field("low", &KeyResult::low),
        field("high", &KeyResult::high),
        field("unit", &KeyResult::unit),
        field("owner", &KeyResult::owner),
        field("weight", &KeyResult::weight),
        field("kpi", &KeyResult::kpi),
    };
};

// A dated step of an objective.
struct Milestone {
    MilestoneId id;
    ObjectiveId objective;
    std::string title;
    std::optional<Day> due;
    bool done = false;
    std::optional<Instant> done_at;

    friend bool operator==(const Milestone&, const Milestone&) = default;
};

template <>
struct Fields<Milestone> {
    static constexpr std::string_view kName = "milestone";
    static constexpr auto kList = std::tuple{
        field("id", &Milestone::id),       field("objective", &Milestone::objective),
        field("title", &Milestone::title), field("due", &Milestone::due),
        field("done", &Milestone::done),   field("done_at", &Milestone::done_at),
    };
};

enum class DependencyState { Asked, Agreed, AtRisk, Delivered, Refused };
template <>
struct Names<DependencyState> {
    static constexpr std::array<std::string_view, 5> kAll{"asked", "agreed", "at-risk", "delivered",
                                                          "refused"};
};

// What an objective needs from another team.
struct Dependency {
    DependencyId id;
    ObjectiveId objective;
    std::string team;  // "Sales"
    std::string title;
    std::optional<Day> needed_by;
    std::optional<Day> agreed_for;  // agreed has one
    DependencyState state = DependencyState::Asked;
    std::string note;

    friend bool operator==(const Dependency&, const Dependency&) = default;
};

template <>
struct Fields<Dependency> {
    static constexpr std::string_view kName = "dependency";
    static constexpr auto kList = std::tuple{
        field("id", &Dependency::id),
        field("objective", &Dependency::objective),
        field("team", &Dependency::team),
        field("title", &Dependency::title),
        field("needed_by", &Dependency::needed_by),
        field("agreed_for", &Dependency::agreed_for),
        field("state", &Dependency::state),
        field("note", &Dependency::note),
    };
};

// Money set aside, in the board's currency: for a bet, an objective, a channel, or any of these
// together.
struct BudgetLine {
    BudgetLineId id;
    int year = 0;
    std::string quarter;  // "2026-Q4"; "" for the whole year
    BetId bet;
    ObjectiveId objective;
    std::string channel;  // a value of the taxonomy; "" for none
    std::string title;
    double planned = 0;

    friend bool operator==(const BudgetLine&, const BudgetLine&) = default;
};

template <>
struct Fields<BudgetLine> {
    static constexpr std::string_view kName = "budget_line";
    static constexpr auto kList = std::tuple{
        field("id", &BudgetLine::id),
        field("year", &BudgetLine::year),
        field("quarter", &BudgetLine::quarter),
        field("bet", &BudgetLine::bet),
        field("objective", &BudgetLine::objective),
        field("channel", &BudgetLine::channel),
        field("title", &BudgetLine::title),
        field("planned", &BudgetLine::planned),
    };
};

enum class SpendKind { Committed, Spent };
template <>
struct Names<SpendKind> {
    static constexpr std::array<std::string_view, 2> kAll{"committed", "spent"};
};

// Money that a card has promised to somebody or paid. What was committed and is then paid changes
// its kind, so nothing is counted twice.
struct Spend {
    SpendId id;
    CardId card;
    SpendKind kind = SpendKind::Committed;
    double amount = 0;    // of the board's currency; below 0 for money that came back
    std::string channel;  // a value of the taxonomy; "" for none
    Day day;
    std::string note;

    friend bool operator==(const Spend&, const Spend&) = default;
};

template <>
struct Fields<Spend> {
    static constexpr std::string_view kName = "spend";
    static constexpr auto kList = std::tuple{
        field("id", &Spend::id),           field("card", &Spend::card),
        field("kind", &Spend::kind),       field("amount", &Spend::amount),
        field("channel", &Spend::channel), field("day", &Spend::day),
        field("note", &Spend::note),
    };
};

// Days on which a person does not work, beside the board's holidays.
struct Absence {
    AbsenceId id;
    PersonId person;
    Day from;
    Day to;  // inclusive
    std::string why;

    friend bool operator==(const Absence&, const Absence&) = default;
};

template <>
struct Fields<Absence> {
    static constexpr std::string_view kName = "absence";
    static constexpr auto kList = std::tuple{
        field("id", &Absence::id),         field("person", &Absence::person),
        field("from_day", &Absence::from), field("to_day", &Absence::to),
        field("why", &Absence::why),
    };
};

// One outcome that somebody answers for: a line of the accountability matrix.
struct Accountability {
    AccountabilityId id;
    std::string outcome;
    PersonId dri;
    std::string decision_rights;
    std::string cadence;               // how often it is looked at
    std::vector<PersonId> escalation;  // who is asked next, in this order
    ObjectiveId objective;             // what it is about; 0 for none
    KpiId kpi;

    friend bool operator==(const Accountability&, const Accountability&) = default;
};

template <>
struct Fields<Accountability> {
    static constexpr std::string_view kName = "accountability";
    static constexpr auto kList = std::tuple{
        field("id", &Accountability::id),
        field("outcome", &Accountability::outcome),
        field("dri", &Accountability::dri),
        field("decision_rights", &Accountability::decision_rights),
        field("cadence", &Accountability::cadence),
        field("escalation", &Accountability::escalation),
        field("objective", &Accountability::objective),
        field("kpi", &Accountability::kpi),
    };
};

// A card or a KPI handed up the escalation path of its outcome.
struct Escalation {
    EscalationId id;
    CardId card;  // exactly one of the two
    KpiId kpi;
    PersonId to;
    int step = 1;  // of the path, from 1
    std::string reason;
    PersonId by;
    Instant at;
    std::string answer;
    std::optional<Instant> answered_at;  // absent: open

    friend bool operator==(const Escalation&, const Escalation&) = default;
};

template <>
struct Fields<Escalation> {
    static constexpr std::string_view kName = "escalation";
    static constexpr auto kList = std::tuple{
        field("id", &Escalation::id),         field("card", &Escalation::card),
        field("kpi", &Escalation::kpi),       field("to_person", &Escalation::to),
        field("step", &Escalation::step),     field("reason", &Escalation::reason),
        field("by_person", &Escalation::by),  field("at", &Escalation::at),
        field("answer", &Escalation::answer), field("answered_at", &Escalation::answered_at),
    };
};

}  // namespace throughline::model
