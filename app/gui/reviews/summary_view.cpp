// A meeting that has ended: what came out, to be read, published and followed up.
#include "app/gui/context/length_words.h"
#include "app/gui/palette/key_line.h"
#include "app/gui/reviews/reviews_state.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "core/base/words.h"
#include "core/report/monthly.h"
#include "imgui.h"

#include <algorithm>
#include <array>

namespace throughline::gui::reviews {
namespace {

constexpr std::array kKeys{"reviews.publish",     "reviews.copy",   "reviews.open-line",
                           "reviews.ask-request", "reviews.report", "reviews.full-ended",
                           "reviews.close"};

}  // namespace

void ReviewsView::State::draw_ended(Context& context) {
    const Sizes& s = sizes();
    const model::Workspace& workspace = context.workspace();
    const model::Meeting& held = *opened(context);
    paragraph(report::title_of(held), {.size = text_size::kTitle, .weight = Weight::Semibold});
    std::string when = model::key_of(held) + ", " + moment_words(context.zone(), held.started_at) +
                       ", " + length_words(*held.ended_at - held.started_at) + ", led by " +
                       person_name(workspace, held.led_by);
    std::string present;
    for (const model::PersonId id : held.present)
        present += (present.empty() ? "" : ", ") + person_name(workspace, id);
    if (!present.empty()) when += ". Present: " + present;
    paragraph(when, muted_style());
    gap(s.xs);
    if (held.published_at) {
        chip("Published " + moment_words(context.zone(), *held.published_at), chip_of(Mood::Good));
    } else if (is_late) {
        chip("Not published within 24 hours: P publishes it", chip_of(Mood::Bad));
    } else if (rules::needs_publishing(workspace, held)) {
        chip("Not published yet: P publishes it within 24 hours", chip_of(Mood::Watch));
    } else {
        chip("Nothing was decided in it that must be published", chip_of(Mood::Neutral));
    }
    gap(s.md);
    const ImVec2 room = ImGui::GetContentRegionAvail();
    const float foot = palette::key_line_height(*actions, kKeys) + s.md;
    begin_panel("summary", {0, std::max(160.0f * s.scale, room.y - foot)});
    if (entries.empty()) paragraph("Nothing was written down in it.", muted_style());
    draw_sections(context, entries, 0);
    end_panel();
    gap(s.sm);
    palette::draw_key_line(context, *actions, kKeys,
                           held.published_at ? "reviews.copy" : "reviews.publish");
}

}  // namespace throughline::gui::reviews
