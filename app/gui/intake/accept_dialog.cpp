// Accepting a request: who answers, what it serves, its class, and which card leaves when there is
// no place. A refusal is shown in the dialog, which stays open.
#include "app/gui/intake/triage_view.h"
#include "app/gui/intake/words.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/choice.h"
#include "app/gui/widgets/dialog.h"
#include "app/gui/widgets/field.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/notice.h"
#include "app/gui/widgets/progress.h"
#include "app/gui/widgets/text.h"
#include "core/report/chart_parts.h"

#include <fmt/format.h>

#include <array>

namespace throughline::gui::intake {
namespace {

constexpr const char* kDialog = "accept-request";

void draw_person(AcceptModel& accept, float width) {
    std::vector<ChoiceItem> items;
    for (const PersonOption& one : accept.people) {
        items.push_back({.label = one.name,
                         .note = one.load,
                         .category = static_cast<int>(colour_of(one.id)),
                         .person = true});
    }
    std::string help = "Answers for the outcome.";
    if (accept.person >= 0 && accept.people[static_cast<std::size_t>(accept.person)].full) {
        const PersonOption& one = accept.people[static_cast<std::size_t>(accept.person)];
        help = one.name + " has no free place now: " + one.load +
               ". It can wait in the queue until one is free.";
    }
    choice(
        "field:dri", accept.person, items,
        {.label = "DRI", .help = help, .placeholder = "Choose", .required = true, .width = width});
}

void draw_objective(AcceptModel& accept, float width) {
    std::vector<ChoiceItem> items;
    for (const ObjectiveOption& one : accept.objectives)
        items.push_back({.label = one.label, .note = one.note, .category = one.colour});
    choice("field:objective", accept.objective, items,
           {.label = "Objective", .placeholder = "Choose", .required = true, .width = width});
}

void draw_class(AcceptModel& accept, const model::Workspace& workspace) {
    static constexpr std::array<const char*, 4> kIcons{icons::kStandard, icons::kFixedDate,
                                                       icons::kExpedite, icons::kIntangible};
    std::array<std::string, 4> names;
    std::array<ChoiceItem, 4> items;
    for (std::size_t i = 0; i < items.size(); ++i) {
        names[i] = report::class_words(static_cast<model::ServiceClass>(i));
        items[i] = {.label = names[i], .icon = kIcons[i]};
    }
    int chosen = static_cast<int>(accept.service_class);
    if (segmented("field:class", chosen, items, {.label = "Class of service"})) {
        accept.service_class = static_cast<model::ServiceClass>(chosen);
        refill(accept, workspace);
    }
}

std::string place_words(const rules::Fill& ready) {
    if (!ready.limit) return fmt::format("Goes to {}: {} there, no limit", ready.name, ready.count);
    return fmt::format("Goes to {}: {} of {} places taken", ready.name, ready.count, *ready.limit);
}

void draw_place(const rules::Fill& ready) {
    text(place_words(ready), {.weight = Weight::Semibold});
    if (!ready.limit || *ready.limit == 0) return;
    gap(sizes().xs);
    progress_bar(static_cast<float>(ready.count) / static_cast<float>(*ready.limit),
                 ready.is_full() ? Tone::Danger : Tone::Accent);
}

void draw_leaving(AcceptModel& accept) {
    std::vector<ChoiceItem> items;
    for (const LeavingOption& one : accept.leaving)
        items.push_back({.label = one.title, .note = one.note});
    choice("field:leaves", accept.leaves, items,
           {.label = "Card that goes back to the queue",
            .help = "The weakest score first. It keeps its key and may come back.",
            .placeholder = "Choose",
            .required = true});
}

void draw_no_room(AcceptModel& accept) {
    const std::string title = fmt::format("{} is full: {} of {}", accept.ready.name,
                                          accept.ready.count, accept.ready.limit.value_or(0));
    (void)notice(
        "no-room",
        {.tone = Tone::Warning,
         .title = title,
         .text = "Accepting means choosing what leaves. Both cards are named in the journal."});
    if (accept.may_override) {
        static constexpr std::array<ChoiceItem, 2> kWays{
            ChoiceItem{.label = "Trade a card out", .icon = icons::kSwap},
            ChoiceItem{.label = "Pass the limit", .icon = icons::kUnlock}};
        int way = static_cast<int>(accept.no_room);
        if (segmented("field:way", way, kWays, {.name = "How"}))
            accept.no_room = static_cast<NoRoom>(way);
    }
    const bool trade = accept.no_room == NoRoom::Trade;
    if (trade) draw_leaving(accept);
    text_field("field:reason", accept.reason,
               {.label = trade ? "Why it leaves" : "Why the limit is passed",
                .placeholder = trade ? "The launch date of the other one is fixed"
                                     : "A pass is counted and shown in the figures",
                .required = true});
}

void run_accept(TriageScreen& screen, Context& context) {
    const rules::AcceptRequest command = screen.accept.command();
    const model::Request* request = context.workspace().find(command.request);
    const std::string key = request != nullptr ? model::key_of(*request) : "";
    const model::Card* leaving = context.workspace().find(command.instead_of);
    std::string done = key + " accepted";
    if (leaving != nullptr)
        done += ", " + model::key_of(context.workspace(), *leaving) + " is back in the queue";
    // A try first: the refusal belongs into the dialog, not into a toast.
    const rules::Verdict verdict = context.desk().preview(command);
    if (!verdict) {
        screen.refusal = verdict.error();
        keep_dialog_open(kDialog);
        return;
    }
    (void)context.run_with_undo(command, done);
}

}  // namespace

void draw_accept_dialog(TriageScreen& screen, Context& context, Acts& acts) {
    if (screen.dialog == Decision::Accept) open_dialog(kDialog);
    if (!is_dialog_open(kDialog)) return;
    AcceptModel& accept = screen.accept;
    const std::string missing = accept.missing();
    const std::string title = "Accept " + accept.title;
    if (!begin_dialog(kDialog, {.title = title,
                                .icon = icons::kCheck,
                                .confirm = "Accept",
                                .confirm_enabled = missing.empty(),
                                .confirm_disabled_why = missing,
                                .enter_confirms = false,
                                .width = 680.0f})) {
        return;
    }
    if (ImGui::IsWindowAppearing()) ImGui::SetNavCursorVisible(true);  // a list has no caret
    const float half = (width_left() - sizes().lg) * 0.5f;
    draw_person(accept, half);
    ImGui::SameLine(0.0f, sizes().lg);
    draw_objective(accept, half);
    draw_class(accept, context.workspace());
    if (accept.needs_room()) {
        draw_no_room(accept);
    } else {
        draw_place(accept.ready);
    }
    if (screen.refusal) {
        (void)notice("accept-refusal", {.tone = Tone::Danger,
                                        .title = screen.refusal->reason,
                                        .remedy = screen.refusal->remedy});
    } else if (!missing.empty()) {
        text(missing, muted_style());
    }
    if (end_dialog() == DialogResult::Confirmed)
        acts.add([&screen](Context& c) { run_accept(screen, c); });
}

}  // namespace throughline::gui::intake
