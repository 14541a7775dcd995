#include "app/cli/metrics_json.h"

#include "app/cli/json.h"
#include "app/cli/lookup.h"
#include "app/cli/metrics_acts.h"
#include "app/cli/metrics_numbers.h"

#include <algorithm>

namespace throughline::cli {

namespace {

using flow::CardIndex;
using flow::Slice;

std::string kebab(std::string_view words) {
    std::string text(words);
    std::ranges::replace(text, ' ', '-');
    return text;
}

class Document {
public:
    Document(const flow::Figures& figures, const Slice& slice, const model::Workspace& workspace)
        : figures_(figures),
          slice_(slice),
          workspace_(workspace),
          workflow_(slice.flow().workflow()) {}

    Json wip() const {
        Json by_column = Json::object();
        for (flow::Position p = workflow_.first_in_process();
             figures_.set_up && p < workflow_.first_done(); ++p) {
            if (!workflow_.at(p).removed || count(p) > 0) {
                by_column[workflow_.at(p).handle] = count(p);
            }
        }
        return {{"total", figures_.set_up ? Json(figures_.wip_total) : Json()},
                {"by_column", std::move(by_column)},
                {"by_person", shares(figures_.wip_by_person,
                                     [&](std::int64_t id) {
                                         return handle_of(workspace_, model::PersonId{id});
                                     })},
                {"by_class", shares(figures_.wip_by_class,
                                    [](std::int64_t c) {
                                        return std::string(
                                            model::name_of(static_cast<model::ServiceClass>(c)));
                                    })},
                {"by_objective", shares(figures_.wip_by_objective, [&](std::int64_t id) {
                     return cli::key_of(workspace_, model::ObjectiveId{id});
                 })}};
    }

    Json cycle(const flow::CycleSummary& summary) const {
        Json json = percentiles(summary.days);
        json["without_start"] = figures_.set_up ? Json(summary.without_start) : Json();
        Json& cards = json["cards"] = Json::array();
        for (const flow::CycleTime& time : summary.cards) {
            cards.push_back(
                {{"key", key(time.card)},
                 {"start", throughline::to_text(time.start)},
                 {"end", throughline::to_text(time.end)},
                 {"days", time.days},
                 {"elapsed_days", time.day_precision ? Json() : Json(time.elapsed.days())}});
        }
        return json;
    }

    Json lead() const {
        Json json = percentiles(figures_.lead_days);
        Json& cards = json["cards"] = Json::array();
        for (const flow::LeadTime& time : figures_.lead_times) {
            cards.push_back({{"key", key(time.card)},
                             {"begin", throughline::to_text(time.begin)},
                             {"end", throughline::to_text(time.end)},
                             {"days", time.days},
                             {"has_request", time.has_request}});
        }
        return json;
    }

    Json ages() const {
        Json list = Json::array();
        for (const flow::CardAge& age : figures_.ages) {
            list.push_back({{"key", key(age.card)},
                            {"days", age.days},
                            {"column", column(age.column)},
                            {"state", text_or_null(std::string(flow::to_text(age.state)))},
                            {"risk", risk(age)}});
        }
        return list;
    }

    // Of missing the service level: 1 when the card is past it, null when nothing can be said.
    static Json risk(const flow::CardAge& age) {
        if (!age.risk) {
            return {};
        }
        return age.risk->beyond ? Json(1) : number_json(age.risk->share.value());
    }

    Json takt() const {
        return {{"takt_days", number_json(figures_.takt.takt_days)},
                {"interval_days", number_json(figures_.takt.interval_days)},
                {"demanded", figures_.takt.demanded},
                {"delivered", figures_.takt.delivered},
                {"queue_growth", figures_.takt.queue_growth}};
    }

    Json time_to_market() const {
        Json json = percentiles(figures_.time_to_market.days);
        json["target_days"] = or_null(figures_.time_to_market.target);
        json["within_target"] = number_json(figures_.time_to_market.within.value());
        return json;
    }

    Json series(const std::vector<int>& by_day) const {
        Json list = Json::array();
        for (std::size_t i = 0; i < by_day.size(); ++i) {
            list.push_back({{"day", day(i)}, {"count", by_day[i]}});
        }
        return list;
    }

    Json departures() const {
        Json list = Json::array();
        for (std::size_t i = 0; i < figures_.departures_by_day.size(); ++i) {
            const flow::DepartureCounts& counts = figures_.departures_by_day[i];
            list.push_back({{"day", day(i)},
                            {"delivered", counts.delivered},
                            {"returned", counts.returned},
                            {"discarded", counts.discarded},
                            {"moved", counts.moved},
                            {"traded_out", counts.traded_out}});
        }
        return list;
    }

    Json cfd() const {
        Json columns = Json::array();
        for (const flow::Position position : figures_.cfd.columns) {
            columns.push_back(column(position));
        }
        Json days = Json::array();
        for (std::size_t d = 0; d < static_cast<std::size_t>(figures_.cfd.day_count()); ++d) {
            Json lines = Json::array();
            for (const std::vector<int>& line : figures_.cfd.lines) {
                lines.push_back(line[d]);
            }
            days.push_back({{"day", throughline::to_text(figures_.cfd.from + static_cast<int>(d))},
                            {"lines", std::move(lines)}});
        }
        return {{"columns", std::move(columns)}, {"days", std::move(days)}};
    }

    Json little() const {
        Json failing = Json::array();
        for (const flow::Unsteady condition : figures_.stability.failing) {
            failing.push_back(kebab(flow::to_text(condition)));
        }
        return {{"L", number_json(figures_.little.average_wip)},
                {"lambda_per_day", number_json(figures_.little.lambda_per_day)},
                {"w_days", number_json(figures_.little.time_days)},
                {"ratio", number_json(figures_.stability.ratio)},
                {"steady", figures_.stability.ratio ? Json(figures_.stability.steady) : Json()},
                {"failing", std::move(failing)},
                {"window_days", figures_.little.window_days},
                {"presence_days", figures_.little.presence_days},
                {"wip_at_begin", figures_.little.wip_at_begin},
                {"arrivals", figures_.little.arrivals}};
    }

    static Json sle(const flow::SleFigures& sle) {
        return {{"probability", sle.probability},
                {"days", or_null(sle.days)},
                {"attainment", number_json(sle.attained.value())},
                {"with_open_cards_days", or_null(sle.with_open_cards)},
                {"open_cards_matter", sle.open_cards_matter},
                {"adopted", sle.adopted},
                {"proposed_days", or_null(sle.proposed)},
                {"n", sle.n}};
    }

    Json by_class() const {
        Json json = Json::object();
        for (const flow::ClassFigures& one : figures_.by_class) {
            json[std::string(model::name_of(one.service_class))] = {
                {"cycle_time_days", cycle(one.cycle)},
                {"sle", sle(one.sle)},
                {"wip", one.wip},
                {"starts", one.starts},
                {"deliveries", one.deliveries}};
        }
        return json;
    }

    Json blockers() const {
        Json list = Json::array();
        for (const flow::BlockerCluster& cluster : figures_.clusters) {
            list.push_back({{"cause", text_or_null(cluster.cause)},
                            {"count", cluster.count},
                            {"days", cluster.lost.days()},
                            {"mean_days", cluster.mean_days()},
                            {"share_of_cycle_days", number_json(cluster.share_of_cycle_days)}});
        }
        return list;
    }

    Json column_times() const {
        Json json = Json::object();
        for (const flow::ColumnTime& time : figures_.column_times) {
            json[workflow_.at(time.column).handle] = percentiles(time.days);
        }
        return json;
    }

    Json response() const {
        const flow::ResponseFigures& response = figures_.response;
        return {{"hours", percentiles(response.hours)},
                {"first_touch_hours", percentiles(response.first_touch_hours)},
                {"within_sla", number_json(response.within_sla.value())},
                {"breaches_open", response.breaches_open}};
    }

    // An instant's figure that is empty rather than 0 while the board has no points.
    Json if_set_up(Json value) const { return figures_.set_up ? value : Json(); }

private:
    Json percentiles(const flow::Percentiles& of) const {
        return {{"n", if_set_up(of.n)},       {"p50", number_json(of.p50)},
                {"p70", number_json(of.p70)}, {"p85", number_json(of.p85)},
                {"p95", number_json(of.p95)}, {"few_p85", of.few_p85},
                {"few_p95", of.few_p95}};
    }
    template <class Name>
    Json shares(const std::vector<flow::WipShare>& of, Name&& name) const {
        Json json = Json::object();
        for (const flow::WipShare& share : of) {
            json[share.key == 0 && name(share.key).empty() ? "none" : name(share.key)] =
                share.count;
        }
        return json;
    }
    int count(flow::Position position) const {
        const auto at = static_cast<std::size_t>(position);
        return at < figures_.cards_by_column.size() ? figures_.cards_by_column[at] : 0;
    }
    Json column(flow::Position position) const {
        return position == flow::kNoColumn ? Json() : Json(workflow_.at(position).handle);
    }
    std::string key(CardIndex card) const {
        return cli::key_of(workspace_, slice_.flow().card(card).id);
    }
    std::string day(std::size_t i) const {
        return throughline::to_text(figures_.from + static_cast<int>(i));
    }

    const flow::Figures& figures_;
    const Slice& slice_;
    const model::Workspace& workspace_;
    const flow::Workflow& workflow_;
};

Json abandoned_json(const flow::Figures& figures, const Slice& slice,
                    const model::Workspace& workspace) {
    static constexpr std::array<std::string_view, 6> kHow{"none",      "delivered", "returned",
                                                          "discarded", "moved",     "traded-out"};
    Json list = Json::array();
    for (const flow::Abandoned& one : figures.abandoned) {
        list.push_back({{"key", key_of(workspace, slice.flow().card(one.card).id)},
                        {"how", kHow[static_cast<std::size_t>(one.how)]},
                        {"day", throughline::to_text(one.day)},
                        {"days_in_process", one.in_process.days()}});
    }
    return list;
}

}  // namespace

Json metrics_json(const flow::Figures& figures, const Slice& slice,
                  const model::Workspace& workspace, const MetricsPeriod& period) {
    const Document document(figures, slice, workspace);
    const auto efficiency = figures.efficiency.value();
    Json json{{"as_of", throughline::to_text(figures.as_of)},
              {"zone", slice.flow().zone().name()},
              {"from", throughline::to_text(period.from)},
              {"to", throughline::to_text(period.to)},
              {"seq", figures.seq},
              {"set_up", figures.set_up},
              {"wip", document.wip()},
              {"cycle_time_days", document.cycle(figures.cycle)},
              {"lead_time_days", document.lead()},
              {"age_days", document.ages()},
              {"total_age_days", or_null(figures.total_age)},
              {"total_age_reference_days", or_null(figures.total_age_reference)},
              {"throughput", document.series(figures.throughput_by_day)},
              {"arrivals", document.series(figures.arrivals_by_day)},
              {"departures", document.departures()},
              {"net_flow", document.if_set_up(figures.counts.net_flow())},
              {"delivery_interval_days", or_null(figures.delivery_interval_days)},
              {"takt", document.if_set_up(document.takt())},
              {"time_to_market_days", document.if_set_up(document.time_to_market())},
              {"cfd", document.cfd()},
              {"little", document.little()},
              {"sle", Document::sle(figures.sle)},
              {"by_class", document.by_class()},
              {"flow_efficiency",
               {{"value", or_null(efficiency)},
                {"reason",
                 efficiency ? Json() : Json(kebab(flow::to_text(figures.efficiency.why_not)))}}},
              {"blocked_days", document.if_set_up(figures.blocked.days())},
              {"blockers", document.blockers()},
              {"time_in_column_days", document.column_times()},
              {"abandoned", abandoned_json(figures, slice, workspace)},
              {"response", document.response()}};
    if (figures.set_up) {
        add_acts(json, slice, workspace);
    }
    return json;
}

}  // namespace throughline::cli
