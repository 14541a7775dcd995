// Wording of the objectives screen: quarters, roles, status. No ImGui.
#pragma once

#include "core/model/workspace.h"
#include "core/rules/roles.h"

#include <string>
#include <string_view>

namespace throughline::gui::objectives {

// "Q4 2026"; "Standing" for none.
std::string quarter_words(const std::string& quarter);

std::string_view status_words(model::ObjectiveStatus status);
std::string_view role_words(model::Role role);
// What the role is for, in a sentence.
std::string_view role_purpose(model::Role role);

// Why the person may not, in words with whom to ask; "" when allowed.
std::string why_not(const model::Person* person, rules::Right right);
// Index of the person's colour in the theme's categories.
std::size_t colour_of(model::PersonId person);

}  // namespace throughline::gui::objectives
