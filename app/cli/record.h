// The verbs of the records: list, show, add, set, remove, the same for every kind.
#pragma once

#include "app/cli/syntax.h"
#include "core/rules/records.h"

namespace throughline::cli {

// "action" for action_item; for most the table's name with '-'.
std::string verb_of(const rules::RecordKind& kind);
// Everything but `list`, where the verb has one of its own. The verb itself is given back.
Verb add_record_verb(Verb& program, const rules::RecordKind& kind, const std::string& help,
                     bool with_list = true);

}  // namespace throughline::cli
