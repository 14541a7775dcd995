// From a figure to what it was read from.
#include "app/gui/context/context.h"
#include "app/gui/monthly/monthly_state.h"
#include "core/base/period.h"
#include "core/model/tables.h"
#include "core/report/document.h"
#include "core/rules/record_text.h"

namespace throughline::gui::monthly {
namespace {

struct Subject {
    std::string_view kind;   // "kpi"
    std::string_view key;    // "K-3"
    std::string_view month;  // whose report it is a figure of
};

Subject subject_of(std::string_view figure, std::string_view month) {
    constexpr std::string_view kRestated = "restated.";
    if (figure.starts_with(kRestated)) {
        figure.remove_prefix(kRestated.size());
        month = figure.substr(0, figure.find('.'));
        figure.remove_prefix(std::min(month.size() + 1, figure.size()));
    }
    figure = report::evidence_name(figure);
    const std::size_t dot = std::min(figure.find('.'), figure.size());
    return {figure.substr(0, dot), figure.substr(std::min(dot + 1, figure.size())), month};
}

// The chart in which a figure of the flow can be seen.
std::string_view chart_of(std::string_view figure) {
    return figure.starts_with("delivered") ? "throughput"
           : figure.starts_with("cycle")   ? "cycle-time-scatter"
                                           : "blockers";
}

template <class T>
std::int64_t id_of(const model::Workspace& workspace, std::string_view key) {
    return rules::referred(workspace, model::table_of<T>(), std::string(key));
}

}  // namespace

void follow(Context& context, const std::string& figure, const std::string& month) {
    const Subject of = subject_of(figure, month);
    const model::Workspace& workspace = context.workspace();
    if (of.kind == "kpi") {
        context.open_kpi({id_of<model::Kpi>(workspace, of.key)});
    } else if (of.kind == "kpis") {
        context.go(Screen::Kpis);
    } else if (of.kind == "objective") {
        context.open_objective({id_of<model::Objective>(workspace, of.key)});
    } else if (of.kind == "objectives" || of.kind == "quarter") {
        context.go(Screen::Plan);
    } else if (of.kind == "flow" || of.kind == "chart") {
        const bool is_before = of.key.ends_with("-before");
        const auto days =
            parse_period(is_before ? next_month(of.month, -1) : std::string(of.month));
        context.open_chart(std::string(of.kind == "chart" ? of.key : chart_of(of.key)), days->last);
    } else if (of.kind == "risk") {
        context.open_learning("risks", id_of<model::Risk>(workspace, of.key));
    } else if (of.kind == "decision") {
        context.open_reviews("decisions", id_of<model::Decision>(workspace, of.key));
    } else if (of.kind == "card") {
        context.open_card({id_of<model::Card>(workspace, of.key)});
    }
}

std::string_view follow_words(std::string_view figure) {
    const Subject of = subject_of(figure, {});
    if (of.kind == "kpi") return "Opens the KPI";
    if (of.kind == "kpis") return "Opens the KPIs";
    if (of.kind == "objective") return "Opens the objective";
    if (of.kind == "objectives" || of.kind == "quarter") return "Opens the plan";
    if (of.kind == "flow" || of.kind == "chart") return "Opens the chart";
    if (of.kind == "risk") return "Opens the risk";
    if (of.kind == "decision") return "Opens the decision";
    if (of.kind == "card") return "Opens the card";
    return "";
}

}  // namespace throughline::gui::monthly
