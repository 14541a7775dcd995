// An import: rows prepared by core/exchange, committed as one entry and undone as one step.
#pragma once

#include "core/journal/change.h"
#include "core/rules/verb.h"

namespace throughline::rules {

struct Import {
    std::string format;   // "trello"
    std::string source;   // what names the source: board id or file name
    std::string summary;  // "69 cards, 19 columns, 68 moves"
    // Rows to add and change. Not among the arguments: they stand in the entry's changes.
    std::vector<journal::Change> changes;
};

TL_COMMAND(Import, "import", "Import", Configure, "format", format, "source", source, "summary",
           summary);

}  // namespace throughline::rules
