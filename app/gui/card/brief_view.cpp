// The brief as it was accepted, or the call to write one; and the card's own description.
#include "app/gui/card/panel_state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/notice.h"
#include "app/gui/widgets/text.h"

#include <array>

namespace throughline::gui::card {

void draw_brief(CardPanel::State& state, Context& context) {
    const CardDetail& d = state.detail;
    section_header("Brief", {}, d.brief_form);
    if (d.needs_brief) {
        constexpr std::array kActions{NoticeAction{"attach-brief", "Write the brief", ButtonKind::Primary}};
        const int pressed = notice("needs-brief", {.tone = Tone::Warning,
                                                   .title = "This card needs a brief",
                                                   .text = "It came from another program. Without a brief it cannot cross the commitment point.",
                                                   .actions = kActions});
        if (pressed == 0) context.attach_brief(state.card);
    } else if (link("open-request", "Open request " + d.request_key)) {
        context.open_request(d.request);
    }
    gap(sizes().sm);
    const TextStyle label{.size = text_size::kSmall, .weight = Weight::Semibold, .colour = theme().text_muted};
    for (const AnswerRow& row : d.answers) {
        text(row.label, label);
        gap(sizes().xxs);
        if (row.words.empty()) {
            paragraph("Not answered", muted_style());
        } else {
            paragraph(row.words, row.is_link ? tone_style(Tone::Accent) : body_style());
        }
        gap(sizes().sm);
    }
    edit_area(state, "card-description", "description",
              {.label = "Description", .placeholder = "What else is good to know while this is worked on"}, 3);
}

}  // namespace throughline::gui::card
