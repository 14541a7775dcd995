// Quarters: how many of their objectives were completed, against 80%.
#include "app/gui/plan/plan_state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/progress.h"
#include "app/gui/widgets/text.h"
#include "core/base/period.h"
#include "core/base/text.h"
#include "core/rules/roles.h"
#include "imgui.h"

#include <fmt/format.h>

namespace throughline::gui::plan {
namespace {

constexpr float kBarWidth = 260.0f;  // unscaled
constexpr float kRateWidth = 52.0f;

std::string completion_words(const flow::Completion& completion) {
    if (completion.counted == 0) return "none closed yet";
    std::string words = fmt::format("{} of {} complete", completion.complete, completion.counted);
    if (completion.cancelled > 0) words += fmt::format(", {} cancelled", completion.cancelled);
    return words;
}

void draw_rate(const flow::Completion& completion) {
    const auto rate = completion.rate();
    const bool is_reached = rate && *rate >= flow::kCompletionTarget;
    const float left = ImGui::GetCursorPosX();
    begin_chip_line();
    text(percent_words(rate), {.weight = Weight::Semibold});
    ImGui::SameLine(left + kRateWidth * sizes().scale);
    progress_bar(static_cast<float>(rate.value_or(0)),
                 !rate        ? Tone::Neutral
                 : is_reached ? Tone::Success
                              : Tone::Warning,
                 kBarWidth * sizes().scale);
    ImGui::SameLine(0.0f, sizes().md);
    text(completion_words(completion) + ", target " + percent_words(flow::kCompletionTarget),
         muted_style());
    if (rate) {
        ImGui::SameLine(0.0f, sizes().sm);
        chip(is_reached ? "Reached" : "Missed", chip_of(is_reached ? Mood::Good : Mood::Watch));
    }
}

}  // namespace

void PlanView::State::draw_quarters(Context& context, const PlanFigures& now) {
    if (now.quarters.empty()) {
        ask_for_first(context, "No quarter has an objective yet",
                      "Each objective is scored when its quarter is closed.");
        return;
    }
    const model::Person* actor = context.workspace().find(context.desk().actor());
    const bool may = actor != nullptr && rules::may(actor->role, rules::Right::Plan);
    for (const flow::QuarterReading& one : now.quarters) {
        begin_panel(one.quarter.c_str(), {0, 0}, theme().card);
        if (link(("quarter:" + one.quarter).c_str(), quarter_words(one.quarter),
                 "Show its objectives")) {
            quarter = one.quarter;
            is_quarter_chosen = true;
            part = Part::Year;
        }
        if (one.open > 0) {
            ImGui::SameLine(0.0f, sizes().sm);
            text(plural(one.open, "open objective", "open objectives"), muted_style());
            const ButtonOptions options{.size = ButtonSize::Small,
                                        .icon = icons::kLock,
                                        .disabled = !may,
                                        .disabled_why = "Closing a quarter needs the role lead."};
            // One that has not begun has nothing to score.
            const bool has_begun = parse_period(one.quarter)->first <= now.today;
            if (has_begun) align_right(button_width("Close the quarter", options));
            if (has_begun &&
                button(("close-quarter:" + one.quarter).c_str(), "Close the quarter", options))
                begin_closing(context, one.quarter);
        }
        draw_rate(one.completion);
        end_panel();
        gap(sizes().sm);
    }
}

}  // namespace throughline::gui::plan
