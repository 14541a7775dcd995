// The plan as it stands: key results, objectives, quarters, defects, allocation, money, capacity.
// The plan screen, the reviews, the report and the command line all read this.
//
// Formulas: metrics, section 10 (kpi.h). As of the flow's instant; rows known later do not count.
#pragma once

#include "core/flow/kpi.h"
#include "core/flow/plan_rows.h"
#include "core/flow/scorecard.h"

#include <string>

namespace throughline::flow {

struct ResultReading {
    model::KeyResultId result;
    std::optional<double> current;     // absent: not measured
    std::optional<Day> day;            // of the measurement
    std::optional<Progress> progress;  // number; for the other kinds raw and shown are the same
    double distance = 0;               // maintain: to the range; 0 within it
    int done = 0;                      // milestones
    int all = 0;
};

struct CardCounts {
    int options = 0;  // left of the commitment point
    int in_process = 0;
    int done = 0;
    int open() const { return options + in_process; }
    int all() const { return open() + done; }

    friend bool operator==(const CardCounts&, const CardCounts&) = default;
};

struct ObjectiveReading {
    model::ObjectiveId objective;
    std::vector<ResultReading> results;  // by number
    ObjectiveScore score;                // closed: the score it was given
    std::optional<PaceResult> pace;      // absent for standing, closed and not measured ones
    CardCounts cards;
};

// What is wrong with the plan, and what to do about it.
enum class DefectKind {
    CardWithoutObjective,
    CardOfClosedObjective,
    WorkNotDoing,  // a card for a bet on the not-doing list, or for a closed bet
    ObjectiveWithoutCards,
    ObjectiveWithoutResults,  // fewer than two key results; standing: no KPI
    ResultNotMeasured,
    QuarterNotClosed,  // an objective of a quarter that is over
    ClosedWithoutScore,
    TooManyObjectives,  // of one DRI in one quarter
    NobodyAnswers       // an open card or objective whose DRI is not active any more
};
std::string_view to_text(DefectKind kind);  // "a card without an objective"
struct Defect {
    DefectKind kind = DefectKind::CardWithoutObjective;
    model::CardId card;
    model::ObjectiveId objective;
    model::KeyResultId result;
    model::PersonId person;
    int count = 0;  // TooManyObjectives: how many
};

struct QuarterReading {
    std::string quarter;
    Completion completion;
    int open = 0;
};

// Of one year's bets: the share stated and the share that cards and money took.
struct Allocation {
    model::BetId bet;                     // 0: work and money for no bet
    std::optional<double> stated_budget;  // percent
    std::optional<double> stated_time;
    std::optional<double> actual_budget;  // percent of what was committed and spent in the year
    std::optional<double> actual_time;    // percent of the days in process in the year
    bool flagged = false;                 // ten points or more apart
};
inline constexpr double kAllocationApart = 10;

struct BudgetReading {
    model::BudgetLineId line;  // 0: money that no line covers
    double planned = 0;
    double committed = 0;
    double spent = 0;
    double left() const { return planned - committed - spent; }
};

// One week of the weeks to come. Expected: deliveries per available person-day of the last 12 weeks
// times the days that are there, less the buffer.
struct CapacityWeek {
    Day monday;
    double person_days = 0;
    std::optional<double> expected;  // cards; absent without a delivery in the 12 weeks
    int due = 0;                     // open cards due then; in the first week also those overdue
    int requested = 0;               // open requests needed then
};

class Plan {
public:
    // `flow` and `scorecard` are of the same entries. All three must outlive the plan and not
    // change.
    Plan(const PlanRows& rows, const Flow& flow, std::span<const KpiReading> scorecard);

    Day today() const { return flow_->today(); }
    // Every objective, by quarter (standing last), then number.
    const std::vector<ObjectiveReading>& objectives() const { return objectives_; }
    const ObjectiveReading* find(model::ObjectiveId objective) const;
    std::vector<QuarterReading> quarters() const;  // latest first
    std::vector<Defect> defects() const;
    std::vector<Allocation> allocation(int year) const;
    std::vector<BudgetReading> budget(int year) const;
    std::vector<CapacityWeek> capacity(int weeks) const;

private:
    void count_cards();
    ResultReading read_result(const model::KeyResult& result, std::optional<Day> closed) const;
    void read_objective(const model::Objective& objective);
    double person_days(Day first, Day last) const;
    const model::Card* card(CardIndex i) const;

    const PlanRows* rows_;
    const Flow* flow_;
    Series series_;
    std::span<const KpiReading> scorecard_;
    std::vector<ObjectiveReading> objectives_;
};

}  // namespace throughline::flow
