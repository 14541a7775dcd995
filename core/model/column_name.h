// What a column is called wherever it is named alone: in refusals, tables, the history, the command
// line and every screen.
#pragma once

#include "core/model/column.h"

#include <string>
#include <string_view>

namespace throughline::model {

class Workspace;

// "Review"; a half of a split column with the whole: "Create (Done)". `group` is the column's, null
// for none.
std::string column_name(std::string_view name, const ColumnGroup* group);
std::string column_name(const Workspace& workspace, const Column& column);

}  // namespace throughline::model
