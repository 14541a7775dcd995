// The chosen item: its whole text, what it is about, and what can be done about it.
#include "app/gui/inbox/inbox_state.h"
#include "app/gui/palette/shortcut.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/field.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/text.h"

#include <utility>

namespace throughline::gui::inbox {
namespace {

ChipStyle due_style(DueState state) {
    switch (state) {
        case DueState::Late: return {.tone = Tone::Danger, .icon = icons::kAlertCircle};
        case DueState::Today:
        case DueState::Soon: return {.tone = Tone::Warning, .icon = icons::kClock};
        case DueState::Later:
        case DueState::None: break;
    }
    return {.icon = icons::kCalendar};
}

// What the button beside "Open" will show.
std::string open_words(const InboxRow& row) {
    const flow::InboxItem& item = row.item;
    const std::string key = item.about.substr(0, item.about.find(' '));
    if (item.card || item.kpi) return "Open " + key;
    if (item.request && item.kind != flow::InboxKind::Action) return "Open " + key;
    if (item.request) return "Open its request";
    switch (item.kind) {
        case flow::InboxKind::Action: return "Show the actions";
        case flow::InboxKind::Decision: return "Show the decisions";
        case flow::InboxKind::Commitment: return "Show the meeting";
        case flow::InboxKind::Risk: return "Show the risks";
        default: return "Show the registers";
    }
}

}  // namespace

void InboxView::State::draw_chosen(Context& context, const InboxRow& row) {
    const float reading = std::min(width_left(), sizes().reading);
    chip(row.kind, {.tone = Tone::Accent, .icon = icon_of(row.item.kind)});
    if (!row.due.empty()) {
        ImGui::SameLine(0.0f, sizes().sm);
        chip(row.due, due_style(row.due_state));
    }
    if (row.item.seen) {
        ImGui::SameLine(0.0f, sizes().sm);
        chip("Seen", {.icon = icons::kEye, .outlined = true});
    }
    gap(sizes().md);
    paragraph(full_text(context.workspace(), row.item),
              {.size = text_size::kHeading, .weight = Weight::Semibold}, reading);
    gap(sizes().sm);
    if (!row.item.about.empty()) paragraph(row.item.about, body_style(), reading);
    std::string who = row.from;
    if (!row.when.empty()) who += (who.empty() ? "" : ", ") + row.when;
    if (!who.empty()) paragraph(who, muted_style(), reading);
    gap(sizes().lg);
    draw_acts(context, row);
    if (row.item.kind == flow::InboxKind::Measurement) {
        const model::Kpi* kpi = context.workspace().find(row.item.kpi);
        if (kpi != nullptr && measure.is_open(model::key_of(*kpi))) {
            gap(sizes().md);
            measure.draw(context, model::key_of(*kpi), std::string(kpi->unit));
        }
    }
    if (act_of(row.item).kind == ActKind::Answer) draw_answer(context, row);
    if (!problem.empty()) {
        gap(sizes().sm);
        paragraph(problem, tone_style(Tone::Danger), reading);
    }
    gap(sizes().xl);
    text("J and K go through the list. U takes back what was done here.", caption_style());
}

void InboxView::State::draw_acts(Context& context, const InboxRow& row) {
    const Act what = act_of(row.item);
    const auto after = [this](auto act) {
        later.emplace_back([this, act](Context& c) {
            if (const InboxRow* one = chosen()) act(c, InboxRow(*one));
        });
    };
    if (what.kind != ActKind::None && what.kind != ActKind::Answer) {
        if (button("act", what.label,
                   {.kind = ButtonKind::Primary, .icon = icons::kCheck, .shortcut = "D"}))
            after([this](Context& c, const InboxRow& one) { act(c, one); });
        ImGui::SameLine(0.0f, sizes().sm);
    }
    if (button("open", open_words(row), {.icon = icons::kOpen, .shortcut = "Enter"}))
        after([this](Context& c, const InboxRow& one) { open(c, one); });
    ImGui::SameLine(0.0f, sizes().sm);
    if (button("seen", row.item.seen ? "Mark as new" : "Mark as seen",
               {.kind = ButtonKind::Ghost,
                .icon = row.item.seen ? icons::kEyeOff : icons::kEye,
                .shortcut = "E"}))
        after([this](Context& c, const InboxRow& one) { mark(c, {one.item.id}); });
    (void)context;
}

void InboxView::State::draw_answer(Context& context, const InboxRow& row) {
    gap(sizes().md);
    const FieldResult field = text_area("field:answer", answer,
                                        {.label = "Your answer",
                                         .placeholder = "D comes here, Ctrl+Enter sends it",
                                         .focus = std::exchange(focus_answer, false),
                                         .width = std::min(width_left(), sizes().reading)},
                                        3, 8);
    if (field.changed) problem.clear();
    gap(sizes().sm);
    // Ctrl+Enter leaves the field in the same frame.
    const bool by_keys = (field.active || answering) && palette::shortcut_pressed("Ctrl+Enter");
    answering = field.active;
    const bool sent =
        button("answer", "Send the answer",
               {.kind = ButtonKind::Primary, .icon = icons::kSend, .shortcut = "Ctrl+Enter"});
    if (!sent && !by_keys) return;
    later.emplace_back([this, item = row.item](Context& c) { send_answer(c, item); });
    (void)context;
}

}  // namespace throughline::gui::inbox
