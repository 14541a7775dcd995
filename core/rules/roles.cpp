#include "core/rules/roles.h"

#include <algorithm>
#include <array>

namespace throughline::rules {
namespace {

using model::Role;

// Roles are ordered: each may do what the lower ones may.
constexpr std::array<RoleRow, 9> kTable{{
    {Right::Look, Role::Viewer, "look at the board and save own views"},
    {Right::Request, Role::Requester, "submit briefs, answer questions and comment"},
    {Right::Work, Role::Member, "move, edit and block cards"},
    {Right::Approve, Role::Member, "sign approvals"},
    {Right::Triage, Role::Lead, "accept, decline and score requests"},
    {Right::Plan, Role::Lead, "change objectives and bets"},
    {Right::Override, Role::Lead, "override a limit"},
    {Right::Configure, Role::Lead, "change columns, limits, policies, templates and import"},
    {Right::ManagePeople, Role::Admin, "change people and roles"},
}};

const RoleRow& row(Right right) {
    return *std::find_if(kTable.begin(), kTable.end(),
                         [right](const RoleRow& one) { return one.right == right; });
}

}  // namespace

bool may(model::Role role, Right right) {
    return role >= row(right).least;
}
model::Role least_role(Right right) {
    return row(right).least;
}
std::string_view describe(Right right) {
    return row(right).words;
}
std::span<const RoleRow> role_table() {
    return kTable;
}

}  // namespace throughline::rules
