// Commands on objectives, big bets and people.
#pragma once

#include "core/model/objective.h"
#include "core/model/person.h"
#include "core/rules/verb.h"

namespace throughline::rules {

struct AddObjective {
    std::string title;
    std::string quarter;  // "2026-Q4"; "" for a standing objective
    model::BetId bet;
    model::PersonId dri;
    int colour = -1;  // -1: the next free one of the palette
};
struct EditObjective {
    model::ObjectiveId objective;
    model::TextMap
        set;  // title, quarter, bet (key), dri (handle), status, status_reason, colour, closed
};

struct AddBet {
    int year = 0;
    std::string title;
    std::string sentence;
    std::string reason;  // a third bet of a year needs one; a fourth is refused
};
struct EditBet {
    model::BetId bet;
    model::TextMap set;  // title, sentence, reason, closed
};

struct AddPerson {
    std::string handle;
    std::string name;
    model::Role role = model::Role::Member;
};
struct EditPerson {
    model::PersonId person;
    model::TextMap set;  // handle, name, role, wip_limit, active
};

TL_COMMAND(AddObjective, "add-objective", "Add objective", Plan, "title", title, "quarter", quarter,
           "bet", bet, "dri", dri, "colour", colour);
// The status and its reason by its DRI; all else takes the right to plan.
TL_COMMAND(EditObjective, "edit-objective", "Edit objective", Work, "objective", objective, "set",
           set);
TL_COMMAND(AddBet, "add-bet", "Add big bet", Plan, "year", year, "title", title, "sentence",
           sentence, "reason", reason);
TL_COMMAND(EditBet, "edit-bet", "Edit big bet", Plan, "bet", bet, "set", set);
TL_COMMAND(AddPerson, "add-person", "Add person", ManagePeople, "handle", handle, "name", name,
           "role", role);
TL_COMMAND(EditPerson, "edit-person", "Edit person", ManagePeople, "person", person, "set", set);

}  // namespace throughline::rules
