// Which cards pass a filter, asked on the frame thread and carried to another.
#pragma once

#include "app/gui/context/context.h"

#include <functional>
#include <string>
#include <vector>

namespace throughline::gui {

struct Passing {
    std::optional<std::vector<model::CardId>> ids;  // ascending; absent: all cards pass
    std::string error;                              // why the filter cannot be understood

    // As flow::Scope::filter wants it; empty when all cards pass. Owns what it reads.
    std::function<bool(const model::Card&)> filter() const;
};
// By the cards' values of now; `query` in the words of core/model/query.h.
Passing passing_cards(Context& context, const std::string& query);

}  // namespace throughline::gui
