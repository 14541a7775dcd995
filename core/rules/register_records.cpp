#include "core/rules/record_rules.h"

namespace throughline::rules {

using model::DataDomain;
using model::Tool;
using model::Training;

template <>
struct RecordRules<Tool> {
    static constexpr std::array kFields{
        RecordField{"name", "Tool or integration", true},
        RecordField{"owner", "Owner", true},
        RecordField{"yearly_cost", "Cost a year", false, "in the board's currency"},
        RecordField{"review_on", "Review on", true},
        RecordField{"data_flows", "Data", false, "what flows where"},
    };
    static constexpr RecordKind kKind{"tool", "tool", "tools", Right::Configure, kFields};
    static Verdict check(const Edit& edit, const Context&, Tool& row, const Tool*) {
        if (row.yearly_cost && *row.yearly_cost < 0) {
            return wrong_field("yearly_cost", "A cost is not below 0.",
                               "Leave it empty if unknown.");
        }
        return need_person(edit, row.owner, "owner");
    }
};

template <>
struct RecordRules<DataDomain> {
    static constexpr std::array kFields{
        RecordField{"name", "Data domain", true},
        RecordField{"owner", "Owner", true},
        RecordField{"contract", "Contract", true, "what its users may rely on"},
        RecordField{"refresh", "Refresh", true, "daily, weekly ..."},
        RecordField{"review_on", "Review on", true},
    };
    static constexpr RecordKind kKind{"data_domain", "data domain", "data domains",
                                      Right::Configure, kFields};
    static Verdict check(const Edit& edit, const Context&, DataDomain& row, const DataDomain*) {
        return need_person(edit, row.owner, "owner");
    }
};

template <>
struct RecordRules<Training> {
    static constexpr std::array kFields{
        RecordField{"name", "Training", true},
        RecordField{"role", "For the role", true},
        RecordField{"owner", "Owner", true},
        RecordField{"people", "Who should have it", false, "handles, one a line"},
        RecordField{"done_people", "Who has", false, "handles, one a line"},
        RecordField{"review_on", "Review on", true},
    };
    static constexpr RecordKind kKind{"training", "training", "trainings", Right::Configure,
                                      kFields};
    static Verdict check(const Edit& edit, const Context&, Training& row, const Training*) {
        return need_person(edit, row.owner, "owner");
    }
};

std::vector<RecordKind> register_records() {
    return {make_record_kind<Tool>(), make_record_kind<DataDomain>(), make_record_kind<Training>()};
}

}  // namespace throughline::rules
