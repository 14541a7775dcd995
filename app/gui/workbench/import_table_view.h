// The columns of a table in the import dialog: what each becomes, and how its dates are read.
#pragma once

#include "app/gui/workbench/import_model.h"

namespace throughline::gui::workbench {

// In what is left of the dialog's width. Changes go into the model's form. Only with a table. Of
// many columns those that are not taken are folded unless `all`.
void draw_import_table(ImportModel& model, const Zone& zone, Instant now, bool& all);

}  // namespace throughline::gui::workbench
