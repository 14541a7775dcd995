#include "app/gui/card/finish_model.h"

#include "core/base/text.h"
#include "core/base/words.h"
#include "core/flow/finish.h"
#include "core/flow/percentile.h"
#include "core/report/chart_ticks.h"

#include <algorithm>

namespace throughline::gui::card {
namespace {

constexpr int kPlanned = 85;  // the level that people plan by

void describe_range(const flow::FinishRange& range, Finish& finish) {
    finish.age = plural(range.age_days, "day", "days") + " old";
    if (range.levels.empty()) {
        finish.says =
            "No card of its class that was finished in the last 12 weeks got so old: "
            "the past says nothing about it. Look at what holds it up.";
        return;
    }
    for (const flow::FinishRange::At& at : range.levels) {
        finish.levels.push_back(std::to_string(at.percent) + "%: by " + long_date(at.day) +
                                ", cycle time " + plural(at.cycle_days, "day", "days"));
        if (at.percent == kPlanned) {
            finish.says = "Half of such cards are done by " + short_date(range.levels.front().day) +
                          ", 85% by " + short_date(at.day) + ".";
        }
    }
    finish.basis =
        "From " + plural(static_cast<std::int64_t>(range.n), "card", "cards") +
        " of its class that got as old in the last 12 weeks." +
        (flow::is_few(kPlanned, range.n) ? " Few: the 85% level is merely the slowest of them."
                                         : "");
}

// Days after today.
rules::RecordForecast record_of(const flow::Slice& slice, model::CardId card,
                                const flow::FinishRange& range) {
    const auto days = [&](int percent) {
        const auto at = std::ranges::find(range.levels, percent, &flow::FinishRange::At::percent);
        return at->day - slice.flow().today();
    };
    rules::RecordForecast record;
    record.kind = model::ForecastKind::Card;
    record.card = card;
    record.history_from = slice.from();
    record.history_to = slice.to();
    record.p50 = days(50);
    record.p70 = days(70);
    record.p85 = days(85);
    record.p95 = days(95);
    return record;
}

}  // namespace

Finish make_finish(const flow::Flow& flow, model::CardId card) {
    Finish finish{.card = card};
    const auto index = flow.index_of(card);
    if (!index || !flow.workflow().is_set_up()) {
        return finish;
    }
    const flow::Slice slice(flow, flow::last_weeks(flow.zone(), flow.as_of()));
    const auto range = flow::finish_range(slice, *index);
    if (!range) {
        return finish;
    }
    finish.in_process = true;
    const std::vector<flow::AgeYardstick> yardsticks = flow::yardsticks(slice);
    const auto service_class = static_cast<std::size_t>(flow.card(*index).service_class);
    finish.state =
        flow::age_state(range->age_days, flow.journey(*index).column, yardsticks[service_class]);
    describe_range(*range, finish);
    if (!range->levels.empty()) {
        finish.record = record_of(slice, card, *range);
    }
    return finish;
}

void FinishModel::refresh(Context& context, model::CardId card) {
    answer_.refresh(context, card, [card] {
        return [card](const flow::Flow& flow) { return make_finish(flow, card); };
    });
}

const Finish* FinishModel::of(model::CardId card) const {
    const Finish* finish = answer_.answer();
    return finish != nullptr && finish->card == card ? finish : nullptr;
}

}  // namespace throughline::gui::card
