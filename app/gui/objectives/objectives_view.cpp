#include "app/gui/objectives/objectives_view.h"

#include "app/gui/objectives/screens.h"
#include "app/gui/palette/actions.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/layout.h"

#include "imgui.h"

#include <array>
#include <utility>

namespace throughline::gui::objectives {
struct ObjectivesView::State {
    Part part = Part::Objectives;
    bool add = false;   // the dialog is to be opened
    int drawn_in = -1;  // ImGui frame in which it was drawn last: it has the keys
    ObjectivesScreen objectives;
    BetsScreen bets;
    PeopleScreen people;
    Acts acts;

    void draw_tabs() {
        const std::size_t defects = objectives.model.defects().size();
        const std::string badge = defects > 0 ? std::to_string(defects) : "";
        const std::array items{
            TabItem{.id = "tab:objectives",
                    .label = "Objectives",
                    .icon = icons::kTarget,
                    .badge = badge,
                    .badge_tone = Tone::Warning},
            TabItem{.id = "tab:bets", .label = "Big bets", .icon = icons::kRocket},
            TabItem{.id = "tab:people", .label = "People", .icon = icons::kPeople},
        };
        int selected = static_cast<int>(part);
        if (tabs("objectives-tabs", selected, items)) part = static_cast<Part>(selected);
        gap(sizes().lg);
    }
};

ObjectivesView::ObjectivesView() : state_(std::make_unique<State>()) {}
ObjectivesView::~ObjectivesView() = default;

bool ObjectivesView::is_busy() const {
    return state_->objectives.promises.is_busy() || state_->objectives.figures.is_busy();
}

void ObjectivesView::draw(Context& context) {
    State& state = *state_;
    state.drawn_in = ImGui::GetFrameCount();
    if (std::exchange(state.add, false)) edit_objective(state.objectives, context, {});
    begin_page("objectives");
    state.draw_tabs();
    switch (state.part) {
        case Part::Objectives: draw_objectives(state.objectives, context, state.acts); break;
        case Part::Bets: draw_bets(state.bets, context, state.acts); break;
        case Part::People: draw_people(state.people, context, state.acts); break;
    }
    end_page();
    state.acts.run(context);
}

void ObjectivesView::add_actions(palette::Actions& actions) {
    State* state = state_.get();
    const auto visible = [state](Context&) {
        return state->drawn_in >= 0 && ImGui::GetFrameCount() - state->drawn_in <= 1;
    };
    actions.add(
        {.id = "objectives.add",
         .title = "Add objective",
         .section = "Objectives",
         .icon = icons::kTarget,
         .shortcuts = {"Shift+N"},
         .enabled =
             [](Context& context) { return why_not_now(context, rules::Right::Plan).empty(); },
         .keys_when = visible,
         .run =
             [state](Context& context) {
                 state->part = Part::Objectives;
                 state->add = true;
                 context.go(Screen::Objectives);
             }});
    const auto tab = [&](const char* id, const char* title, const char* icon, Part part) {
        actions.add({.id = id,
                     .title = title,
                     .section = "Objectives",
                     .icon = icon,
                     .run = [state, part](Context& context) {
                         state->part = part;
                         context.go(Screen::Objectives);
                     }});
    };
    tab("objectives.bets", "Big bets", icons::kRocket, Part::Bets);
    tab("objectives.people", "People and roles", icons::kPeople, Part::People);
}

void ObjectivesView::show(Part part) {
    state_->part = part;
}

void ObjectivesView::open_objective(model::ObjectiveId objective) {
    state_->part = Part::Objectives;
    state_->objectives.selected = objective;
    state_->objectives.reveal = true;
}

void ObjectivesView::add_objective() {
    state_->part = Part::Objectives;
    state_->add = true;
}

}  // namespace throughline::gui::objectives
