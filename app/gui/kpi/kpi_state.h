// What the KPI screen remembers, and its parts. Private to this room.
#pragma once

#include "app/gui/kpi/kpi_model.h"
#include "app/gui/kpi/kpi_view.h"
#include "app/gui/records/escalate_dialog.h"
#include "app/gui/records/measure.h"
#include "app/gui/records/record_table.h"
#include "app/gui/records/shipped_dialog.h"
#include "app/gui/widgets/mood.h"
#include "core/report/chart.h"

#include <optional>

namespace throughline::gui::kpi {

struct KpiView::State {
    model::KpiId opened;  // 0: the dashboard
    std::optional<Day> until;

    PlanFiguresModel figures;
    // What the lines were made from.
    struct Made {
        std::uint64_t revision = 0;
        std::int64_t seq = -1;
        Instant as_of;
        model::KpiId opened;
        friend bool operator==(const Made&, const Made&) = default;
    };
    Made made;
    std::vector<KpiGroup> groups;
    report::Chart chart;  // of the opened one

    records::RecordEditor editor;
    records::ShippedDialog shipped;
    records::MeasureInPlace measure;
    records::RecordTable definitions{"kpi_definition",
                                     {"from_day", "counts", "stage", "attribution", "why"}};
    records::RecordTable targets{"kpi_target", {"from_day", "value"}};
    records::RecordTable measurements{"measurement", {"day", "value", "note"}};
    records::EscalateDialog escalation;

    void refresh(Context& context);
    void draw_dashboard(Context& context, const PlanFigures& now);  // dashboard_view.cpp
    void draw_group(Context& context, const KpiGroup& group);
    void draw_opened(Context& context, const PlanFigures& now);  // one_view.cpp
    void draw_head(Context& context, const KpiLine& line);
    void draw_scenario(Context& context, const model::Kpi& kpi, const flow::KpiReading& reading);
};

}  // namespace throughline::gui::kpi
