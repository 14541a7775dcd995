// What the plan costs and takes: shares of the bets, budget, capacity.
#include "core/base/period.h"
#include "core/flow/plan.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <unordered_map>

namespace throughline::flow {
namespace {

using model::Objective;

constexpr int kHistoryWeeks = 12;

}  // namespace

std::vector<Allocation> Plan::allocation(int year) const {
    const Period period{day_from_civil(year, 1, 1), day_from_civil(year, 12, 31)};
    const Instant begin = flow_->zone().start_of(period.first);
    const Instant end = std::min(flow_->zone().start_of(period.last + 1), flow_->as_of());
    std::unordered_map<model::ObjectiveId, model::BetId> bet_of;
    for (const Objective& one : rows_->objectives) {
        bet_of[one.id] = one.bet;
    }
    std::map<model::BetId, double> days;
    std::map<model::BetId, double> money;
    double all_days = 0;
    double all_money = 0;
    for (CardIndex i = 0; i < flow_->card_count(); ++i) {
        const auto bet = bet_of.find(flow_->card(i).objective);
        const model::BetId to = bet == bet_of.end() ? model::BetId{} : bet->second;
        for (const Stay& stay : flow_->stays(i)) {
            const Duration inside = std::min(stay.end, end) - std::max(stay.begin, begin);
            if (inside > Duration{}) {
                days[to] += inside.days();
                all_days += inside.days();
            }
        }
    }
    for (const model::Spend& one : rows_->spend) {
        const auto row = flow_->index_of(one.card);
        if (!period.contains(one.day) || !row) {
            continue;
        }
        const auto bet = bet_of.find(flow_->card(*row).objective);
        money[bet == bet_of.end() ? model::BetId{} : bet->second] += one.amount;
        all_money += one.amount;
    }
    std::vector<Allocation> result;
    const auto read = [&](model::BetId id, const model::Bet* bet) {
        Allocation one{.bet = id};
        if (bet != nullptr) {
            one.stated_budget = bet->budget_share;
            one.stated_time = bet->time_share;
        }
        const auto share = [](double part, double whole) {
            return whole > 0 ? std::optional(100 * part / whole) : std::nullopt;
        };
        one.actual_budget = share(money[id], all_money);
        one.actual_time = share(days[id], all_days);
        const auto apart = [](std::optional<double> stated, std::optional<double> actual) {
            return stated && actual && std::abs(*stated - *actual) >= kAllocationApart;
        };
        one.flagged =
            apart(one.stated_budget, one.actual_budget) || apart(one.stated_time, one.actual_time);
        result.push_back(one);
    };
    for (const model::Bet& bet : rows_->bets) {
        if (bet.year == year) {
            read(bet.id, &bet);
        }
    }
    std::ranges::sort(result, {}, [this](const Allocation& one) {
        return plan_row(rows_->bets, one.bet)->number;
    });
    // What bets of other years and no bet at all took is told together.
    Allocation rest;
    double rest_budget = 0;
    double rest_time = 0;
    const auto is_listed = [&](model::BetId id) {
        return std::ranges::find(result, id, &Allocation::bet) != result.end();
    };
    for (const auto& [id, value] : money) {
        rest_budget += is_listed(id) ? 0 : value;
    }
    for (const auto& [id, value] : days) {
        rest_time += is_listed(id) ? 0 : value;
    }
    if (all_money > 0) {
        rest.actual_budget = 100 * rest_budget / all_money;
    }
    if (all_days > 0) {
        rest.actual_time = 100 * rest_time / all_days;
    }
    result.push_back(rest);
    return result;
}

std::vector<BudgetReading> Plan::budget(int year) const {
    std::vector<const model::BudgetLine*> lines;
    for (const model::BudgetLine& line : rows_->budget) {
        if (line.year == year) {
            lines.push_back(&line);
        }
    }
    // The most particular line takes the money: objective before bet, channel with either, quarter
    // before year.
    const auto rank = [](const model::BudgetLine* line) {
        return (line->objective ? 8 : 0) + (line->bet ? 4 : 0) + (line->channel.empty() ? 0 : 2) +
               (line->quarter.empty() ? 0 : 1);
    };
    std::ranges::stable_sort(lines, [&](const auto* a, const auto* b) {
        return std::tuple(-rank(a), a->id) < std::tuple(-rank(b), b->id);
    });
    std::vector<BudgetReading> readings;
    for (const model::BudgetLine* line : lines) {
        readings.push_back({.line = line->id, .planned = line->planned});
    }
    readings.push_back({});  // what no line covers
    for (const model::Spend& one : rows_->spend) {
        const auto index = flow_->index_of(one.card);
        if (civil(one.day).year != year || !index) {
            continue;
        }
        const model::ObjectiveId objective = flow_->card(*index).objective;
        const Objective* row = plan_row(rows_->objectives, objective);
        const auto fits = [&](const model::BudgetLine* line) {
            return (!line->objective || line->objective == objective) &&
                   (!line->bet || (row != nullptr && row->bet == line->bet)) &&
                   (line->channel.empty() || line->channel == one.channel) &&
                   (line->quarter.empty() || line->quarter == quarter_of(one.day));
        };
        const auto found = std::ranges::find_if(lines, fits);
        BudgetReading& to = readings[static_cast<std::size_t>(found - lines.begin())];
        (one.kind == model::SpendKind::Spent ? to.spent : to.committed) += one.amount;
    }
    if (readings.back().committed == 0 && readings.back().spent == 0) {
        readings.pop_back();
    }
    return readings;
}

double Plan::person_days(Day first, Day last) const {
    const WorkingCalendar& calendar = flow_->rows().calendar;
    double sum = 0;
    for (const model::Person& person : rows_->people) {
        if (!person.works()) {
            continue;
        }
        int there = 0;
        int week = 0;
        for (Day day = first; day <= last; ++day) {
            const bool away = std::ranges::any_of(rows_->absences, [&](const auto& one) {
                return one.person == person.id && one.from <= day && day <= one.to;
            });
            there += calendar.is_working(day) && !away ? 1 : 0;
        }
        for (int i = 0; i < 7; ++i) {
            week += (calendar.weekdays >> i) & 1;
        }
        sum += week == 0 ? 0 : there * std::min(1.0, person.days_per_week / week);
    }
    return sum;
}

std::vector<CapacityWeek> Plan::capacity(int weeks) const {
    const Day monday = week_of(today());
    const Day since = monday - 7 * kHistoryWeeks;
    int delivered = 0;
    for (CardIndex i = 0; i < flow_->card_count(); ++i) {
        const Journey& journey = flow_->journey(i);
        delivered += journey.known && journey.finished && !flow_->card(i).is_void &&
                             journey.end_day >= since && journey.end_day < monday
                         ? 1
                         : 0;
    }
    const double past_days = person_days(since, monday - 1);
    const model::Board* board = flow_->rows().board();
    const double kept = 1 - (board == nullptr ? 0 : board->capacity_buffer) / 100.0;

    std::vector<CapacityWeek> result;
    for (int i = 0; i < weeks; ++i) {
        CapacityWeek week{.monday = monday + 7 * i};
        week.person_days = person_days(week.monday, week.monday + 6) * kept;
        if (delivered > 0 && past_days > 0) {
            week.expected = week.person_days * delivered / past_days;
        }
        result.push_back(week);
    }
    const auto at = [&](Day day) -> CapacityWeek* {
        const int index = day < monday ? 0 : (day - monday) / 7;
        return index < weeks ? &result[static_cast<std::size_t>(index)] : nullptr;
    };
    for (CardIndex i = 0; i < flow_->card_count(); ++i) {
        const model::Card* row = card(i);
        if (row == nullptr || !row->due || !row->on_board() || flow_->journey(i).finished) {
            continue;
        }
        if (CapacityWeek* week = at(*row->due)) {
            ++week->due;
        }
    }
    for (const model::Request& request : flow_->rows().requests) {
        if (!request.is_open() || !request.needed_by) {
            continue;
        }
        if (CapacityWeek* week = at(*request.needed_by)) {
            ++week->requested;
        }
    }
    return result;
}

}  // namespace throughline::flow
