#include "app/gui/intake/request_panel.h"

#include "app/gui/theme/icons.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/menu.h"
#include "app/gui/widgets/text.h"

#include <algorithm>

namespace throughline::gui::intake {
namespace {

ChipStyle style_of(PromiseState state) {
    switch (state) {
        case PromiseState::None:
        case PromiseState::Fine: break;
        case PromiseState::Soon: return {.tone = Tone::Warning, .icon = icons::kHourglass};
        case PromiseState::Late: return {.tone = Tone::Danger, .icon = icons::kAlert};
        case PromiseState::Paused: return {.tone = Tone::Info, .icon = icons::kPause};
    }
    return {.tone = Tone::Neutral, .icon = icons::kClock};
}

const char* icon_of(model::RequestStep step) {
    switch (step) {
        case model::RequestStep::Submitted: return icons::kSend;
        case model::RequestStep::Asked: return icons::kHelp;
        case model::RequestStep::Answered: return icons::kComment;
        case model::RequestStep::Accepted: return icons::kCheckCircle;
        case model::RequestStep::Declined: return icons::kClose;
        case model::RequestStep::Merged: return icons::kBranch;
        case model::RequestStep::TradedOut: return icons::kSwap;
        case model::RequestStep::Edited: return icons::kEdit;
    }
    return icons::kInfo;
}

}  // namespace

void draw_answers(const std::vector<AnswerRow>& answers) {
    const TextStyle label{
        .size = text_size::kSmall, .weight = Weight::Semibold, .colour = theme().text_muted};
    const float width = std::min(width_left(), sizes().reading);
    for (const AnswerRow& row : answers) {
        text(row.label, label);
        gap(sizes().xxs);
        if (row.words.empty()) {
            paragraph("Not answered", {.colour = theme().text_faint}, width);
        } else {
            paragraph(row.words, row.is_link ? tone_style(Tone::Accent) : body_style(), width);
        }
        gap(sizes().md);
    }
}

void draw_steps(const std::vector<StepRow>& steps) {
    for (const StepRow& step : steps) {
        icon(icon_of(step.step), theme().text_muted, text_size::kIconSmall);
        ImGui::SameLine(0.0f, sizes().sm);
        ImGui::BeginGroup();
        paragraph(step.words + ", " + step.when,
                  {.size = text_size::kSmall, .colour = theme().text_muted});
        if (!step.text.empty())
            paragraph(step.text, body_style(), std::min(width_left(), sizes().reading));
        ImGui::EndGroup();
        gap(sizes().sm);
    }
}

void promise_chip(const Promise& promise) {
    if (promise.state == PromiseState::None) return;
    chip(promise.words, style_of(promise.state));
    if (!promise.detail.empty()) tooltip(promise.detail);
}

float draw_promise(ImDrawList& list, ImVec2 right_middle, const Promise& promise) {
    if (promise.state == PromiseState::None) return 0.0f;
    const ChipStyle style = style_of(promise.state);
    const ImVec2 size = chip_size(promise.words, style);
    draw_chip(list, {right_middle.x - size.x, right_middle.y - size.y * 0.5f}, promise.words,
              style);
    return size.x;
}

}  // namespace throughline::gui::intake
