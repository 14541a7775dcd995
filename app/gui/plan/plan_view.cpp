#include "app/gui/plan/plan_view.h"

#include "app/gui/palette/actions.h"
#include "app/gui/plan/plan_state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/progress.h"
#include "imgui.h"

#include <array>
#include <utility>

namespace throughline::gui::plan {

PlanView::PlanView() : state_(std::make_unique<State>()) {}
PlanView::~PlanView() = default;

bool PlanView::is_busy() const {
    return state_->figures.is_busy();
}

void ask_for_first(Context& context, std::string_view title, std::string_view text) {
    constexpr std::array kActions{
        NoticeAction{"first-objective", "To the objectives", ButtonKind::Primary}};
    if (empty_state("no-plan",
                    {.icon = icons::kTarget, .title = title, .text = text, .actions = kActions}) ==
        0)
        context.go(Screen::Objectives);
}

void PlanView::show(Part part) {
    state_->part = part;
}

void PlanView::State::refresh(Context& context) {
    const Day today = context.zone().day(context.now());
    if (year == 0) year = civil(today).year;
    if (!is_quarter_chosen) quarter = quarter_of(today);
    figures.refresh(context, year);
    const PlanFigures* now = figures.figures();
    if (now == nullptr) return;
    const Made wanted{context.desk().revision(), now->seq, now->as_of, now->year, quarter, opened};
    if (wanted == made) return;
    made = wanted;
    plan = year_plan(context.workspace(), *now, quarter, opened);
}

void PlanView::State::draw_tabs(const PlanFigures* now) {
    const std::size_t count = now == nullptr ? 0 : now->defects.size();
    const std::string badge = count == 0 ? "" : std::to_string(count);
    const std::array items{
        TabItem{.id = "tab:year", .label = "Year to card", .icon = icons::kTarget},
        TabItem{.id = "tab:quarters", .label = "Quarters", .icon = icons::kCalendar},
        TabItem{.id = "tab:defects",
                .label = "Defects",
                .icon = icons::kAlertCircle,
                .badge = badge,
                .badge_tone = Tone::Warning},
        TabItem{.id = "tab:budget", .label = "Budget", .icon = icons::kMoney},
        TabItem{.id = "tab:capacity", .label = "Capacity", .icon = icons::kPeople},
        TabItem{.id = "tab:accountability", .label = "Accountability", .icon = icons::kBalance},
    };
    int selected = static_cast<int>(part);
    if (tabs("plan-tabs", selected, items)) part = static_cast<Part>(selected);
    gap(sizes().lg);
}

void PlanView::State::draw_part(Context& context, const PlanFigures& now) {
    switch (part) {
        case Part::Year: draw_year(context, now); break;
        case Part::Quarters: draw_quarters(context, now); break;
        case Part::Defects: draw_defects(context, now); break;
        case Part::Budget: draw_budget(context, now); break;
        case Part::Capacity: draw_capacity(context, now); break;
        case Part::Accountability: draw_accountability(context); break;
    }
}

void PlanView::draw(Context& context) {
    State& state = *state_;
    state.refresh(context);
    const PlanFigures* now = state.figures.figures();
    begin_page("plan");
    state.draw_tabs(now);
    if (now == nullptr) {
        skeleton_lines(8);
    } else {
        ImGui::PushID(static_cast<int>(state.part));
        ImGui::BeginChild("part", {0, 0}, ImGuiChildFlags_NavFlattened,
                          ImGuiWindowFlags_NoSavedSettings);
        state.draw_part(context, *now);
        end_page();
        ImGui::PopID();
    }
    ImGui::EndChild();
    state.draw_closing(context);
    state.editor.draw(context);
    state.shipped.draw(context);
    state.measure.carry_out(context);
    for (const auto& act : std::exchange(state.later, {}))
        act(context);
}

void PlanView::add_actions(palette::Actions& actions) {
    State* state = state_.get();
    const auto tab = [&](const char* id, const char* title, const char* icon, Part part,
                         const char* keywords) {
        actions.add({.id = id,
                     .title = title,
                     .section = "Plan",
                     .icon = icon,
                     .keywords = keywords,
                     .run = [state, part](Context& context) {
                         state->part = part;
                         context.go(Screen::Plan);
                     }});
    };
    tab("plan.quarters", "Quarters and their completion", icons::kCalendar, Part::Quarters,
        "close quarter score carry over");
    tab("plan.defects", "Defects of the plan", icons::kAlertCircle, Part::Defects,
        "cards without objective");
    tab("plan.budget", "Budget", icons::kMoney, Part::Budget, "money spend committed planned");
    tab("plan.capacity", "Capacity by week", icons::kPeople, Part::Capacity,
        "absence holiday demand");
    tab("plan.accountability", "Accountability matrix", icons::kBalance, Part::Accountability,
        "dri escalation decision rights raci");
}

}  // namespace throughline::gui::plan
