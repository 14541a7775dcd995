// The dialog that closes a quarter.
#include "app/gui/plan/plan_state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/choice.h"
#include "app/gui/widgets/dialog.h"
#include "app/gui/widgets/field.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/notice.h"
#include "app/gui/widgets/text.h"
#include "core/base/text.h"
#include "imgui.h"

#include <algorithm>
#include <utility>

namespace throughline::gui::plan {
namespace {

constexpr const char* kDialog = "close-quarter-dialog";
constexpr float kWidth = 760.0f;        // unscaled
constexpr float kChoiceWidth = 330.0f;  // unscaled
constexpr float kScoreWidth = 130.0f;

void draw_closing_objective(ClosingObjective& one) {
    ImGui::PushID(one.key.c_str());
    paragraph(one.key + " " + one.title, {.weight = Weight::Semibold});
    if (one.cancel) {
        text_field(("reason:" + one.key).c_str(), one.reason,
                   {.label = "Why it is cancelled", .required = true});
    } else {
        std::optional<double> percent = one.score ? std::optional(*one.score * 100) : std::nullopt;
        const std::string computed =
            one.computed ? "computed: " + percent_words(one.computed) : "no key result is measured";
        if (number_field(("score:" + one.key).c_str(), percent,
                         {.name = "Score of " + one.key, .width = kScoreWidth * sizes().scale},
                         {.decimals = 1, .unit = "%", .min = 0, .max = 100}))
            one.score = percent ? std::optional(*percent / 100) : std::nullopt;
        ImGui::SameLine(0.0f, sizes().sm);
        text(computed, muted_style());
    }
    checkbox(("cancel:" + one.key).c_str(), "Cancel it: listed, not counted", one.cancel);
    gap(sizes().md);
    ImGui::PopID();
}

// A choice among the objectives that cards may be carried to; true when one was taken.
bool draw_into(const char* id, std::string& key, const std::vector<Into>& into,
               std::string_view placeholder) {
    std::vector<ChoiceItem> items;
    for (const Into& one : into)
        items.push_back({.label = one.label, .note = one.note});
    const auto found = std::ranges::find(into, key, &Into::key);
    int selected = found == into.end() ? kNoChoice : static_cast<int>(found - into.begin());
    const FieldText words{
        .placeholder = placeholder, .name = placeholder, .width = kChoiceWidth * sizes().scale};
    if (!choice(id, selected, items, words) || selected == kNoChoice) return false;
    key = into[static_cast<std::size_t>(selected)].key;
    return true;
}

void draw_carry(Closing& closing) {
    const auto count = static_cast<std::int64_t>(closing.cards.size());
    section_header(plural(count, "card is", "cards are") + " not delivered", {},
                   "Each goes on for another objective.");
    std::string all;
    if (draw_into("carry-all", all, closing.into, "All of them to ...")) closing.carry_all(all);
    gap(sizes().sm);
    for (ClosingCard& card : closing.cards) {
        ImGui::PushID(card.key.c_str());
        draw_into(("carry:" + card.key).c_str(), card.into, closing.into, "Choose");
        ImGui::SameLine(0.0f, sizes().sm);
        text_ellipsis(card.key + " " + card.title + " (" + card.from + ")");
        ImGui::PopID();
    }
}

}  // namespace

void PlanView::State::begin_closing(Context& context, const std::string& wanted) {
    closing = closing_of(context.workspace(), *figures.figures(), wanted);
    closing_refusal.reset();
    open_closing = true;
}

void PlanView::State::draw_closing(Context& context) {
    if (std::exchange(open_closing, false)) open_dialog(kDialog);
    if (!closing || !is_dialog_open(kDialog)) return;
    const std::string missing = closing->missing();
    const std::string title = "Close " + quarter_words(closing->quarter);
    if (!begin_dialog(kDialog, {.title = title,
                                .text = "Each objective keeps its score. Undo brings all back.",
                                .icon = icons::kLock,
                                .confirm = "Close the quarter",
                                .confirm_enabled = missing.empty(),
                                .confirm_disabled_why = missing,
                                .width = kWidth})) {
        return;
    }
    for (ClosingObjective& one : closing->objectives)
        draw_closing_objective(one);
    if (!closing->cards.empty()) draw_carry(*closing);
    if (!missing.empty()) text(missing, tone_style(Tone::Warning));
    if (closing_refusal) {
        (void)notice("refusal", {.tone = Tone::Danger,
                                 .title = closing_refusal->reason,
                                 .remedy = closing_refusal->remedy});
    }
    if (end_dialog() != DialogResult::Confirmed) return;
    const rules::Command command = command_of(*closing);
    if (const rules::Verdict verdict = context.desk().preview(command); !verdict) {
        closing_refusal = verdict.error();
        keep_dialog_open(kDialog);
        return;
    }
    (void)context.run_with_undo(command, quarter_words(closing->quarter) + " closed");
}

}  // namespace throughline::gui::plan
