// Who answers for the card, what it serves, when it is due, and its score.
#include "app/gui/card/card_words.h"
#include "app/gui/card/panel_state.h"
#include "app/gui/widgets/choice.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/text.h"
#include "core/base/text.h"

#include <array>

namespace throughline::gui::card {
namespace {

constexpr std::array<std::string_view, 7> kSteps{"", "1", "2", "3", "5", "8", "13"};

void edit_score(CardPanel::State& state, const char* id, const std::string& field, std::string_view label, std::string_view help) {
    std::array<ChoiceItem, kSteps.size()> items{};
    const std::string& value = state.detail.value(field);
    int selected = 0;
    for (std::size_t i = 0; i < kSteps.size(); ++i) {
        items[i].label = i == 0 ? "none" : kSteps[i];
        if (kSteps[i] == value) selected = static_cast<int>(i);
    }
    const FieldText words{.label = label, .help = help, .error = state.refusal(field)};
    if (segmented(id, selected, items, words).changed) state.set(field, std::string(kSteps[static_cast<std::size_t>(selected)]));
}

// Shown with commas, kept as lines.
void edit_labels(CardPanel::State& state) {
    const std::string shown = join(split(state.detail.value("labels"), '\n'), ", ");
    Draft& draft = state.draft("labels", shown);
    const FieldResult result = text_field("card-labels", draft.text, {.label = "Labels", .help = "Parted by commas", .placeholder = "spring, webinar", .error = state.refusal("labels")});
    draft.active = result.active && !result.committed;
    if (!result.committed || draft.text == draft.base) return;
    std::vector<std::string> labels;
    for (const std::string& label : split(draft.text, ',')) {
        if (!trim(label).empty()) labels.emplace_back(trim(label));
    }
    state.set("labels", join(labels, "\n"));
}

void draw_people(CardPanel::State& state) {
    const CardDetail& d = state.detail;
    if (!begin_pair("people")) return;
    edit_choice(state, "card-dri", "dri", d.people, {.label = "Responsible for the result (DRI)", .required = true}, {});
    next_cell();
    edit_choice(state, "card-objective", "objective", d.objectives, {.label = "Objective", .required = true}, {});
    next_cell();
    edit_several(state, "card-responsible", "responsible", d.people, {.label = "Does the work", .placeholder = "Nobody yet"});
    next_cell();
    edit_several(state, "card-consulted", "consulted", d.people, {.label = "Consulted", .placeholder = "Nobody yet"});
    next_cell();
    edit_several(state, "card-informed", "informed", d.people, {.label = "Informed", .placeholder = "Nobody yet"});
    next_cell();
    edit_labels(state);
    end_pair();
}

}  // namespace

void draw_plan(CardPanel::State& state, Context& context) {
    const CardDetail& d = state.detail;
    section_header("People and plan");
    draw_people(state);
    const Day today = context.zone().day(context.now());
    if (begin_pair("plan")) {
        edit_choice(state, "card-class", "service_class", d.classes, {.label = "Class of service"}, {});
        next_cell();
        edit_date(state, "card-due", "due", {.label = "Due"}, today);
        end_pair();
    }
    edit_line(state, "card-due-reason", "due_reason", {.label = "Why this date", .placeholder = "What happens when it is missed"});
    gap(sizes().xl);
    section_header("Score", {}, d.score.empty() ? "Cost of delay divided by size" : std::string_view(d.score));
    if (begin_pair("score")) {
        edit_score(state, "card-value", "value", "Value", "What it is worth");
        next_cell();
        edit_score(state, "card-urgency", "urgency", "Urgency", "What waiting costs");
        next_cell();
        edit_score(state, "card-enablement", "enablement", "Enablement", "What it makes possible");
        next_cell();
        edit_score(state, "card-size", "size", "Size", "How much work");
        end_pair();
    }
}

}  // namespace throughline::gui::card
