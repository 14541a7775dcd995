#include "app/gui/kpi/kpi_view.h"

#include "app/gui/kpi/kpi_state.h"
#include "app/gui/palette/actions.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/progress.h"
#include "core/report/kpi_chart.h"
#include "imgui.h"

namespace throughline::gui::kpi {

KpiView::KpiView() : state_(std::make_unique<State>()) {}
KpiView::~KpiView() = default;

bool KpiView::is_busy() const {
    return state_->figures.is_busy();
}

void KpiView::open(model::KpiId kpi) {
    state_->opened = kpi;
}

void KpiView::State::refresh(Context& context) {
    figures.refresh(context, civil(context.zone().day(context.now())).year);
    const PlanFigures* now = figures.figures();
    if (now == nullptr) return;
    if (opened && now->find(opened) == nullptr && context.workspace().find(opened) == nullptr)
        opened = {};
    const Made wanted{context.desk().revision(), now->seq, now->as_of, opened};
    if (wanted == made) return;
    made = wanted;
    groups = dashboard(context.workspace(), *now);
    const flow::KpiReading* reading = now->find(opened);
    const model::Kpi* kpi = context.workspace().find(opened);
    chart = reading == nullptr || kpi == nullptr
                ? report::Chart{}
                : report::make_kpi_chart(*reading, kpi->name, kpi->unit);
}

void KpiView::draw(Context& context) {
    State& state = *state_;
    state.refresh(context);
    const PlanFigures* now = state.figures.figures();
    begin_page(state.opened ? "kpi" : "kpis");
    if (now == nullptr) {
        skeleton_lines(8);
    } else if (state.opened) {
        state.draw_opened(context, *now);
    } else {
        state.draw_dashboard(context, *now);
    }
    end_page();
    state.escalation.draw(context);
    state.editor.draw(context);
    state.shipped.draw(context);
    state.measure.carry_out(context);
}

void KpiView::add_actions(palette::Actions& actions) {
    State* state = state_.get();
    actions.add({.id = "kpis.add",
                 .title = "Add KPI",
                 .section = "KPIs",
                 .icon = icons::kDashboard,
                 .keywords = "measure indicator metric",
                 .run = [state](Context& context) {
                     state->opened = {};
                     state->editor.add("kpi");
                     context.go(Screen::Kpis);
                 }});
    actions.add({.id = "kpis.templates",
                 .title = "Add KPIs from templates",
                 .section = "KPIs",
                 .icon = icons::kCopy,
                 .keywords = "usual marketing shipped measure",
                 .run = [state](Context& context) {
                     state->opened = {};
                     state->shipped.open("kpi");
                     context.go(Screen::Kpis);
                 }});
}

}  // namespace throughline::gui::kpi
