#include "core/flow/maturity.h"

#include "core/base/period.h"
#include "core/flow/limits.h"
#include "core/flow/response.h"

#include <algorithm>
#include <set>
#include <unordered_set>

namespace throughline::flow {
namespace {

using model::MaturityArea;

constexpr int kWeeks = 12;
constexpr int kMonths = 3;

// Counts of `rows` that are asked about, and of those that hold.
template <class Rows, class Asked, class Holds>
Ratio count(const Rows& rows, Asked&& asked, Holds&& holds) {
    Ratio ratio;
    for (const auto& row : rows) {
        if (asked(row)) {
            ++ratio.whole;
            ratio.part += holds(row) ? 1 : 0;
        }
    }
    return ratio;
}

class Reader {
public:
    Reader(const LearningRows& learning, const PlanRows& plan, const Flow& flow,
           std::span<const KpiReading> scorecard)
        : learning_(learning),
          plan_(plan),
          flow_(flow),
          scorecard_(scorecard),
          slice_(flow, last_weeks(flow.zone(), flow.as_of(), kWeeks)) {}

    std::vector<Evidence> measurement() const;
    std::vector<Evidence> work() const;
    std::vector<Evidence> standards() const;
    std::vector<Evidence> governance() const;
    std::vector<Evidence> cadence() const;

private:
    Day today() const { return flow_.today(); }
    Day day(Instant at) const { return flow_.zone().day(at); }
    bool is_lately(Day one) const { return slice_.in_period(one) && one <= today(); }
    bool was_lately(Instant at) const { return at <= flow_.as_of() && is_lately(day(at)); }
    const model::Card* card(CardIndex i) const {
        const std::int64_t row = flow_.card(i).row;
        return row < 0 ? nullptr : &flow_.rows().cards[static_cast<std::size_t>(row)];
    }
    // Closed objects that were due lately: executed in time, of all.
    template <class Rows, class State>
    Ratio in_time(const Rows& rows, State done) const;
    Ratio measured_results() const;
    Ratio limited_columns() const;
    Ratio within_sle() const;
    Ratio in_process_where(bool (*holds)(const model::Card&)) const;
    Ratio closed_with_result() const;
    Ratio tied_cards() const;
    Ratio looked_at() const;
    Ratio weekly_syncs() const;
    Ratio monthly_reviews() const;
    Ratio published() const;
    Ratio objectives_with_retro() const;

    const LearningRows& learning_;
    const PlanRows& plan_;
    const Flow& flow_;
    std::span<const KpiReading> scorecard_;
    Slice slice_;
};

template <class Rows, class State>
Ratio Reader::in_time(const Rows& rows, State done) const {
    return count(
        rows, [&](const auto& row) { return row.at <= flow_.as_of() && is_lately(row.due); },
        [&](const auto& row) {
            return row.state == done && row.closed_at && day(*row.closed_at) <= row.due;
        });
}

Ratio Reader::measured_results() const {
    const std::string quarter = quarter_of(today());
    const Series series(plan_, flow_.as_of());
    std::unordered_set<std::int64_t> measured;
    for (const KpiReading& one : scorecard_) {
        if (one.value) {
            measured.insert(one.kpi.value);
        }
    }
    return count(
        plan_.key_results,
        [&](const model::KeyResult& one) {
            const model::Objective* objective = plan_row(plan_.objectives, one.objective);
            return objective != nullptr && !objective->closed && objective->quarter == quarter &&
                   one.kind != model::ResultKind::Milestones;
        },
        [&](const model::KeyResult& one) {
            return one.kpi ? measured.contains(one.kpi.value) : !series.of(one.id).empty();
        });
}

std::vector<Evidence> Reader::measurement() const {
    const auto all = [](const KpiReading&) { return true; };
    return {
        {"KPIs with a value in time",
         count(scorecard_, all, [](const KpiReading& one) { return one.value && !one.overdue; }),
         "Enter the values that are overdue on the KPI screen."},
        {"KPIs with a target and a definition",
         count(scorecard_, all,
               [&](const KpiReading& one) {
                   const model::Kpi* kpi = plan_row(plan_.kpis, one.kpi);
                   const bool from_board =
                       kpi != nullptr && kpi->figure != model::BoardFigure::None;
                   return one.target && (from_board || definition_on(plan_, one.kpi, today()));
               }),
         "Open each KPI and say what counts and what is aimed at."},
        {"Key results of this quarter that are measured", measured_results(),
         "Measure them on the plan, or tie each to a KPI."}};
}

Ratio Reader::limited_columns() const {
    const Workflow& workflow = flow_.workflow();
    std::unordered_set<std::int64_t> groups;
    for (const model::ColumnGroup& group : flow_.rows().groups) {
        if (group.wip_limit && !group.removed) {
            groups.insert(group.id.value);
        }
    }
    Ratio ratio;
    for (Position p = workflow.first_in_process(); p < workflow.first_done(); ++p) {
        const Stage& stage = workflow.at(p);
        if (!stage.removed) {
            ++ratio.whole;
            ratio.part += stage.limit || groups.contains(stage.group.value) ? 1 : 0;
        }
    }
    return ratio;
}

Ratio Reader::within_sle() const {
    Ratio ratio;
    for (const model::ServiceLevel& level : flow_.rows().service_levels) {
        const Slice of_class = slice_.narrowed(
            [&](const CardInfo& card) { return card.service_class == level.service_class; });
        const Ratio one = attainment(cycle_days(of_class), level.days);
        ratio.part += one.part;
        ratio.whole += one.whole;
    }
    return ratio;
}

std::vector<Evidence> Reader::work() const {
    const Ratio passed = override_figures(slice_).pulls_by_override;
    return {{"Columns in process with a limit", limited_columns(),
             "Give each column a limit in the settings."},
            {"Pulls within the limits",
             {passed.whole - passed.part, passed.whole},
             "Talk about each limit that was passed: is it wrong, or was it haste?"},
            {"Cards within their service level", within_sle(),
             "Adopt a service level for each class, and finish the oldest cards first."},
            {"Requests answered in time", response_figures(slice_).within_sla,
             "Look at the triage queue every day."}};
}

Ratio Reader::in_process_where(bool (*holds)(const model::Card&)) const {
    Ratio ratio;
    for (CardIndex i = 0; i < flow_.card_count(); ++i) {
        const model::Card* one = card(i);
        if (flow_.journey(i).known && flow_.journey(i).in_process && one != nullptr) {
            ++ratio.whole;
            ratio.part += holds(*one) ? 1 : 0;
        }
    }
    return ratio;
}

Ratio Reader::closed_with_result() const {
    Ratio ratio;
    slice_.each([&](CardIndex i, const Journey& journey) {
        const model::Card* one = card(i);
        if (one != nullptr && journey.finished && slice_.in_period(journey.end_day)) {
            ++ratio.whole;
            ratio.part += one->result_actual.empty() ? 0 : 1;
        }
    });
    return ratio;
}

std::vector<Evidence> Reader::standards() const {
    std::unordered_set<std::int64_t> mapped;
    for (const model::ProcessStep& step : learning_.steps) {
        mapped.insert(step.form.value);
    }
    return {{"Cards in process with a complete brief",
             in_process_where([](const model::Card& one) { return one.has_brief(); }),
             "Attach a brief to each imported card."},
            {"Templates with a process map",
             count(
                 learning_.templates, [](const model::Template& one) { return !one.retired; },
                 [&](const model::Template& one) { return mapped.contains(one.id.value); }),
             "Write the steps down under Learning, Playbooks."},
            {"Deliveries closed with their result", closed_with_result(),
             "Enter the success measure's actual on each delivered card."}};
}

Ratio Reader::tied_cards() const {
    Ratio ratio;
    for (CardIndex i = 0; i < flow_.card_count(); ++i) {
        const model::Card* one = card(i);
        if (flow_.journey(i).known && flow_.journey(i).in_process && one != nullptr) {
            const model::Objective* serves = plan_row(plan_.objectives, one->objective);
            ++ratio.whole;
            ratio.part += serves != nullptr && !serves->closed ? 1 : 0;
        }
    }
    return ratio;
}

Ratio Reader::looked_at() const {
    Ratio ratio;
    const auto take = [&](const auto& rows, auto&& asked) {
        for (const auto& row : rows) {
            if (asked(row) && row.review_on) {
                ++ratio.whole;
                ratio.part += *row.review_on >= today() ? 1 : 0;
            }
        }
    };
    const auto all = [](const auto&) { return true; };
    take(plan_.risks, [](const model::Risk& one) { return one.state == model::RiskState::Open; });
    take(learning_.tools, all);
    take(learning_.domains, all);
    take(learning_.trainings, all);
    return ratio;
}

std::vector<Evidence> Reader::governance() const {
    return {
        {"Decisions executed in time", in_time(learning_.decisions, model::DecisionState::Executed),
         "Go through the open decisions in every review."},
        {"Actions done in time", in_time(learning_.actions, model::ActionState::Done),
         "Give an action a day that can be met, or drop it with a reason."},
        {"Cards in process that serve an open objective", tied_cards(),
         "See the defects of the plan: each has what mends it."},
        {"Risks and registers looked at in time", looked_at(),
         "Look at what is overdue under Learning, and give it the next day."}};
}

Ratio Reader::weekly_syncs() const {
    std::set<Day> weeks;
    for (const model::Meeting& one : learning_.meetings) {
        if (one.kind == model::MeetingKind::WeeklySync && one.started_at <= flow_.as_of()) {
            weeks.insert(week_of(day(one.started_at)));
        }
    }
    Ratio ratio{0, kWeeks};
    const Day monday = week_of(today());
    for (int i = 1; i <= kWeeks; ++i) {
        ratio.part += weeks.contains(monday - 7 * i) ? 1 : 0;
    }
    return ratio;
}

// A review of a month is held in the month after it, or in the month itself when it names none.
Ratio Reader::monthly_reviews() const {
    std::set<std::string> months;
    for (const model::Meeting& one : learning_.meetings) {
        if (one.kind == model::MeetingKind::MonthlyReview && one.started_at <= flow_.as_of()) {
            months.insert(is_month(one.period) ? one.period
                                               : next_month(month_of(day(one.started_at)), -1));
        }
    }
    Ratio ratio{0, kMonths};
    // In the first two weeks the review of the last month may still be to come.
    constexpr int kDaysToCome = 14;
    std::string month = next_month(month_of(today()), -1);
    if (!months.contains(month) && civil(today()).day <= kDaysToCome) {
        month = next_month(month, -1);
    }
    for (int i = 0; i < kMonths; ++i, month = next_month(month, -1)) {
        ratio.part += months.contains(month) ? 1 : 0;
    }
    return ratio;
}

Ratio Reader::published() const {
    std::unordered_set<std::int64_t> deciding;
    for (const model::Decision& one : learning_.decisions) {
        deciding.insert(one.meeting.value);
    }
    return count(
        learning_.meetings,
        [&](const model::Meeting& one) {
            return one.ended_at && was_lately(*one.ended_at) && deciding.contains(one.id.value);
        },
        [](const model::Meeting& one) {
            return one.published_at && *one.published_at - *one.ended_at <= hours(24);
        });
}

Ratio Reader::objectives_with_retro() const {
    std::unordered_set<std::int64_t> looked_back;
    for (const model::Retro& one : learning_.retros) {
        looked_back.insert(one.objective.value);
    }
    constexpr int kHalfYear = 183;
    return count(
        plan_.objectives,
        [&](const model::Objective& one) {
            return one.closed && one.closed_at && *one.closed_at <= flow_.as_of() &&
                   day(*one.closed_at) > today() - kHalfYear;
        },
        [&](const model::Objective& one) { return looked_back.contains(one.id.value); });
}

std::vector<Evidence> Reader::cadence() const {
    return {{"Weekly syncs held, of 12 weeks", weekly_syncs(),
             "Start the sync every week under Reviews, also when it is short."},
            {"Monthly reviews held, of three months", monthly_reviews(),
             "Start the review of the month under Reviews."},
            {"Decisions published within a day", published(),
             "Publish when the meeting ends; it is one button."},
            {"Commitments kept",
             count(
                 learning_.commitments,
                 [&](const model::Commitment& one) {
                     return is_lately(one.due) && one.state != model::CommitmentState::Open;
                 },
                 [](const model::Commitment& one) {
                     return one.state == model::CommitmentState::Kept;
                 }),
             "Promise less, and say in the sync what was kept."},
            {"Closed objectives with a retro, of half a year", objectives_with_retro(),
             "Write one for each under Learning, Retros."}};
}

}  // namespace

int Evidence::stage() const {
    const double value = share.value().value_or(0);
    return value >= kLeadingShare ? 3 : value >= kWorkingShare ? 2 : 1;
}

int AreaReading::proposed() const {
    int stage = evidence.empty() ? 1 : 3;
    for (const Evidence& one : evidence) {
        stage = std::min(stage, one.stage());
    }
    return stage;
}

const Evidence* AreaReading::weakest() const {
    const auto found = std::ranges::min_element(
        evidence, {}, [](const Evidence& one) { return one.share.value().value_or(-1); });
    return found == evidence.end() ? nullptr : &*found;
}

std::array<AreaReading, kAreas> maturity(const LearningRows& learning, const PlanRows& plan,
                                         const Flow& flow, std::span<const KpiReading> scorecard) {
    const Reader reader(learning, plan, flow, scorecard);
    return {{{MaturityArea::Measurement, reader.measurement()},
             {MaturityArea::WorkManagement, reader.work()},
             {MaturityArea::Standards, reader.standards()},
             {MaturityArea::Governance, reader.governance()},
             {MaturityArea::Cadence, reader.cadence()}}};
}

}  // namespace throughline::flow
