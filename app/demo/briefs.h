// What the demo team is asked for: titles and answers that a marketing team would recognise.
#pragma once

#include "app/demo/random.h"
#include "core/model/workspace.h"

#include <string>

namespace throughline::demo {

struct Ask {
    std::string form;       // template handle
    std::string requester;  // person handle
    std::string title;
    model::TextMap answers;
};

// The n-th request of the demo; n counts from 0. `day` is the local day on which it is written.
Ask make_ask(std::size_t n, Day day, Random& random);

}  // namespace throughline::demo
