#include "app/gui/objectives/objectives_model.h"

#include "app/gui/objectives/plan_words.h"
#include "core/base/period.h"
#include "core/base/text.h"
#include "core/rules/limits.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_map>

namespace throughline::gui::objectives {
namespace {

using Counts = std::unordered_map<model::ObjectiveId, CardCounts>;

bool was_delivered(const model::Workspace& workspace, const model::Card& card,
                   std::size_t delivery) {
    const auto moves = workspace.of<model::Transition>(card.id);
    const auto archived =
        std::find_if(moves.rbegin(), moves.rend(), [](const model::Transition* move) {
            return move->kind == model::MoveKind::Archived && !move->voided_at;
        });
    if (archived == moves.rend()) return false;
    const auto from = rules::column_index(workspace, (*archived)->from);
    return from && *from >= delivery;
}

Counts count_cards(const model::Workspace& workspace) {
    const rules::Points points = rules::points_of(workspace);
    std::unordered_map<model::ColumnId, std::size_t> index;
    for (std::size_t i = 0; i < workspace.columns().size(); ++i)
        index[workspace.columns()[i]] = i;
    Counts counts;
    for (const model::Card& card : workspace.rows<model::Card>()) {
        CardCounts& count = counts[card.objective];
        if (card.state == model::CardState::Archived) {
            if (was_delivered(workspace, card, points.delivery)) ++count.delivered;
            continue;
        }
        const auto column = index.find(card.column);
        if (!card.on_board() || column == index.end()) continue;
        if (column->second >= points.delivery) {
            ++count.delivered;
        } else if (column->second >= points.commitment) {
            ++count.in_process;
        } else {
            ++count.open;
        }
    }
    return counts;
}

ObjectiveRow row_of(const model::Workspace& workspace, const model::Objective& one,
                    const CardCounts& cards) {
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
    row.cards = cards;
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
    const int going_on = row.cards.open + row.cards.in_process;
    if (row.closed && going_on > 0)
        row.defects.push_back(plural(going_on, "card goes on", "cards go on"));
    if (row.closed) return;
    const bool now = period == Period::This || period == Period::Standing;
    if (now && row.cards.all() == 0) row.defects.push_back("No cards");
    if (period == Period::Past) row.defects.push_back("Over, not closed");
    const model::Person* dri = workspace.find(row.dri);
    if (dri != nullptr && !dri->active) row.defects.push_back(dri->name + " is not active");
}

}  // namespace

void ObjectivesModel::refresh(const model::Workspace& workspace, std::uint64_t revision,
                              Day today) {
    if (revision == revision_ && today == today_) return;
    revision_ = revision;
    today_ = today;
    quarter_ = quarter_of(today);
    read_rows(workspace);
    read_defects(workspace);
}

void ObjectivesModel::read_rows(const model::Workspace& workspace) {
    const Counts counts = count_cards(workspace);
    groups_.clear();
    for (const Period period :
         {Period::This, Period::Next, Period::Later, Period::Standing, Period::Past}) {
        groups_.push_back({period, title_of(period, quarter_), {}});
    }
    for (const model::Objective& one : workspace.rows<model::Objective>()) {
        const Period period = period_of(one.quarter, quarter_);
        const auto count = counts.find(one.id);
        ObjectiveRow row =
            row_of(workspace, one, count != counts.end() ? count->second : CardCounts{});
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

void ObjectivesModel::read_defects(const model::Workspace& workspace) {
    defects_.clear();
    int without = 0;
    for (const model::ColumnId column : workspace.columns()) {
        for (const model::CardId id : workspace.cards_in(column))
            without += workspace.find(id)->objective ? 0 : 1;
    }
    if (without > 0) {
        defects_.push_back(
            {"no-objective",
             plural(without, "card serves no objective.", "cards serve no objective."),
             "objective:none",
             {}});
    }
    std::map<model::PersonId, int> load;
    for (const PeriodGroup& group : groups_) {
        for (const ObjectiveRow& row : group.rows) {
            if (group.period == Period::This && !row.closed) ++load[row.dri];
            if (row.closed) {
                const int going_on = row.cards.open + row.cards.in_process;
                if (going_on == 0) continue;
                defects_.push_back(
                    {"closed:" + row.key,
                     fmt::format("{} is closed, and {} it: tie them to another.", row.key,
                                 plural(going_on, "card still serves", "cards still serve")),
                     "objective:" + row.key,
                     {}});
                continue;
            }
            if (group.period == Period::Past) {
                defects_.push_back({"past:" + row.key,
                                    fmt::format("{} belongs to {} and is not closed.", row.key,
                                                quarter_words(row.quarter)),
                                    "", row.id});
            } else if (std::find(row.defects.begin(), row.defects.end(), "No cards") !=
                       row.defects.end()) {
                defects_.push_back({"no-cards:" + row.key,
                                    row.key + " has no cards: nobody works on it.", "", row.id});
            }
        }
    }
    for (const auto& [person, count] : load) {
        const model::Person* row = workspace.find(person);
        if (row == nullptr || count <= kMostObjectives) continue;
        defects_.push_back(
            {"too-many:" + row->handle,
             fmt::format(
                 "{} answers for {} objectives this quarter; {} is the most one person can carry.",
                 row->name, count, kMostObjectives),
             "",
             {}});
    }
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
