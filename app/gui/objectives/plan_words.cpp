#include "app/gui/objectives/plan_words.h"

#include <fmt/format.h>

#include <charconv>
#include <optional>

namespace throughline::gui::objectives {
namespace {

// Quarters counted from year 0; nullopt for another text.
std::optional<int> number_of(const std::string& quarter) {
    if (quarter.size() != 7 || quarter.compare(4, 2, "-Q") != 0) return std::nullopt;
    int year = 0;
    const auto [end, error] = std::from_chars(quarter.data(), quarter.data() + 4, year);
    const int part = quarter[6] - '1';
    if (error != std::errc{} || end != quarter.data() + 4 || part < 0 || part > 3)
        return std::nullopt;
    return year * 4 + part;
}

}  // namespace

std::string quarter_of(Day day) {
    const CivilDate date = civil(day);
    return fmt::format("{:04}-Q{}", date.year, (date.month - 1) / 3 + 1);
}

std::string quarter_after(const std::string& quarter, int by) {
    const auto number = number_of(quarter);
    if (!number) return quarter;
    return fmt::format("{:04}-Q{}", (*number + by) / 4, (*number + by) % 4 + 1);
}

std::string quarter_words(const std::string& quarter) {
    if (quarter.empty()) return "Standing";
    return number_of(quarter) ? quarter.substr(5) + " " + quarter.substr(0, 4) : quarter;
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
