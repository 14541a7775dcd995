#include "app/cli/metrics_scope.h"

#include "app/cli/values.h"
#include "core/flow/rows.h"
#include "core/journal/change.h"
#include "core/model/query.h"

#include <memory>

namespace throughline::cli {

namespace {

// The board after the last entry not later than `as_of`: that of today with the entries after it
// taken back. Null when nothing was entered since, or when nobody had made the board by then, as
// for a history that was imported: the board of today is all that is known then.
Fallible<std::shared_ptr<const model::Workspace>> earlier_board(desk::Desk& desk, Instant as_of) {
    constexpr std::size_t kPage = 500;
    std::shared_ptr<const model::Workspace> none;
    if (as_of >= desk.workspace().last_when()) {
        return none;
    }
    auto board = std::make_shared<model::Workspace>(desk.workspace());
    for (std::int64_t seq = board->seq() + 1;;) {
        TL_TRY(const auto page, lift(desk.before(seq, kPage)));
        for (const journal::Entry& entry : page) {
            seq = entry.seq;
            if (entry.draft.when <= as_of) {
                return std::shared_ptr<const model::Workspace>(std::move(board));
            }
            journal::unapply(*board, entry.draft.changes);
        }
        if (page.size() < kPage) {
            return none;
        }
    }
}

// Puts what was different then into the rows. Moves, blocks and requests tell their own times;
// cards that came by an import later than `then` stay as they came.
void take_back(const model::Workspace& then, flow::FlowRows& rows) {
    for (std::size_t i = 0; i < rows.cards.size(); ++i) {
        const model::Card& now = rows.cards[i];
        const model::Card* card = then.find(now.id);
        if (card == nullptr || (card->dri == now.dri && card->objective == now.objective &&
                                card->service_class == now.service_class)) {
            continue;
        }
        model::Card& earlier = rows.cards.edit(i);
        earlier.dri = card->dri;
        earlier.objective = card->objective;
        earlier.service_class = card->service_class;
    }
    rows.service_levels = then.rows<model::ServiceLevel>().list();
}

}  // namespace

Fallible<flow::Flow> flow_at(Session& session, Instant as_of) {
    TL_TRY(auto* desk, session.desk());
    flow::FlowRows rows = flow::rows_of(desk->workspace(), session.zone());
    TL_TRY(const auto then, earlier_board(*desk, as_of));
    if (then != nullptr) {
        take_back(*then, rows);
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
    TL_TRY(const auto then, earlier_board(*desk, as_of));
    const model::Workspace& board = then != nullptr ? *then : desk->workspace();
    const auto run = std::make_shared<model::QueryRun>(
        *parsed, model::QueryContext{board, session.zone(), as_of, desk->actor(), nullptr});
    return CardFilter([run, then](const model::Card& card) {
        const model::Card* earlier = then != nullptr ? then->find(card.id) : nullptr;
        return run->matches(earlier != nullptr ? *earlier : card);
    });
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
