#include "app/gui/flow/figures_model.h"

#include "core/base/text.h"
#include "core/base/words.h"
#include "core/flow/figures.h"
#include "core/flow/intake.h"
#include "core/flow/limits.h"
#include "core/flow/pressure.h"
#include "core/flow/rework.h"
#include "core/flow/tallies.h"
#include "core/report/chart_parts.h"
#include "core/report/chart_ticks.h"

#include <algorithm>

namespace throughline::gui::flow_screen {
namespace {

namespace fl = throughline::flow;

constexpr const char* kNoData = "no data";

// "10.6", "12": at most `places`.
std::string number(const std::optional<double>& value, int places = 1) {
    if (!value) return kNoData;
    const std::string words = decimal(*value, places);
    const std::string none = "." + std::string(static_cast<std::size_t>(places), '0');
    return words.ends_with(none) ? words.substr(0, words.size() - none.size()) : words;
}

std::string share(const fl::Ratio& ratio) {
    const auto value = ratio.value();
    return value ? report::percent_words(*value) : kNoData;
}

// "3 of 12 cards".
std::string part_of(const fl::Ratio& ratio, std::string_view one, std::string_view many) {
    return std::to_string(ratio.part) + " of " + plural(ratio.whole, one, many);
}

std::string spread(const fl::Percentiles& of) {
    return of.n == 0 ? ""
                     : "half within " + number(of.p50) + ", 70% within " + number(of.p70) +
                           ", 95% within " + number(of.p95) + "; " +
                           plural(static_cast<std::int64_t>(of.n), "value", "values") +
                           (of.few_p85 ? ", few" : "");
}

std::string hours(Duration time) {
    return decimal(time.hours(), 0) + " h";
}

FigureGroup in_process(const fl::Slice& slice, const fl::Figures& all) {
    const fl::Replenishment options = fl::replenishment(slice);
    std::string failing;
    for (const fl::Unsteady one : all.stability.failing) {
        failing += (failing.empty() ? "" : "; ") + std::string(fl::to_text(one));
    }
    const auto& ratio = all.stability.ratio;
    return {
        "What is in process",
        {{"wip", "Work in process", plural(all.wip_total, "card", "cards"),
          "average of the period " + number(all.little.average_wip)},
         {"total-age", "Total age",
          all.total_age ? plural(*all.total_age, "card-day", "card-days") : "nothing in process",
          all.total_age_reference
              ? "WIP limit times SLE allows " + std::to_string(*all.total_age_reference)
              : "no WIP limit of the board or no SLE to compare with"},
         {"options", "Options waiting", plural(options.options_waiting, "card", "cards"),
          options.option_ages.empty()
              ? ""
              : "the oldest for " + report::days_words(slice, options.option_ages.front())},
         {"little", "Little's law, average",
          number(all.little.average_wip) + " = " + number(all.little.lambda_per_day, 2) + " x " +
              number(all.little.time_days),
          "cards in process = cards a day x days each"},
         {"steady", "Steady", ratio ? number(ratio, 2) : kNoData,
          !ratio                 ? "nothing was finished"
          : all.stability.steady ? "between 0.8 and 1.25: averages may be trusted"
                                 : failing}}};
}

std::string takt_note(const fl::Takt& takt) {
    const std::string counts = std::to_string(takt.demanded) + " came, " +
                               std::to_string(takt.delivered) + " were finished: the queue ";
    return takt.queue_growth == 0 ? counts + "keeps its length"
                                  : counts + (takt.queue_growth > 0 ? "grows by " : "shrinks by ") +
                                        std::to_string(std::abs(takt.queue_growth));
}

FigureGroup pace(const fl::Slice& slice, const fl::Figures& all) {
    const auto a_card = [](const std::optional<double>& days) {
        return days ? short_decimal(*days) + " days a card" : std::string(kNoData);
    };
    const auto per_week = [&](const std::vector<int>& by_day) {
        return fl::by_week(slice.from(), by_day);
    };
    std::vector<int> left;
    for (const fl::DepartureCounts& day : all.departures_by_day)
        left.push_back(day.total());
    const fl::DepartureCounts& departures = all.counts.departures;
    const auto away = departures.total() - departures.delivered;
    return {"How much gets done",
            {{"throughput", "Throughput", plural(all.counts.throughput, "card", "cards"),
              all.counts.without_start > 0
                  ? std::to_string(all.counts.without_start) + " without a start"
                  : "",
              per_week(all.throughput_by_day)},
             {"arrivals", "Arrivals", plural(all.counts.arrivals, "card", "cards"), "",
              per_week(all.arrivals_by_day)},
             {"departures", "Departures", plural(departures.total(), "card", "cards"),
              away > 0 ? std::to_string(away) + " without delivery" : "", per_week(left)},
             {"interval", "Delivery interval", a_card(all.takt.interval_days),
              "working time per card finished"},
             {"takt", "Takt", a_card(all.takt.takt_days), takt_note(all.takt)}}};
}

FigureGroup time(const fl::Slice& slice, const fl::Figures& all) {
    const std::string unit =
        slice.scope().days == fl::DayCount::Working ? " working days" : " days";
    const auto within = [](const std::optional<double>& days, const std::string& of) {
        return days ? "85% within " + number(days) + of : std::string(kNoData);
    };
    const fl::TimeToMarket& market = all.time_to_market;
    const auto efficiency = all.efficiency.value();
    return {"How long it takes",
            {{"cycle", "Cycle time", within(all.cycle.days.p85, unit), spread(all.cycle.days)},
             {"lead", "Lead time", within(all.lead_days.p85, unit), spread(all.lead_days)},
             {"market", "Time to market", within(market.days.p85, " days"),
              market.target ? "target " + plural(*market.target, "day", "days") + ", kept by " +
                                  part_of(market.within, "card", "cards")
                            : "no target set: Settings, Board"},
             {"efficiency", "Flow efficiency",
              efficiency ? "at most " + report::percent_words(*efficiency)
                         : std::string(fl::to_text(all.efficiency.why_not)),
              "share of the time in active columns and not blocked"},
             {"blocked", "Blocked", decimal(all.blocked.days()) + " days",
              "all cards together, within the period"},
             {"abandoned", "Given up after the start",
              plural(std::ssize(all.abandoned), "card", "cards"), "not among the cycle times"}}};
}

FigureGroup intake(const fl::Slice& slice, const fl::Figures& all) {
    const fl::Discards discards = fl::discards(slice);
    const fl::Replenishment options = fl::replenishment(slice);
    const auto hours_of = [](const fl::Percentiles& of) {
        return of.n == 0 ? std::string(kNoData) : "85% within " + number(of.p85) + " working hours";
    };
    const int breaches = all.response.breaches_open;
    return {"Requests",
            {{"response", "Time to an answer", hours_of(all.response.hours),
              spread(all.response.hours)},
             {"first-touch", "Time to first touch", hours_of(all.response.first_touch_hours),
              "questions included"},
             {"sla", "Answered in time", share(all.response.within_sla),
              part_of(all.response.within_sla, "request", "requests") +
                  (breaches > 0 ? "; " + plural(breaches, "open breach", "open breaches") : "")},
             {"upstream", "Declined or merged", share(discards.upstream),
              discards.nothing_is_chosen()
                  ? "nothing is turned down, so nothing is being chosen"
                  : part_of(discards.upstream, "request decided", "requests decided")},
             {"downstream", "Given up after commitment", share(discards.downstream),
              part_of(discards.downstream, "departure", "departures")},
             {"replenishment", "Commitments",
              options.cards_per_sitting ? number(options.cards_per_sitting) + " cards a sitting"
                                        : kNoData,
              plural(options.sittings, "day", "days") + " with commitments", options.per_week}}};
}

FigureGroup quality(const fl::Slice& slice) {
    const fl::Rework rework = fl::rework(slice);
    FigureGroup group{
        "Work redone",
        {{"rework", "Delivered with rework", share(rework.delivered_with_rework),
          part_of(rework.delivered_with_rework, "delivered card", "delivered cards")},
         {"redone", "Backward moves, failed gates, reopens",
          std::to_string(rework.backward_moves) + ", " + std::to_string(rework.failed_gates) +
              ", " + std::to_string(rework.reopens),
          ""},
         {"rolled", "Rolled yield", rework.rolled ? report::percent_words(*rework.rolled) : kNoData,
          "through all columns at the first try"}}};
    for (const fl::Yield& yield : rework.yields) {
        group.figures.push_back(
            {"yield/" + slice.flow().workflow().at(yield.column).handle,
             "First-pass yield, " + report::column_name(slice, yield.column),
             share(yield.first_pass),
             part_of(yield.first_pass, "card left", "cards left") + " and never came back"});
    }
    return group;
}

FigureGroup limits(const fl::Slice& slice) {
    FigureGroup group{"Limits", {}};
    for (const fl::Pressure& one : fl::pressures(slice)) {
        group.figures.push_back({"pressure/" + one.subject, one.name, "full for " + hours(one.full),
                                 "over its limit " + hours(one.over) + ", starved " +
                                     hours(one.starved) + ", " +
                                     plural(one.refusals, "refused try", "refused tries")});
    }
    const fl::OverrideFigures overrides = fl::override_figures(slice);
    const fl::ExpediteShare expedites = fl::expedite_share(slice);
    group.figures.push_back({"pulls", "Pulls by override", share(overrides.pulls_by_override),
                             part_of(overrides.pulls_by_override, "pull", "pulls")});
    group.figures.push_back({"expedites", "Expedites among starts", share(expedites.starts),
                             "among deliveries " + share(expedites.deliveries)});
    const fl::Ratio team = fl::load(slice).team;
    const auto load = team.value();
    const auto wait = load ? fl::waiting_factor(*load) : std::nullopt;
    group.figures.push_back(
        {"load", "Load of the team", load ? report::percent_words(*load) : "not set up",
         !load  ? "nobody has a limit of cards"
         : wait ? "at this load work waits about " + decimal(*wait) + " service times"
                : "no place is free: the queue grows without end"});
    return group;
}

void add_tallies(FigureGroup& group, const std::string& kind, const std::string& label,
                 const fl::Tallies& tallies, const char* unknown) {
    for (const fl::Tally& one : tallies) {
        std::string what = one.what.empty() ? unknown : one.what;
        if (what == "wip_limit") what = "WIP limit";
        std::ranges::replace(what, '_', ' ');  // other rules, by their stored names
        group.figures.push_back({kind + "/" + fold(what), label, std::to_string(one.count),
                                 std::move(what), one.per_week});
    }
}

// Each kind with its causes, most frequent first.
FigureGroup counted(const fl::Slice& slice, const CowVector<model::Comment>& comments) {
    FigureGroup group{"How often, week by week", {}};
    const auto given_up = [&](fl::GivenUp how) {
        return fl::given_up_by_reason(slice, comments, how);
    };
    add_tallies(group, "refused", "Refused", fl::refusals_by_rule(slice), "rule unknown");
    add_tallies(group, "overridden", "Overridden", fl::overrides_by_rule(slice), "rule unknown");
    add_tallies(group, "expedited", "Expedited", fl::expedites(slice), "");
    add_tallies(group, "blocked", "Blocked", fl::blocks_by_cause(slice), "cause unknown");
    add_tallies(group, "returned", "Returned", given_up(fl::GivenUp::Returned), "reason unknown");
    add_tallies(group, "discarded", "Discarded", given_up(fl::GivenUp::Discarded),
                "reason unknown");
    add_tallies(group, "declined", "Declined", fl::declines_by_reason(slice), "reason unknown");
    add_tallies(group, "traded", "Traded out", fl::trades_by_reason(slice), "reason unknown");
    return group;
}

}  // namespace

std::vector<FigureGroup> make_figures(const fl::Slice& slice,
                                      const CowVector<model::Comment>& comments) {
    const fl::Figures all = fl::figures(slice);
    std::vector<FigureGroup> groups{in_process(slice, all),  pace(slice, all), time(slice, all),
                                    intake(slice, all),      quality(slice),   limits(slice),
                                    counted(slice, comments)};
    std::erase_if(groups, [](const FigureGroup& group) { return group.figures.empty(); });
    return groups;
}

std::string weeks_words(const std::vector<fl::WeekCount>& weeks) {
    std::string words;
    for (const fl::WeekCount& week : weeks) {
        words += (words.empty() ? "Week of " : "\nWeek of ") + long_date(week.monday) + ": " +
                 std::to_string(week.count) + (week.whole ? "" : " (not whole)");
    }
    return words;
}

}  // namespace throughline::gui::flow_screen
