#include "app/gui/reviews/run_model.h"

#include "app/gui/reviews/content_model.h"
#include "core/rules/agendas.h"

#include <algorithm>

namespace throughline::gui::reviews {

std::size_t Course::first_stop(std::size_t part) const {
    const auto found = std::ranges::find(stops, part, &Stop::part);
    return static_cast<std::size_t>(found - stops.begin());
}

Course make_course(const model::Workspace& workspace, const model::Meeting& meeting) {
    Course course{.parts = rules::agenda_of(workspace, meeting.kind)};
    const std::vector<model::PersonId> people = in_rounds(workspace, meeting);
    for (std::size_t i = 0; i < course.parts.size(); ++i) {
        int minutes = course.parts[i].minutes;
        if (course.is_round(i) && !people.empty()) {
            for (const model::PersonId person : people)
                course.stops.push_back({i, person});
            // A weekly round shares its minutes; in a review each DRI has them.
            if (meeting.kind != model::MeetingKind::WeeklySync)
                minutes *= static_cast<int>(people.size());
        } else {
            course.stops.push_back({i, {}});
        }
        course.minutes.push_back(minutes);
        course.all_minutes += minutes;
    }
    return course;
}

std::size_t stop_of_last_note(const model::Workspace& workspace, const model::Meeting& meeting,
                              const Course& course) {
    const model::Note* last = nullptr;
    for (const model::Note& note : workspace.rows<model::Note>()) {
        if (note.meeting == meeting.id && (last == nullptr || note.at > last->at)) last = &note;
    }
    if (last == nullptr) return 0;
    std::size_t found = course.stops.size();
    for (std::size_t i = course.stops.size(); i-- > 0;) {
        const Stop& stop = course.stops[i];
        if (course.parts[stop.part].handle != last->part) continue;
        found = i;
        if (stop.person == last->person) break;
    }
    return found == course.stops.size() ? 0 : found;
}

std::size_t keep_stop(const Course& before, const Course& now, std::size_t stop) {
    if (stop >= before.stops.size()) return 0;
    const Stop& was = before.stops[stop];
    const std::string& handle = before.parts[was.part].handle;
    std::size_t found = now.stops.size();
    for (std::size_t i = now.stops.size(); i-- > 0;) {
        if (now.parts[now.stops[i].part].handle != handle) continue;
        found = i;
        if (now.stops[i].person == was.person) break;
    }
    return found == now.stops.size() ? 0 : found;
}

}  // namespace throughline::gui::reviews
