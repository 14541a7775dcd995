// Money, escalations, milestones of what the card serves, and what is asked after delivery.
#include "app/gui/card/panel_state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/choice.h"
#include "app/gui/widgets/notice.h"

namespace throughline::gui::card {

void CardPanel::State::draw_money(Context& context) {
    section_header("Money", {},
                   around.money.empty() ? "What this card has promised to somebody or paid."
                                        : std::string_view(around.money));
    if (!around.by_channel.empty()) paragraph("By channel: " + around.by_channel, caption_style());
    expenses.draw(context, editor,
                  {.where = {{"card", detail->key}},
                   .fixed = {{"card", detail->key}},
                   .height = -1.0f,
                   .empty = "Agency, media, venue: what is promised is committed; once paid, it "
                            "is spent."});
    gap(sizes().sm);
}

void CardPanel::State::draw_escalations(Context& context) {
    if (around.escalations.empty()) return;
    const Sizes& s = sizes();
    section_header("Escalations",
                   around.waiting == 0 ? "" : std::to_string(around.waiting) + " waiting");
    for (const EscalationRow& row : around.escalations) {
        ImGui::PushID(static_cast<int>(static_cast<unsigned>(row.id.value)));
        icon(row.answer.empty() ? icons::kArrowUp : icons::kCheckCircle,
             theme().tone(row.answer.empty() ? Tone::Warning : Tone::Success).ink);
        ImGui::SameLine(0, s.sm);
        paragraph(row.reason, {.weight = row.answer.empty() ? Weight::Semibold : Weight::Regular});
        paragraph(row.words, caption_style());
        paragraph(
            row.answer.empty() ? "Waits for an answer." : "Answer, " + row.when + ": " + row.answer,
            row.answer.empty() ? muted_style() : body_style());
        if (row.asks_me && button("answer-escalation", "Answer…",
                                  {.size = ButtonSize::Small, .icon = icons::kSend}))
            editor.edit("escalation", row.id.value);
        ImGui::PopID();
    }
    gap(s.sm);
    (void)context;
}

void CardPanel::State::draw_milestones(Context& context) {
    if (around.milestones.empty()) return;
    const auto done = std::ranges::count(around.milestones, true, &MilestoneRow::done);
    section_header("Milestones of " + around.objective,
                   std::to_string(done) + " of " + std::to_string(around.milestones.size()));
    for (const MilestoneRow& row : around.milestones) {
        ImGui::PushID(static_cast<int>(static_cast<unsigned>(row.id.value)));
        bool ticked = row.done;
        const std::string help = (row.late ? "Late: " : "") + row.due;
        const std::string name = "milestone:" + row.title;
        if (checkbox(name.c_str(), row.title, ticked, help))
            run("milestone", rules::EditRecord{
                                 "milestone", row.id.value, {{"done", ticked ? "true" : "false"}}});
        ImGui::PopID();
    }
    if (!error("milestone").empty())
        paragraph(error("milestone"), tone_style(Tone::Danger, text_size::kSmall));
    gap(sizes().sm);
    (void)context;
}

// The actual beside the target, what was learnt, and the way to the retro.
void CardPanel::State::draw_result(const model::Card& card) {
    const bool is_missing = detail->delivered && card.result_actual.empty();
    section_header("Result", {},
                   detail->measure.empty() ? "What came of it, beside the success measure."
                                           : "Success measure: " + detail->measure);
    if (is_missing) {
        (void)notice("no-result", {.tone = Tone::Warning,
                                   .title = "Delivered, and not closed with its result yet",
                                   .text = "What does the success measure show now? Without it "
                                           "nobody knows whether the work was worth it.",
                                   .actions = {}});
        gap(sizes().sm);
    }
    if (!around.target.empty()) {
        text("Target", caption_style());
        gap(sizes().xs);
        paragraph(around.target, {.weight = Weight::Semibold});
        gap(sizes().xs);
    }
    edit("result_actual", card.result_actual,
         {.label = "Actual", .placeholder = "What the measure shows now"});
    edit("result_note", card.result_note, {.label = "What we learnt"}, 2);
    if (around.retro) {
        if (button("open-retro", "Open the retro " + around.retro_key,
                   {.size = ButtonSize::Small, .icon = icons::kBook}))
            later.emplace_back(
                [retro = around.retro](Context& c) { c.open_learning("retros", retro.value); });
    } else if (detail->delivered &&
               button("write-retro", "Write a retro…",
                      {.size = ButtonSize::Small,
                       .icon = icons::kBook,
                       .tooltip = "Expected, happened, what drove it, what changes next"})) {
        model::TextMap preset;
        if (!detail->measure.empty()) preset["expected"] = detail->measure;
        if (!card.result_actual.empty()) preset["happened"] = card.result_actual;
        editor.add("retro", std::move(preset), {{"card", detail->key}});
    }
    gap(sizes().sm);
}

}  // namespace throughline::gui::card
