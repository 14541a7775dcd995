// What the files of the card verb share.
#pragma once

#include "app/cli/outcome.h"
#include "app/cli/syntax.h"

namespace throughline::cli {

void add_card_list(Verb& card);
void add_card_show(Verb& card);
void add_card_moves(Verb& card);
void add_card_edit(Verb& card);
void add_card_gates(Verb& card);
void add_card_blocks(Verb& card);
void add_card_links(Verb& card);

// Runs the command and shows the card as it then is.
Ending carry_out_on_card(Session& session, const rules::Command& command, model::CardId card);

}  // namespace throughline::cli
