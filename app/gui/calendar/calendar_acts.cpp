// Moving through the calendar, opening, and giving another day.
#include "app/gui/calendar/calendar_state.h"
#include "app/gui/context/face_model.h"
#include "app/gui/widgets/dialog.h"
#include "core/base/words.h"

#include <algorithm>

namespace throughline::gui::calendar {

void CalendarView::State::select(const EntryRef& entry, Day day) {
    selected = entry;
    cursor = day;
    in_undated = false;
    refused.reset();
}

void CalendarView::State::move_day(int days) {
    cursor = cursor + days;
    const std::span<const Entry> there = model.on(cursor);
    selected = there.empty() ? EntryRef{} : there.front().ref;
    reveal = true;
    refused.reset();
}

// Through the entries of the day, then on to the week before or after; in the list, through it.
void CalendarView::State::move_entry(Context& context, int by) {
    refused.reset();
    reveal = true;
    const auto step = [&](const auto& list, auto ref_of) {
        const auto at = std::ranges::find(list, selected, ref_of);
        const std::ptrdiff_t next = at == list.end() ? 0 : at - list.begin() + by;
        if (next < 0 || next >= static_cast<std::ptrdiff_t>(list.size())) return false;
        selected = std::invoke(ref_of, list[static_cast<std::size_t>(next)]);
        return true;
    };
    if (in_undated) {
        (void)step(model.undated(), std::identity{});
        return;
    }
    if (step(model.on(cursor), &Entry::ref)) return;
    move_day(by * 7);
    const std::span<const Entry> there = model.on(cursor);
    if (by < 0 && !there.empty()) selected = there.back().ref;
    (void)context;
}

void CalendarView::State::turn(int pages) {
    cursor = is_month ? add_months(cursor, pages) : cursor + pages * 7;
    move_day(0);
}

void CalendarView::State::open(Context& context, const EntryRef& entry) {
    const auto face = make_face(context.workspace(), model.workflow(), entry, today(context));
    if (!face) return;
    if (face->card) {
        context.open_card(face->card);
    } else if (face->request) {
        context.open_request(face->request);
    } else {
        context.open_objective(face->objective);
    }
}

void CalendarView::State::redate_to(Context& context, const EntryRef& entry,
                                    std::optional<Day> to) {
    const auto face = make_face(context.workspace(), model.workflow(), entry, today(context));
    if (!face || date_of(context.workspace(), entry) == to) return;
    const model::Card* card =
        entry.kind == EntryKind::Card ? context.workspace().find(face->card) : nullptr;
    if (card != nullptr && is_delivered(model.workflow(), *card)) {
        refused = Refused{{.rule = "delivered",
                           .reason = face->key + " is delivered.",
                           .remedy = "What still has to be done gets a card of its own."},
                          face->key + " keeps its date",
                          to.value_or(cursor)};
        return;
    }
    if (needs_reason(context.workspace(), entry, to)) {
        asking = Asking{.entry = entry,
                        .to = *to,
                        .words = (face->key.empty() ? "" : face->key + " ") + face->title,
                        .reason = reason_of(context.workspace(), entry)};
        open_asking = true;
        return;
    }
    (void)carry_out(context, entry, to, "");
}

bool CalendarView::State::carry_out(Context& context, const EntryRef& entry, std::optional<Day> to,
                                    const std::string& reason) {
    const auto face = make_face(context.workspace(), model.workflow(), entry, today(context));
    const auto command = redate(context.workspace(), entry, to, reason);
    if (!face || !command) return false;
    const std::string name = face->key.empty() ? face->title : face->key;
    const std::optional<Day> from = date_of(context.workspace(), entry);
    if (const rules::Verdict verdict = context.desk().preview(*command); !verdict) {
        refused = Refused{verdict.error(),
                          name + (from ? " stays on " + short_date(*from, today(context))
                                       : " stays without a date"),
                          to.value_or(from.value_or(cursor))};
        return false;
    }
    const std::string done =
        to ? name + " is due " + short_date(*to, today(context)) : name + " has no date now";
    if (!context.run_with_undo(*command, done)) return false;
    selected = entry;
    in_undated = !to;
    if (to) cursor = *to;
    reveal = true;
    return true;
}

}  // namespace throughline::gui::calendar
