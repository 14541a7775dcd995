#include "app/gui/objectives/plan_words.h"

#include "core/base/period.h"

#include <fmt/format.h>

namespace throughline::gui::objectives {

std::string quarter_words(const std::string& quarter) {
    if (quarter.empty()) return "Standing";
    return is_quarter(quarter) ? quarter.substr(5) + " " + quarter.substr(0, 4) : quarter;
}

std::string_view status_words(model::ObjectiveStatus status) {
    switch (status) {
        case model::ObjectiveStatus::OnTrack: return "On track";
        case model::ObjectiveStatus::AtRisk: return "At risk";
        case model::ObjectiveStatus::OffTrack: return "Off track";
    }
    return {};
}

std::string_view role_words(model::Role role) {
    switch (role) {
        case model::Role::Viewer: return "Viewer";
        case model::Role::Requester: return "Requester";
        case model::Role::Member: return "Member";
        case model::Role::Lead: return "Lead";
        case model::Role::Admin: return "Admin";
    }
    return {};
}

std::string_view role_purpose(model::Role role) {
    switch (role) {
        case model::Role::Viewer: return "Looks on.";
        case model::Role::Requester: return "Asks for work and answers questions about it.";
        case model::Role::Member: return "Does the work.";
        case model::Role::Lead: return "Triages, plans and keeps the board.";
        case model::Role::Admin: return "Everything, people and roles too.";
    }
    return {};
}

std::string why_not(const model::Person* person, rules::Right right) {
    if (person == nullptr) return "Choose who you are first: nobody is acting.";
    if (!person->active) return fmt::format("{} is not active any more.", person->name);
    if (rules::may(person->role, right)) return {};
    const model::Role least = rules::least_role(right);
    return fmt::format("Your role is {}. To {}, ask someone with the role {}{}.",
                       role_words(person->role), rules::describe(right), role_words(least),
                       least == model::Role::Admin ? "" : " or above");
}

std::size_t colour_of(model::PersonId person) {
    return static_cast<std::size_t>(person.value % 12);
}

}  // namespace throughline::gui::objectives
