#include "app/gui/flow/flow_model.h"

#include "core/base/words.h"
#include "core/flow/history.h"
#include "core/report/chart_parts.h"
#include "core/report/chart_ticks.h"

#include <algorithm>

namespace throughline::gui::flow_screen {

namespace fl = throughline::flow;

FlowOrder make_order(Context& context, const FlowChoices& choices,
                     std::vector<const report::ChartKind*> kinds, bool wants_figures) {
    return {.rows = fl::rows_of(context.workspace(), context.zone()),
            .as_of = context.now(),
            .choices = choices,
            .kinds = std::move(kinds),
            .passing = passing_cards(context, context.filter().query),
            .wants_figures = wants_figures,
            .comments = context.workspace().rows<model::Comment>().list()};
}

namespace {

// The days that are asked for; figures of now (age, work in process) stay those of now.
fl::Scope scope_of(const fl::Flow& digest, const FlowOrder& order) {
    fl::Scope scope = fl::last_weeks(digest.zone(), order.as_of, order.choices.weeks);
    scope.days = order.choices.working_days ? fl::DayCount::Working : fl::DayCount::Calendar;
    scope.filter = order.passing.filter();
    if (order.choices.until) {
        const int length = scope.to - scope.from;
        scope.to = std::min(*order.choices.until, digest.today());
        scope.from = scope.to - length;
    }
    if (order.choices.all_of_it) {
        scope.from = std::min(scope.to, fl::first_day(fl::Slice(digest, scope)).value_or(scope.to));
    }
    return scope;
}

}  // namespace

FlowPicture make_picture(const FlowOrder& order, std::unique_ptr<fl::Flow>& digest) {
    if (digest) {
        digest->advance(order.rows, order.as_of);
    } else {
        digest = std::make_unique<fl::Flow>(order.rows, order.as_of);
    }
    FlowPicture picture;
    picture.set_up = digest->workflow().is_set_up();
    if (!picture.set_up) {
        return picture;
    }
    const fl::Slice all(*digest, scope_of(*digest, order));
    const auto wanted = order.choices.service_class;
    const fl::Slice slice = wanted ? all.narrowed([wanted](const fl::CardInfo& card) {
        return card.service_class == *wanted;
    })
                                   : all;
    int wip_of_all = 0;
    all.each([&](fl::CardIndex, const fl::Journey& journey) {
        wip_of_all += journey.in_process ? 1 : 0;
    });
    picture.period = (wanted ? report::class_words(*wanted) : "All") + " cards, " +
                     long_date(slice.from()) + " to " + long_date(slice.to());
    slice.each([&picture](fl::CardIndex, const fl::Journey& journey) {
        picture.has_started = picture.has_started || journey.started || journey.finished;
    });
    picture.tiles = make_tiles(slice, order.choices, wip_of_all);
    if (order.wants_figures) {
        picture.figures = make_figures(slice, order.comments);
    }
    for (const report::ChartKind* kind : order.kinds) {
        picture.charts.push_back(report::make_chart(*kind, slice, order.choices.chart));
    }
    return picture;
}

}  // namespace throughline::gui::flow_screen
