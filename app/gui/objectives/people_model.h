// People with their load, and the table of roles in words.
#pragma once

#include "core/model/workspace.h"
#include "core/rules/roles.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace throughline::gui::objectives {

struct PersonRow {
    model::PersonId id;
    std::string handle;
    std::string name;
    model::Role role = model::Role::Member;
    std::string limit;  // "4", "4 of the board", "none"
    int count = 0;      // cards in active columns as DRI
    std::optional<int> most;
    std::string load;  // "3 of 4"
    bool over = false;
    int objectives = 0;  // open ones
    bool active = true;
};

// One right and the roles that have it.
struct RightRow {
    std::string words;      // "Accept and decline requests"
    std::vector<bool> has;  // by role, from viewer to admin
};

class PeopleModel {
public:
    void refresh(const model::Workspace& workspace, std::uint64_t revision);

    const std::vector<PersonRow>& rows() const { return rows_; }  // active first, by name
    const std::vector<RightRow>& rights() const { return rights_; }
    double load_low() const { return load_low_; }  // healthy band, shares
    double load_high() const { return load_high_; }

private:
    std::vector<PersonRow> rows_;
    std::vector<RightRow> rights_;
    double load_low_ = 0.75;
    double load_high_ = 0.85;
    std::uint64_t revision_ = ~std::uint64_t{0};
};

}  // namespace throughline::gui::objectives
