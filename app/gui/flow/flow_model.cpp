#include "app/gui/flow/flow_model.h"

#include "core/model/query.h"
#include "core/report/chart_ticks.h"

#include <algorithm>
#include <array>

namespace throughline::gui::flow_screen {

namespace fl = throughline::flow;

FlowOrder make_order(Context& context, const FlowChoices& choices,
                     std::vector<const report::ChartKind*> kinds) {
    const model::Workspace& workspace = context.workspace();
    FlowOrder order{.rows = fl::rows_of(workspace, context.zone()),
                    .as_of = context.now(),
                    .choices = choices,
                    .kinds = std::move(kinds),
                    .passing = {},
                    .filter_error = {}};
    if (context.filter().query.empty()) {
        return order;
    }
    auto query = model::Query::parse(context.filter().query);
    if (!query) {
        order.filter_error = query.error().message;
        return order;
    }
    const model::QueryContext asked{.workspace = workspace,
                                    .zone = context.zone(),
                                    .now = context.now(),
                                    .me = context.desk().actor()};
    std::vector<model::CardId> passing;
    for (const model::Card* card : model::QueryRun(*query, asked).all()) {
        passing.push_back(card->id);
    }
    std::sort(passing.begin(), passing.end());
    order.passing = std::move(passing);
    return order;
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
    if (order.passing) {
        scope.filter = [&passing = *order.passing](const model::Card& card) {
            return std::binary_search(passing.begin(), passing.end(), card.id);
        };
    }
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
