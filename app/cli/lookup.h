// What people call things, found: keys of cards and requests, handles of people and columns.
// Columns, people and templates are also known by name when it is unique. What is not there is bad
// input that names what there is. Pointers are valid until the next change of the workspace.
#pragma once

#include "app/cli/failure.h"
#include "core/model/workspace.h"

#include <string_view>

namespace throughline::cli {

Fallible<const model::Card*> find_card(const model::Workspace& workspace, std::string_view key);
Fallible<const model::Request*> find_request(const model::Workspace& workspace,
                                             std::string_view key);
Fallible<const model::Objective*> find_objective(const model::Workspace& workspace,
                                                 std::string_view key);
Fallible<const model::Bet*> find_bet(const model::Workspace& workspace, std::string_view key);
Fallible<const model::Person*> find_person(const model::Workspace& workspace,
                                           std::string_view name);
Fallible<const model::Column*> find_column(const model::Workspace& workspace,
                                           std::string_view name);
Fallible<const model::ColumnGroup*> find_group(const model::Workspace& workspace,
                                               std::string_view name);
Fallible<const model::Template*> find_template(const model::Workspace& workspace,
                                               std::string_view name);
Fallible<const model::TemplateVersion*> current_version(const model::Workspace& workspace,
                                                        const model::Template& form);
Fallible<const model::Term*> find_term(const model::Workspace& workspace, std::string_view kind,
                                       std::string_view value);
Fallible<const model::SavedView*> find_view(const model::Workspace& workspace,
                                            model::PersonId actor, std::string_view name);

// The gate item of a column (absent: of the definition of ready) by its title, the beginning of it,
// or its number in the list, from 1.
Fallible<const model::GateItem*> find_gate_item(const model::Workspace& workspace,
                                                model::ColumnId column, std::string_view title);
std::vector<const model::GateItem*> gate_items(const model::Workspace& workspace,
                                               model::ColumnId column);
// The checklist item of a card by title, beginning of it, or number from 1.
Fallible<const model::ChecklistItem*> find_checklist_item(const model::Workspace& workspace,
                                                          const model::Card& card,
                                                          std::string_view title);

// Handles and keys for printing; "" for none.
std::string handle_of(const model::Workspace& workspace, model::PersonId person);
std::string handle_of(const model::Workspace& workspace, model::ColumnId column);
std::string handle_of(const model::Workspace& workspace, model::ColumnGroupId group);
std::string key_of(const model::Workspace& workspace, model::ObjectiveId objective);
std::string key_of(const model::Workspace& workspace, model::BetId bet);
std::string key_of(const model::Workspace& workspace, model::CardId card);
std::string key_of(const model::Workspace& workspace, model::RequestId request);
std::string template_of(const model::Workspace& workspace, const model::Request& request);

}  // namespace throughline::cli
