// Lines of the plan: KPIs, objectives, capacity, the year.
#include "app/gui/reviews/content_model.h"

#include "core/base/text.h"
#include "core/base/week.h"
#include "core/base/words.h"
#include "core/report/chart_ticks.h"
#include "core/report/monthly.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace throughline::gui::reviews {
namespace {

using flow::Colour;
using Kind = Target::Kind;

constexpr std::size_t kPoints = 24;
constexpr std::size_t kOneLook = 9;
const char* const kComputing = "The figures are being computed.";

// The gravest first.
int gravity(const flow::KpiReading& reading) {
    static constexpr std::array kOrder{4, 3, 2, 0, 1};  // by Colour
    const int place = kOrder[static_cast<std::size_t>(reading.colour)] * 2;
    return reading.trend == flow::Trend::Bad ? place : place + 1;
}

bool is_signal(const flow::KpiReading& reading) {
    return reading.colour == Colour::Red || reading.colour == Colour::Overdue ||
           reading.trend == flow::Trend::Bad || reading.trend == flow::Trend::Good;
}

Line kpi_line(const model::Workspace& workspace, const model::Kpi& kpi,
              const flow::KpiReading& reading) {
    Line line{.target = {Kind::Kpi, kpi.id.value},
              .key = model::key_of(kpi),
              .title = kpi.name,
              .detail = number_words(reading.value, kpi.unit),
              .state = report::status_words(reading),
              .mood = report::mood_of(reading.colour)};
    if (reading.target) line.detail += " against " + number_words(reading.target, kpi.unit);
    if (reading.variance && reading.variance->percent) {
        const double percent = *reading.variance->percent;
        line.detail += ", " + std::string(percent > 0 ? "+" : "") + number_words(percent, "%");
    }
    line.detail += ", trend " + std::string(flow::to_text(reading.trend)) + ", " +
                   person_name(workspace, kpi.owner);
    if (reading.overdue) {
        line.detail += ", overdue since " + short_date(reading.due);
    } else if (reading.day) {
        line.detail += ", " + short_date(*reading.day);
    }
    const std::size_t skipped =
        reading.points.size() > kPoints ? reading.points.size() - kPoints : 0;
    for (std::size_t i = skipped; i < reading.points.size(); ++i)
        line.points.push_back(reading.points[i].value);
    return line;
}

// Those that `keep` takes, the gravest first.
std::vector<Line> kpi_lines(const ReadingInputs& in, auto&& keep) {
    std::vector<const flow::KpiReading*> chosen;
    for (const flow::KpiReading& reading : in.figures->plan.scorecard) {
        const model::Kpi* kpi = in.workspace.find(reading.kpi);
        if (kpi != nullptr && keep(*kpi, reading)) chosen.push_back(&reading);
    }
    std::ranges::stable_sort(chosen, {}, [](const auto* one) { return gravity(*one); });
    std::vector<Line> lines;
    for (const flow::KpiReading* reading : chosen)
        lines.push_back(kpi_line(in.workspace, *in.workspace.find(reading->kpi), *reading));
    return lines;
}

std::string percent_words(const std::optional<double>& share) {
    return share ? number_words(std::round(*share * 100), "%") : "not measured";
}

Line objective_line(const ReadingInputs& in, const model::Objective& one) {
    Line line{.target = {Kind::Objective, one.id.value},
              .key = model::key_of(one),
              .title = one.title,
              .detail = person_name(in.workspace, one.dri)};
    const flow::ObjectiveReading* reading =
        in.figures == nullptr ? nullptr : in.figures->plan.find(one.id);
    if (reading != nullptr) {
        line.share = reading->score.score;
        line.detail += ", progress " + percent_words(reading->score.score);
        if (reading->pace) {
            std::string pace(flow::to_text(reading->pace->pace));
            std::ranges::replace(pace, '-', ' ');
            line.detail += ", pace " + pace;
        }
        line.detail += ", " + plural(reading->cards.open(), "open card", "open cards");
    }
    static constexpr std::array kStates{std::pair{"On track", Mood::Good},
                                        std::pair{"At risk", Mood::Watch},
                                        std::pair{"Off track", Mood::Bad}};
    std::tie(line.state, line.mood) = kStates[static_cast<std::size_t>(one.status)];
    if (one.closed) {
        const bool is_complete = one.score && *one.score >= one.complete_at;
        line.state = one.cancelled ? "Cancelled" : "Scored " + percent_words(one.score);
        line.mood = one.cancelled ? Mood::Neutral : is_complete ? Mood::Good : Mood::Bad;
    }
    if (!one.status_reason.empty() && !one.closed) line.detail += ": " + one.status_reason;
    return line;
}

Section objectives_of(const ReadingInputs& in, std::string title, auto&& keep) {
    Section section{.title = std::move(title)};
    std::vector<const model::Objective*> chosen;
    for (const model::Objective& one : in.workspace.rows<model::Objective>()) {
        if (keep(one)) chosen.push_back(&one);
    }
    std::ranges::sort(chosen, {}, &model::Objective::number);
    for (const model::Objective* one : chosen)
        section.lines.push_back(objective_line(in, *one));
    keep_most(section, kMostLines);
    return section;
}

// The quarter that a meeting plans, and the one that it looks back at.
std::string planned_quarter(const ReadingInputs& in) {
    if (is_quarter(in.meeting.period)) return in.meeting.period;
    return quarter_of(in.today());
}

std::string compared(int now, int earlier) {
    return now == earlier ? "as many as in the period before"
                          : std::to_string(earlier) + " in the period before";
}

}  // namespace

Section kpi_section(const ReadingInputs& in, model::PersonId owner) {
    Section section{.title = "KPIs"};
    if (in.figures == nullptr) {
        section.words = kComputing;
        return section;
    }
    section.lines = kpi_lines(in, [&](const model::Kpi& kpi, const flow::KpiReading&) {
        return !owner || kpi.owner == owner;
    });
    std::ranges::stable_partition(section.lines, [&](const Line& line) {
        return in.workspace.find(model::KpiId{line.target.id})->leading;
    });
    if (section.lines.empty()) section.words = "Owns no KPI.";
    return section;
}

std::vector<Section> context_sections(const ReadingInputs& in) {
    const Period back = looked_back_at(in.meeting.kind, in.meeting.period, in.today());
    Section look{.title = "KPIs in one look"};
    Section changed{.title =
                        "What changed, " + short_date(back.first) + " to " + short_date(back.last)};
    if (in.figures == nullptr) {
        look.words = kComputing;
        return {look};
    }
    std::array<int, 5> counts{};
    for (const flow::KpiReading& reading : in.figures->plan.scorecard)
        ++counts[static_cast<std::size_t>(reading.colour)];
    const auto count = [&](Colour colour) {
        return std::to_string(counts[static_cast<std::size_t>(colour)]);
    };
    look.words = count(Colour::Green) + " green, " + count(Colour::Amber) + " amber, " +
                 count(Colour::Red) + " red, " + count(Colour::Overdue) + " overdue.";
    look.lines = kpi_lines(in, [](const model::Kpi&, const flow::KpiReading&) { return true; });
    keep_most(look, kOneLook);
    const FlowFacts& flow = in.figures->flow;
    changed.words = plural(flow.delivered, "card", "cards") + " delivered, " +
                    compared(flow.delivered, flow.delivered_before) + ".";
    for (const model::CardId id : flow.finished) {
        const model::Card* card = in.workspace.find(id);
        if (card == nullptr) continue;
        const model::Objective* objective = in.workspace.find(card->objective);
        changed.lines.push_back(
            {.target = {Kind::Card, id.value},
             .key = model::key_of(in.workspace, *card),
             .title = card->title,
             .detail =
                 person_name(in.workspace, card->dri) +
                 (objective == nullptr ? ""
                                       : ", " + model::key_of(*objective) + " " + objective->title),
             .state = "Delivered",
             .mood = Mood::Good});
    }
    for (const model::Risk& risk : in.workspace.rows<model::Risk>()) {
        if (risk.state == model::RiskState::Happened)
            changed.lines.push_back({.target = {Kind::Risk, risk.id.value},
                                     .key = model::key_of(risk),
                                     .title = risk.title,
                                     .detail = risk.outcome,
                                     .state = "Happened",
                                     .mood = Mood::Bad});
    }
    return {std::move(look), std::move(changed)};
}

std::vector<Section> scorecard_sections(const ReadingInputs& in) {
    if (in.figures == nullptr) return {{.title = "KPIs against target", .words = kComputing}};
    Section signals{.title = "Signals and misses"};
    signals.lines = kpi_lines(
        in, [](const model::Kpi&, const flow::KpiReading& one) { return is_signal(one); });
    signals.words = signals.lines.empty()
                        ? "Nothing is red or overdue, and no value lies outside of its limits."
                        : "Red, overdue, or a signal by the limits of its own history.";
    Section rest{.title = "The others", .words = "Within what is usual: no story needed."};
    rest.lines = kpi_lines(
        in, [](const model::Kpi&, const flow::KpiReading& one) { return !is_signal(one); });
    if (signals.lines.empty() && rest.lines.empty())
        return {{.title = "KPIs against target",
                 .words = "No KPI is defined yet. The KPI screen (Alt+2) has those that most "
                          "marketing teams begin with."}};
    keep_most(signals, kMostLines);
    keep_most(rest, kMostLines);
    return {std::move(signals), std::move(rest)};
}

std::vector<Section> round_sections(const ReadingInputs& in, model::PersonId person) {
    if (!person)
        return {{.title = "Rounds",
                 .words = "Nobody is DRI of an open objective. Name one on the plan screen."}};
    std::vector<Section> sections;
    Section objectives = objectives_of(in, "Objectives", [&](const model::Objective& one) {
        return !one.closed && one.dri == person &&
               (one.is_standing() || one.quarter <= quarter_of(in.today()));
    });
    if (objectives.lines.empty()) objectives.words = "Is DRI of no open objective.";
    Section kpis = kpi_section(in, person);
    kpis.title = "Indicators, leading ones first";
    Section blocked = blocker_section(in, person);
    Section risks = risk_section(in, person);
    sections.push_back(promise_section(in, person));
    sections.push_back(std::move(objectives));
    if (!kpis.lines.empty() || in.figures == nullptr) sections.push_back(std::move(kpis));
    if (!risks.lines.empty()) sections.push_back(std::move(risks));
    sections.push_back(std::move(blocked));
    sections.push_back(decision_section(in, person));
    sections.push_back(new_promise_section(in, person));
    return sections;
}

std::vector<Section> retrospective_sections(const ReadingInputs& in) {
    const std::string quarter = next_quarter(planned_quarter(in), -1);
    Section section =
        objectives_of(in, "Objectives of " + report::period_words(quarter),
                      [&](const model::Objective& one) { return one.quarter == quarter; });
    if (in.figures != nullptr) {
        for (const flow::QuarterReading& one : in.figures->plan.quarters) {
            if (one.quarter != quarter) continue;
            section.words = std::to_string(one.completion.complete) + " of " +
                            std::to_string(one.completion.counted) + " complete, target " +
                            number_words(flow::kCompletionTarget * 100, "%") + ".";
            if (one.open > 0)
                section.words += " " + plural(one.open, "is", "are") +
                                 " not scored: close the quarter on the plan screen.";
        }
    }
    if (section.lines.empty()) section.words = "That quarter had no objectives.";
    return {std::move(section)};
}

std::vector<Section> objective_sections(const ReadingInputs& in) {
    if (in.meeting.kind == model::MeetingKind::AnnualStrategy) return year_sections(in);
    const std::string quarter = planned_quarter(in);
    Section section =
        objectives_of(in, "Objectives of " + report::period_words(quarter),
                      [&](const model::Objective& one) { return one.quarter == quarter; });
    if (section.lines.empty())
        section.words =
            "None yet. Add them on the objectives screen (Alt+O): one measurable "
            "sentence, one DRI.";
    Section standing = objectives_of(in, "Standing", [](const model::Objective& one) {
        return one.is_standing() && !one.closed;
    });
    std::vector<Section> sections{std::move(section)};
    if (!standing.lines.empty()) sections.push_back(std::move(standing));
    return sections;
}

std::vector<Section> capacity_sections(const ReadingInputs& in) {
    if (in.figures == nullptr) return {{.title = "Capacity", .words = kComputing}};
    Section weeks{.title = "The coming weeks"};
    for (const flow::CapacityWeek& one : in.figures->plan.capacity) {
        const int demand = one.due + one.requested;
        const bool is_over = one.expected && demand > *one.expected;
        weeks.lines.push_back(
            {.target = {Kind::Plan, 0},
             .title = "From " + short_date(one.monday),
             .detail =
                 number_words(one.person_days) + " person-days, " +
                 (one.expected
                      ? "about " + number_words(std::round(*one.expected)) + " cards possible, "
                      : std::string()) +
                 std::to_string(one.due) + " due, " + std::to_string(one.requested) + " requested",
             .state = is_over ? "Over" : "Fits",
             .mood = is_over ? Mood::Bad : Mood::Good});
    }
    Section shares{.title = "Stated and taken"};
    for (const flow::Allocation& one : in.figures->plan.allocation) {
        const model::Bet* bet = in.workspace.find(one.bet);
        const auto pair = [](const std::optional<double>& stated,
                             const std::optional<double>& actual) {
            return "stated " + number_words(stated, "%") + ", took " +
                   (actual ? number_words(std::round(*actual), "%") : std::string("-"));
        };
        shares.lines.push_back({.target = {Kind::Plan, 0},
                                .key = bet == nullptr ? "" : model::key_of(*bet),
                                .title = bet == nullptr ? "For no bet" : bet->title,
                                .detail = "Budget: " + pair(one.stated_budget, one.actual_budget) +
                                          ". Time: " + pair(one.stated_time, one.actual_time),
                                .state = one.flagged ? "Apart" : "",
                                .mood = one.flagged ? Mood::Watch : Mood::Neutral});
    }
    if (shares.lines.empty()) shares.words = "No big bet has a stated share yet.";
    return {std::move(weeks), std::move(shares)};
}

std::vector<Section> year_sections(const ReadingInputs& in) {
    const int planned = in.meeting.period.size() == 4
                            ? civil(parse_period(in.meeting.period)->first).year
                            : civil(in.today()).year;
    std::vector<Section> sections;
    for (const int year : {planned - 1, planned}) {
        Section section{.title = std::to_string(year)};
        for (const model::AnnualFrame& frame : in.workspace.rows<model::AnnualFrame>()) {
            if (frame.year == year) section.words = frame.priority;
        }
        if (section.words.empty()) section.words = "What must be true is not written down.";
        for (const model::Bet& bet : in.workspace.rows<model::Bet>()) {
            if (bet.year == year)
                section.lines.push_back({.target = {Kind::Plan, 0},
                                         .key = model::key_of(bet),
                                         .title = bet.title,
                                         .detail = bet.sentence,
                                         .state = bet.closed ? "Closed" : "Bet"});
        }
        for (const model::NotDoing& one : in.workspace.rows<model::NotDoing>()) {
            if (one.year == year)
                section.lines.push_back({.target = {Kind::Plan, 0},
                                         .title = one.title,
                                         .detail = one.why,
                                         .state = "Not doing"});
        }
        sections.push_back(std::move(section));
    }
    return sections;
}

}  // namespace throughline::gui::reviews
