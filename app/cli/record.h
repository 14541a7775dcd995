// The verbs of the records: list, show, add, set, remove, the same for every kind.
#pragma once

#include "app/cli/failure.h"
#include "app/cli/json_fwd.h"
#include "app/cli/syntax.h"
#include "core/model/workspace.h"
#include "core/rules/records.h"

namespace throughline::cli {

// "action" for action_item; for most the table's name with '-'.
std::string verb_of(const rules::RecordKind& kind);
// Which of the verbs that read are made; a kind with computed figures has its own instead.
struct ReadVerbs {
    bool list = true;
    bool show = true;
};
// The verb itself is given back, for what it needs beside.
Verb add_record_verb(Verb& program, const rules::RecordKind& kind, const std::string& help,
                     ReadVerbs reads = {});

// One record, whole, as a document.
Json record_json(const model::Workspace& workspace, const rules::RecordKind& kind, std::int64_t id);
// What a key names; bad input when there is none.
Fallible<std::int64_t> find_record(const model::Workspace& workspace, const rules::RecordKind& kind,
                                   const std::string& key);

}  // namespace throughline::cli
