#include "core/rules/records.h"

#include "core/rules/decide.h"
#include "core/rules/record_rules.h"

#include <algorithm>

namespace throughline::rules {
namespace {

Result<const RecordKind*, Refusal> need_kind(const Edit& edit, const Context& context,
                                             std::string_view table) {
    const RecordKind* kind = record_kind(table);
    if (kind == nullptr) {
        return refusal("unknown_record",
                       "There are no records called '" + std::string(table) + "'.",
                       "See the list of commands.");
    }
    TL_CHECK(need_right(edit, context, kind->right));
    return kind;
}

}  // namespace

const RecordField* RecordKind::field(std::string_view name) const {
    const auto found = std::ranges::find(fields, name, &RecordField::name);
    return found == fields.end() ? nullptr : &*found;
}

std::span<const RecordKind> record_kinds() {
    static const std::vector<RecordKind> kKinds = [] {
        std::vector<RecordKind> all;
        for (const auto& area : {plan_records(), kpi_records(), cadence_records(),
                                 learning_records(), register_records()}) {
            all.insert(all.end(), area.begin(), area.end());
        }
        return all;
    }();
    return kKinds;
}

const RecordKind* record_kind(std::string_view table) {
    const auto kinds = record_kinds();
    const auto found = std::ranges::find(kinds, table, &RecordKind::table);
    return found == kinds.end() ? nullptr : &*found;
}

Refusal wrong_field(std::string field, std::string reason, std::string remedy) {
    Refusal no = refusal("bad_value", std::move(reason), std::move(remedy));
    no.fields.push_back({field, field, no.reason});
    return no;
}

Verdict decide(const AddRecord& command, Edit& edit, const Context& context) {
    TL_TRY(const RecordKind* kind, need_kind(edit, context, command.table));
    if (!kind->addable) {
        return refusal("not_by_hand",
                       "The " + std::string(kind->plural) + " are not written by hand.", "");
    }
    return kind->add(edit, context, command.set);
}

Verdict decide(const EditRecord& command, Edit& edit, const Context& context) {
    TL_TRY(const RecordKind* kind, need_kind(edit, context, command.table));
    if (!kind->editable) {
        return refusal("not_editable",
                       "The " + std::string(kind->plural) + " are not changed afterwards.",
                       "Add a new one: the later one counts, and both stay to be seen.");
    }
    return kind->change(edit, context, command.record, command.set);
}

Verdict decide(const RemoveRecord& command, Edit& edit, const Context& context) {
    TL_TRY(const RecordKind* kind, need_kind(edit, context, command.table));
    if (!kind->removable) {
        return refusal("not_removable",
                       "The " + std::string(kind->plural) + " are kept: others refer to them.",
                       "Close or retire it instead.");
    }
    return kind->remove(edit, command.record);
}

}  // namespace throughline::rules
