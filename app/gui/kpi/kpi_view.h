// The KPIs: a dashboard by category, values entered in place, and each KPI opened: its process
// behaviour chart, what it counts, its targets, and what it would take to reach them. Fills what is
// left of the current ImGui window. Knows no other screen; the workbench calls it.
#pragma once

#include "core/model/ids.h"

#include <memory>

namespace throughline::gui {
class Context;
namespace palette {
class Actions;
}
}  // namespace throughline::gui

namespace throughline::gui::kpi {

class KpiView {
public:
    KpiView();
    ~KpiView();
    KpiView(const KpiView&) = delete;
    KpiView& operator=(const KpiView&) = delete;

    // One frame. Runs the commands it collected after drawing.
    void draw(Context& context);
    bool is_busy() const;
    // Adds the screen's actions; the view must outlive the table.
    void add_actions(palette::Actions& actions);

    // Carried out at the next draw; 0 shows the dashboard.
    void open(model::KpiId kpi);

    struct State;

private:
    std::unique_ptr<State> state_;
};

}  // namespace throughline::gui::kpi
