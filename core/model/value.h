// One value of one field, as tables, the journal and exports hold it. Null means "not there".
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace throughline::model {

using Value = std::variant<std::monostate, std::int64_t, double, std::string>;
using Row = std::vector<Value>;  // one Value per field, in the order of the field list

inline bool is_null(const Value& value) { return value.index() == 0; }

// What a field means; decides its SQL type and how JSON and CSV write it.
enum class FieldKind {
    Integer,
    Real,
    Text,
    Flag,     // stored as 0 or 1
    Instant,  // stored as microseconds since 1970 UTC, exported as ISO 8601
    Day,      // stored and exported as YYYY-MM-DD
    Id,       // a row of another table; null for none
    Choice,   // one of a fixed set of names, kebab-case
    List,     // JSON text: an array or an object
};

}  // namespace throughline::model
