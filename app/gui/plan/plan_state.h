// What the plan screen remembers, and its parts. Private to this room.
#pragma once

#include "app/gui/plan/close_model.h"
#include "app/gui/plan/plan_model.h"
#include "app/gui/plan/plan_view.h"
#include "app/gui/records/measure.h"
#include "app/gui/records/record_table.h"
#include "app/gui/records/shipped_dialog.h"
#include "app/gui/theme/theme.h"
#include "app/gui/widgets/mood.h"

#include <functional>
#include <set>
#include <string_view>

namespace throughline::gui::plan {

// Where the plan is empty: leads to the objectives screen, to begin there.
void ask_for_first(Context& context, std::string_view title, std::string_view text);

struct PlanView::State {
    Part part = Part::Year;
    int year = 0;         // 0: this one
    std::string quarter;  // "": every open objective
    bool is_quarter_chosen = false;
    std::set<model::ObjectiveId> opened;

    PlanFiguresModel figures;
    // What the lines were made from.
    struct Made {
        std::uint64_t revision = 0;
        std::int64_t seq = -1;
        Instant as_of;
        int year = 0;
        std::string quarter;
        std::set<model::ObjectiveId> opened;
        friend bool operator==(const Made&, const Made&) = default;
    };
    Made made;
    YearPlan plan;

    records::RecordEditor editor;
    records::MeasureInPlace measure;
    records::RecordTable budget_lines{
        "budget_line", {"title", "year", "quarter", "bet", "objective", "channel", "planned"}};
    records::RecordTable expenses{"spend"};
    records::RecordTable absences{"absence"};
    records::RecordTable accountability{
        "accountability", {"outcome", "dri", "decision_rights", "cadence", "escalation"}};
    records::RecordTable escalations{"escalation",
                                     {"card", "kpi", "reason", "to_person", "by_person", "answer"}};
    records::ShippedDialog shipped;
    std::optional<Closing> closing;
    std::optional<rules::Refusal> closing_refusal;
    bool open_closing = false;
    std::vector<std::function<void(Context&)>> later;  // carried out after drawing

    void refresh(Context& context);
    void draw_tabs(const PlanFigures* now);
    void draw_part(Context& context, const PlanFigures& now);
    void begin_closing(Context& context, const std::string& quarter);

    void draw_year(Context& context, const PlanFigures& now);  // year_view.cpp
    void draw_bet(Context& context, const BetLine& bet);
    void draw_objective(Context& context, const ObjectiveLine& line);  // objective_view.cpp
    void draw_results(Context& context, const ObjectiveLine& line);
    void draw_sides(Context& context, const ObjectiveLine& line);
    void draw_cards(Context& context, const ObjectiveLine& line);
    void draw_quarters(Context& context, const PlanFigures& now);  // quarters_view.cpp
    void draw_defects(Context& context, const PlanFigures& now);   // defects_view.cpp
    void draw_remedy(Context& context, const flow::Defect& defect);
    void draw_budget(Context& context, const PlanFigures& now);  // money_view.cpp
    void draw_capacity(Context& context, const PlanFigures& now);
    void draw_accountability(Context& context);
    void draw_closing(Context& context);  // close_view.cpp
};

}  // namespace throughline::gui::plan
