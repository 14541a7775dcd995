#include "app/gui/intake/triage_view.h"

#include "app/gui/intake/request_panel.h"
#include "app/gui/intake/words.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/text.h"
#include "core/base/text.h"

#include <algorithm>
#include <array>

namespace throughline::gui::intake {
namespace {

constexpr float kWide = 980.0f;   // unscaled; from here on the score stands beside the brief
constexpr float kScore = 500.0f;  // unscaled

void draw_head(const QueueRow& row) {
    const TextStyle meta{.size = text_size::kSmall, .colour = theme().text_muted};
    avatar({.name = row.requester,
            .colour = colour_of(row.requester_id),
            .size = sizes().avatar_small});
    ImGui::SameLine(0.0f, sizes().sm);
    text(row.key + ", " + row.template_name + ", from " + row.requester, meta);
    if (row.promise.state != PromiseState::None) {
        ImGui::SameLine(0.0f, sizes().md);
        promise_chip(row.promise);
    }
    if (!row.needed.empty()) {
        flow(text_width(row.needed, body_style()) + sizes().chip + sizes().md);
        chip(row.needed, {.icon = icons::kCalendar});
    }
    gap(sizes().xs);
    paragraph(row.title, title_style(), width_left());
    gap(sizes().md);
}

void draw_actions(TriageScreen& screen, Context& context, Acts& acts) {
    struct Offer {
        Decision decision;
        const char* id;
        const char* label;
        const char* icon;
        const char* key;
    };
    static constexpr std::array kOffers{
        Offer{Decision::Accept, "accept", "Accept", icons::kCheck, "A"},
        Offer{Decision::Ask, "ask", "Ask", icons::kHelp, "Q"},
        Offer{Decision::Merge, "merge", "Merge", icons::kBranch, "M"},
        Offer{Decision::Decline, "decline", "Decline", icons::kClose, "D"},
    };
    const std::string why = screen.why_not_triage(context);
    for (const Offer& offer : kOffers) {
        const ButtonOptions options{.kind = offer.decision == Decision::Accept
                                                ? ButtonKind::Primary
                                                : ButtonKind::Secondary,
                                    .icon = offer.icon,
                                    .shortcut = offer.key,
                                    .disabled = !why.empty(),
                                    .disabled_why = why};
        if (offer.decision != Decision::Accept)
            flow(button_width(offer.label, options) + sizes().xs + key_cap_width(offer.key));
        if (button(offer.id, offer.label, options)) {
            acts.add(
                [&screen, decision = offer.decision](Context& c) { screen.begin(decision, c); });
        }
        ImGui::SameLine(0.0f, sizes().xs);
        key_cap(offer.key);
    }
    gap(sizes().lg);
}

void draw_talk(const TriageModel& model) {
    if (model.talk().empty()) return;
    section_header("Asked and answered");
    gap(sizes().sm);
    draw_steps(model.talk());
    gap(sizes().md);
}

void draw_brief(const TriageModel& model) {
    draw_talk(model);
    section_header("Brief");
    gap(sizes().sm);
    draw_answers(model.answers());
}

void draw_request(TriageScreen& screen, Context& context, Acts& acts) {
    const auto index = screen.model.selected_index();
    if (!index) {
        (void)empty_state("triage-none", {icons::kInbox,
                                          "Choose a request",
                                          "J and K, or the arrow keys, go through the queue.",
                                          {}});
        return;
    }
    draw_head(screen.model.rows()[*index]);
    draw_actions(screen, context, acts);
    // Side by side where there is room, so that brief and score are seen together.
    const bool wide = width_left() >= kWide * sizes().scale;
    if (!wide) {
        draw_score(screen, context);
        draw_brief(screen.model);
        return;
    }
    const float brief = std::min(sizes().reading, width_left() - kScore * sizes().scale);
    ImGui::BeginChild("brief", {brief, 0.0f},
                      ImGuiChildFlags_AutoResizeY | ImGuiChildFlags_NavFlattened,
                      ImGuiWindowFlags_NoSavedSettings);
    draw_brief(screen.model);
    ImGui::EndChild();
    ImGui::SameLine(0.0f, sizes().xxl);
    ImGui::BeginChild("score", {0.0f, 0.0f},
                      ImGuiChildFlags_AutoResizeY | ImGuiChildFlags_NavFlattened,
                      ImGuiWindowFlags_NoSavedSettings);
    draw_score(screen, context);
    ImGui::EndChild();
}

// A score rests a moment before it becomes an entry, so that four keys are one entry.
void keep_score(TriageScreen& screen, Context& context, Acts& acts) {
    const auto due = screen.score.due();
    if (!due) return;
    if (context.now() < *due) {
        context.redraw_at(*due);
    } else {
        acts.add([&screen](Context& c) { screen.save_score(c); });
    }
}

// Up and down belong to the queue while nothing is typed; else they would move the keyboard's
// focus.
void claim_arrows() {
    if (ImGui::GetIO().WantTextInput || ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup)) return;
    const ImGuiID owner = ImGui::GetID("queue-keys");
    ImGui::SetKeyOwner(ImGuiKey_UpArrow, owner);
    ImGui::SetKeyOwner(ImGuiKey_DownArrow, owner);
}

}  // namespace

std::string TriageScreen::why_not_triage(Context& context) const {
    return why_not(actor_of(context.workspace(), context.desk().actor()), rules::Right::Triage);
}

void TriageScreen::save_score(Context& context) {
    if (const auto command = score.take()) (void)context.run(*command);
}

void TriageScreen::begin(Decision decision, Context& context) {
    const auto index = model.selected_index();
    if (!index || !why_not_triage(context).empty()) return;
    save_score(context);
    subject = model.rows()[*index].id;
    subject_key = model.rows()[*index].key;
    subject_title = model.rows()[*index].title;
    words.clear();
    refusal.reset();
    merge_into = -1;
    merge_query.clear();
    const model::Person* actor = actor_of(context.workspace(), context.desk().actor());
    const bool override_right = actor != nullptr && rules::may(actor->role, rules::Right::Override);
    if (decision == Decision::Accept) {
        accept = accept_model(context.workspace(), context.zone(), subject, override_right,
                              context.now());
    }
    if (decision == Decision::Merge) merges = merge_options(context.workspace(), subject);
    dialog = decision;
}

TriageEvents draw_triage(TriageScreen& screen, Context& context, Acts& acts) {
    TriageEvents events;
    const model::RequestId before = screen.model.selected();
    if (screen.score.is_dirty() && screen.score.request() != before) {
        acts.add([&screen](Context& c) { screen.save_score(c); });
    } else {
        screen.score.follow(context.workspace(), before);
    }
    screen.drawn_in = ImGui::GetFrameCount();
    if (screen.model.is_empty()) {
        const std::array actions{NoticeAction{"new-brief", "Write a brief", ButtonKind::Secondary}};
        const EmptyState empty{
            icons::kCheckCircle, "The queue is empty",
            "Every request has its answer. New ones appear here, best score first.", actions};
        events.new_brief = empty_state("triage-empty", empty) == 0;
        return events;
    }
    claim_arrows();
    begin_split("triage", screen.queue_width, {.min_first = 280.0f, .min_second = 440.0f});
    begin_panel("triage-queue", {width_left() - sizes().sm, ImGui::GetContentRegionAvail().y});
    draw_queue(screen);
    end_panel();
    split_second();
    ImGui::Indent(sizes().sm);
    begin_panel("triage-request", {width_left(), ImGui::GetContentRegionAvail().y});
    draw_request(screen, context, acts);
    end_panel();
    end_split();
    draw_accept_dialog(screen, context, acts);
    draw_ask_dialog(screen, context, acts);
    draw_decline_dialog(screen, context, acts);
    draw_merge_dialog(screen, context, acts);
    screen.dialog = Decision::None;
    keep_score(screen, context, acts);
    return events;
}

}  // namespace throughline::gui::intake
