// The way through a running meeting: the parts of its agenda, in a round one stop for each person,
// and how long each may take. No drawing.
#pragma once

#include "core/model/workspace.h"

#include <optional>
#include <string>
#include <vector>

namespace throughline::gui::reviews {

struct Stop {
    std::size_t part = 0;    // index in Course::parts
    model::PersonId person;  // whose round it is; 0 for a part without rounds

    friend bool operator==(const Stop&, const Stop&) = default;
};

struct Course {
    std::vector<model::AgendaPart> parts;
    std::vector<Stop> stops;
    std::vector<int> minutes;  // of each part; rounds for all who speak
    int all_minutes = 0;

    bool is_round(std::size_t part) const {
        return parts[part].content == model::AgendaContent::Rounds;
    }
    std::size_t first_stop(std::size_t part) const;  // stops.size() for a part without one
};
// The agenda of its kind as it is now.
Course make_course(const model::Workspace& workspace, const model::Meeting& meeting);

// Where somebody goes on who has not seen the meeting yet: at the part that was written in last.
std::size_t stop_of_last_note(const model::Workspace& workspace, const model::Meeting& meeting,
                              const Course& course);
// The stop that takes the place of `stop` when agenda or people changed: the same part and person,
// else the same part, else the first.
std::size_t keep_stop(const Course& before, const Course& now, std::size_t stop);

}  // namespace throughline::gui::reviews
