// Years, quarters and months as people write them: "2026", "2026-Q4", "2026-10". Calendar periods.
#pragma once

#include "core/base/time.h"

#include <optional>
#include <string>
#include <string_view>

namespace throughline {

// Both days belong to it.
struct Period {
    Day first;
    Day last;

    int days() const { return last - first + 1; }
    bool contains(Day day) const { return first <= day && day <= last; }

    friend bool operator==(const Period&, const Period&) = default;
};

// Absent when the text is none of the three forms. Years 1000..9999.
std::optional<Period> parse_period(std::string_view text);
bool is_quarter(std::string_view text);  // "2026-Q4"
bool is_month(std::string_view text);    // "2026-10"

std::string quarter_of(Day day);
std::string month_of(Day day);
// The quarter or month after (before, with -1) the given one, which must be one.
std::string next_quarter(std::string_view quarter, int step = 1);
std::string next_month(std::string_view month, int step = 1);

}  // namespace throughline
