// What each role may do: the one table. Every command names the right it needs.
#pragma once

#include "core/model/person.h"

#include <span>
#include <string_view>

namespace throughline::rules {

enum class Right {
    Look,         // see everything, save own views
    Request,      // submit briefs, answer questions, comment
    Work,         // move, edit, block cards; gates; checklists
    Approve,      // sign approvals at gates
    Triage,       // accept, decline, merge, score requests; trade out
    Plan,         // objectives and bets
    Override,     // pass a limit with a reason
    Configure,    // columns, limits, policies, templates, taxonomy, imports
    ManagePeople  // people and roles
};

bool may(model::Role role, Right right);
// The lowest role that has the right: who to ask.
model::Role least_role(Right right);
std::string_view describe(Right right);  // "accept and decline requests"

struct RoleRow {
    Right right;
    model::Role least;
    std::string_view words;
};
std::span<const RoleRow> role_table();

}  // namespace throughline::rules
