#include "app/gui/intake/words.h"

#include "core/base/words.h"

#include <fmt/format.h>

#include <algorithm>

namespace throughline::gui::intake {
std::string day_words(Day day, Day today) {
    return fmt::format("{} {}", short_weekday_name(weekday(day)), short_date(day, today));
}

std::string moment_words(const Zone& zone, Instant at, Instant now) {
    const Day day = zone.day(at);
    const Day today = zone.day(now);
    const std::int64_t minute = zone.time_of_day(at).us / kMicrosPerMinute;
    const std::string time = fmt::format("{:02}:{:02}", minute / 60, minute % 60);
    const int ahead = day - today;
    if (ahead == 0) return "today " + time;
    if (ahead == 1) return "tomorrow " + time;
    if (ahead == -1) return "yesterday " + time;
    if (ahead > 1 && ahead < 7) return fmt::format("{} {}", short_weekday_name(weekday(day)), time);
    return day_words(day, today) + " " + time;
}

std::string age_words(Duration age) {
    const std::int64_t minutes = std::max<std::int64_t>(0, age.us / kMicrosPerMinute);
    if (minutes == 0) return "just now";
    if (minutes < 60) return fmt::format("{} min", minutes);
    if (minutes < 48 * 60) return fmt::format("{} h", minutes / 60);
    return fmt::format("{} days", minutes / (24 * 60));
}

std::string hours_words(Duration working) {
    const std::int64_t minutes = std::max<std::int64_t>(0, working.us / kMicrosPerMinute);
    if (minutes < 60) return fmt::format("{} min", minutes);
    if (minutes % 60 == 0 || minutes >= 4 * 60) return fmt::format("{} h", minutes / 60);
    return fmt::format("{} h {} min", minutes / 60, minutes % 60);
}

std::string_view state_words(model::RequestState state) {
    switch (state) {
        case model::RequestState::Submitted: return "Waiting for triage";
        case model::RequestState::NeedsInfo: return "Waiting for your answer";
        case model::RequestState::Accepted: return "Accepted";
        case model::RequestState::Declined: return "Declined";
        case model::RequestState::Merged: return "Merged";
    }
    return {};
}

const model::Person* actor_of(const model::Workspace& workspace, model::PersonId actor) {
    return workspace.find(actor);
}

std::string why_not(const model::Person* person, rules::Right right) {
    if (person == nullptr) return "Choose who you are first: nobody is acting.";
    if (!person->active) return fmt::format("{} is not active any more.", person->name);
    if (rules::may(person->role, right)) return {};
    const auto role = [](model::Role r) {
        return model::Names<model::Role>::kAll[static_cast<std::size_t>(r)];
    };
    const std::string_view least = role(rules::least_role(right));
    return fmt::format("Your role is {}. To {}, ask someone who is {} {} or more.",
                       role(person->role), rules::describe(right),
                       least.front() == 'a' ? "an" : "a", least);
}

std::size_t colour_of(model::PersonId person) {
    return static_cast<std::size_t>(person.value % 12);
}

std::string name_of(const model::Workspace& workspace, model::PersonId person) {
    const model::Person* row = workspace.find(person);
    return row != nullptr ? row->name : "nobody";
}

}  // namespace throughline::gui::intake
