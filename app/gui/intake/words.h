// Wording of the intake screen: moments, spans, promises, roles. Local days and times; no ImGui.
#pragma once

#include "core/model/workspace.h"
#include "core/rules/roles.h"

#include <optional>
#include <string>
#include <string_view>

namespace throughline::gui::intake {

// "Thu 10 Dec", with the year when it is not today's.
std::string day_words(Day day, Day today);
// "today 14:00", "tomorrow 09:30", "Thu 14:00" within six days, else "Thu 10 Dec 14:00".
std::string moment_words(const Zone& zone, Instant at, Instant now);
// "just now", "12 min", "5 h", "3 days"; never negative.
std::string age_words(Duration age);
// "45 min", "2 h 30 min", from four hours on whole ones: a length of working time.
std::string hours_words(Duration working);

std::string_view state_words(model::RequestState state);

// The acting person; null while none is chosen.
const model::Person* actor_of(const model::Workspace& workspace, model::PersonId actor);
// Why the person may not, in words with whom to ask; "" when allowed.
std::string why_not(const model::Person* person, rules::Right right);
// Index of the person's colour in the theme's categories.
std::size_t colour_of(model::PersonId person);
// The person's name; "nobody" for none.
std::string name_of(const model::Workspace& workspace, model::PersonId person);

}  // namespace throughline::gui::intake
