#include "core/flow/alerts.h"

#include "core/base/text.h"
#include "core/base/words.h"
#include "core/flow/age.h"
#include "core/flow/history.h"
#include "core/flow/load.h"
#include "core/flow/pressure.h"
#include "core/flow/response.h"
#include "core/flow/wip.h"
#include "core/model/keys.h"
#include "core/model/tables.h"
#include "core/model/workspace.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <tuple>

namespace throughline::flow {
namespace {

using model::AlertRule;

constexpr std::array kKinds{
    AlertKind{AlertRule::AgeBeyondSle, "Cards beyond their service level", "days", 0,
              "Ask at the standup what holds the card up, and finish it before new work."},
    AlertKind{AlertRule::ColumnFull, "Columns without room", "working days", 3,
              "Help to finish what stands there; nothing can be pulled meanwhile."},
    AlertKind{AlertRule::ColumnStarved, "Columns that nothing reaches", "working days", 2,
              "Look to the left: either work is stuck there or too little is ready."},
    AlertKind{AlertRule::RequestLate, "Requests without an answer in time", "", 0,
              "Accept it, decline it or ask; the requester was promised an answer."},
    AlertKind{AlertRule::LimitOverridden, "Limits passed", "", 0,
              "Talk about it once: was the reason good, or is the limit wrong?"},
    AlertKind{AlertRule::LoadOutOfBand, "Load out of its healthy band", "", 0,
              "Above the band work waits longer and longer; below it people wait for work."},
    AlertKind{AlertRule::ReviewOverdue, "Reviews that are overdue", "days", 0,
              "Look at it, write down what has changed, and give it the next day."},
    AlertKind{AlertRule::KpiBeyondLimits, "KPIs beyond their limits", "", 0,
              "Find what caused it: a value beyond the limits is a signal, not noise."},
};

std::string key_of(const Flow& flow, CardIndex card) {
    const model::Board* board = flow.rows().board();
    return (board == nullptr ? "" : board->key_prefix + "-") +
           std::to_string(flow.card(card).number);
}

// Working days from the day of `since` to today, both counted.
int working_days_since(const Flow& flow, Instant since) {
    return flow.rows().calendar.working_days(flow.zone().day(since), flow.today());
}

// A level that is only proposed is nobody's promise, and raises nothing.
std::optional<int> adopted_days(const Flow& flow, model::ServiceClass service_class) {
    for (const model::ServiceLevel& level : flow.rows().service_levels) {
        if (level.service_class == service_class) {
            return level.days;
        }
    }
    return std::nullopt;
}

void add_old_cards(const Slice& slice, const AlertLimits& limits, std::vector<Signal>& signals) {
    const Flow& flow = slice.flow();
    for (const CardAge& age : ages(slice)) {
        const auto sle = adopted_days(flow, flow.card(age.card).service_class);
        if (!sle || age.days <= *sle + limits.threshold) {
            continue;
        }
        const std::string key = key_of(flow, age.card);
        signals.push_back({AlertRule::AgeBeyondSle, "card:" + key,
                           to_text(flow.journey(age.card).start_day),
                           key + " has been in process for " + plural(age.days, "day", "days") +
                               "; its service level is " + std::to_string(*sle) + "."});
    }
}

void add_spells(const Slice& slice, AlertRule rule, const AlertLimits& limits,
                std::vector<Signal>& signals) {
    const bool full = rule == AlertRule::ColumnFull;
    if (!full && wip_at(slice, slice.flow().as_of()) == 0) {
        return;  // nothing is in process anywhere: the team has not begun, or rests
    }
    for (const Pressure& one : pressures(slice)) {
        const auto since = full ? one.full_since : one.starved_since;
        const int days = since ? working_days_since(slice.flow(), *since) : 0;
        // Done columns have no limit to be full against; options may stay empty for a while.
        if (days < limits.threshold || !since || !slice.flow().workflow().in_process(one.column)) {
            continue;
        }
        const std::string begun = to_text(slice.flow().zone().day(*since));
        const std::string long_words = plural(days, "working day", "working days");
        signals.push_back(
            {rule, one.subject, begun,
             one.name +
                 (full ? " has had no room for " : " has had room, and nothing to pull, for ") +
                 long_words + "."});
    }
}

void add_late_requests(const Slice& slice, std::vector<Signal>& signals) {
    const Flow& flow = slice.flow();
    const ResponseFigures figures = response_figures(slice);
    for (const model::Request& request : flow.rows().requests) {
        const auto found = std::lower_bound(
            figures.requests.begin(), figures.requests.end(), request.id,
            [](const Response& one, model::RequestId id) { return one.request < id; });
        if (found == figures.requests.end() || found->request != request.id || !found->breached ||
            found->decided_at) {
            continue;
        }
        const std::string key = "R-" + std::to_string(request.number);
        signals.push_back(
            {AlertRule::RequestLate, "request:" + key, to_text(flow.zone().day(found->clock_from)),
             key + " has waited longer for an answer than the promised " +
                 plural(std::llround(found->promised.hours()), "working hour", "working hours") +
                 "."});
    }
}

void add_overrides(const Flow& flow, std::vector<Signal>& signals) {
    for (const model::Override& row : flow.rows().overrides) {
        const auto card = flow.index_of(row.card);
        const bool lately = row.at <= flow.as_of() && flow.today() - flow.zone().day(row.at) < 7;
        if (lately && card) {
            signals.push_back({AlertRule::LimitOverridden, "card:" + key_of(flow, *card),
                               std::to_string(row.id.value),
                               key_of(flow, *card) + " was moved over a limit: " + row.reason});
        }
    }
}

void add_load(const Flow& flow, std::vector<Signal>& signals) {
    const model::Board* board = flow.rows().board();
    const Day monday = week_of(flow.today()) - 7;
    const Slice week(flow, {.from = monday, .to = monday + 6, .as_of = flow.as_of()});
    const auto rho = load(week).team.value();
    const auto first = first_day(week);
    if (board == nullptr || !rho || !first || *first > monday) {  // the team was not there yet
        return;
    }
    const auto percent = std::lround(100 * *rho);
    if (percent >= board->load_low && percent <= board->load_high) {
        return;
    }
    signals.push_back({AlertRule::LoadOutOfBand, "team", to_text(monday),
                       "In the week of " + short_date(monday) + " " + std::to_string(percent) +
                           "% of the team's places were used; the healthy band is " +
                           std::to_string(board->load_low) + " to " +
                           std::to_string(board->load_high) + "%."});
}

// Each day that was set makes another occasion.
template <class T, class Name>
void add_reviews(const Flow& flow, const model::Rows<T>& rows, const AlertLimits& limits,
                 Name&& name, std::vector<Signal>& signals) {
    for (const T& row : rows) {
        if (!row.review_on || flow.today() - *row.review_on <= limits.threshold) {
            continue;
        }
        const auto [subject, words] = name(row);
        signals.push_back({AlertRule::ReviewOverdue, subject, to_text(*row.review_on),
                           words + " was to be looked at on " + short_date(*row.review_on) + "."});
    }
}

void add_overdue_reviews(const Flow& flow, const ReviewRows& reviews, const AlertLimits& limits,
                         std::vector<Signal>& signals) {
    model::Rows<model::Risk> open;
    for (const model::Risk& risk : reviews.risks) {
        if (risk.state == model::RiskState::Open) {
            open.put(risk);
        }
    }
    add_reviews(
        flow, open, limits,
        [](const model::Risk& risk) {
            return std::pair("risk:" + key_of(risk), "Risk " + key_of(risk) + " " + risk.title);
        },
        signals);
    const auto named = [](const char* kind, const char* words) {
        return [=](const auto& row) {
            return std::pair(std::string(kind) + ":#" + std::to_string(row.id.value),
                             std::string(words) + " " + row.name);
        };
    };
    add_reviews(flow, reviews.tools, limits, named("tool", "Tool"), signals);
    add_reviews(flow, reviews.domains, limits, named("data-domain", "Data domain"), signals);
    add_reviews(flow, reviews.trainings, limits, named("training", "Training"), signals);
}

// Each value is an occasion of its own.
void add_kpis(const Flow& flow, const PlanRows& plan, std::vector<Signal>& signals) {
    for (const KpiReading& reading : scorecard(plan, flow)) {
        const model::Kpi* kpi = plan_row(plan.kpis, reading.kpi);
        if (reading.signals.empty() || reading.signals.back().index + 1 != reading.points.size()) {
            continue;
        }
        // Outside of the limits says more than a run on one side of the mean.
        const auto first =
            std::ranges::find(reading.signals, reading.signals.back().index, &XmrSignal::index);
        const std::string_view why =
            first->rule == 1   ? "outside of its limits"
            : first->rule == 2 ? "one of eight in a row on one side of its mean, within the limits"
                               : "one of three of four values near one limit";
        const std::string_view way = reading.trend == Trend::Good  ? " It changes for the better."
                                     : reading.trend == Trend::Bad ? " It changes for the worse."
                                                                   : "";
        signals.push_back(
            {AlertRule::KpiBeyondLimits, "kpi:" + key_of(*kpi), to_text(*reading.day),
             fmt::format("{} {} was {} on {}: {}, {} to {}.{}", key_of(*kpi), kpi->name,
                         number_words(reading.value, kpi->unit), short_date(*reading.day), why,
                         number_words(reading.limits->lower),
                         number_words(reading.limits->upper, kpi->unit), way)});
    }
}

// Of the row that an alert's subject names; "" for a row that is gone.
template <class T>
const T* row_named(const model::Workspace& workspace, const std::string& key) {
    return workspace.find(decltype(T::id){model::id_by_key(workspace, model::table_of<T>(), key)});
}

model::PersonId who_answers(const model::Workspace& workspace, std::string_view kind,
                            const std::string& key) {
    if (kind == "card") {
        const model::Card* card = model::card_by_key(workspace, key);
        return card == nullptr ? model::PersonId{} : card->dri;
    }
    if (kind == "kpi") {
        const auto* kpi = row_named<model::Kpi>(workspace, key);
        return kpi == nullptr ? model::PersonId{} : kpi->owner;
    }
    if (kind == "risk") {
        const auto* risk = row_named<model::Risk>(workspace, key);
        return risk == nullptr ? model::PersonId{} : risk->owner;
    }
    return {};
}

}  // namespace

std::span<const AlertKind> alert_kinds() {
    return kKinds;
}

AlertLimits limits_of(const AlertKind& kind, std::span<const model::AlertSetting> settings) {
    AlertLimits limits{true, kind.threshold, false};
    for (const model::AlertSetting& one : settings) {
        if (one.rule == kind.rule) {
            limits = {one.on, one.threshold.value_or(kind.threshold), one.drafts_action};
        }
    }
    return limits;
}

std::vector<Signal> signals(const Flow& flow, std::span<const model::AlertSetting> settings,
                            const ReviewRows& reviews, const PlanRows& plan) {
    std::vector<Signal> result;
    const Slice slice(flow, last_weeks(flow.zone(), flow.as_of()));
    for (const AlertKind& kind : kKinds) {
        const AlertLimits limits = limits_of(kind, settings);
        if (!limits.on) {
            continue;
        }
        switch (kind.rule) {
            case AlertRule::AgeBeyondSle: add_old_cards(slice, limits, result); break;
            case AlertRule::ColumnFull:
            case AlertRule::ColumnStarved: add_spells(slice, kind.rule, limits, result); break;
            case AlertRule::RequestLate: add_late_requests(slice, result); break;
            case AlertRule::LimitOverridden: add_overrides(flow, result); break;
            case AlertRule::LoadOutOfBand: add_load(flow, result); break;
            case AlertRule::ReviewOverdue:
                add_overdue_reviews(flow, reviews, limits, result);
                break;
            case AlertRule::KpiBeyondLimits: add_kpis(flow, plan, result); break;
        }
    }
    return result;
}

std::vector<Signal> unraised(std::vector<Signal> signals, const model::Rows<model::Alert>& raised) {
    std::set<std::tuple<AlertRule, std::string_view, std::string_view>> known;
    for (const model::Alert& one : raised) {
        known.emplace(one.rule, one.subject, one.period);
    }
    std::erase_if(signals, [&](const Signal& one) {
        return known.contains({one.rule, one.subject, one.period});
    });
    return signals;
}

AlertRows alert_rows(const model::Workspace& workspace) {
    const auto& settings = workspace.rows<model::AlertSetting>();
    return {{settings.begin(), settings.end()},
            workspace.rows<model::Alert>(),
            {workspace.rows<model::Risk>(), workspace.rows<model::Tool>(),
             workspace.rows<model::DataDomain>(), workspace.rows<model::Training>()},
            plan_rows_of(workspace)};
}

std::vector<Signal> due(const Flow& flow, const AlertRows& rows) {
    return unraised(signals(flow, rows.settings, rows.reviews, rows.plan), rows.raised);
}

ActionDraft action_draft(const model::Workspace& workspace, const model::Alert& alert, Day today) {
    constexpr int kWithin = 7;
    const std::size_t colon = alert.subject.find(':');
    const std::string kind = alert.subject.substr(0, colon);
    const std::string name =
        colon == std::string::npos ? alert.subject : alert.subject.substr(colon + 1);
    const AlertKind& rule = kKinds[static_cast<std::size_t>(alert.rule)];
    return {name + ": " + std::string(rule.to_do), who_answers(workspace, kind, name),
            today + kWithin};
}

}  // namespace throughline::flow
