#include "core/base/text.h"
#include "core/model/keys.h"
#include "core/rules/record_rules.h"

namespace throughline::rules {
namespace {

using model::ActionItem;
using model::Decision;

}  // namespace

template <>
struct RecordRules<Decision> {
    static constexpr std::array kFields{
        RecordField{"text", "Decision", true, "what is decided, in a sentence"},
        RecordField{"rationale", "Why", true},
        RecordField{"decider", "Decided by", true},
        RecordField{"executor", "Carried out by", true},
        RecordField{"due", "By", true},
        RecordField{"state", "State"},
        RecordField{"outcome", "Outcome"},
        RecordField{"meeting", "Meeting"},
        RecordField{"objective", "Objective"},
        RecordField{"card", "Card"},
        RecordField{"kpi", "KPI"},
    };
    static constexpr RecordKind kKind{.table = "decision",
                                      .title = "decision",
                                      .plural = "decisions",
                                      .right = Right::Work,
                                      .fields = kFields,
                                      .removable = false};
    static Verdict check(const Edit& edit, const Context& context, Decision& row,
                         const Decision* before) {
        TL_CHECK(need_person(edit, row.decider, "decider"));
        TL_CHECK(need_person(edit, row.executor, "executor"));
        if (row.meeting && (before == nullptr || before->meeting != row.meeting)) {
            TL_CHECK(need_running_meeting(edit, row.meeting));
        }
        const model::Meeting* held = before == nullptr ? nullptr : edit.get(before->meeting);
        const bool is_rewritten =
            before != nullptr && (row.text != before->text || row.rationale != before->rationale ||
                                  row.decider != before->decider);
        if (held != nullptr && held->published_at && is_rewritten) {
            return refusal("published", key_of(row) + " was published with " + key_of(*held) + ".",
                           "Write down a new decision that takes its place, and drop this one.",
                           "decision:" + key_of(row));
        }
        if (before == nullptr) {
            row.at = context.now;
            row.on_seq = edit.before().seq();
        }
        if (row.state == model::DecisionState::Dropped) {
            TL_CHECK(need_reason(row.outcome, "drop a decision"));
        }
        if (row.state == model::DecisionState::Open) {
            row.closed_at.reset();
        } else if (!row.closed_at || before == nullptr || before->state != row.state) {
            row.closed_at = context.now;
        }
        return Done{};
    }
};

namespace {

// Where an action comes from is looked up again until it is done, so it must be there.
Verdict need_source(const Edit& edit, const std::string& source) {
    if (source.empty()) {
        return Done{};
    }
    const std::size_t colon = source.find(':');
    const std::string kind = source.substr(0, colon);
    const std::string key = colon == std::string::npos ? "" : source.substr(colon + 1);
    for (const std::string_view known : {"meeting", "retro", "risk", "alert"}) {
        if (kind == known &&
            model::id_by_key(edit.before(), *model::table_by_name(kind), key) != 0) {
            return Done{};
        }
    }
    return wrong_field(
        "source", "'" + source + "' is nothing that an action comes from.",
        "Name what is there, as in meeting:M-3, retro:RT-1, risk:RK-2 or alert:A-4.");
}

}  // namespace

template <>
struct RecordRules<ActionItem> {
    static constexpr std::array kFields{
        RecordField{"text", "Action", true},
        RecordField{"owner", "Owner", true},
        RecordField{"due", "By", true},
        RecordField{"source", "From", false, "meeting:M-3, retro:RT-1, risk:RK-2, alert:A-4"},
        RecordField{"template", "Template it changes"},
        RecordField{"state", "State"},
        RecordField{"outcome", "Outcome"},
    };
    static constexpr RecordKind kKind{.table = "action_item",
                                      .title = "action",
                                      .plural = "actions",
                                      .right = Right::Work,
                                      .fields = kFields,
                                      .removable = false};
    static Verdict check(const Edit& edit, const Context& context, ActionItem& row,
                         const ActionItem* before) {
        TL_CHECK(need_person(edit, row.owner, "owner"));
        if (before == nullptr || before->source != row.source) {
            TL_CHECK(need_source(edit, row.source));
        }
        if (before == nullptr) {
            row.at = context.now;
        }
        if (row.state == model::ActionState::Dropped) {
            TL_CHECK(need_reason(row.outcome, "drop an action"));
        }
        if (row.state == model::ActionState::Open) {
            row.closed_at.reset();
        } else if (!row.closed_at || before == nullptr || before->state != row.state) {
            row.closed_at = context.now;
        }
        return Done{};
    }
};

std::vector<RecordKind> cadence_records() {
    return {make_record_kind<Decision>(), make_record_kind<ActionItem>()};
}

}  // namespace throughline::rules
