// Exports: everything, lossless, as JSON; cards and transitions as CSV for spreadsheets and
// scripts.
//
// Written as a stream, row by row, so that the size of a board costs time and no memory.
#pragma once

#include "core/desk/desk.h"

#include <ostream>
#include <span>
#include <string_view>

namespace throughline::exchange {

struct ExportFormat {
    std::string_view name;       // "cards-csv"
    std::string_view title;      // "Cards (CSV)"
    std::string_view holds;      // what is in it
    std::string_view extension;  // ".csv"
    // Io when the stream fails, or what the store says. What was written until then is of no use.
    Status (*write)(desk::Desk& desk, std::ostream& out);
};

std::span<const ExportFormat> export_formats();
const ExportFormat* export_format(std::string_view name);

// {"throughline": 1, "head": {"seq", "when", "hash"}, "entries": [...], "tables": {...}}: the
// journal word for word, and beside it the present rows in a form people can read (times in ISO
// 8601). Only the entries are read back. Brief drafts are private and not in it.
Status write_throughline(desk::Desk& desk, std::ostream& out);

// UTF-8 without BOM, commas, lines end in CR LF (RFC 4180), a header, times in ISO 8601, empty for
// what is not there. A text that a spreadsheet would take for a formula (it begins with = + - @ tab
// or CR) gets an apostrophe in front: these files are for looking and counting; the lossless one is
// write_throughline().
Status write_cards_csv(const model::Workspace& workspace, std::ostream& out);
Status write_transitions_csv(const model::Workspace& workspace, std::ostream& out);
// Its first columns are those that `import kpi-csv` reads.
Status write_measurements_csv(const model::Workspace& workspace, std::ostream& out);

}  // namespace throughline::exchange
