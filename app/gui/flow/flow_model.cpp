#include "app/gui/flow/flow_model.h"

#include "core/report/chart_ticks.h"

#include <algorithm>
#include <array>

namespace throughline::gui::flow_screen {

namespace fl = throughline::flow;

FlowOrder make_order(Context& context, const FlowChoices& choices,
                     std::vector<const report::ChartKind*> kinds) {
    return {.rows = fl::rows_of(context.workspace(), context.zone()),
            .as_of = context.now(),
            .choices = choices,
            .kinds = std::move(kinds),
            .passing = passing_cards(context, context.filter().query)};
}

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
    fl::Scope scope = fl::last_weeks(digest->zone(), order.as_of, order.choices.weeks);
    scope.days = order.choices.working_days ? fl::DayCount::Working : fl::DayCount::Calendar;
    scope.filter = order.passing.filter();
    const fl::Slice all(*digest, scope);
    const auto wanted = order.choices.service_class;
    const fl::Slice slice = wanted ? all.narrowed([wanted](const fl::CardInfo& card) {
        return card.service_class == *wanted;
    })
                                   : all;
    constexpr std::array<std::string_view, 4> kClasses{"Standard", "Fixed date", "Expedite",
                                                       "Intangible"};
    int wip_of_all = 0;
    all.each([&](fl::CardIndex, const fl::Journey& journey) {
        wip_of_all += journey.in_process ? 1 : 0;
    });
    picture.period = (wanted ? std::string(kClasses[static_cast<std::size_t>(*wanted)]) : "All") +
                     " cards, " + report::long_date(slice.from()) + " to " +
                     report::long_date(slice.to());
    slice.each([&picture](fl::CardIndex, const fl::Journey& journey) {
        picture.has_started = picture.has_started || journey.started || journey.finished;
    });
    picture.tiles = make_tiles(slice, order.choices, wip_of_all);
    for (const report::ChartKind* kind : order.kinds) {
        picture.charts.push_back(report::make_chart(*kind, slice, order.choices.chart));
    }
    return picture;
}

}  // namespace throughline::gui::flow_screen
