// Weights of the score with a worked example; service levels with what the history proposes.
#include "app/gui/settings/sections.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/text.h"
#include "core/rules/score.h"
#include "imgui.h"

#include <array>

namespace throughline::gui::settings {
namespace {

struct ClassLook {
    const char* icon;
    const char* title;
    const char* text;
};
constexpr std::array<ClassLook, kClassCount> kClasses{{
    {icons::kStandard, "Standard", "the usual work, pulled by score and age"},
    {icons::kFixedDate, "Fixed date", "late is worthless; pulled by its date"},
    {icons::kExpedite, "Expedite", "drops everything, in its own lane"},
    {icons::kIntangible, "Intangible", "pays later; pulled when there is room"},
}};

void draw_weights(Editor& editor, const model::Board& board) {
    begin_block("weights", "Score",
                "Cost of delay divided by size. Triage gives each part 1, 2, 3, 5, 8 or 13; the "
                "weights say how much it counts.");
    const float width = column_width(3);
    const auto weight = [&](const char* key, const char* label, double present) {
        ImGui::BeginGroup();
        editor.number(key, present, {.label = label, .width = width},
                      {.decimals = 2, .min = 0, .max = 100, .step = 0.5},
                      [key](const std::string& words) {
                          return set_board(key, words.empty() ? "0" : words);
                      });
        ImGui::EndGroup();
    };
    weight("weight_value", "Value", board.weight_value);
    ImGui::SameLine(0, sizes().md);
    weight("weight_urgency", "Urgency", board.weight_urgency);
    ImGui::SameLine(0, sizes().md);
    weight("weight_enablement", "Enablement", board.weight_enablement);
    gap(sizes().sm);
    text("For example, value 8, urgency 5, enablement 3, size 5:", muted_style());
    text(rules::score_words(board, 8, 5, 3, 5), {.weight = Weight::Semibold});
    end_block();
}

void draw_class(Context& context, Editor& editor, const SleProposals& proposals,
                std::size_t index) {
    const auto service_class = static_cast<model::ServiceClass>(index);
    const ClassLook& look = kClasses[index];
    const Sizes& s = sizes();
    const model::ServiceLevel* level = context.workspace().service_level(service_class);
    const int probability = level == nullptr ? 85 : level->probability;
    const SleProposal& proposal = proposals.of(service_class);
    ImGui::PushID(look.title);
    icon(look.icon, theme().classes[index].ink);
    ImGui::SameLine(0, s.sm);
    text(look.title, {.weight = Weight::Semibold});
    ImGui::SameLine(0, s.sm);
    text(look.text, muted_style());
    const std::string name = look.title;
    const auto days_of = [level, &proposal] {
        return level != nullptr ? level->days : proposal.days.value_or(10);
    };
    ImGui::BeginGroup();
    editor.number("probability:" + name, probability,
                  {.label = "Share of cards", .name = name + " share", .width = 150.0f * s.scale},
                  {.unit = "%", .min = 50, .max = 99},
                  [=](const std::string& words) -> rules::Command {
                      return rules::SetServiceLevel{.service_class = service_class,
                                                    .probability = std::atoi(words.c_str()),
                                                    .days = days_of()};
                  });
    ImGui::EndGroup();
    ImGui::SameLine(0, s.md);
    ImGui::BeginGroup();
    editor.number(
        "days:" + name, level == nullptr ? std::nullopt : std::optional<double>(level->days),
        {.label = "done within",
         .placeholder = "not set",
         .name = name + " days",
         .width = 150.0f * s.scale},
        {.unit = "days", .min = 1, .max = 1000}, [=](const std::string& words) -> rules::Command {
            return rules::SetServiceLevel{.service_class = service_class,
                                          .probability = probability,
                                          .days = std::atoi(words.c_str())};
        });
    ImGui::EndGroup();
    const bool differs = proposal.days && (level == nullptr || level->days != *proposal.days);
    if (differs) {
        ImGui::SameLine(0, s.md);
        ImGui::BeginGroup();
        label_space();
        if (button("adopt", "Adopt " + std::to_string(*proposal.days) + " days",
                   {.icon = icons::kCheck,
                    .disabled = !editor.may_change(),
                    .disabled_why = "Only with the right to change settings."})) {
            editor.run("days:" + name, rules::SetServiceLevel{.service_class = service_class,
                                                              .probability = probability,
                                                              .days = *proposal.days});
        }
        ImGui::EndGroup();
    }
    text(proposals.is_ready() ? proposal_words(proposal, 85) : "Reading the history",
         caption_style());
    gap(s.md);
    ImGui::PopID();
}

}  // namespace

void draw_score(Context& context, Editor& editor, SleProposals& proposals) {
    const model::Board* board = context.workspace().board();
    if (board == nullptr) return;
    proposals.refresh(context);
    draw_weights(editor, *board);
    begin_block("levels", "Service levels",
                "What a requester may expect: a share of cards, done within so many days. Adopted "
                "by a person and kept until changed; a card older than that is shown as beyond.");
    for (std::size_t i = 0; i < kClassCount; ++i)
        draw_class(context, editor, proposals, i);
    end_block();
}

}  // namespace throughline::gui::settings
