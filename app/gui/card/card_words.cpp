#include "app/gui/card/card_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace throughline::gui::card {
namespace {

constexpr std::array<std::string_view, 7> kWeekdays{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr int kCategories = 12;
constexpr std::int64_t kShortDays = 10;  // below it hours are told too

}  // namespace

std::string day_words(Day day, Day today) {
    const CivilDate date = civil(day);
    std::string words = fmt::format("{} {} {}", kWeekdays[static_cast<std::size_t>(weekday(day))], date.day,
                                    kMonths[static_cast<std::size_t>(date.month - 1)]);
    if (date.year != civil(today).year) words += fmt::format(" {}", date.year);
    return words;
}

std::string moment_words(const Zone& zone, Instant at, Instant now) {
    const std::int64_t minute = zone.time_of_day(at).us / kMicrosPerMinute;
    const std::string time = fmt::format("{:02}:{:02}", minute / 60, minute % 60);
    const Day day = zone.day(at);
    const Day today = zone.day(now);
    if (day == today) return "today " + time;
    if (day == today - 1) return "yesterday " + time;
    return day_words(day, today) + " " + time;
}

std::string span_words(Duration span) {
    const std::int64_t hours = std::max<std::int64_t>(0, span.us / kMicrosPerHour);
    if (hours == 0) return "under 1 h";
    if (hours < 24) return fmt::format("{} h", hours);
    const std::int64_t days = hours / 24;
    if (days >= kShortDays || hours % 24 == 0) return fmt::format("{} d", days);
    return fmt::format("{} d {} h", days, hours % 24);
}

std::string_view class_words(model::ServiceClass service_class) {
    switch (service_class) {
        case model::ServiceClass::Standard: return "Standard";
        case model::ServiceClass::FixedDate: return "Fixed date";
        case model::ServiceClass::Expedite: return "Expedite";
        case model::ServiceClass::Intangible: return "Intangible";
    }
    return {};
}

std::string_view state_words(model::CardState state) {
    switch (state) {
        case model::CardState::OnBoard: return "On the board";
        case model::CardState::TradedOut: return "Traded out";
        case model::CardState::Discarded: return "Discarded";
        case model::CardState::Archived: return "Archived";
        case model::CardState::Void: return "Void";
    }
    return {};
}

int colour_of(model::PersonId person) { return static_cast<int>(person.value % kCategories); }

std::string name_of(const model::Workspace& workspace, model::PersonId person) {
    const model::Person* row = workspace.find(person);
    return row != nullptr ? row->name : "";
}

std::string card_words(const model::Workspace& workspace, model::CardId card) {
    const model::Card* row = workspace.find(card);
    return row != nullptr ? model::key_of(workspace, *row) + " " + row->title : "";
}

}  // namespace throughline::gui::card
