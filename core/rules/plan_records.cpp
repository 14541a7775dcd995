#include "core/base/period.h"
#include "core/base/text.h"
#include "core/rules/record_rules.h"

namespace throughline::rules {
namespace {

using model::Absence;
using model::Accountability;
using model::AnnualFrame;
using model::BudgetLine;
using model::Dependency;
using model::Escalation;
using model::KeyResult;
using model::Milestone;
using model::NotDoing;
using model::Spend;

Verdict need_year(int year) {
    if (year < 2000 || year > 2200) {
        return wrong_field("year", std::to_string(year) + " is not a fiscal year.",
                           "Give it with four digits, for example 2026.");
    }
    return Done{};
}

// An objective that is still open for changes of its make-up.
Verdict need_open_objective(const Edit& edit, model::ObjectiveId id) {
    const model::Objective* objective = edit.get(id);
    if (objective == nullptr) {
        return not_found("objective");
    }
    if (objective->closed) {
        return refusal("objective_closed", key_of(*objective) + " is closed.",
                       "What a closed quarter was scored by stays as it was.",
                       "objective:" + key_of(*objective));
    }
    return Done{};
}

Verdict need_channel(const Edit& edit, const std::string& channel) {
    bool known = channel.empty();
    edit.each<model::Term>([&](const model::Term& term) {
        known = known || (term.kind == "channel" && term.value == channel);
    });
    if (!known) {
        return wrong_field("channel", "'" + channel + "' is not a channel of the taxonomy.",
                           "Choose one, or add it to the taxonomy first.");
    }
    return Done{};
}

}  // namespace

template <>
struct RecordRules<AnnualFrame> {
    static constexpr std::array kFields{
        RecordField{"year", "Fiscal year", true},
        RecordField{"priority", "What must be true", true,
                    "the single most important thing that must be true at the year's end"},
    };
    static constexpr RecordKind kKind{"annual_frame", "annual frame", "annual frames", Right::Plan,
                                      kFields};
    static Verdict check(const Edit& edit, const Context&, AnnualFrame& row, const AnnualFrame*) {
        TL_CHECK(need_year(row.year));
        if (count_others(edit, row, [&](const AnnualFrame& one) { return one.year == row.year; })) {
            return refusal("name_taken", std::to_string(row.year) + " has its frame already.",
                           "Change that one.");
        }
        return Done{};
    }
};

template <>
struct RecordRules<NotDoing> {
    static constexpr int kMost = 4;
    static constexpr std::array kFields{
        RecordField{"year", "Fiscal year", true},
        RecordField{"title", "What we are not doing", true},
        RecordField{"why", "Why", true},
        RecordField{"bet", "Bet given up", false, "work for it then shows as a defect of the plan"},
    };
    static constexpr RecordKind kKind{"not_doing", "not-doing item", "not-doing items", Right::Plan,
                                      kFields};
    static Verdict check(const Edit& edit, const Context&, NotDoing& row, const NotDoing*) {
        TL_CHECK(need_year(row.year));
        const int others =
            count_others(edit, row, [&](const NotDoing& one) { return one.year == row.year; });
        if (others >= kMost) {
            Refusal no = refusal("too_many_not_doing",
                                 std::to_string(row.year) + " has " + std::to_string(others) +
                                     " things we are not doing already.",
                                 "Remove one first: a longer list is not remembered.");
            no.limit = kMost;
            no.count = others;
            return no;
        }
        return Done{};
    }
};

template <>
struct RecordRules<KeyResult> {
    static constexpr int kMost = 3;
    static constexpr std::array kFields{
        RecordField{"objective", "Objective", true},
        RecordField{"title", "Measure", true, "what is counted, in a few words"},
        RecordField{
            "kind", "Kind", false,
            "number: from baseline to target; maintain: within a range; yes-no; milestones: "
            "the share of the objective's milestones"},
        RecordField{"baseline", "Baseline", false, "the value when the quarter begins"},
        RecordField{"target", "Target", false, "may be below the baseline"},
        RecordField{"low", "Lowest", false, "of the range to stay in"},
        RecordField{"high", "Highest", false, "of the range to stay in"},
        RecordField{"unit", "Unit"},
        RecordField{"owner", "Owner", true},
        RecordField{"weight", "Weight", false, "1 unless one counts more"},
        RecordField{"kpi", "KPI", false, "measured there, so that no number is typed twice"},
    };
    static constexpr RecordKind kKind{"key_result", "key result", "key results", Right::Plan,
                                      kFields};

    static Verdict check_values(const KeyResult& row) {
        if (row.kind == model::ResultKind::Number) {
            if (!row.baseline) {
                return wrong_field("baseline", "A key result needs its baseline.",
                                   "Give the value it starts from; measure it first if nobody "
                                   "knows it.");
            }
            if (!row.target) {
                return wrong_field("target", "A key result needs its target.",
                                   "Give the value to reach by the end of the quarter.");
            }
            if (*row.baseline == *row.target) {
                return wrong_field("target",
                                   "Target and baseline are the same: there is no way to measure "
                                   "progress between them.",
                                   "To keep a value where it is, choose the kind maintain with a "
                                   "range.");
            }
        }
        if (row.kind == model::ResultKind::Maintain &&
            (!row.low || !row.high || *row.low > *row.high)) {
            return wrong_field("low", "The range to stay in needs a lowest and a highest value.",
                               "Give both; the lowest first.");
        }
        if (!(row.weight > 0)) {
            return wrong_field("weight", "The weight must be above 0.", "1 is usual.");
        }
        return Done{};
    }
    static Verdict check(const Edit& edit, const Context&, KeyResult& row, const KeyResult*) {
        TL_CHECK(need_open_objective(edit, row.objective));
        const model::Objective& objective = *edit.get(row.objective);
        if (objective.is_standing()) {
            return refusal("standing_objective",
                           key_of(objective) +
                               " is standing work: it has KPIs in place of key "
                               "results.",
                           "Tie KPIs to it instead.", "objective:" + key_of(objective));
        }
        const int others = count_others(
            edit, row, [&](const KeyResult& one) { return one.objective == row.objective; });
        if (others >= kMost) {
            Refusal no = refusal(
                "too_many_key_results",
                key_of(objective) + " has " + std::to_string(others) + " key results already.",
                "Two or three say what matters: remove one first.",
                "objective:" + key_of(objective));
            no.limit = kMost;
            no.count = others;
            return no;
        }
        TL_CHECK(need_person(edit, row.owner, "owner"));
        return check_values(row);
    }
    static Verdict may_remove(const Edit& edit, const KeyResult& row) {
        return need_open_objective(edit, row.objective);
    }
};

template <>
struct RecordRules<Milestone> {
    static constexpr std::array kFields{
        RecordField{"objective", "Objective", true},
        RecordField{"title", "Milestone", true},
        RecordField{"due", "Due"},
        RecordField{"done", "Done"},
    };
    static constexpr RecordKind kKind{"milestone", "milestone", "milestones", Right::Work, kFields};
    static Verdict check(const Edit& edit, const Context& context, Milestone& row,
                         const Milestone* before) {
        TL_CHECK(need_open_objective(edit, row.objective));
        if (!row.done) {
            row.done_at.reset();
        } else if (before == nullptr || !before->done) {
            row.done_at = context.now;
        }
        return Done{};
    }
};

template <>
struct RecordRules<Dependency> {
    static constexpr std::array kFields{
        RecordField{"objective", "Objective", true},
        RecordField{"team", "Other team", true, "Sales, Product, Finance ..."},
        RecordField{"title", "What is needed", true},
        RecordField{"needed_by", "Needed by"},
        RecordField{"agreed_for", "Agreed for", false, "the day the other team has agreed to"},
        RecordField{"state", "State"},
        RecordField{"note", "Note"},
    };
    static constexpr RecordKind kKind{"dependency", "dependency", "dependencies", Right::Work,
                                      kFields};
    static Verdict check(const Edit& edit, const Context&, Dependency& row, const Dependency*) {
        if (edit.get(row.objective) == nullptr) {
            return not_found("objective");
        }
        if (row.state == model::DependencyState::Agreed && !row.agreed_for) {
            return wrong_field("agreed_for", "An agreed dependency needs the agreed day.",
                               "Ask the other team for a day, or leave the state at asked.");
        }
        return Done{};
    }
};

template <>
struct RecordRules<BudgetLine> {
    static constexpr std::array kFields{
        RecordField{"year", "Fiscal year", true},
        RecordField{"quarter", "Quarter", false, "2026-Q4; empty for the whole year"},
        RecordField{"bet", "Big bet"},
        RecordField{"objective", "Objective"},
        RecordField{"channel", "Channel"},
        RecordField{"title", "For", true},
        RecordField{"planned", "Planned", true, "in the board's currency"},
    };
    static constexpr RecordKind kKind{"budget_line", "budget line", "budget lines", Right::Plan,
                                      kFields};
    static Verdict check(const Edit& edit, const Context&, BudgetLine& row, const BudgetLine*) {
        TL_CHECK(need_year(row.year));
        if (!row.quarter.empty() &&
            (!is_quarter(row.quarter) || row.quarter.substr(0, 4) != std::to_string(row.year))) {
            return wrong_field(
                "quarter",
                "'" + row.quarter + "' is not a quarter of " + std::to_string(row.year) + ".",
                "Write it as " + std::to_string(row.year) + "-Q4.");
        }
        if (row.planned < 0) {
            return wrong_field("planned", "A budget cannot be below 0.", "Give 0 or more.");
        }
        return need_channel(edit, row.channel);
    }
};

template <>
struct RecordRules<Spend> {
    static constexpr std::array kFields{
        RecordField{"card", "Card", true},
        RecordField{"kind", "Kind", false, "committed: promised; spent: paid"},
        RecordField{"amount", "Amount", true, "in the board's currency; below 0 for money back"},
        RecordField{"channel", "Channel"},
        RecordField{"day", "Day", true},
        RecordField{"note", "Note"},
    };
    static constexpr RecordKind kKind{"spend", "expense", "expenses", Right::Work, kFields};
    static Verdict check(const Edit& edit, const Context& context, Spend& row, const Spend*) {
        if (edit.get(row.card) == nullptr) {
            return not_found("card");
        }
        if (row.amount == 0) {
            return wrong_field("amount", "The amount is 0.", "Give what was promised or paid.");
        }
        if (row.kind == model::SpendKind::Spent && row.day > local_day(edit, context.now)) {
            return wrong_field("day", to_text(row.day) + " is still to come.",
                               "What is not paid yet is committed.");
        }
        return need_channel(edit, row.channel);
    }
};

template <>
struct RecordRules<Absence> {
    static constexpr std::array kFields{
        RecordField{"person", "Person", true},
        RecordField{"from_day", "From", true},
        RecordField{"to_day", "To", true, "this day included"},
        RecordField{"why", "Why"},
    };
    static constexpr RecordKind kKind{"absence", "absence", "absences", Right::Work, kFields};
    static Verdict check(const Edit& edit, const Context&, Absence& row, const Absence*) {
        TL_CHECK(need_person(edit, row.person, "person"));
        if (row.to < row.from) {
            return wrong_field("to_day", "The absence ends before it begins.",
                               "Give the last day; the same day for a single one.");
        }
        return Done{};
    }
};

template <>
struct RecordRules<Accountability> {
    static constexpr std::array kFields{
        RecordField{"outcome", "Outcome", true},
        RecordField{"dri", "DRI", true, "exactly one person"},
        RecordField{"decision_rights", "Decision rights", true, "what the DRI may decide alone"},
        RecordField{"cadence", "Review cadence", true,
                    "weekly, monthly, in the business review ..."},
        RecordField{"escalation", "Escalation path", true, "handles, one a line, nearest first"},
        RecordField{"objective", "Objective"},
        RecordField{"kpi", "KPI"},
    };
    static constexpr RecordKind kKind{"accountability", "line of the accountability matrix",
                                      "lines of the accountability matrix", Right::Plan, kFields};
    static Verdict check(const Edit& edit, const Context&, Accountability& row,
                         const Accountability*) {
        return need_dri(edit, row.dri);
    }
};

template <>
struct RecordRules<Escalation> {
    static constexpr std::array kFields{RecordField{"answer", "Answer", true}};
    static constexpr RecordKind kKind{.table = "escalation",
                                      .title = "escalation",
                                      .plural = "escalations",
                                      .right = Right::Work,
                                      .fields = kFields,
                                      .addable = false,
                                      .removable = false};
    // Answered by whoever was asked, or by who may plan.
    static Verdict check(const Edit& edit, const Context& context, Escalation& row,
                         const Escalation*) {
        if (row.to != context.actor && !need_right(edit, context, Right::Plan)) {
            const model::Person* asked = edit.get(row.to);
            return refusal("not_asked",
                           "It was escalated to " +
                               (asked == nullptr ? std::string("somebody else") : asked->name) +
                               ".",
                           "Let them answer, or a lead.");
        }
        row.answered_at = context.now;
        return Done{};
    }
};

std::vector<RecordKind> plan_records() {
    return {make_record_kind<AnnualFrame>(),    make_record_kind<NotDoing>(),
            make_record_kind<KeyResult>(),      make_record_kind<Milestone>(),
            make_record_kind<Dependency>(),     make_record_kind<BudgetLine>(),
            make_record_kind<Spend>(),          make_record_kind<Absence>(),
            make_record_kind<Accountability>(), make_record_kind<Escalation>()};
}

}  // namespace throughline::rules
