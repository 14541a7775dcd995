#include "core/flow/cfd.h"

#include <algorithm>
#include <numeric>

namespace throughline::flow {
namespace {

// Fills the diagram stay by stay. Lines hold the day's additions first, sums at the end.
class Builder {
public:
    Builder(const Slice& slice, Cfd& cfd)
        : slice_(slice), workflow_(slice.flow().workflow()), cfd_(cfd) {
        days_ = slice.day_count();
        cfd_.from = slice.from();
        choose_columns();
        cfd_.lines.assign(cfd_.columns.size(), std::vector<int>(static_cast<std::size_t>(days_)));
        cfd_.before.assign(cfd_.columns.size(), 0);
        cfd_.not_delivered.assign(static_cast<std::size_t>(days_), 0);
        cfd_.rework.assign(static_cast<std::size_t>(days_), 0);
    }

    void add_card(CardIndex card) {
        const auto visits = slice_.flow().visits(card);
        for (const Stay& stay : slice_.flow().stays(card)) {
            add_stay(card, stay, visits.subspan(stay.first_visit, stay.visit_count));
        }
    }

    void sum_up() {
        for (std::size_t k = 0; k < cfd_.lines.size(); ++k) {
            if (days_ > 0) {
                cfd_.lines[k][0] += cfd_.before[k];
            }
            std::partial_sum(cfd_.lines[k].begin(), cfd_.lines[k].end(), cfd_.lines[k].begin());
        }
        std::partial_sum(cfd_.not_delivered.begin(), cfd_.not_delivered.end(),
                         cfd_.not_delivered.begin());
        std::partial_sum(cfd_.rework.begin(), cfd_.rework.end(), cfd_.rework.begin());
    }

private:
    // Asked only for removed columns, so a board without one is not searched.
    std::vector<bool> visited_columns() const {
        std::vector<bool> visited(static_cast<std::size_t>(workflow_.size()));
        const auto& stages = workflow_.stages();
        if (std::none_of(stages.begin(), stages.end(), [](const Stage& s) { return s.removed; })) {
            return visited;
        }
        slice_.each([&](CardIndex i, const Journey&) {
            for (const Visit& visit : slice_.flow().visits(i)) {
                visited[static_cast<std::size_t>(visit.column)] = true;
            }
        });
        return visited;
    }

    void choose_columns() {
        const std::vector<bool> visited = visited_columns();
        for (Position p = workflow_.first_in_process(); p < workflow_.first_done(); ++p) {
            if (!workflow_.at(p).removed || visited[static_cast<std::size_t>(p)]) {
                cfd_.columns.push_back(p);
            }
        }
        if (workflow_.first_done() < workflow_.size()) {
            cfd_.columns.push_back(workflow_.first_done());
        }
        lines_up_to_.resize(static_cast<std::size_t>(workflow_.size()));
        for (Position p = 0; p < workflow_.size(); ++p) {
            lines_up_to_[static_cast<std::size_t>(p)] = static_cast<std::size_t>(
                std::upper_bound(cfd_.columns.begin(), cfd_.columns.end(), p) -
                cfd_.columns.begin());
        }
    }

    // The stay has reached the first `lines` lines.
    void reach(std::size_t& reached, std::size_t lines, Day day) {
        for (; reached < lines; ++reached) {
            if (day < cfd_.from) {
                ++cfd_.before[reached];
            } else if (day - cfd_.from < days_) {
                ++cfd_.lines[reached][static_cast<std::size_t>(day - cfd_.from)];
            }
        }
    }

    void add(std::vector<int>& by_day, Day day, int count) const {
        const int at = std::max(0, day - cfd_.from);
        if (at < days_) {
            by_day[static_cast<std::size_t>(at)] += count;
        }
    }

    void add_stay(CardIndex card, const Stay& stay, std::span<const Visit> visits) {
        std::size_t reached = 0;
        Position furthest = stay.entered;
        reach(reached, lines_up_to_[static_cast<std::size_t>(stay.entered)], stay.begin_day);
        for (std::size_t k = 0; k < visits.size(); ++k) {
            const Day begin{visits[k].begin_day};
            if (visits[k].column < furthest) {
                add_rework(card, begin,
                           k + 1 < visits.size() ? Day{visits[k + 1].begin_day} : end_of(stay));
            }
            furthest = std::max(furthest, visits[k].column);
            reach(reached, lines_up_to_[static_cast<std::size_t>(furthest)], begin);
        }
        if (stay.departed()) {
            reach(reached, cfd_.columns.size(), stay.end_day);
            if (stay.how != Departure::Delivered) {
                add(cfd_.not_delivered, stay.end_day, 1);
            }
        }
    }

    Day end_of(const Stay& stay) const {
        return stay.departed() ? stay.end_day : slice_.flow().today() + 1;
    }

    // Left of its furthest column from `begin` on, no longer at the end of `end`.
    void add_rework(CardIndex card, Day begin, Day end) {
        add(cfd_.rework, begin, 1);
        add(cfd_.rework, end, -1);
        if (days_ > 0 && begin <= slice_.to() && end > slice_.to()) {
            cfd_.rework_now.push_back(card);
        }
    }

    const Slice& slice_;
    const Workflow& workflow_;
    Cfd& cfd_;
    int days_ = 0;
    std::vector<std::size_t>
        lines_up_to_;  // per position: how many lines a card standing there has reached
};

}  // namespace

int Cfd::wip(int day) const {
    const auto at = static_cast<std::size_t>(day);
    return lines.empty() ? 0 : lines.front()[at] - lines.back()[at];
}

int Cfd::band(std::size_t column, int day) const {
    const auto at = static_cast<std::size_t>(day);
    return column + 1 < lines.size() ? lines[column][at] - lines[column + 1][at] : 0;
}

std::optional<int> Cfd::horizontal_gap(int day) const {
    if (lines.empty()) {
        return std::nullopt;
    }
    const int departed = lines.back()[static_cast<std::size_t>(day)];
    if (departed == 0 || before.front() >= departed) {
        return std::nullopt;
    }
    const auto& arrived = lines.front();
    const auto first = std::lower_bound(arrived.begin(), arrived.end(), departed);
    return day - static_cast<int>(first - arrived.begin()) + 1;
}

Cfd cfd(const Slice& slice) {
    Cfd result;
    if (!slice.flow().workflow().is_set_up()) {
        result.from = slice.from();
        return result;
    }
    Builder builder(slice, result);
    slice.each([&](CardIndex i, const Journey&) { builder.add_card(i); });
    builder.sum_up();
    return result;
}

std::optional<double> flow_debt(const Cfd& cfd, int day, std::optional<double> mean_cycle_time) {
    const auto gap = cfd.horizontal_gap(day);
    return gap && mean_cycle_time ? std::optional(*gap - *mean_cycle_time) : std::nullopt;
}

std::vector<std::optional<double>> flow_debt_by_day(const Slice& slice, const Cfd& cfd) {
    std::vector<std::int64_t> sum(static_cast<std::size_t>(cfd.day_count()));
    std::vector<std::int64_t> count(sum.size());
    slice.each([&](CardIndex, const Journey& journey) {
        const int at = journey.end_day - cfd.from;
        if (journey.has_cycle_time() && at >= 0 && at < cfd.day_count()) {
            sum[static_cast<std::size_t>(at)] += slice.days(journey.start_day, journey.end_day);
            ++count[static_cast<std::size_t>(at)];
        }
    });
    std::partial_sum(sum.begin(), sum.end(), sum.begin());
    std::partial_sum(count.begin(), count.end(), count.begin());
    std::vector<std::optional<double>> debt;
    for (std::size_t d = 0; d < sum.size(); ++d) {
        const auto mean =
            count[d] == 0
                ? std::nullopt
                : std::optional(static_cast<double>(sum[d]) / static_cast<double>(count[d]));
        debt.push_back(flow_debt(cfd, static_cast<int>(d), mean));
    }
    return debt;
}

}  // namespace throughline::flow
