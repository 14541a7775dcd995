// The fields of a form, drawn: a record's, or one that a screen makes of questions of its own.
#pragma once

#include "app/gui/records/record_model.h"

#include <chrono>

namespace throughline::gui::records {

// A day as date fields take it.
std::chrono::year_month_day calendar_day(Day day);

// `today` is marked in calendars.
void draw_form(RecordForm& form, Day today);

}  // namespace throughline::gui::records
