// Will an objective's cards be done by the end of its quarter: core/flow/promise.h asked for every
// open objective with a quarter, off the frame. No drawing.
#pragma once

#include "app/gui/context/flow_answer.h"
#include "core/flow/promise.h"

#include <string>
#include <vector>

namespace throughline::gui {

// Drawn from the deliveries of the objective's own cards.
struct ObjectivePromise {
    model::ObjectiveId id;
    Day last;  // of its quarter
    int days_left = 0;
    flow::Standing standing;
    std::optional<flow::Claim> claim;    // absent: nothing to forecast, see why_not
    std::optional<flow::Claim> growing;  // if cards are added as in the window
    double growth = 0;                   // cards added for each delivered
    std::vector<flow::Level> levels;     // days from today, of the cards that are there
    Day history_from;                    // closed range of the days drawn from
    Day history_to;
    bool thin_history = false;
    std::string why_not;  // "No card on the board", "All 4 cards are done"
};

struct PromiseQuestion {
    int weeks = 12;
    std::uint64_t seed = 1;
    friend bool operator==(const PromiseQuestion&, const PromiseQuestion&) = default;
};
ObjectivePromise promise_of(const flow::Flow& flow, const model::Objective& objective, Day last,
                            const PromiseQuestion& question);

class Promises {
public:
    void refresh(Context& context, const PromiseQuestion& question = {});
    // Null while it is not there yet, and for a closed or standing objective.
    const ObjectivePromise* find(model::ObjectiveId id) const;
    // In order of the objectives' numbers; null before the first answer.
    const std::vector<ObjectivePromise>* all() const { return answer_.answer(); }
    bool is_current() const { return answer_.is_current(); }
    bool is_busy() const { return answer_.is_busy(); }

private:
    FlowAnswer<PromiseQuestion, std::vector<ObjectivePromise>> answer_;
};

// Likely from 85% on, the level that people plan by; unlikely below even chances.
enum class Likelihood { Likely, Open, Unlikely };
Likelihood likelihood_of(const flow::Claim& claim);

}  // namespace throughline::gui
