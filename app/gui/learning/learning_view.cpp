#include "app/gui/learning/learning_view.h"

#include "app/gui/learning/learning_state.h"
#include "app/gui/palette/actions.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/choice.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "imgui.h"

#include <algorithm>
#include <utility>

namespace throughline::gui::learning {
namespace {

constexpr float kListWidth = 172.0f;  // unscaled
constexpr float kWidest = 1440.0f;    // rows longer than this are hard to follow
constexpr float kFoldBelow = 820.0f;

const char* icon_of(Part part) {
    switch (part) {
        case Part::Risks: return icons::kShield;
        case Part::Retros: return icons::kHistory;
        case Part::Experiments: return icons::kBranch;
        case Part::Playbooks: return icons::kDocument;
        case Part::Recurring: return icons::kSync;
        case Part::Registers: return icons::kList;
        case Part::Glossary: return icons::kBook;
        case Part::Names: return icons::kTag;
        case Part::Maturity: return icons::kTrendUp;
    }
    return icons::kBook;
}

const PartText& text_of(Part part) {
    return kParts[static_cast<std::size_t>(part)];
}

}  // namespace

LearningView::LearningView() : state_(std::make_unique<State>()) {}
LearningView::~LearningView() = default;

bool LearningView::is_busy() const {
    return state_->figures.is_busy() || state_->names.is_busy();
}

void LearningView::show(const std::string& part, std::int64_t record) {
    const auto found = std::ranges::find(kParts, part, &PartText::id);
    if (found != kParts.end()) {
        state_->part = static_cast<Part>(found - kParts.begin());
        state_->scroll_up = true;
    }
    state_->wanted = record;
}

void LearningView::State::take_wanted() {
    const std::int64_t id = std::exchange(wanted, 0);
    if (id == 0) return;
    if (part == Part::Risks) {
        risk = {id};
        risk_question = {.with_ended = true};
    }
    if (part == Part::Retros) retro = {id};
    if (part == Part::Experiments) experiments.select(id);
    if (part == Part::Playbooks) form = {id};
    if (part == Part::Recurring) schedule = {id};
    if (part == Part::Glossary) glossary.select(id);
}

void LearningView::State::draw_list(Context& context) {
    const Day today = context.zone().day(context.now());
    risks.refresh(context.workspace(), context.desk().revision(), today, risk_question);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {sizes().xs, sizes().xs});
    for (std::size_t i = 0; i < kParts.size(); ++i) {
        const Part one = static_cast<Part>(i);
        const std::string id = "part:" + std::string(kParts[i].id);
        const std::string badge =
            one == Part::Risks && risks.overdue() > 0 ? std::to_string(risks.overdue()) : "";
        if (rail_item(id.c_str(), icon_of(one), kParts[i].title, part == one, badge,
                      Tone::Danger)) {
            part = one;
            scroll_up = true;
        }
    }
    ImGui::PopStyleVar();
}

void LearningView::State::draw_part(Context& context) {
    switch (part) {
        case Part::Risks: draw_risks(context); break;
        case Part::Retros: draw_retros(context); break;
        case Part::Experiments: draw_experiments(context); break;
        case Part::Playbooks: draw_playbooks(context); break;
        case Part::Recurring: draw_recurring(context); break;
        case Part::Registers: draw_registers(context); break;
        case Part::Glossary: draw_glossary(context); break;
        case Part::Names: draw_names(context); break;
        case Part::Maturity: draw_maturity(context); break;
    }
}

void LearningView::State::draw_page(Context& context) {
    const bool wants_figures =
        part == Part::Retros || part == Part::Experiments || part == Part::Maturity;
    const std::int64_t experiment = part == Part::Experiments ? experiments.selected() : 0;
    if (wants_figures) figures.refresh(context, model::ExperimentId{experiment});
    if (part == Part::Retros) retros.refresh(context, figures.figures());
    ImGui::PushID(static_cast<int>(part));
    const float widest = kWidest * sizes().scale;
    ImGui::BeginChild("page", {std::min(widest, ImGui::GetContentRegionAvail().x), 0},
                      ImGuiChildFlags_NavFlattened, ImGuiWindowFlags_NoSavedSettings);
    if (std::exchange(scroll_up, false)) ImGui::SetScrollY(0);
    screen_header(text_of(part).title, text_of(part).text);
    gap(sizes().lg);
    draw_part(context);
    ImGui::EndChild();
    ImGui::PopID();
}

void LearningView::draw(Context& context) {
    State& state = *state_;
    state.take_wanted();
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {sizes().xl, sizes().md});
    ImGui::BeginChild("learning", {0, 0},
                      ImGuiChildFlags_NavFlattened | ImGuiChildFlags_AlwaysUseWindowPadding,
                      ImGuiWindowFlags_NoSavedSettings);
    ImGui::PopStyleVar();
    if (width_left() < kFoldBelow * sizes().scale) {
        std::vector<ChoiceItem> items;
        for (const PartText& one : kParts)
            items.push_back({.label = one.title});
        int chosen = static_cast<int>(state.part);
        if (choice("parts", chosen, items, {.name = "Part"}) && chosen >= 0)
            state.part = static_cast<Part>(chosen);
        gap(sizes().md);
    } else {
        ImGui::BeginChild("parts", {kListWidth * sizes().scale, 0}, ImGuiChildFlags_NavFlattened,
                          ImGuiWindowFlags_NoSavedSettings);
        state.draw_list(context);
        ImGui::EndChild();
        ImGui::SameLine(0, sizes().xl);
    }
    state.draw_page(context);
    ImGui::EndChild();
    state.draw_risk_ending(context);
    state.request.draw(context);
    state.schedule_dialog.draw(context);
    state.editor.draw(context);
    for (const auto& act : std::exchange(state.later, {}))
        act(context);
}

void LearningView::add_actions(palette::Actions& actions) {
    State* state = state_.get();
    for (std::size_t i = 0; i < kParts.size(); ++i) {
        actions.add({.id = "learning." + std::string(kParts[i].id),
                     .title = std::string(kParts[i].title),
                     .section = "Learning",
                     .icon = icon_of(static_cast<Part>(i)),
                     .keywords = std::string(kParts[i].keywords),
                     .run = [state, i](Context& context) {
                         state->part = static_cast<Part>(i);
                         state->scroll_up = true;
                         context.go(Screen::Learning);
                     }});
    }
    actions.add({.id = "learning.add-risk",
                 .title = "Add risk",
                 .section = "Learning",
                 .icon = icons::kShield,
                 .run = [state](Context& context) {
                     state->part = Part::Risks;
                     state->editor.add("risk");
                     context.go(Screen::Learning);
                 }});
}

}  // namespace throughline::gui::learning
