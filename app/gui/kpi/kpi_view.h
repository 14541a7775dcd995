// The KPIs: a dashboard by category, values entered in place, and each KPI opened: its process
// behaviour chart, what it counts, its targets, and what it would take to reach them.
#pragma once

#include "app/gui/context/screen_view.h"
#include "core/model/ids.h"

#include <memory>

namespace throughline::gui::kpi {

class KpiView final : public ScreenView {
public:
    KpiView();
    ~KpiView() override;

    void draw(Context& context) override;
    bool is_busy() const override;
    void add_actions(palette::Actions& actions) override;

    // Carried out at the next draw; 0 shows the dashboard.
    void open(model::KpiId kpi);

    struct State;

private:
    std::unique_ptr<State> state_;
};

}  // namespace throughline::gui::kpi
