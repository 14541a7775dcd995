// Commands on records: rows of the plan, the KPIs, the risks, the registers and the like, whose
// only rules are about themselves. One table (records.h) says which there are, which fields people
// set, who may, and what is asked of them.
#pragma once

#include "core/rules/verb.h"

namespace throughline::rules {

// `table` is the stored type: "risk". Values as people write them: "2026-10-01", "ana", "O-3".
struct AddRecord {
    std::string table;
    model::TextMap set;
};
struct EditRecord {
    std::string table;
    std::int64_t record = 0;  // its id
    model::TextMap set;
};
struct RemoveRecord {
    std::string table;
    std::int64_t record = 0;
};

// Records from the templates that ship (core/rules/shipped_records.h), with one person for all of
// them: the KPIs' owner, the outcomes' DRI. One step.
struct AddShipped {
    std::string table;  // "kpi", "accountability"
    model::TextList handles;
    model::PersonId person;
};

// The right is that of the kind of record.
TL_COMMAND(AddRecord, "add-record", "Add", Look, "table", table, "set", set);
TL_COMMAND(EditRecord, "edit-record", "Change", Look, "table", table, "record", record, "set", set);
TL_COMMAND(RemoveRecord, "remove-record", "Remove", Look, "table", table, "record", record);
TL_COMMAND(AddShipped, "add-shipped", "Add from templates", Look, "table", table, "handles",
           handles, "person", person);

}  // namespace throughline::rules
