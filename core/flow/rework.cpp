#include "core/flow/rework.h"

#include <unordered_set>

namespace throughline::flow {
namespace {

// One card's visits, told as moves forward and back.
class CardRework {
public:
    CardRework(const Slice& slice, CardIndex card) {
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

private:
    int backward_ = 0;
    int backward_in_period_ = 0;
    int reopens_ = 0;
    int reopens_in_period_ = 0;
};

// First-pass yield of the columns, card by card.
class Yields {
public:
    Yields(const Slice& slice, std::vector<Yield>& yields)
        : slice_(slice), yields_(yields), left_in_period_(yields.size()), back_(yields.size()) {}

    // Counts the columns that the card first left forward in the period. They lie in order, so
    // those that it has left are always the first few.
    void add_card(CardIndex card) {
        std::size_t left = 0;
        bool entered = false;  // the process, at some column
        for (const Visit& visit : slice_.flow().visits(card)) {
            entered = entered || slice_.flow().workflow().in_process(visit.column);
            for (std::size_t k = left; k-- > 0 && yields_[k].column >= visit.column;) {
                back_[k] = 1;
            }
            while (entered && left < yields_.size() && yields_[left].column < visit.column) {
                left_in_period_[left] = slice_.in_period({visit.begin_day}) ? 1 : 0;
                back_[left] = 0;
                ++left;
            }
        }
        for (std::size_t k = 0; k < left; ++k) {
            yields_[k].first_pass.whole += left_in_period_[k];
            yields_[k].first_pass.part += left_in_period_[k] != 0 && back_[k] == 0 ? 1 : 0;
        }
    }

private:
    const Slice& slice_;
    std::vector<Yield>& yields_;
    std::vector<std::uint8_t> left_in_period_;  // per column, of the card at hand
    std::vector<std::uint8_t> back_;            // came back to it, or further left
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
    Yields yields(slice, result.yields);
    slice.each([&](CardIndex i, const Journey& journey) {
        const CardRework mine(slice, i);
        result.backward_moves += mine.backward_in_period();
        result.reopens += mine.reopens_in_period();
        yields.add_card(i);
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
