// What the columns of a table mean: which is a field of the card, which is a stage of its way. As
// JSON text it is shown, changed by a person, and remembered with the import. README.md tells the
// form.
#pragma once

#include "core/base/result.h"
#include "core/exchange/written_date.h"
#include "core/model/codec.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::exchange {

// What a column of the file is for a card. The first five may be given to several columns.
enum class CsvField {
    None,    // not taken
    Labels,  // one or more, with commas or semicolons between
    Label,   // one label "Header: value"
    Link,
    Comment,
    Id,
    Title,
    Description,
    Type,
    Class,
    Due,
    Dri,
    DriId,   // the DRI's id there, by which comments name people
    Author,  // who made it
    AuthorId,
    Created,
    Finished,  // when it came into the finished column it stands in
    Entered,   // when it came into the column it stands in
    Changed,   // last change of anything, where no better date is known
    Column,    // where it stands
    Category,  // "To Do", "In Progress" or "Done": of the column it stands in
    Value,
    Urgency,
    Enablement,
    Size
};

}  // namespace throughline::exchange

template <>
struct throughline::model::Names<throughline::exchange::CsvField> {
    static constexpr std::array<std::string_view, 25> kAll{
        "",         "labels",   "label",       "link",       "comment",
        "id",       "title",    "description", "type",       "class",
        "due",      "dri",      "dri-id",      "author",     "author-id",
        "created",  "finished", "entered",     "changed",    "column",
        "category", "value",    "urgency",     "enablement", "size"};
};

namespace throughline::exchange {

inline bool may_repeat(CsvField field) {
    return field <= CsvField::Comment;
}
inline bool is_date(CsvField field) {
    return field == CsvField::Due || (field >= CsvField::Created && field <= CsvField::Changed);
}

struct CsvStage {
    std::string column;  // header in the file
    std::string name;    // of the column on the board

    friend bool operator==(const CsvStage&, const CsvStage&) = default;
};

struct CsvMapping {
    std::map<std::string, CsvField> columns;          // by header; stages are below
    std::vector<CsvStage> stages;                     // from left to right
    std::map<std::string, std::string> date_formats;  // by header; "" is for all others
    // By header: what a value of the file means here ("Blocker" is "expedite").
    std::map<std::string, model::TextMap> values;
    std::vector<std::string> order;  // of the columns that cards stand in, from left to right
    std::string separator;           // "" for found out
    std::string zone;                // of times without one; "" for the board's
    std::string source;  // keeps files apart whose ids have nothing to do with each other
    std::string start;   // as --start and --done
    std::vector<std::string> done;

    friend bool operator==(const CsvMapping&, const CsvMapping&) = default;
};

// Invalid for text that is no JSON object, and for names and types that mean nothing; the place is
// the member ("mapping, columns.Owner"). "" is the empty mapping.
Result<CsvMapping> parse_mapping(std::string_view json);
// One JSON object; members that say nothing are left away.
std::string to_json(const CsvMapping& mapping);

}  // namespace throughline::exchange
