#pragma once
// One month to choose a day from; weeks begin on Monday. Used by date_field, free for other views.

#include <chrono>
#include <optional>

namespace throughline::gui {

// Turns the calendar with this id to the month of `day`.
void show_month(const char* id, std::chrono::year_month_day day);
// Result: the day pressed this frame. Days are named "2027-03-31" for tests.
[[nodiscard]] std::optional<std::chrono::year_month_day> month_calendar(
    const char* id, const std::optional<std::chrono::year_month_day>& chosen,
    std::chrono::year_month_day today);
[[nodiscard]] float month_calendar_width();

}  // namespace throughline::gui
