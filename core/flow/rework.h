// Work that had to be done again.
//
// metrics, section 6. Rework: backward moves in process, failed gates, reopens. First-pass yield of
// a column = cards that left it forward and never came back to it or further left / cards that left
// it forward; the product over the columns is the rolled yield. Rework rate = delivered cards with
// any rework / delivered. Example: of P: Ready, Create, Done and Q: Ready, Create, Ready, Create,
// Done both left Ready and one came back: 1/2; Create 2/2; rolled 1/2; rework rate 1/2.
#pragma once

#include "core/flow/sle.h"

#include <optional>
#include <vector>

namespace throughline::flow {

struct Yield {
    Position column = kNoColumn;
    Ratio first_pass;
};

struct Rework {
    int backward_moves = 0;  // in the period
    int failed_gates = 0;
    int reopens = 0;
    std::vector<Yield>
        yields;  // columns in process; cards that first left the column in the period
    std::optional<double> rolled;  // absent while some column has no card
    Ratio delivered_with_rework;   // of the cards delivered in the period
};
Rework rework(const Slice& slice);

}  // namespace throughline::flow
