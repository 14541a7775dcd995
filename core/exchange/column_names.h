// What the name of a column gives away.
#pragma once

#include <string_view>

namespace throughline::exchange {

// Does a column of this name hold finished work, or work that has begun? Careful guesses: "Done",
// "2015-06-25 Completed"; not "Ready to be published".
bool sounds_done(std::string_view name);
// Or "Closed" and "Resolved", which say so of a stage or a status; a closed list is one put away.
bool sounds_finished(std::string_view name);
bool sounds_begun(std::string_view name);
// Or work that waits to be chosen: "Backlog", "To Do", "Open".
bool sounds_waiting(std::string_view name);

}  // namespace throughline::exchange
