// Who and where: what the rows of a table say about people and statuses, found before the first
// card is made; and the places of the board that follow from it.
#pragma once

#include "core/exchange/columns.h"
#include "core/exchange/csv_layout.h"

#include <unordered_map>

namespace throughline::exchange {

struct CsvStatus {
    std::string name;
    std::string category;  // as the file says, folded
    std::size_t rows = 0;
    std::size_t finished = 0;  // rows with a date of their finish
};

struct CsvSurvey {
    std::vector<CsvStatus> statuses;                     // as they first appear
    std::vector<std::string> dris;                       // as they first appear
    std::unordered_map<std::string, std::string> names;  // people by their id there
};

Result<CsvSurvey> survey(const CsvTable& table, const CsvLayout& layout,
                         const ImportOptions& options);

// Where cards of the file stand or have stood: stages, then statuses that are no stages. In the
// first one cards begin when nothing else is told.
struct CsvPlaces {
    std::vector<SourceColumn> columns;
    std::unordered_map<std::string, std::size_t> by_status;  // folded
};

// Stages as the mapping orders them. Statuses in the mapping's order, the others by what they are:
// waiting, in work, finished. Where nothing waits, the board's leftmost column is the first place,
// or a new one "To do"; that is noted. There must be a board.
CsvPlaces places_of(const CsvSurvey& survey, const CsvMapping& mapping,
                    const model::Workspace& workspace, ImportReport& report);

}  // namespace throughline::exchange
