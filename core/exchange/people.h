// Who the people of a file are here: somebody who is there already, or a new member.
#pragma once

#include "core/exchange/change_set.h"
#include "core/exchange/import.h"

#include <unordered_set>

namespace throughline::exchange {

class PeoplePlan {
public:
    PeoplePlan(const model::Workspace& workspace, IdSource& ids, ChangeSet& changes,
               ImportReport& report);

    // Known by handle, else by name; each person here is taken once. Somebody new gets a row: a
    // member with a handle of their own, inactive when they have left (they appear in the history
    // only).
    model::PersonId find_or_add(const std::string& handle, const std::string& name, bool active);

private:
    const model::Person* known(const std::string& handle, const std::string& name) const;

    const model::Workspace& ws_;
    IdSource& ids_;
    ChangeSet& changes_;
    ImportReport& report_;
    std::unordered_set<std::string> handles_;
    std::unordered_set<model::PersonId> taken_;
};

}  // namespace throughline::exchange
