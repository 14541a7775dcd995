// What a new board ships with: the marketing workflow, request types, taxonomy. Editable afterwards
// like everything else.
#pragma once

#include "core/rules/command.h"
#include "core/rules/edit.h"

namespace throughline::rules {

// Ready | Create (doing, done) | Review | Launch prep | Live and measure | Done, with limits,
// policies and gates; commitment before Create, delivery before Live.
void add_marketing_columns(Edit& edit, model::Board& board);

// Campaign launch, content asset, event, email, web page, sales enablement, research.
void add_marketing_templates(Edit& edit, const Context& context);

void add_marketing_terms(Edit& edit);

}  // namespace throughline::rules
