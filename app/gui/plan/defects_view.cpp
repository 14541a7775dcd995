// What is wrong with the plan, each with what mends it.
#include "app/gui/plan/plan_state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/choice.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/text.h"
#include "core/base/text.h"
#include "core/rules/roles.h"
#include "imgui.h"

#include <algorithm>

namespace throughline::gui::plan {
namespace {

using flow::DefectKind;

constexpr float kChoiceWidth = 260.0f;  // unscaled
constexpr std::size_t kMostShown = 200;

std::string capitalised(std::string_view words) {
    return records::choice_words(words);
}

std::string subject_of(const model::Workspace& workspace, const flow::Defect& defect) {
    if (const model::Card* card = workspace.find(defect.card))
        return model::key_of(workspace, *card) + " " + card->title;
    if (const model::KeyResult* result = workspace.find(defect.result))
        return model::key_of(*result) + " " + result->title;
    if (const model::Objective* objective = workspace.find(defect.objective))
        return model::key_of(*objective) + " " + objective->title;
    if (const model::Person* person = workspace.find(defect.person))
        return person->name + ", " + plural(defect.count, "objective", "objectives");
    return "";
}

void open_subject(Context& context, const flow::Defect& defect) {
    if (defect.card) {
        context.open_card(defect.card);
    } else if (defect.objective) {
        context.open_objective(defect.objective);
    } else {
        context.go(Screen::Objectives);
    }
}

// Chooses among rows; the key of the chosen one, or "".
std::string choose_one(const char* id, std::string_view placeholder,
                       const std::vector<std::pair<std::string, std::string>>& keys) {
    std::vector<ChoiceItem> items;
    for (const auto& one : keys)
        items.push_back({.label = one.second});
    int selected = kNoChoice;
    const FieldText words{
        .placeholder = placeholder, .name = placeholder, .width = kChoiceWidth * sizes().scale};
    if (!choice(id, selected, items, words) || selected == kNoChoice) return "";
    return keys[static_cast<std::size_t>(selected)].first;
}

std::vector<std::pair<std::string, std::string>> open_objectives(const model::Workspace& ws) {
    std::vector<std::pair<std::string, std::string>> keys;
    for (const model::Objective& one : ws.rows<model::Objective>()) {
        if (!one.closed)
            keys.emplace_back(model::key_of(one), model::key_of(one) + " " + one.title);
    }
    return keys;
}

std::vector<std::pair<std::string, std::string>> possible_dris(const model::Workspace& ws) {
    std::vector<std::pair<std::string, std::string>> handles;
    for (const model::Person& one : ws.rows<model::Person>()) {
        if (one.active && rules::may(one.role, rules::Right::Work))
            handles.emplace_back(one.handle, one.name);
    }
    return handles;
}

std::vector<std::pair<std::string, std::string>> kpis(const model::Workspace& ws) {
    std::vector<std::pair<std::string, std::string>> keys;
    for (const model::Kpi& one : ws.rows<model::Kpi>()) {
        if (!one.retired)
            keys.emplace_back(model::key_of(one), model::key_of(one) + " " + one.name);
    }
    return keys;
}

}  // namespace

void PlanView::State::draw_remedy(Context& context, const flow::Defect& defect) {
    const model::Workspace& ws = context.workspace();
    const model::Objective* objective = ws.find(defect.objective);
    const ButtonOptions small{.size = ButtonSize::Small};
    switch (defect.kind) {
        case DefectKind::CardWithoutObjective:
        case DefectKind::CardOfClosedObjective:
        case DefectKind::WorkNotDoing: {
            const std::string key = choose_one("tie", "Give it an objective", open_objectives(ws));
            if (!key.empty()) {
                later.emplace_back([card = defect.card, key](Context& c) {
                    (void)c.run_with_undo(rules::EditCard{card, {{"objective", key}}, ""},
                                          "The card serves " + key);
                });
            }
            return;
        }
        case DefectKind::ObjectiveWithoutCards:
            if (button("ask", "Ask for work", small)) context.open_brief({});
            return;
        case DefectKind::ObjectiveWithoutResults:
            if (objective != nullptr && objective->is_standing()) {
                const std::string key = choose_one("kpi", "Measure it by a KPI", kpis(ws));
                if (!key.empty()) {
                    later.emplace_back([id = defect.objective, key](Context& c) {
                        (void)c.run_with_undo(rules::EditObjective{id, {{"kpis", key}}},
                                              "Measured by " + key);
                    });
                }
            } else if (objective != nullptr && button("add-result", "Add a key result", small)) {
                editor.add("key_result", {}, {{"objective", model::key_of(*objective)}});
            }
            return;
        case DefectKind::ResultNotMeasured: {
            const model::KeyResult* result = ws.find(defect.result);
            if (result == nullptr) return;
            const model::Kpi* kpi = ws.find(result->kpi);
            const std::string key = kpi != nullptr ? model::key_of(*kpi) : model::key_of(*result);
            if (button("measure", "Measure " + key, small))
                measure.toggle(key, context.zone().day(context.now()));
            measure.draw(context, key, result->unit);
            return;
        }
        case DefectKind::QuarterNotClosed:
            if (objective != nullptr &&
                button("close", "Close " + quarter_words(objective->quarter), small))
                begin_closing(context, objective->quarter);
            return;
        case DefectKind::ClosedWithoutScore:
            if (button("reopen", "Reopen it to score it", small)) {
                later.emplace_back([id = defect.objective](Context& c) {
                    (void)c.run_with_undo(rules::EditObjective{id, {{"closed", "false"}}},
                                          "Open again: close its quarter to score it");
                });
            }
            return;
        case DefectKind::NobodyAnswers: {
            const std::string who = choose_one("dri", "Who answers for it now", possible_dris(ws));
            if (!who.empty()) {
                later.emplace_back([defect, who](Context& c) {
                    const model::TextMap set{{"dri", who}};
                    const model::Person* person = c.workspace().person_by_handle(who);
                    const std::string done =
                        (person == nullptr ? who : person->name) + " answers for it now";
                    if (defect.card) {
                        (void)c.run_with_undo(rules::EditCard{defect.card, set, ""}, done);
                    } else {
                        (void)c.run_with_undo(rules::EditObjective{defect.objective, set}, done);
                    }
                });
            }
            return;
        }
        case DefectKind::TooManyObjectives:
            if (button("share", "Give some to others", small)) context.go(Screen::Objectives);
            return;
    }
}

void PlanView::State::draw_defects(Context& context, const PlanFigures& now) {
    if (now.objectives.empty()) {
        ask_for_first(context, "No plan yet",
                      "With the first objective, what does not fit together in the plan is named "
                      "here.");
        return;
    }
    if (now.defects.empty()) {
        (void)empty_state("no-defects",
                          {.icon = icons::kCheckCircle,
                           .title = "The plan holds together",
                           .text = "Every card serves an open objective, every "
                                   "objective of this quarter has cards and measures."});
        return;
    }
    const DefectKind* before = nullptr;
    const std::size_t shown = std::min(now.defects.size(), kMostShown);
    for (std::size_t i = 0; i < shown; ++i) {
        const flow::Defect& defect = now.defects[i];
        if (before == nullptr || *before != defect.kind) {
            const auto count = std::ranges::count(now.defects, defect.kind, &flow::Defect::kind);
            if (before != nullptr) gap(sizes().lg);
            section_header(capitalised(flow::to_text(defect.kind)), std::to_string(count));
            gap(sizes().sm);
        }
        before = &defect.kind;
        ImGui::PushID(static_cast<int>(i));
        const std::string subject = subject_of(context.workspace(), defect);
        if (link(("subject:" + subject.substr(0, subject.find(' '))).c_str(), subject))
            open_subject(context, defect);
        ImGui::SameLine(0.0f, sizes().md);
        draw_remedy(context, defect);
        ImGui::PopID();
    }
    if (now.defects.size() > shown)
        text("and " + std::to_string(now.defects.size() - shown) + " more", muted_style());
}

}  // namespace throughline::gui::plan
