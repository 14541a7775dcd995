// Wording of the card panel: days, moments, spans, classes, states. Local days and times; no ImGui.
#pragma once

#include "core/base/zone.h"
#include "core/model/workspace.h"

#include <string>
#include <string_view>

namespace throughline::gui::card {

// "Thu 10 Dec", with the year when it is not today's.
std::string day_words(Day day, Day today);
// "today 14:00", "yesterday 09:30", else "Thu 10 Dec 14:00".
std::string moment_words(const Zone& zone, Instant at, Instant now);
// "under 1 h", "5 h", "3 d 4 h", "12 d"; never negative.
std::string span_words(Duration span);

std::string_view class_words(model::ServiceClass service_class);
std::string_view state_words(model::CardState state);

// Index of the person's colour in the theme's categories.
int colour_of(model::PersonId person);
// The person's name; "" for none.
std::string name_of(const model::Workspace& workspace, model::PersonId person);
// "MKT-12 Spring launch"; "" for no card.
std::string card_words(const model::Workspace& workspace, model::CardId card);

}  // namespace throughline::gui::card
