#include <algorithm>

#include "app/gui/card/panel_state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/notice.h"

namespace throughline::gui::card {

void CardPanel::State::draw_brief(Context& context, const model::Card& card) {
    if (!detail->has_brief) {
        const bool begun = context.has_brief_draft(id);
        const NoticeAction actions[] = {{.id = "brief-add",
                                         .label = begun ? "Go on with its brief" : "Add a brief",
                                         .kind = ButtonKind::Primary}};
        if (notice("no-brief", {.tone = Tone::Warning,
                                .title = "This imported card has no brief",
                                .text = begun ? "You began one; it is kept as a draft until you "
                                                "give it to the card."
                                              : "It can be sorted and discussed, but it cannot "
                                                "cross the commitment point until it has one.",
                                .actions = actions}) == 0) {
            later.emplace_back([card_id = id](Context& c) { c.attach_brief(card_id); });
        }
        gap(sizes().sm);
        if (!card.description.empty()) paragraph(card.description);
        return;
    }
    section_header("Brief", detail->request, detail->brief_version);
    for (const BriefRow& row : detail->brief) {
        text(row.label, caption_style());
        gap(sizes().xs);
        paragraph(row.answer.empty() ? "Not answered" : row.answer,
                  row.answer.empty() ? muted_style() : body_style());
        gap(sizes().md);
    }
    gap(sizes().sm);
}

// Time in each column as bars, the present one marked by a word.
void CardPanel::State::draw_times() {
    if (detail->times.empty() && detail->age.empty()) return;
    const Sizes& s = sizes();
    section_header("Time", {}, detail->age);
    float names = 0.0f;
    for (const TimeRow& row : detail->times)
        names = std::max(names, text_width(row.column, body_style()));
    names = std::min(names, width_left() * 0.35f);
    const float numbers = text_width("99.9 d, here now", caption_style());
    for (const TimeRow& row : detail->times) {
        const ImVec2 at = place({width_left(), s.control_small});
        const float y = at.y + s.control_small * 0.5f;
        ImDrawList& list = *ImGui::GetWindowDrawList();
        draw_text_middle(list, {at.x, y}, row.column,
                         {.weight = row.is_here ? Weight::Semibold : Weight::Regular}, names);
        const float left = at.x + names + s.md;
        const float most = std::max(s.xl, width_left() - names - numbers - s.xl);
        const float wide = std::max(s.xs, most * static_cast<float>(row.share));
        list.AddRectFilled({left, y - s.xs}, {left + wide, y + s.xs},
                           row.is_here ? theme().accent : theme().border_strong, s.xs);
        draw_text_middle(list, {left + wide + s.sm, y},
                         row.words + (row.is_here ? ", here now" : ""), caption_style());
    }
    gap(s.sm);
}

}  // namespace throughline::gui::card
