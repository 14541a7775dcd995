// What the verb `action` has beyond the verbs of every record.
#pragma once

#include "app/cli/syntax.h"

namespace throughline::cli {

void add_action_file(Verb& action);

}  // namespace throughline::cli
