// A stored value as people write it: the inverse of what the edit commands read. For forms that
// show a row to be changed, for lists and for JSON.
#pragma once

#include "core/model/tables.h"

#include <string>

namespace throughline::rules {

// Keys and handles for ids, lines for lists, true and false for flags; "" for nothing.
std::string written(const model::Workspace& workspace, const model::FieldInfo& field,
                    const model::Value& value);
// "handle: text" for each, as the edit commands read it; further lines of a text are set in.
model::TextList map_lines(const model::TextMap& map);
// "O-3", "ana", "MKT-7", "content-asset"; "#17" for rows without a name; "" for 0.
std::string reference(const model::Workspace& workspace, const model::Table& table,
                      std::int64_t id);
// The id that a reference names; 0 when there is none.
std::int64_t referred(const model::Workspace& workspace, const model::Table& table,
                      std::string_view reference);

}  // namespace throughline::rules
