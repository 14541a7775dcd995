// How well a few typed letters fit a title: every word must be found, as letters in order, better
// at the beginnings of words and in one piece. For short lists (actions, people, objectives).
#pragma once

#include <optional>
#include <string_view>

namespace throughline::gui::palette {

// Absent when it does not fit; greater is better. Both are folded (base/text.h) by the caller.
// "mvc" fits "move card" better than "remove columns here". An empty query fits everything with 0.
std::optional<int> fuzzy_score(std::string_view folded_query, std::string_view folded_text);

}  // namespace throughline::gui::palette
