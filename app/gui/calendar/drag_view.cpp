// Held by the mouse, dropped on a day, refused there, and the reason that a day needs.
#include "app/gui/calendar/calendar_state.h"
#include "app/gui/context/face_model.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/dialog.h"
#include "app/gui/widgets/field.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/notice.h"
#include "app/gui/widgets/text.h"
#include "core/base/text.h"
#include "core/base/words.h"

#include <algorithm>
#include <utility>

namespace throughline::gui::calendar {
namespace {

constexpr const char* kAsking = "calendar-reason";
constexpr float kWidest = 320.0f;  // unscaled

}  // namespace

void CalendarView::State::hold(Context& context, const EntryRef& entry) {
    const auto face = make_face(context.workspace(), model.workflow(), entry, today(context));
    if (!face) return;
    drag = {.armed = true,
            .entry = entry,
            .words = (face->key.empty() ? "" : face->key + "  ") + face->title};
    refusals.clear();
}

void CalendarView::State::finish_drag(Context& context) {
    if (!drag.armed) return;
    if (!drag.active && ImGui::IsMouseDragging(ImGuiMouseButton_Left)) drag.active = true;
    if (ImGui::IsKeyPressed(ImGuiKey_Escape, false)) {
        drag = {};
        return;
    }
    if (ImGui::IsMouseDown(ImGuiMouseButton_Left)) return;
    const Drag done = std::exchange(drag, {});
    if (!done.active || (!done.over && !done.over_undated)) return;
    later.emplace_back([this, done](Context& c) { redate_to(c, done.entry, done.over); });
    (void)context;
}

// What is held, and whether it may be dropped where it is.
void CalendarView::State::draw_ghost(Context& context) {
    if (!drag.active) return;
    const Sizes& s = sizes();
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    std::string line = "Drop it on a day";
    bool allowed = true;
    if (drag.over) {
        auto [known, added] = refusals.try_emplace(*drag.over);
        const auto command = redate(context.workspace(), drag.entry, drag.over,
                                    reason_of(context.workspace(), drag.entry));
        const bool asks = needs_reason(context.workspace(), drag.entry, drag.over);
        if (added && command && !asks) {
            const rules::Verdict verdict = context.desk().preview(*command);
            if (!verdict) known->second = verdict.error().reason;
        }
        allowed = known->second.empty();
        line = allowed ? long_date(*drag.over) + (asks ? ", with a reason" : "")
                       : "Refused: " + known->second;
    } else if (drag.over_undated) {
        line = "Takes the date away";
    }
    const TextStyle title{.size = text_size::kSmall, .weight = Weight::Semibold};
    const ToneColours& tone = theme().tone(allowed ? Tone::Success : Tone::Danger);
    const TextStyle note{.size = text_size::kSmall, .colour = tone.ink};
    const float most = kWidest * s.scale;
    const float width =
        std::min(most, std::max(text_width(drag.words, title), text_width(line, note)));
    const float note_height = wrap_height(line, note, width);
    const float title_height = line_height(title);
    const ImVec2 box{width + 2.0f * s.md, title_height + note_height + 2.0f * s.sm + s.xxs};
    const ImVec2 view = ImGui::GetMainViewport()->Size;
    const ImVec2 mouse = ImGui::GetMousePos();
    const ImVec2 at{std::min(mouse.x + s.md, view.x - box.x - s.sm),
                    std::min(mouse.y + s.md, view.y - box.y - s.sm)};
    ImDrawList& list = *ImGui::GetForegroundDrawList();
    draw_shadow(list, at, {at.x + box.x, at.y + box.y}, s.radius);
    list.AddRectFilled(at, {at.x + box.x, at.y + box.y}, theme().surface_raised, s.radius);
    list.AddRect(at, {at.x + box.x, at.y + box.y}, tone.edge, s.radius, 0, s.hair);
    draw_text(list, {at.x + s.md, at.y + s.sm}, drag.words, title, width);
    draw_wrapped(list, {at.x + s.md, at.y + s.sm + title_height + s.xxs}, line, note, width);
}

void CalendarView::State::draw_refused(Context& context) {
    if (!refused) return;
    const auto cell = cells.find(refused->day);
    const ImVec2 middle = ImGui::GetMainViewport()->GetCenter();
    const Box box = cell == cells.end() ? Box{middle, middle} : cell->second;
    const int pressed = floating_notice("refused-date",
                                        {.tone = Tone::Danger,
                                         .title = refused->title,
                                         .text = refused->refusal.reason,
                                         .remedy = refused->refusal.remedy,
                                         .icon = icons::kLock,
                                         .actions = {},
                                         .closable = true},
                                        box.min, box.max);
    const bool escaped = keys.listens() && ImGui::IsKeyPressed(ImGuiKey_Escape, false);
    if (pressed == kNoticeClosed || escaped) refused.reset();
    (void)context;
}

void CalendarView::State::draw_asking(Context& context) {
    if (std::exchange(open_asking, false)) open_dialog(kAsking);
    if (!asking || !is_dialog_open(kAsking)) return;
    const std::string title = "Move it to " + short_date(asking->to, today(context));
    if (!begin_dialog(
            kAsking,
            {.title = title, .text = asking->words, .icon = icons::kCalendar, .confirm = "Move"}))
        return;
    text_field("date-reason", asking->reason,
               {.label = "Why that date",
                .help = "What happens on it, or what is lost when it is missed.",
                .error = asking->problem,
                .required = true});
    const DialogResult result = end_dialog();
    if (result == DialogResult::Cancelled) asking.reset();
    if (result != DialogResult::Confirmed) return;
    if (trim(asking->reason).empty()) {
        asking->problem = "A date like this one needs its reason.";
        keep_dialog_open(kAsking);
        return;
    }
    const Asking given = *asking;
    if (!carry_out(context, given.entry, given.to, std::string(trim(given.reason))) && refused) {
        asking->problem = rules::to_text(refused->refusal);
        refused.reset();
        keep_dialog_open(kAsking);
        return;
    }
    asking.reset();
}

}  // namespace throughline::gui::calendar
