// Imports: a file of another tool becomes one Import command and a report of what it would do.
//
// Reading is pure: bytes, the workspace, options, the time and an id source go in; a plan comes out
// and nothing is written. The caller shows the report, or runs the command at a desk: one entry,
// all or nothing, one undo step, limits asked like for any command. Reading the same file again
// plans only what is new (see README.md for the rules).
#pragma once

#include "core/base/zone.h"
#include "core/desk/desk.h"

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::exchange {

struct ImportOptions {
    // Names of lists or columns for the commitment point and the delivery points; empty: kept when
    // the board has them, else guessed, and the report says so.
    std::string start;
    std::vector<std::string> done;
    Zone zone = Zone::utc();  // of times without a zone, and for due days
    std::string file_name;    // names the source of formats whose files do not name themselves
    std::string mapping;      // JSON text of a column mapping (CSV formats); "" for none
    // Called now and then while a file is read, with the work done and all of it in units of their
    // own. False stops the import with Cancelled; nothing is written then.
    std::function<bool(std::size_t done, std::size_t total)> progress = nullptr;
};

// A row of the file that was not taken in.
struct LeftOut {
    std::string what;   // "card \"Spring launch\""
    std::string where;  // "cards[12].idList", "line 40"
    std::string why;

    friend bool operator==(const LeftOut&, const LeftOut&) = default;
};

// Counts by what they count, in the plural: "cards", "columns", "transitions" (moves between
// columns that the file tells), "creations", "archivals" (the other rows of a card's history),
// "people", "comments", "checklist_items", "links"; of kpi-csv "measurements", and "corrections" of
// earlier ones.
struct ImportReport {
    std::string format;
    std::string source;
    std::map<std::string, int> created;
    std::map<std::string, int> updated;
    std::map<std::string, int> unchanged;
    std::vector<LeftOut> left_out;
    std::vector<std::string> notes;  // what was guessed or assumed, in sentences
    // What was made of the file, as JSON text that ImportOptions::mapping takes: separator,
    // columns, date formats, zone, points. Remembered with the import.
    std::string mapping;
    // A list or column was recognised, or named, as one that holds finished work.
    bool finds_done = true;
    // Of a preview: why the rules would not take it, as the board stands now.
    std::optional<rules::Refusal> refused = std::nullopt;

    // Nothing would change.
    bool is_empty() const { return created.empty() && updated.empty(); }
    // "69 cards, 19 columns, 68 moves"
    std::string summary() const;

    friend bool operator==(const ImportReport&, const ImportReport&) = default;
};

// One JSON object: format, source, created, updated, unchanged, left_out, notes, mapping, and for a
// preview that the rules would refuse `refused` with rule, reason and remedy.
std::string to_json(const ImportReport& report);

struct ImportPlan {
    rules::Import command;
    ImportReport report;
};

// What a reader is given. Everything must outlive the call.
struct ImportInput {
    std::string_view bytes;
    const model::Workspace& workspace;
    const ImportOptions& options;
    Instant now;
    IdSource ids{0};  // from a random number of the caller
};

// Asks the caller: Cancelled when they want no more of it.
Status keep_going(const ImportOptions& options, std::size_t done, std::size_t total);

// Times before 1970 or more than a day after `now` are none.
bool is_sane(Instant at, Instant now);

struct ImportFormat {
    std::string_view name;   // "trello"
    std::string_view title;  // "Trello board"
    std::string_view takes;  // what file, and where to get it
    // Corrupt when the file cannot be read at all (cut off, no text), Invalid when it is something
    // else or the options do not fit it; the place is named. Null for `throughline`, which is a
    // whole journal and no plan: see restore_export().
    Result<ImportPlan> (*read)(ImportInput input);
};

std::span<const ImportFormat> import_formats();
const ImportFormat* import_format(std::string_view name);

// --- in one go, for the command line and the window ---------------------------------------------

enum class ImportMode { Preview, Run };

// Reads and, unless it is a preview, runs. Preview asks the rules too; their refusal stands in the
// report, beside what would come in.
// An import without anything new writes nothing. When others commit while the file is read, it is
// read again. `nonce` is a random number of the caller.
Result<ImportReport, desk::Stop> import_file(desk::Desk& desk, const ImportFormat& format,
                                             std::string_view bytes, const ImportOptions& options,
                                             ImportMode mode, std::uint64_t nonce);

}  // namespace throughline::exchange
