#include "app/cli/metrics_scope.h"

#include "app/cli/values.h"
#include "core/model/query.h"

#include <memory>

namespace throughline::cli {

namespace {

// What DRI, class and objective cards had before changes later than `as_of`.
Fallible<std::vector<flow::AttributeChange>> later_changes(desk::Desk& desk, Instant as_of) {
    constexpr std::size_t kPage = 500;
    const auto& cards = model::table_of<model::Card>();
    std::vector<flow::AttributeChange> changes;
    const auto take = [&](const journal::Entry& entry, const journal::Change& change,
                          const journal::FieldChange& one) {
        const std::string_view field = cards.fields[one.field].name;
        flow::AttributeChange result{model::CardId{change.id}, entry.draft.when,
                                     flow::Attribute::Dri, 0};
        if (field == "service_class") {
            const auto* name = std::get_if<std::string>(&one.before);
            const auto before =
                name != nullptr ? model::from_name<model::ServiceClass>(*name) : std::nullopt;
            result.what = flow::Attribute::ServiceClass;
            result.before =
                static_cast<std::int64_t>(before.value_or(model::ServiceClass::Standard));
        } else if (field == "dri" || field == "objective") {
            const auto* id = std::get_if<std::int64_t>(&one.before);
            result.what = field == "dri" ? flow::Attribute::Dri : flow::Attribute::Objective;
            result.before = id != nullptr ? *id : 0;
        } else {
            return;
        }
        changes.push_back(result);
    };
    for (std::int64_t seq = desk.workspace().seq() + 1;;) {
        TL_TRY(const auto page, lift(desk.before(seq, kPage)));
        for (const journal::Entry& entry : page) {
            seq = entry.seq;
            if (entry.draft.when <= as_of) {
                return changes;
            }
            for (const journal::Change& change : entry.draft.changes) {
                if (change.table != &cards || change.kind != journal::ChangeKind::Update) continue;
                for (const journal::FieldChange& one : change.fields) {
                    take(entry, change, one);
                }
            }
        }
        if (page.size() < kPage) {
            return changes;
        }
    }
}

}  // namespace

Fallible<flow::Flow> flow_at(Session& session, Instant as_of) {
    TL_TRY(auto* desk, session.desk());
    flow::FlowRows rows = flow::rows_of(desk->workspace(), session.zone());
    if (as_of < desk->workspace().last_when()) {
        TL_TRY(rows.attribute_changes, later_changes(*desk, as_of));
    }
    return flow::Flow(std::move(rows), as_of);
}

Fallible<CardFilter> card_filter(Session& session, Instant as_of,
                                 const std::optional<std::string>& query) {
    TL_TRY(auto* desk, session.desk());
    auto parsed = model::Query::parse(query.value_or(""));
    if (!parsed) {
        return bad_input(parsed.error().message, "--filter, " + parsed.error().where);
    }
    if (parsed->is_empty()) {
        return CardFilter();
    }
    const auto run = std::make_shared<model::QueryRun>(
        *parsed,
        model::QueryContext{desk->workspace(), session.zone(), as_of, desk->actor(), nullptr});
    return CardFilter([run](const model::Card& card) { return run->matches(card); });
}

void add_scope_options(Verb& verb, ScopeArgs& args) {
    verb.option("--from", "DAY", args.from, "First day (default: 12 weeks up to --to)")
        .option("--to", "DAY", args.to, "Last day, counted in (default: today)")
        .option("--as-of", kMoment, args.as_of,
                "As it was known then: 2026-05-04, or 2026-05-04T09:00:00Z")
        .option("--filter", "QUERY", args.filter, "Only these cards: class:expedite dri:ana")
        .flag("--working-days", args.working_days, "Count working days instead of calendar days");
}

Fallible<flow::Scope> scope_of(Session& session, const ScopeArgs& args, Instant as_of) {
    flow::Scope scope = flow::last_weeks(session.zone(), as_of);
    if (args.to) {
        TL_TRY(scope.to, day_value(*args.to, "--to"));
        scope.from = scope.to - 83;
    }
    if (args.from) {
        TL_TRY(scope.from, day_value(*args.from, "--from"));
    }
    if (scope.from > scope.to) {
        return bad_input("the period ends before it begins", args.from ? "--from" : "--to");
    }
    scope.days = args.working_days ? flow::DayCount::Working : flow::DayCount::Calendar;
    TL_TRY(scope.filter, card_filter(session, as_of, args.filter));
    return scope;
}

Ending need_points(const flow::Flow& flow) {
    if (flow.workflow().is_set_up()) {
        return Done{};
    }
    rules::Refusal refusal;
    refusal.rule = "not_set_up";
    refusal.reason = "The board has no commitment and delivery point, so nothing is ever done.";
    refusal.remedy = "Set them with: throughline policy set commitment=COLUMN delivery=COLUMN";
    return refused(std::move(refusal));
}

Failure no_answer(std::string reason, std::string remedy) {
    rules::Refusal refusal;
    refusal.rule = "no_answer";
    refusal.reason = std::move(reason);
    refusal.remedy = std::move(remedy);
    return refused(std::move(refusal));
}

}  // namespace throughline::cli
