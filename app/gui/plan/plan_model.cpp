#include "app/gui/plan/plan_model.h"

#include "core/base/text.h"
#include "core/base/words.h"
#include "core/report/chart_parts.h"
#include "core/report/chart_ticks.h"
#include "core/rules/workflow.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace throughline::gui::plan {
namespace {

using model::Workspace;

std::string range_words(const model::KeyResult& result) {
    switch (result.kind) {
        case model::ResultKind::Number:
            return number_words(result.baseline) + " to " +
                   number_words(result.target, result.unit);
        case model::ResultKind::Maintain:
            return "stay within " + number_words(result.low) + " and " +
                   number_words(result.high, result.unit);
        case model::ResultKind::YesNo: return "yes or no";
        case model::ResultKind::Milestones: return "by milestones";
    }
    return "";
}

std::string current_words(const model::KeyResult& result, const flow::ResultReading& reading) {
    if (result.kind == model::ResultKind::Milestones) {
        return reading.all == 0 ? "no milestones"
                                : fmt::format("{} of {} done", reading.done, reading.all);
    }
    if (!reading.current) {
        return "not measured";
    }
    const std::string value = result.kind == model::ResultKind::YesNo
                                  ? (*reading.current != 0 ? "yes" : "not yet")
                                  : number_words(reading.current, result.unit);
    return reading.day ? value + ", " + short_date(*reading.day) : value;
}

std::string remark_of(const model::KeyResult& result, const flow::ResultReading& reading) {
    if (!reading.progress) {
        return "";
    }
    if (result.kind == model::ResultKind::Maintain) {
        return reading.distance == 0 ? "within its range"
                                     : number_words(reading.distance, result.unit) + " off";
    }
    if (reading.progress->below_baseline) {
        return "below baseline";
    }
    return reading.progress->above_target ? percent_words(reading.progress->raw) : "";
}

ResultLine result_line(const Workspace& workspace, const model::KeyResult& result,
                       const flow::ResultReading& reading) {
    ResultLine line{.id = result.id, .key = model::key_of(result), .title = result.title};
    line.owner = name_of_person(workspace, result.owner);
    line.range = range_words(result);
    line.current = current_words(result, reading);
    line.shown = reading.progress ? std::optional(reading.progress->shown) : std::nullopt;
    line.remark = remark_of(result, reading);
    if (const model::Kpi* kpi = workspace.find(result.kpi)) {
        line.kpi = model::key_of(*kpi);
    }
    line.is_counted = result.kind == model::ResultKind::Milestones;
    return line;
}

void add_milestones(const Workspace& workspace, Day today, ObjectiveLine& line) {
    std::vector<const model::Milestone*> found;
    for (const model::Milestone& one : workspace.rows<model::Milestone>()) {
        if (one.objective == line.id) {
            found.push_back(&one);
        }
    }
    std::ranges::sort(found, {}, [](const auto* one) { return one->due.value_or(Day{INT32_MAX}); });
    for (const model::Milestone* one : found) {
        const bool is_late = !one->done && one->due && *one->due < today;
        line.milestones.push_back({.id = one->id.value,
                                   .key = "#" + std::to_string(one->id.value),
                                   .text = one->title,
                                   .note = one->due ? short_date(*one->due) : "no date",
                                   .mood = one->done ? Mood::Good
                                           : is_late ? Mood::Bad
                                                     : Mood::Neutral,
                                   .done = one->done});
    }
}

void add_dependencies(const Workspace& workspace, Day today, ObjectiveLine& line) {
    for (const model::Dependency& one : workspace.rows<model::Dependency>()) {
        if (one.objective != line.id) {
            continue;
        }
        using enum model::DependencyState;
        static constexpr std::array<std::string_view, 5> kStates{"asked, not agreed yet", "agreed",
                                                                 "at risk", "delivered", "refused"};
        static constexpr std::array<Mood, 5> kMoods{Mood::Watch, Mood::Neutral, Mood::Watch,
                                                    Mood::Good, Mood::Bad};
        const auto state = static_cast<std::size_t>(one.state);
        const auto day = one.agreed_for ? one.agreed_for : one.needed_by;
        const bool is_late = one.state != Delivered && day && *day < today;
        std::string note(kStates[state]);
        if (day) {
            note += (one.agreed_for ? " for " : ", needed by ") + short_date(*day);
        }
        line.dependencies.push_back({.id = one.id.value,
                                     .key = "#" + std::to_string(one.id.value),
                                     .text = one.team + ": " + one.title,
                                     .note = note,
                                     .mood = is_late ? Mood::Bad : kMoods[state],
                                     .done = one.state == Delivered});
    }
}

void add_risks(const Workspace& workspace, ObjectiveLine& line) {
    std::vector<const model::Risk*> found;
    for (const model::Risk& one : workspace.rows<model::Risk>()) {
        if (one.objective == line.id && one.state != model::RiskState::Closed) {
            found.push_back(&one);
        }
    }
    std::ranges::sort(found, [](const auto* a, const auto* b) {
        return std::pair(-a->score(), a->number) < std::pair(-b->score(), b->number);
    });
    found.resize(std::min(found.size(), kTopRisks));
    for (const model::Risk* one : found) {
        line.risks.push_back({.id = one->id.value,
                              .key = model::key_of(*one),
                              .text = one->title,
                              .note = fmt::format("{} of 25. {}", one->score(), one->mitigation),
                              .mood = report::mood_of_risk(one->score())});
    }
}

void set_status(const model::Objective& objective, ObjectiveLine& line) {
    line.is_closed = objective.closed;
    line.status = report::status_words(objective);
    line.status_mood = report::mood_of(objective);
    line.reason = objective.closed ? objective.close_reason : objective.status_reason;
}

void set_figures(const flow::ObjectiveReading& reading, ObjectiveLine& line) {
    line.score = reading.score.score;
    line.score_words = report::score_words(reading.score);
    if (reading.pace) {
        line.pace = report::pace_words(*reading.pace);
        line.pace_mood = report::mood_of(reading.pace->pace);
    }
    const flow::CardCounts& cards = reading.cards;
    line.cards_words = cards.open() + cards.done == 0
                           ? "no cards"
                           : fmt::format("{} to start, {} in process, {} done", cards.options,
                                         cards.in_process, cards.done);
}

bool is_shown(const model::Objective& objective, const PlanFigures& figures,
              const std::string& quarter) {
    if (quarter.empty()) {
        return !objective.closed;
    }
    if (objective.is_standing()) {
        return !objective.closed && quarter == quarter_of(figures.today);
    }
    return objective.quarter == quarter;
}

std::string share_words(const std::optional<double>& stated, const std::optional<double>& actual) {
    if (!stated && !actual) {
        return "";
    }
    const auto rounded = [](const std::optional<double>& share) {
        return share ? fmt::format("{}%", std::lround(*share)) : "nothing";
    };
    return "stated " + rounded(stated) + ", took " + rounded(actual);
}

void add_shares(const PlanFigures& figures, BetLine& line) {
    const auto found = std::ranges::find(figures.allocation, line.id, &flow::Allocation::bet);
    if (found != figures.allocation.end()) {
        line.budget = share_words(found->stated_budget, found->actual_budget);
        line.time = share_words(found->stated_time, found->actual_time);
        line.is_apart = found->flagged;
    }
}

// Walks the whole board, so only for what is unfolded.
void add_cards(const Workspace& workspace, const std::set<model::ObjectiveId>& opened,
               YearPlan& plan) {
    std::vector<ObjectiveLine*> lines;
    for (BetLine& bet : plan.bets) {
        for (ObjectiveLine& line : bet.objectives) {
            if (opened.contains(line.id)) {
                lines.push_back(&line);
            }
        }
    }
    if (lines.empty()) {
        return;
    }
    std::ranges::sort(lines, {}, [](const ObjectiveLine* line) { return line->id; });
    const rules::Workflow workflow = rules::Workflow::of(workspace);
    for (const model::Column* column : workflow.columns) {
        for (const model::CardId id : workspace.cards_in(column->id)) {
            const model::Card& card = *workspace.find(id);
            if (workflow.delivered(card)) {
                continue;
            }
            const auto line = std::ranges::lower_bound(
                lines, card.objective, {}, [](const ObjectiveLine* one) { return one->id; });
            if (line == lines.end() || (*line)->id != card.objective) {
                continue;
            }
            if ((*line)->cards.size() == kMostCards) {
                ++(*line)->more_cards;
                continue;
            }
            (*line)->cards.push_back(
                {id, model::key_of(workspace, card), card.title, column->name});
        }
    }
}

// Who is named beside the DRI; "" when nobody is.
std::string raci_words(const Workspace& workspace, const model::Objective& objective) {
    std::vector<std::string> parts;
    const auto add = [&](const char* role, const std::vector<model::PersonId>& people) {
        std::vector<std::string> names;
        for (const model::PersonId person : people)
            names.push_back(name_of_person(workspace, person));
        if (!names.empty()) parts.push_back(role + join(names, ", ") + ".");
    };
    add("Responsible: ", objective.responsible);
    add("Consulted: ", objective.consulted);
    add("Informed: ", objective.informed);
    if (!objective.stakeholders.empty())
        parts.push_back("Stakeholders: " + join(objective.stakeholders, ", ") + ".");
    return join(parts, " ");
}

}  // namespace

std::string quarter_words(const std::string& quarter) {
    return is_quarter(quarter) ? quarter.substr(5) + " " + quarter.substr(0, 4) : "Standing";
}

std::string percent_words(const std::optional<double>& share) {
    return share ? report::percent_words(*share) : "-";
}

std::string name_of_person(const Workspace& workspace, model::PersonId person) {
    const model::Person* found = workspace.find(person);
    return found == nullptr ? "nobody" : found->name;
}

ObjectiveLine objective_line(const Workspace& workspace, const flow::ObjectiveReading& reading,
                             Day today) {
    const model::Objective& objective = *workspace.find(reading.objective);
    ObjectiveLine line{.id = objective.id, .key = model::key_of(objective)};
    line.title = objective.title;
    line.quarter = quarter_words(objective.quarter);
    line.dri = objective.dri;
    line.dri_name = name_of_person(workspace, objective.dri);
    line.raci = raci_words(workspace, objective);
    line.colour = objective.colour;
    set_status(objective, line);
    set_figures(reading, line);
    for (const flow::ResultReading& one : reading.results) {
        if (const model::KeyResult* result = workspace.find(one.result)) {
            line.results.push_back(result_line(workspace, *result, one));
        }
    }
    add_milestones(workspace, today, line);
    add_dependencies(workspace, today, line);
    add_risks(workspace, line);
    return line;
}

YearPlan year_plan(const Workspace& workspace, const PlanFigures& figures,
                   const std::string& quarter, const std::set<model::ObjectiveId>& opened) {
    YearPlan plan{.year = figures.year};
    for (const model::AnnualFrame& one : workspace.rows<model::AnnualFrame>()) {
        if (one.year == plan.year) {
            plan.frame = one.id;
            plan.priority = one.priority;
        }
    }
    for (const model::NotDoing& one : workspace.rows<model::NotDoing>()) {
        if (one.year == plan.year) {
            plan.not_doing.push_back({.id = one.id.value,
                                      .key = "#" + std::to_string(one.id.value),
                                      .text = one.title,
                                      .note = one.why});
        }
    }
    std::vector<const model::Bet*> bets;
    for (const model::Bet& one : workspace.rows<model::Bet>()) {
        bets.push_back(&one);
    }
    std::ranges::sort(bets, {}, &model::Bet::number);
    for (const model::Bet* bet : bets) {
        plan.bets.push_back({.id = bet->id,
                             .key = model::key_of(*bet),
                             .title = bet->title,
                             .sentence = bet->sentence,
                             .is_given_up = bet->closed});
    }
    plan.bets.push_back({.title = "For no big bet"});
    for (const flow::ObjectiveReading& reading : figures.objectives) {
        const model::Objective* objective = workspace.find(reading.objective);
        if (objective == nullptr || !is_shown(*objective, figures, quarter)) {
            continue;
        }
        auto bet = std::ranges::find(plan.bets, objective->bet, &BetLine::id);
        bet = bet == plan.bets.end() ? std::prev(plan.bets.end()) : bet;
        bet->objectives.push_back(objective_line(workspace, reading, figures.today));
    }
    for (BetLine& bet : plan.bets) {
        add_shares(figures, bet);
    }
    std::erase_if(plan.bets, [&](const BetLine& line) {
        const model::Bet* bet = workspace.find(line.id);
        const bool is_of_year = bet != nullptr && bet->year == figures.year;
        return line.objectives.empty() && !is_of_year;
    });
    add_cards(workspace, opened, plan);
    return plan;
}

}  // namespace throughline::gui::plan
