// The objectives of the plan by quarter, how many cards serve each, and the defects of the plan.
#pragma once

#include "app/gui/context/plan_figures_model.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace throughline::gui::objectives {

struct ObjectiveRow {
    model::ObjectiveId id;
    std::int64_t number = 0;
    std::string key;
    std::string title;
    std::string quarter;
    model::PersonId dri;
    std::string dri_name;
    std::string bet;  // "B-1 Enterprise"; "" for none
    model::ObjectiveStatus status = model::ObjectiveStatus::OnTrack;
    std::string reason;
    int colour = 0;
    bool closed = false;
    std::optional<flow::CardCounts> cards;  // absent until they are counted
    std::vector<std::string> defects;       // "No cards", "2 cards go on"
};

enum class Period : std::uint8_t { This, Next, Later, Standing, Past };
struct PeriodGroup {
    Period period = Period::This;
    std::string title;  // "This quarter, Q4 2026"
    std::vector<ObjectiveRow> rows;
};

// Something the plan lacks, with the cards it speaks of as a query ("" for none).
struct PlanDefect {
    std::string id;  // "no-objective", "no-cards:O-3", "closed:O-2", "too-many:ana"
    std::string words;
    std::string query;  // of the board's filter
    model::ObjectiveId objective;
};

class ObjectivesModel {
public:
    // Cheap while revision, day and figures stay the same. `figures` may lag behind the board, and
    // be null at first: nothing is counted then.
    void refresh(const model::Workspace& workspace, std::uint64_t revision, Day today,
                 const PlanFigures* figures);

    // This quarter always; the others only with objectives. Within one: by bet, then number; closed
    // last.
    const std::vector<PeriodGroup>& groups() const { return groups_; }
    const std::vector<PlanDefect>& defects() const { return defects_; }
    // Those of other kinds, which the plan screen lists.
    int other_defects() const { return other_defects_; }
    const ObjectiveRow* find(model::ObjectiveId id) const;
    bool is_empty() const;
    const std::string& quarter() const { return quarter_; }  // the present one

private:
    void read_rows(const model::Workspace& workspace, const PlanFigures* figures);
    void read_defects(const model::Workspace& workspace, const PlanFigures* figures);
    void add_defect(const model::Workspace& workspace, const flow::Defect& defect);

    std::vector<PeriodGroup> groups_;
    std::vector<PlanDefect> defects_;
    int other_defects_ = 0;
    std::string quarter_;
    // What they were made from.
    struct Made {
        std::uint64_t revision = ~std::uint64_t{0};
        Day today;
        std::int64_t seq = -1;
        Instant as_of;
        friend bool operator==(const Made&, const Made&) = default;
    };
    Made made_;
};

}  // namespace throughline::gui::objectives
