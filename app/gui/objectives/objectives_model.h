// The objectives of the plan by quarter, how many cards serve each, and the defects of the plan.
#pragma once

#include "core/model/workspace.h"

#include <cstdint>
#include <string>
#include <vector>

namespace throughline::gui::objectives {

struct CardCounts {
    int open = 0;  // on the board, before the commitment point
    int in_process = 0;
    int delivered = 0;  // archived ones too

    int all() const { return open + in_process + delivered; }
    friend bool operator==(const CardCounts&, const CardCounts&) = default;
};

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
    CardCounts cards;
    std::vector<std::string> defects;  // "No cards", "2 cards go on"
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

// More objectives than this in one quarter are too many for one person.
inline constexpr int kMostObjectives = 3;

class ObjectivesModel {
public:
    // Cheap while revision and day stay the same.
    void refresh(const model::Workspace& workspace, std::uint64_t revision, Day today);

    // This quarter always; the others only with objectives. Within one: by bet, then number; closed
    // last.
    const std::vector<PeriodGroup>& groups() const { return groups_; }
    const std::vector<PlanDefect>& defects() const { return defects_; }
    const ObjectiveRow* find(model::ObjectiveId id) const;
    bool is_empty() const;
    const std::string& quarter() const { return quarter_; }  // the present one

private:
    void read_rows(const model::Workspace& workspace);
    void read_defects(const model::Workspace& workspace);

    std::vector<PeriodGroup> groups_;
    std::vector<PlanDefect> defects_;
    std::string quarter_;
    std::uint64_t revision_ = ~std::uint64_t{0};
    Day today_;
};

}  // namespace throughline::gui::objectives
