#include "core/model/column_name.h"

#include "core/model/workspace.h"

namespace throughline::model {

std::string column_name(std::string_view name, const ColumnGroup* group) {
    if (group == nullptr || group->removed || !group->split) {
        return std::string(name);
    }
    return group->name + " (" + std::string(name) + ")";
}

std::string column_name(const Workspace& workspace, const Column& column) {
    return column_name(column.name, workspace.find(column.group));
}

}  // namespace throughline::model
