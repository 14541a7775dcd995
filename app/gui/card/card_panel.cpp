#include "app/gui/card/card_panel.h"

#include "app/gui/card/panel_state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/text.h"
#include "core/flow/flow.h"

#include "imgui.h"

#include <algorithm>
#include <array>

namespace throughline::gui::card {
namespace {

// Rows of history that take a few milliseconds; more are read on a thread of their own.
constexpr std::size_t kAtOnce = 20'000;

FlowFacts make_facts(flow::FlowRows rows, Instant now, model::CardId card) {
    const Zone zone = rows.zone;
    const flow::Flow flow(std::move(rows), now);
    const flow::Slice slice(flow, flow::last_weeks(zone, now));
    FlowFacts facts{.yardsticks = flow::yardsticks(slice)};
    if (const auto index = flow.index_of(card)) facts.finish = flow::finish_range(slice, *index);
    return facts;
}

void refresh_facts(CardPanel::State& state, Context& context) {
    if (auto facts = state.work.take()) {
        state.facts = std::move(*facts);
        state.stale = true;
    }
    const Day today = context.zone().day(context.now());
    if (state.work.is_running() || (state.facts_day == today && state.facts_card == state.card)) return;
    state.facts_day = today;
    state.facts_card = state.card;
    state.facts.finish.reset();
    const model::Workspace& workspace = context.workspace();
    auto rows = flow::rows_of(workspace, context.zone());
    if (workspace.rows<model::Transition>().size() <= kAtOnce) {
        state.facts = make_facts(std::move(rows), context.now(), state.card);
        state.stale = true;
        return;
    }
    state.work.start([rows = std::move(rows), now = context.now(), card = state.card]() mutable { return make_facts(std::move(rows), now, card); },
                     context.waker());
}

void refresh(CardPanel::State& state, Context& context) {
    refresh_facts(state, context);
    const std::int64_t minute = context.now().us / kMicrosPerMinute;
    if (!state.stale && state.revision == context.desk().revision() && state.minute == minute && state.detail.id == state.card) return;
    state.stale = false;
    state.revision = context.desk().revision();
    state.minute = minute;
    state.detail = make_detail(context.desk(), context.zone(), context.now(), state.card, state.facts);
}

void run_jobs(CardPanel::State& state, Context& context) {
    std::vector<Job> jobs;
    jobs.swap(state.jobs);
    for (const Job& job : jobs) {
        const rules::Verdict verdict = context.run(job.command, Context::At::Caller);
        if (!verdict) {
            state.refusals[job.place] = rules::to_text(verdict.error());
            continue;
        }
        state.refusals.erase(job.place);
        if (job.done) job.done();
    }
}

void draw_body(CardPanel::State& state, Context& context) {
    const float wide = sizes().xl;
    draw_gates(state, context);
    gap(wide);
    draw_brief(state, context);
    gap(wide);
    draw_plan(state, context);
    gap(wide);
    draw_checklist(state, context);
    gap(wide);
    draw_blocks(state, context);
    gap(wide);
    draw_links(state, context);
    gap(wide);
    draw_comments(state, context);
    gap(wide);
    if (state.detail.delivered) {
        draw_result(state);
        gap(wide);
    }
    draw_times(state);
    gap(wide);
    draw_history(state, context);
    gap(wide);
}

bool popup_open() { return ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel); }

void watch_escape(CardPanel::State& state) {
    const bool ours = ImGui::IsWindowFocused(ImGuiFocusedFlags_RootAndChildWindows) && !state.busy && !popup_open();
    if (ours && ImGui::IsKeyPressed(ImGuiKey_Escape, false)) {
        if (state.item || state.rejecting) {
            state.item = {};
            state.rejecting = {};
        } else {
            state.closing = true;
        }
    }
    state.busy = ImGui::IsAnyItemActive() || popup_open();
}

void draw_panel(CardPanel::State& state, Context& context) {
    const Sizes& s = sizes();
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {s.xl, s.lg});
    if (ImGui::BeginChild("card-head", {0, 0}, ImGuiChildFlags_AutoResizeY | ImGuiChildFlags_AlwaysUseWindowPadding | ImGuiChildFlags_NavFlattened)) {
        draw_head(state, context);
    }
    ImGui::EndChild();
    separator();
    if (ImGui::BeginChild("card-body", {0, 0}, ImGuiChildFlags_AlwaysUseWindowPadding | ImGuiChildFlags_NavFlattened)) {
        if (state.detail.found) draw_body(state, context);
    }
    ImGui::EndChild();
    ImGui::PopStyleVar();
}

}  // namespace

CardPanel::CardPanel() : state_(std::make_unique<State>()) {}
CardPanel::~CardPanel() = default;

void CardPanel::open(model::CardId card) {
    if (card != state_->card) {
        state_->flush();
        state_->refusals.clear();
        state_->drafts.clear();
        state_->item = {};
        state_->rejecting = {};
        state_->link_text.clear();
        state_->link_title.clear();
    }
    state_->card = card;
    state_->opened = true;
    state_->closing = false;
    state_->stale = true;
}

void CardPanel::close() {
    state_->flush();
    state_->card = {};
    state_->drafts.clear();
    state_->refusals.clear();
}

bool CardPanel::is_open() const { return static_cast<bool>(state_->card); }
model::CardId CardPanel::card() const { return state_->card; }

void CardPanel::draw(Context& context, const ImVec2& area_min, const ImVec2& area_size) {
    State& state = *state_;
    run_jobs(state, context);  // what was typed when it was closed
    if (!is_open()) return;
    refresh(state, context);
    const Sizes& s = sizes();
    const float wanted = s.reading + 2.0f * s.xl;
    const float width = area_size.x < wanted * 1.25f ? area_size.x : wanted;
    ImGui::SetNextWindowPos({area_min.x + area_size.x - width, area_min.y});
    ImGui::SetNextWindowSize({width, area_size.y});
    if (state.opened) ImGui::SetNextWindowFocus();
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0.0f);
    ImGui::PushStyleColor(ImGuiCol_WindowBg, theme().surface);
    ImGui::Begin("Card###card-panel", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings);
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
    draw_window_shadow(0.0f);
    ImGui::PushID(static_cast<int>(state.card.value & 0x7fffffff));
    draw_panel(state, context);
    ImGui::PopID();
    state.opened = false;
    state.acts.draw(context);
    watch_escape(state);
    ImGui::End();
    run_jobs(state, context);
    if (std::exchange(state.closing, false)) close();
}

void CardPanel::add_actions(palette::Actions& actions) {
    State* state = state_.get();
    const auto open = [state](Context&) { return static_cast<bool>(state->card); };
    using palette::CardAct;
    for (const CardAct act : {CardAct::Move, CardAct::Block, CardAct::Unblock, CardAct::Return, CardAct::Discard, CardAct::Archive,
                              CardAct::TradeOut, CardAct::Void, CardAct::Restore}) {
        const std::string title(palette::words_of(act).title);
        actions.add({.id = "card.act-" + std::to_string(static_cast<int>(act)),
                     .title = title + " the open card",
                     .section = "Card",
                     .enabled = [state, act](Context& context) { return state->card && !palette::why_not(context.desk(), act, {state->card}); },
                     .run = [state, act](Context&) { state->acts.ask(act, {state->card}); }});
    }
    actions.add({.id = "card.comment", .title = "Comment on the open card", .section = "Card", .icon = icons::kComment, .enabled = open,
                 .run = [state](Context&) { state->to_comment = true; }});
    actions.add({.id = "card.copy-key", .title = "Copy the key of the open card", .section = "Card", .icon = icons::kCopy, .enabled = open,
                 .run = [state](Context& context) { context.copy_text(state->detail.key); }});
}

}  // namespace throughline::gui::card
