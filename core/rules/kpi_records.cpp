#include "core/base/text.h"
#include "core/rules/measuring.h"
#include "core/rules/record_rules.h"

namespace throughline::rules {
namespace {

using model::Kpi;
using model::KpiDefinition;
using model::KpiTarget;
using model::Measurement;

Verdict need_kpi(const Edit& edit, model::KpiId id) {
    if (edit.get(id) == nullptr) {
        return not_found("KPI");
    }
    return Done{};
}

}  // namespace

template <>
struct RecordRules<Kpi> {
    static constexpr std::array kFields{
        RecordField{"name", "Name", true},
        RecordField{"category", "Category"},
        RecordField{"unit", "Unit", true, "%, EUR, leads ..."},
        RecordField{"better", "Better when", false, "higher or lower"},
        RecordField{"cadence", "Measured"},
        RecordField{"owner", "Owner", true},
        RecordField{"leading", "Leading", false, "it moves before the outcome does"},
        RecordField{"figure", "From the board", false, "a figure of the board in place of typing"},
        RecordField{"source", "Source", false, "where people read it"},
        RecordField{"amber_percent", "Amber within", false,
                    "percent on the wrong side of the target that is still amber"},
        RecordField{"retired", "Retired"},
    };
    static constexpr RecordKind kKind{.table = "kpi",
                                      .title = "KPI",
                                      .plural = "KPIs",
                                      .right = Right::Plan,
                                      .fields = kFields,
                                      .removable = false};
    static Verdict check(const Edit& edit, const Context&, Kpi& row, const Kpi*) {
        TL_CHECK(need_person(edit, row.owner, "owner"));
        const std::string name = fold(row.name);
        if (!row.retired && count_others(edit, row, [&](const Kpi& one) {
                return !one.retired && fold(one.name) == name;
            })) {
            return refusal("name_taken", "There is already a KPI called '" + row.name + "'.",
                           "One definition each: change that one, or choose another name.");
        }
        if (row.amber_percent < 0 || row.amber_percent > 100) {
            return wrong_field("amber_percent", "Amber is between 0 and 100 percent.",
                               "10 is usual.");
        }
        return Done{};
    }
};

template <>
struct RecordRules<KpiDefinition> {
    static constexpr std::array kFields{
        RecordField{"kpi", "KPI", true},
        RecordField{"from_day", "In force from", true},
        RecordField{"counts", "What counts", true},
        RecordField{"stage", "Lifecycle stage"},
        RecordField{"attribution", "Attribution rule"},
        RecordField{"why", "Why it changed"},
    };
    static constexpr RecordKind kKind{"kpi_definition", "KPI definition", "KPI definitions",
                                      Right::Plan, kFields};
    static Verdict check(const Edit& edit, const Context& context, KpiDefinition& row,
                         const KpiDefinition*) {
        TL_CHECK(need_kpi(edit, row.kpi));
        const auto same_kpi = [&](const KpiDefinition& one) { return one.kpi == row.kpi; };
        const auto same_day = [&](const KpiDefinition& one) {
            return same_kpi(one) && one.from == row.from;
        };
        if (count_others(edit, row, same_day) > 0) {
            return refusal("name_taken",
                           "There is a definition from " + to_text(row.from) + " already.",
                           "Change that one.");
        }
        if (count_others(edit, row, same_kpi) > 0 && row.why.empty()) {
            return wrong_field("why", "A changed definition needs its reason.",
                               "Say why it is counted otherwise from then on.");
        }
        row.by = context.actor;
        return Done{};
    }
};

template <>
struct RecordRules<KpiTarget> {
    static constexpr std::array kFields{
        RecordField{"kpi", "KPI", true},
        RecordField{"from_day", "From", true, "until the next target"},
        RecordField{"value", "Target", true},
    };
    static constexpr RecordKind kKind{"kpi_target", "target", "targets", Right::Plan, kFields};
    static Verdict check(const Edit& edit, const Context&, KpiTarget& row, const KpiTarget*) {
        TL_CHECK(need_kpi(edit, row.kpi));
        if (count_others(edit, row, [&](const KpiTarget& one) {
                return one.kpi == row.kpi && one.from == row.from;
            })) {
            return refusal("name_taken",
                           "There is a target from " + to_text(row.from) + " already.",
                           "Change that one.");
        }
        return Done{};
    }
};

template <>
struct RecordRules<Measurement> {
    static constexpr std::array kFields{
        RecordField{"kpi", "KPI"},
        RecordField{"key_result", "Key result"},
        RecordField{"day", "As of", true, "the last day of the period it stands for"},
        RecordField{"value", "Value", true},
        RecordField{"note", "Note"},
    };
    static constexpr RecordKind kKind{.table = "measurement",
                                      .title = "measurement",
                                      .plural = "measurements",
                                      .right = Right::Work,
                                      .fields = kFields,
                                      .editable = false};

    static Verdict check_subject(const Edit& edit, const Measurement& row) {
        if (static_cast<bool>(row.kpi) == static_cast<bool>(row.key_result)) {
            return wrong_field("kpi", "A measurement is of one KPI or of one key result.",
                               "Name exactly one of the two.");
        }
        if (row.kpi) {
            TL_CHECK(need_kpi(edit, row.kpi));
            return may_measure(*edit.get(row.kpi));
        }
        const model::KeyResult* result = edit.get(row.key_result);
        if (result == nullptr) {
            return not_found("key result");
        }
        return may_measure(*result, edit.get(result->kpi), row.value);
    }
    static Verdict check(const Edit& edit, const Context& context, Measurement& row,
                         const Measurement*) {
        TL_CHECK(check_subject(edit, row));
        const Day today = local_day(edit, context.now);
        if (row.day > today) {
            return wrong_field(
                "day", to_text(row.day) + " is in the future: today is " + to_text(today) + ".",
                "Measure what has happened; what is wanted is a target.");
        }
        row.by = context.actor;
        row.known_at = context.now;
        return Done{};
    }
};

Verdict may_measure(const Kpi& kpi) {
    if (kpi.figure == model::BoardFigure::None) {
        return Done{};
    }
    return refusal(
        "kpi_computed",
        key_of(kpi) + " is read from the board: " + std::string(model::name_of(kpi.figure)) + ".",
        "Nothing is typed here; to measure it by hand, set its figure to none.",
        "kpi:" + key_of(kpi));
}

Verdict may_measure(const model::KeyResult& result, const Kpi* measured_by, double value) {
    if (result.kpi) {
        return refusal("kpi_measured",
                       key_of(result) + " is measured by " +
                           (measured_by == nullptr ? "a KPI" : key_of(*measured_by)) + ".",
                       "Enter the value there: no number is typed twice.",
                       "key-result:" + key_of(result));
    }
    if (result.kind == model::ResultKind::Milestones) {
        return refusal("kpi_computed", key_of(result) + " counts milestones.",
                       "Tick the milestones of the objective.", "key-result:" + key_of(result));
    }
    if (result.kind == model::ResultKind::YesNo && value != 0 && value != 1) {
        return wrong_field("value", key_of(result) + " is yes or no.", "Give 1 for yes, 0 for no.");
    }
    return Done{};
}

std::vector<RecordKind> kpi_records() {
    return {make_record_kind<Kpi>(), make_record_kind<KpiDefinition>(),
            make_record_kind<KpiTarget>(), make_record_kind<Measurement>()};
}

}  // namespace throughline::rules
