#include "core/flow/tallies.h"

#include "core/base/text.h"
#include "core/model/card_parts.h"

#include <algorithm>
#include <map>

namespace throughline::flow {
namespace {

bool counts(const Slice& slice, Instant at) {
    return at <= slice.flow().as_of() && slice.in_period(slice.flow().zone().day(at));
}

bool concerns(const Slice& slice, model::CardId card) {
    if (!card) {
        return !slice.scope().filter;
    }
    const auto index = slice.flow().index_of(card);
    return index && slice.has(*index);
}

Tallies requests_by_reason(const Slice& slice, model::RequestStep step) {
    std::vector<Act> acts;
    for (const model::RequestEvent& event : slice.flow().rows().request_events) {
        if (event.step == step) {
            acts.push_back({event.text, event.at});
        }
    }
    return tally(slice, acts);
}

}  // namespace

Tallies tally(const Slice& slice, std::span<const Act> acts) {
    struct Group {
        const Act* first = nullptr;
        std::vector<int> by_day;
    };
    const auto days = static_cast<std::size_t>(slice.day_count());
    std::map<std::string, Group> groups;  // by the folded name
    for (const Act& act : acts) {
        if (!counts(slice, act.at)) {
            continue;
        }
        Group& group = groups[fold(trim(act.what))];
        group.by_day.resize(days);
        if (group.first == nullptr || act.at < group.first->at) {
            group.first = &act;
        }
        const int day = slice.flow().zone().day(act.at) - slice.from();
        ++group.by_day[static_cast<std::size_t>(day)];
    }
    Tallies result;
    for (const auto& [name, group] : groups) {
        Tally one{.what = std::string(trim(group.first->what)),
                  .per_week = by_week(slice.from(), group.by_day)};
        for (const WeekCount& week : one.per_week) {
            one.count += week.count;
        }
        result.push_back(std::move(one));
    }
    std::stable_sort(result.begin(), result.end(),
                     [](const Tally& a, const Tally& b) { return a.count > b.count; });
    return result;
}

Tallies refusals_by_rule(const Slice& slice) {
    std::vector<Act> acts;
    for (const model::RefusedTry& row : slice.flow().rows().refusals) {
        if (concerns(slice, row.card)) {
            acts.push_back({row.rule, row.at});
        }
    }
    return tally(slice, acts);
}

Tallies overrides_by_rule(const Slice& slice) {
    std::vector<Act> acts;
    for (const model::Override& row : slice.flow().rows().overrides) {
        if (concerns(slice, row.card)) {
            acts.push_back({row.rule, row.at});
        }
    }
    return tally(slice, acts);
}

Tallies blocks_by_cause(const Slice& slice) {
    std::vector<Act> acts;
    for (const model::Block& row : slice.flow().rows().blocks) {
        if (row.known_at <= slice.flow().as_of() && concerns(slice, row.card)) {
            acts.push_back({row.cause, row.since});
        }
    }
    return tally(slice, acts);
}

Tallies expedites(const Slice& slice) {
    std::vector<Act> acts;
    slice.each([&](CardIndex i, const Journey&) {
        if (slice.flow().card(i).service_class != model::ServiceClass::Expedite) {
            return;
        }
        for (const Stay& stay : slice.flow().stays(i)) {
            acts.push_back(
                {std::string(model::name_of(model::ServiceClass::Expedite)), stay.begin});
        }
    });
    return tally(slice, acts);
}

Tallies declines_by_reason(const Slice& slice) {
    return requests_by_reason(slice, model::RequestStep::Declined);
}

Tallies trades_by_reason(const Slice& slice) {
    return requests_by_reason(slice, model::RequestStep::TradedOut);
}

Tallies given_up_by_reason(const Slice& slice, const CowVector<model::Comment>& comments,
                           GivenUp how) {
    const bool returned = how == GivenUp::Returned;
    const model::MoveKind kind = returned ? model::MoveKind::Returned : model::MoveKind::Discarded;
    const std::string_view prefix = returned ? "Returned: " : "Discarded: ";
    const Instant as_of = slice.flow().as_of();
    std::vector<Act> acts;
    std::map<std::pair<std::int64_t, Instant>, std::size_t> act_of;  // by card and moment
    for (const model::Transition& row : slice.flow().rows().transitions) {
        const bool happened = row.known_at <= as_of && (!row.voided_at || *row.voided_at > as_of);
        if (row.kind == kind && happened && concerns(slice, row.card)) {
            act_of.try_emplace({row.card.value, row.at}, acts.size());
            acts.push_back({{}, row.at});
        }
    }
    if (acts.empty()) {
        return {};
    }
    for (const model::Comment& comment : comments) {
        const auto act = act_of.find({comment.card.value, comment.at});
        if (act != act_of.end() && comment.text.starts_with(prefix)) {
            acts[act->second].what = comment.text.substr(prefix.size());
        }
    }
    return tally(slice, acts);
}

}  // namespace throughline::flow
