// A person: who can be a DRI, a requester, an actor. Never deleted, only made inactive.
#pragma once

#include "core/model/fields.h"
#include "core/model/ids.h"

namespace throughline::model {

// What each role may do is one table in core/rules/roles.h.
enum class Role { Viewer, Requester, Member, Lead, Admin };
template <>
struct Names<Role> {
    static constexpr std::array<std::string_view, 5> kAll{"viewer", "requester", "member", "lead",
                                                          "admin"};
};

struct Person {
    PersonId id;
    std::string handle;  // lower case, unique: "ana"
    std::string name;
    Role role = Role::Member;
    std::optional<int> wip_limit;  // cards in active columns as DRI; absent: the board's
    bool active = true;

    // Capacity.
    double days_per_week = 5;
    bool vendor = false;  // works for the team from outside
    TextList skills;

    // Can be the DRI of work.
    bool works() const { return active && role >= Role::Member; }

    friend bool operator==(const Person&, const Person&) = default;
};

template <>
struct Fields<Person> {
    static constexpr std::string_view kName = "person";
    static constexpr auto kList = std::tuple{
        field("id", &Person::id),
        field("handle", &Person::handle),
        field("name", &Person::name),
        field("role", &Person::role),
        field("wip_limit", &Person::wip_limit),
        field("active", &Person::active),
        field("days_per_week", &Person::days_per_week),
        field("vendor", &Person::vendor),
        field("skills", &Person::skills),
    };
};

}  // namespace throughline::model
