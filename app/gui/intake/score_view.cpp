#include "app/gui/intake/triage_view.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/menu.h"
#include "app/gui/widgets/text.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace throughline::gui::intake {
namespace {

constexpr float kName = 148.0f;      // unscaled
constexpr float kStepWidth = 44.0f;  // unscaled

void draw_part_name(ScoreModel& score, ScorePart part, bool enabled) {
    const ScorePartWords& words = words_of(part);
    const bool active = enabled && score.active() == part;
    const ImVec2 size{kName * sizes().scale, sizes().control_small};
    const Pressable item = press_item((std::string("score:") + std::string(words.handle)).c_str(),
                                      words.name, size, ImGuiButtonFlags_NoNavFocus);
    if (item.pressed) score.activate(part);
    if (!item.visible) return;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float y = item.middle().y;
    if (active)
        list.AddRectFilled({item.min.x, item.min.y + sizes().xs},
                           {item.min.x + sizes().xxs + 1.0f, item.max.y - sizes().xs},
                           theme().accent, sizes().xxs);
    const float x = item.min.x + sizes().sm;
    const float cap = draw_key_cap(list, {x, y}, words.key);
    const TextStyle style{.weight = active ? Weight::Semibold : Weight::Regular,
                          .colour = active ? theme().text : theme().text_muted};
    draw_text_middle(list, {x + cap + sizes().sm, y}, words.name, style,
                     item.max.x - x - cap - sizes().sm);
    tooltip(words.question);
}

void draw_part(TriageScreen& screen, Context& context, ScorePart part, const std::string& why) {
    ScoreModel& score = screen.score;
    draw_part_name(score, part, why.empty());
    ImGui::SameLine(0.0f, sizes().xs);
    // In a narrow place all of them are narrower.
    const auto count = static_cast<float>(std::size(kScoreSteps));
    const float width =
        std::min(kStepWidth * sizes().scale, (width_left() - (count - 1) * sizes().xs) / count);
    bool is_first = true;
    for (const int step : kScoreSteps) {
        if (!std::exchange(is_first, false)) ImGui::SameLine(0.0f, sizes().xs);
        const std::string number = std::to_string(step);
        const std::string id = "score:" + std::string(words_of(part).handle) + ":" + number;
        const bool chosen = score.part(part) == step;
        const ButtonOptions options{.kind = chosen ? ButtonKind::Primary : ButtonKind::Secondary,
                                    .size = ButtonSize::Small,
                                    .shortcut = digit_of_step(step),
                                    .disabled = !why.empty(),
                                    .disabled_why = why,
                                    .width = width};
        if (button(id.c_str(), number, options)) {
            score.set(part, chosen ? std::nullopt : std::optional(step), context.now());
        }
    }
}

}  // namespace

void draw_score(TriageScreen& screen, Context& context) {
    const std::string why = screen.why_not_triage(context);
    section_header("Score");
    ImGui::SameLine(0.0f, sizes().md);
    text("keys 1 2 3 5 8, and 0 for 13", caption_style());
    gap(sizes().sm);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {sizes().sm, sizes().xs});
    for (std::size_t i = 0; i < kScoreParts; ++i)
        draw_part(screen, context, static_cast<ScorePart>(i), why);
    ImGui::PopStyleVar();
    gap(sizes().sm);
    const std::string formula = screen.score.words(context.workspace());
    text(formula, {.size = text_size::kHeading, .weight = Weight::Semibold});
    tooltip(
        "Cost of delay divided by size: value, urgency and enablement with the weights of this "
        "board, over size.");
    gap(sizes().lg);
}

}  // namespace throughline::gui::intake
