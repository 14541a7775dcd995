#include "app/gui/objectives/objectives_model.h"

#include "app/gui/objectives/plan_words.h"
#include "core/base/period.h"
#include "core/base/text.h"
#include "core/rules/limits.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <span>

namespace throughline::gui::objectives {
namespace {

ObjectiveRow row_of(const model::Workspace& workspace, const model::Objective& one,
                    const PlanFigures* figures) {
    ObjectiveRow row;
    row.id = one.id;
    row.number = one.number;
    row.key = model::key_of(one);
    row.title = one.title;
    row.quarter = one.quarter;
    row.dri = one.dri;
    const model::Person* dri = workspace.find(one.dri);
    row.dri_name = dri != nullptr ? dri->name : "nobody";
    if (const model::Bet* bet = workspace.find(one.bet))
        row.bet = model::key_of(*bet) + " " + bet->title;
    row.status = one.status;
    row.reason = one.status_reason;
    row.colour = one.colour;
    row.closed = one.closed;
    const flow::ObjectiveReading* reading = figures == nullptr ? nullptr : figures->find(one.id);
    if (reading != nullptr) row.cards = reading->cards;
    return row;
}

Period period_of(const std::string& quarter, const std::string& present) {
    if (quarter.empty()) return Period::Standing;
    if (quarter == present) return Period::This;
    if (quarter < present) return Period::Past;
    return quarter == next_quarter(present, 1) ? Period::Next : Period::Later;
}

std::string title_of(Period period, const std::string& present) {
    switch (period) {
        case Period::This: return "This quarter, " + quarter_words(present);
        case Period::Next: return "Next quarter, " + quarter_words(next_quarter(present, 1));
        case Period::Later: return "Later";
        case Period::Standing: return "Standing, without an end";
        case Period::Past: return "Past quarters";
    }
    return {};
}

void add_row_defects(ObjectiveRow& row, Period period, const model::Workspace& workspace) {
    if (row.closed && row.cards && row.cards->open() > 0)
        row.defects.push_back(plural(row.cards->open(), "card goes on", "cards go on"));
    if (row.closed) return;
    const bool now = period == Period::This || period == Period::Standing;
    if (now && row.cards && row.cards->all() == 0) row.defects.push_back("No cards");
    if (period == Period::Past) row.defects.push_back("Over, not closed");
    const model::Person* dri = workspace.find(row.dri);
    if (dri != nullptr && !dri->active) row.defects.push_back(dri->name + " is not active");
}

}  // namespace

void ObjectivesModel::refresh(const model::Workspace& workspace, std::uint64_t revision, Day today,
                              const PlanFigures* figures) {
    Made wanted{revision, today};
    if (figures != nullptr) {
        wanted.seq = figures->seq;
        wanted.as_of = figures->as_of;
    }
    if (wanted == made_) return;
    made_ = wanted;
    quarter_ = quarter_of(today);
    read_rows(workspace, figures);
    read_defects(workspace, figures);
}

void ObjectivesModel::read_rows(const model::Workspace& workspace, const PlanFigures* figures) {
    groups_.clear();
    for (const Period period :
         {Period::This, Period::Next, Period::Later, Period::Standing, Period::Past}) {
        groups_.push_back({period, title_of(period, quarter_), {}});
    }
    for (const model::Objective& one : workspace.rows<model::Objective>()) {
        const Period period = period_of(one.quarter, quarter_);
        ObjectiveRow row = row_of(workspace, one, figures);
        add_row_defects(row, period, workspace);
        groups_[static_cast<std::size_t>(period)].rows.push_back(std::move(row));
    }
    for (PeriodGroup& group : groups_) {
        const bool past = group.period == Period::Past;
        std::sort(group.rows.begin(), group.rows.end(),
                  [past](const ObjectiveRow& a, const ObjectiveRow& b) {
                      if (a.closed != b.closed && !past) return b.closed;
                      if (a.quarter != b.quarter)
                          return past ? a.quarter > b.quarter : a.quarter < b.quarter;
                      if (a.bet.empty() != b.bet.empty()) return b.bet.empty();
                      return std::pair{a.bet, a.number} < std::pair{b.bet, b.number};
                  });
    }
    std::erase_if(groups_, [](const PeriodGroup& group) {
        return group.rows.empty() && group.period != Period::This;
    });
}

void ObjectivesModel::read_defects(const model::Workspace& workspace, const PlanFigures* figures) {
    using flow::DefectKind;
    defects_.clear();
    other_defects_ = 0;
    int without = 0;
    std::map<model::ObjectiveId, int> of_closed;
    const std::span<const flow::Defect> found =
        figures == nullptr ? std::span<const flow::Defect>() : figures->defects;
    for (const flow::Defect& one : found) {
        without += one.kind == DefectKind::CardWithoutObjective ? 1 : 0;
        if (one.kind == DefectKind::CardOfClosedObjective) ++of_closed[one.objective];
    }
    if (without > 0) {
        defects_.push_back(
            {"no-objective",
             plural(without, "card serves no objective.", "cards serve no objective."),
             "objective:none",
             {}});
    }
    for (const auto& [objective, count] : of_closed) {
        const model::Objective* row = workspace.find(objective);
        if (row == nullptr) continue;
        const std::string key = model::key_of(*row);
        defects_.push_back({"closed:" + key,
                            fmt::format("{} is closed, and {} it: tie them to another.", key,
                                        plural(count, "card still serves", "cards still serve")),
                            "objective:" + key,
                            {}});
    }
    for (const flow::Defect& one : found)
        add_defect(workspace, one);
    for (const model::Person& person : workspace.rows<model::Person>()) {
        const rules::Fill fill = rules::person_fill(workspace, person.id);
        if (!fill.is_over()) continue;
        defects_.push_back({"over:" + person.handle,
                            fmt::format("{} has {} cards in process; the limit is {}.", person.name,
                                        fill.count, *fill.limit),
                            "dri:" + person.handle,
                            {}});
    }
}

// Of one objective or person; what is counted together is not named again. Rows may be gone that
// were there when the figures were made.
void ObjectivesModel::add_defect(const model::Workspace& workspace, const flow::Defect& defect) {
    using flow::DefectKind;
    const model::Objective* objective = workspace.find(defect.objective);
    const model::Person* person = workspace.find(defect.person);
    const std::string key = objective == nullptr ? "" : model::key_of(*objective);
    switch (defect.kind) {
        case DefectKind::CardWithoutObjective:
        case DefectKind::CardOfClosedObjective: return;
        case DefectKind::QuarterNotClosed:
            if (objective == nullptr) return;
            defects_.push_back({"past:" + key,
                                fmt::format("{} belongs to {} and is not closed.", key,
                                            quarter_words(objective->quarter)),
                                "", objective->id});
            return;
        case DefectKind::ObjectiveWithoutCards:
            if (objective == nullptr) return;
            defects_.push_back(
                {"no-cards:" + key, key + " has no cards: nobody works on it.", "", objective->id});
            return;
        case DefectKind::TooManyObjectives:
            if (person == nullptr) return;
            defects_.push_back(
                {"too-many:" + person->handle,
                 fmt::format("{} answers for {} objectives of a quarter; {} is the most one person "
                             "can carry.",
                             person->name, defect.count, workspace.board()->objectives_per_dri),
                 "",
                 {}});
            return;
        case DefectKind::NobodyAnswers:
            if (objective == nullptr || person == nullptr) {  // of a card
                ++other_defects_;
                return;
            }
            defects_.push_back({"left:" + key,
                                fmt::format("{} is not active any more and still answers for {}.",
                                            person->name, key),
                                "", objective->id});
            return;
        case DefectKind::WorkNotDoing:
        case DefectKind::ObjectiveWithoutResults:
        case DefectKind::ResultNotMeasured:
        case DefectKind::ClosedWithoutScore: ++other_defects_; return;
    }
}

const ObjectiveRow* ObjectivesModel::find(model::ObjectiveId id) const {
    for (const PeriodGroup& group : groups_) {
        for (const ObjectiveRow& row : group.rows) {
            if (row.id == id) return &row;
        }
    }
    return nullptr;
}

bool ObjectivesModel::is_empty() const {
    return std::all_of(groups_.begin(), groups_.end(),
                       [](const PeriodGroup& group) { return group.rows.empty(); });
}

}  // namespace throughline::gui::objectives
