#include "app/gui/intake/form_view.h"
#include "app/gui/intake/promise.h"
#include "app/gui/intake/words.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/text.h"

#include <algorithm>

namespace throughline::gui::intake {
namespace {

void step(const char* glyph, std::string_view title, std::string_view words) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float badge = sizes().avatar;
    const float indent = badge + sizes().md;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddCircleFilled({at.x + badge * 0.5f, at.y + badge * 0.5f}, badge * 0.5f,
                         theme().tone(Tone::Neutral).soft);
    draw_icon(list, {at.x + badge * 0.5f, at.y + badge * 0.5f}, glyph, theme().text_muted,
              text_size::kIconSmall);
    ImGui::Indent(indent);
    text(title, {.weight = Weight::Semibold});
    gap(sizes().xxs);
    paragraph(words, muted_style());
    ImGui::Unindent(indent);
    gap(sizes().lg);
}

void headline(const model::Request& request, Context& context) {
    icon(icons::kCheckCircle, theme().tone(Tone::Success).ink, text_size::kIconLarge);
    gap(sizes().sm);
    text(model::key_of(request) + " is submitted",
         {.size = text_size::kTitle + 3.0f, .weight = Weight::Semibold});
    if (context.desk().is_pending(request.id.value)) {
        ImGui::SameLine(0.0f, sizes().sm);
        pending_mark("Being saved; its number is final then");
    }
    gap(sizes().xs);
    paragraph(request.title, muted_style());
    gap(sizes().xl);
}

void next_steps(const model::Request& request, Context& context) {
    const std::string by = answer_by(context.workspace(), context.zone(), request.version,
                                     request.clock_from, context.now());
    step(icons::kClock, by.empty() ? "Triage reads it" : "Answer by " + by,
         "Triage scores it and accepts it, asks you something, or declines it with a reason. A "
         "question stops the clock until you have answered.");
    step(icons::kBoard, "Accepted, it becomes a card",
         "One person answers for it from then on. You see the column it stands in and when it is "
         "likely done.");
    step(icons::kInbox, "Everything is in one place",
         "Questions to you, and where it stands: under Drafts and my requests.");
}

}  // namespace

FormEvent draw_sent(const FormScreen& screen, Context& context) {
    const model::Request* request = context.workspace().find(screen.sent->request);
    const float width = std::min(width_left(), sizes().dialog);
    gap(sizes().xxl);
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + std::max(0.0f, (width_left() - width) * 0.5f));
    begin_panel("sent", {width, 0.0f});
    if (request != nullptr) {
        headline(*request, context);
        next_steps(*request, context);
    } else {
        paragraph(
            "The request is not there any more: undone, or refused because others were faster. The "
            "reason was shown.",
            muted_style());
        gap(sizes().lg);
    }
    FormEvent event = FormEvent::None;
    if (primary_button("sent-mine", "See my requests", icons::kInbox)) event = FormEvent::ShowMine;
    ImGui::SameLine(0.0f, sizes().sm);
    if (button("sent-another", "Write another", {.icon = icons::kPlus}))
        event = FormEvent::WriteAnother;
    const model::Person* actor = actor_of(context.workspace(), context.desk().actor());
    if (why_not(actor, rules::Right::Triage).empty()) {
        ImGui::SameLine(0.0f, sizes().sm);
        if (button("sent-triage", "Go to triage", {.kind = ButtonKind::Ghost}))
            event = FormEvent::ShowTriage;
    }
    end_panel();
    return event;
}

}  // namespace throughline::gui::intake
