// The year: what must be true, what is not done, the big bets with what they were given and took,
// and under each its objectives.
#include "app/gui/plan/plan_state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/choice.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/text.h"
#include "core/base/text.h"
#include "imgui.h"

#include <algorithm>

namespace throughline::gui::plan {
namespace {

// Quarters that have objectives, latest first, after "every open objective".
bool draw_quarter_choice(const PlanFigures& now, std::string& quarter) {
    std::vector<std::string> values{""};
    std::vector<std::string> labels{"Every open objective"};
    const std::string present = quarter_of(now.today);
    for (const flow::QuarterReading& one : now.quarters) {
        values.push_back(one.quarter);
        labels.push_back(quarter_words(one.quarter) +
                         (one.quarter == present ? ", this quarter" : ""));
    }
    std::vector<ChoiceItem> items;
    for (const std::string& label : labels)
        items.push_back({.label = label});
    const auto found = std::ranges::find(values, quarter);
    int selected = found == values.end() ? kNoChoice : static_cast<int>(found - values.begin());
    const FieldText words{.placeholder = quarter_words(quarter),
                          .name = "Quarter",
                          .icon = icons::kCalendar,
                          .width = 240.0f * sizes().scale};
    if (!choice("quarter", selected, items, words) || selected == kNoChoice) return false;
    quarter = values[static_cast<std::size_t>(selected)];
    return true;
}

void draw_frame(PlanView::State& state, Context& context) {
    const rules::RecordKind& kind = *rules::record_kind("annual_frame");
    const std::string why = records::why_not(context, kind);
    const YearPlan& plan = state.plan;
    begin_panel("frame", {0, 0}, theme().card);
    const ButtonOptions options{.size = ButtonSize::Small,
                                .icon = plan.frame ? icons::kEdit : icons::kPlus,
                                .disabled = !why.empty(),
                                .disabled_why = why};
    const std::string_view label = plan.frame ? "Change" : "Set the year's priority";
    text(std::to_string(plan.year) + ", what must be true at its end", caption_style());
    align_right(button_width(label, options));
    if (button("frame-edit", label, options)) {
        if (plan.frame) {
            state.editor.edit("annual_frame", plan.frame.value);
        } else {
            state.editor.add("annual_frame", {{"year", std::to_string(plan.year)}});
        }
    }
    if (plan.priority.empty()) {
        paragraph("Not set. One sentence that everybody can repeat.", muted_style());
    } else {
        paragraph(plan.priority, title_style());
    }
    gap(sizes().md);
    const rules::RecordKind& not_doing = *rules::record_kind("not_doing");
    const std::string why_not_doing = records::why_not(context, not_doing);
    const ButtonOptions add{.size = ButtonSize::Small,
                            .icon = icons::kPlus,
                            .disabled = !why_not_doing.empty(),
                            .disabled_why = why_not_doing};
    text("What we are not doing", {.weight = Weight::Semibold});
    align_right(button_width("Add", add));
    if (button("not-doing-add", "Add", add))
        state.editor.add("not_doing", {{"year", std::to_string(plan.year)}});
    for (const SideLine& line : plan.not_doing) {
        icon(icons::kBlocked, theme().text_faint, text_size::kIconSmall);
        ImGui::SameLine(0.0f, sizes().sm);
        if (link(("not-doing:" + line.key).c_str(), line.text))
            state.editor.edit("not_doing", line.id);
        ImGui::SameLine(0.0f, sizes().sm);
        text_ellipsis(line.note, muted_style());
    }
    if (plan.not_doing.empty())
        text("Nothing is listed. Two to four refusals keep a plan honest.", muted_style());
    end_panel();
}

}  // namespace

void PlanView::State::draw_bet(Context& context, const BetLine& bet) {
    ImGui::PushID(bet.key.c_str());
    begin_chip_line();
    if (bet.id) {
        text(bet.key, {.weight = Weight::Semibold, .colour = theme().text_muted});
        ImGui::SameLine(0.0f, sizes().sm);
    }
    if (bet.id && link(("bet:" + bet.key).c_str(), bet.title, "Open the big bets"))
        context.open_settings("bets");
    if (!bet.id) text(bet.title, {.weight = Weight::Semibold});
    if (bet.is_given_up) {
        ImGui::SameLine(0.0f, sizes().sm);
        chip("Closed", {.icon = icons::kLock});
    }
    const ChipStyle share = bet.is_apart ? chip_of(Mood::Watch) : ChipStyle{};
    const auto share_chip = [&](const char* what, const std::string& words) {
        if (words.empty()) return;
        ImGui::SameLine(0.0f, sizes().sm);
        chip(std::string(what) + " " + words, share);
    };
    share_chip("Budget:", bet.budget);
    share_chip("Time:", bet.time);
    if (!bet.sentence.empty()) paragraph(bet.sentence, muted_style());
    gap(sizes().sm);
    for (const ObjectiveLine& line : bet.objectives) {
        draw_objective(context, line);
        gap(sizes().sm);
    }
    if (bet.objectives.empty()) text("No objective of this quarter serves it.", muted_style());
    gap(sizes().lg);
    ImGui::PopID();
}

void PlanView::State::draw_year(Context& context, const PlanFigures& now) {
    draw_frame(*this, context);
    gap(sizes().lg);
    if (now.objectives.empty() && plan.bets.empty()) {
        ask_for_first(context, "No bet and no objective yet",
                      "The plan reads from the year to the big bets, their objectives and key "
                      "results, and on to the cards.");
        return;
    }
    if (draw_quarter_choice(now, quarter)) is_quarter_chosen = true;
    const bool all_open = std::ranges::all_of(plan.bets, [this](const BetLine& bet) {
        return std::ranges::all_of(
            bet.objectives, [this](const ObjectiveLine& line) { return opened.contains(line.id); });
    });
    const std::string_view label = all_open ? "Fold all" : "Unfold all";
    align_right(button_width(label, {.icon = icons::kUnfold}));
    if (button("unfold-all", label, {.icon = icons::kUnfold})) {
        opened.clear();
        for (const BetLine& bet : plan.bets) {
            for (const ObjectiveLine& line : bet.objectives) {
                if (!all_open) opened.insert(line.id);
            }
        }
    }
    gap(sizes().md);
    for (const BetLine& bet : plan.bets)
        draw_bet(context, bet);
}

}  // namespace throughline::gui::plan
