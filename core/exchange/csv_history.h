// The way of a card, from the dates of its row.
#pragma once

#include "core/exchange/written_date.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace throughline::exchange {

// It came into a place (a stage or status of the file, by number) at a moment.
struct CsvStep {
    std::size_t place = 0;
    Moment moment;
    std::string_view told_by;  // the column of the file, for messages
    bool assumed = false;      // the file does not tell when; this is the latest it can have been
};

// What a row with a status tells beside its stages.
struct CsvStanding {
    std::size_t present = 0;  // the place where it stands
    std::optional<CsvStep> created;
    std::optional<CsvStep> finished;
    std::optional<CsvStep> entered;
    std::optional<CsvStep> changed;
};

struct CsvWay {
    std::vector<CsvStep> steps;  // ascending; the first is the creation
    bool goes_back = false;      // a later stage was reached before an earlier one
};

// From the stages reached, in the order of the stages. Taken by date: a stage that was reached
// before an earlier one means that the card went back. A date without a time comes after the step
// before it on the same day. The error is why the row cannot be: no date at all, a date after the
// card was finished (`is_done` by place), or one before it was created.
Result<CsvWay, std::string> way_of_stages(std::vector<CsvStep> stages,
                                          const std::optional<CsvStep>& created,
                                          const std::vector<bool>& is_done);

// From where it stands: made in place 0, or where it stands when that is all there is; from
// there one step to where it stands, when it was finished or entered that place, or, assumed, at
// its last change. `stages` as above; they tell more than its creation.
Result<CsvWay, std::string> way_of_standing(const CsvStanding& standing,
                                            std::vector<CsvStep> stages,
                                            const std::vector<bool>& is_done);

}  // namespace throughline::exchange
