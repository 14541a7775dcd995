#include "core/flow/rework.h"

#include <unordered_set>

namespace throughline::flow {
namespace {

// One card's visits, told as moves forward and back.
class CardRework {
public:
    CardRework(const Slice& slice, CardIndex card)
        : slice_(slice), workflow_(slice.flow().workflow()) {
        const auto visits = slice.flow().visits(card);
        bool was_done = false;
        for (const Stay& stay : slice.flow().stays(card)) {
            if (was_done && stay.observed) {
                ++reopens_;
                reopens_in_period_ += slice.in_period(stay.begin_day) ? 1 : 0;
            }
            was_done = stay.how == Departure::Delivered;
            const auto mine = visits.subspan(stay.first_visit, stay.visit_count);
            for (std::size_t k = 1; k < mine.size(); ++k) {
                if (mine[k].column < mine[k - 1].column) {
                    ++backward_;
                    backward_in_period_ += slice.in_period({mine[k].begin_day}) ? 1 : 0;
                }
            }
        }
    }

    int backward_in_period() const { return backward_in_period_; }
    int reopens_in_period() const { return reopens_in_period_; }
    bool any() const { return backward_ + reopens_ > 0; }

    // Adds the columns that the card first left forward in the period.
    void add_yields(CardIndex card, std::vector<Yield>& yields) const {
        const auto visits = slice_.flow().visits(card);
        for (std::size_t c = 0; c < yields.size(); ++c) {
            bool entered = false;  // the process, at this column or left of it
            bool left = false;
            bool came_back = false;
            for (const Visit& visit : visits) {
                entered = entered || workflow_.in_process(visit.column);
                if (!left && entered && visit.column > yields[c].column) {
                    left = true;
                    if (!slice_.in_period({visit.begin_day})) {
                        entered = false;
                        break;
                    }
                } else if (left && visit.column <= yields[c].column) {
                    came_back = true;
                }
            }
            if (left && entered) {
                ++yields[c].first_pass.whole;
                yields[c].first_pass.part += came_back ? 0 : 1;
            }
        }
    }

private:
    const Slice& slice_;
    const Workflow& workflow_;
    int backward_ = 0;
    int backward_in_period_ = 0;
    int reopens_ = 0;
    int reopens_in_period_ = 0;
};

}  // namespace

Rework rework(const Slice& slice) {
    const Flow& flow = slice.flow();
    Rework result;
    for (Position p = flow.workflow().first_in_process(); p < flow.workflow().first_done(); ++p) {
        if (!flow.workflow().at(p).removed) {
            result.yields.push_back({.column = p});
        }
    }
    std::unordered_set<CardIndex> failed;
    for (const model::GateMark& mark : flow.rows().gate_marks) {
        const auto card = flow.index_of(mark.card);
        if (mark.verdict == model::Verdict::Rejected && mark.at <= flow.as_of() && card &&
            slice.has(*card)) {
            failed.insert(*card);
            result.failed_gates += slice.in_period(flow.zone().day(mark.at)) ? 1 : 0;
        }
    }
    slice.each([&](CardIndex i, const Journey& journey) {
        const CardRework mine(slice, i);
        result.backward_moves += mine.backward_in_period();
        result.reopens += mine.reopens_in_period();
        mine.add_yields(i, result.yields);
        if (journey.finished && slice.in_period(journey.end_day)) {
            ++result.delivered_with_rework.whole;
            result.delivered_with_rework.part += mine.any() || failed.count(i) > 0 ? 1 : 0;
        }
    });
    double rolled = 1;
    bool complete = !result.yields.empty();
    for (const Yield& yield : result.yields) {
        complete = complete && yield.first_pass.whole > 0;
        rolled *= yield.first_pass.value().value_or(0);
    }
    if (complete) {
        result.rolled = rolled;
    }
    return result;
}

}  // namespace throughline::flow
