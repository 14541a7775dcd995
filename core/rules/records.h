// The kinds of records: one table that the commands, the command line and the forms read.
#pragma once

#include "core/model/tables.h"
#include "core/rules/refusal.h"
#include "core/rules/roles.h"

#include <span>

namespace throughline::rules {

struct Context;
class Edit;

// A field that people set.
struct RecordField {
    std::string_view name;  // as in the type's field list
    std::string_view label;
    bool required = false;
    std::string_view help = {};  // what belongs here; "" when the label says it
};

struct RecordKind {
    std::string_view table;
    std::string_view title;   // "risk"
    std::string_view plural;  // "risks"
    Right right = Right::Work;
    std::span<const RecordField> fields;
    bool addable = true;   // false: made by a command of its own
    bool editable = true;  // false: a later row corrects an earlier one
    bool removable = true;

    Verdict (*add)(Edit& edit, const Context& context, const model::TextMap& set) = nullptr;
    Verdict (*change)(Edit& edit, const Context& context, std::int64_t id,
                      const model::TextMap& set) = nullptr;
    Verdict (*remove)(Edit& edit, std::int64_t id) = nullptr;

    const RecordField* field(std::string_view name) const;
};

// In the order in which people read them: plan, KPIs, cadence, risks, learning, registers.
std::span<const RecordKind> record_kinds();
const RecordKind* record_kind(std::string_view table);

}  // namespace throughline::rules
