// What several commands do to a card in the same way: refusals in common words, placing a card,
// reading and setting fields from text.
#pragma once

#include "core/rules/command.h"
#include "core/rules/workflow.h"

namespace throughline::rules {

// A refusal in one line.
Refusal refusal(std::string rule, std::string reason, std::string remedy = "",
                std::string subject = "", model::CardId card = {});
Refusal not_found(std::string_view what);  // "this card is not there any more"

// Where a card goes in a column: before the card that now stands at `position` (0 is the top), or
// at the bottom. Ranks are made so that no other card has to change, unless there is no number left
// between two neighbours; then the column's ranks are made anew.
double rank_at(Edit& edit, model::ColumnId column, std::optional<int> position,
               model::CardId moving);

// Puts the card into `to` (0: off the board, with the state it then has) and logs the transition.
// A backward move resets the gate of the column it enters again.
void place_card(Edit& edit, const Context& context, model::CardId card, model::ColumnId to,
                model::MoveKind kind, std::optional<int> position = std::nullopt,
                model::CardState state = model::CardState::OnBoard);

// A title stands in one line everywhere: no line break, no character that only steers (NUL, escape,
// a turn of the writing direction). Joiners of emoji and of scripts are letters here.
bool is_one_line(std::string_view text);

// Needs a non-empty reason: refusal "reason_missing" otherwise.
Verdict need_reason(std::string_view reason, std::string_view act);

// A person who may be named: known and active. Refusal "unknown_person" otherwise.
Verdict need_person(const Edit& edit, model::PersonId person, std::string_view role_words);

// As need_person, and the person's role must let them work: a DRI moves the card.
Verdict need_dri(const Edit& edit, model::PersonId person);

// The template must be offered still: refusal "template_retired" otherwise.
Verdict need_offered(const model::Template& form);

// The meeting must be going on: refusal "meeting_over" otherwise.
Verdict need_running_meeting(const Edit& edit, model::MeetingId meeting);

// The actor's role must have the right: refusal "no_right" otherwise.
Verdict need_right(const Edit& edit, const Context& context, Right right);

// The day of an instant where the board is.
Day local_day(const Edit& edit, Instant at);

}  // namespace throughline::rules
