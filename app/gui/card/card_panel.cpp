#include "app/gui/card/card_panel.h"

#include <algorithm>

#include "app/gui/card/finish_view.h"
#include "app/gui/card/panel_state.h"
#include "app/gui/palette/shortcut.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/menu.h"
#include "app/gui/widgets/notice.h"
#include "imgui_internal.h"

namespace throughline::gui::card {
namespace {

using palette::CardAct;

constexpr float kPanelWidth = 600.0f;    // unscaled
constexpr float kNarrowScreen = 900.0f;  // below it the panel takes everything
constexpr const char* kWindow = "Card###card-panel";

}  // namespace

CardPanel::CardPanel() : state_(std::make_unique<State>()) {}
CardPanel::~CardPanel() = default;

void CardPanel::open(model::CardId card) {
    if (card == state_->id) return;
    state_->forget();
    state_->id = card;
    state_->appearing = static_cast<bool>(card);
}
void CardPanel::close() {
    state_->forget();
}
bool CardPanel::is_open() const {
    return static_cast<bool>(state_->id);
}
bool CardPanel::is_busy() const {
    return state_->finish.is_busy();
}
model::CardId CardPanel::card() const {
    return state_->id;
}

const std::vector<CommentDraft>& CardPanel::comment_drafts() const {
    return state_->comment_drafts;
}
void CardPanel::set_comment_drafts(std::vector<CommentDraft> drafts) {
    state_->comment_drafts = std::move(drafts);
}

void CardPanel::State::forget() {
    id = {};
    detail.reset();
    revision = 0;
    texts.clear();
    errors.clear();
    new_item.clear();
    new_item_due.reset();
    editing_comment = {};
    link_target.clear();
    link_title.clear();
    link_error.clear();
    focused = false;
    editing_title = false;
    passable.reset();
    editing_item = {};
    tab = 0;
}

void CardPanel::draw(Context& context, const ImVec2& area_min, const ImVec2& area_size) {
    State& state = *state_;
    if (!state.id) {
        state.acts.draw(context);
        return;
    }
    state.refresh(context);
    if (!state.detail) {
        state.forget();
        return;
    }
    state.finish.refresh(context, state.id);
    state.draw_window(context, area_min, area_size);
    state.acts.draw(context);
    (void)state.acts.take_done();
    state.editor.draw(context);
    state.escalation.draw(context);
    for (const auto& work : std::exchange(state.later, {}))
        work(context);
}

void CardPanel::State::refresh(Context& context) {
    const Instant now_minute{context.now().us - context.now().us % kMicrosPerMinute};
    const std::uint64_t now_revision = context.desk().revision();
    if (detail && now_revision == revision && now_minute == minute) return;
    revision = now_revision;
    minute = now_minute;
    const DetailInputs inputs{.workspace = context.workspace(),
                              .zone = context.zone(),
                              .now = context.now(),
                              .me = context.desk().actor()};
    detail = make_detail(inputs, id);
    around = make_around(inputs, id);
}

void CardPanel::State::draw_window(Context& context, ImVec2 min, ImVec2 size) {
    const Sizes& s = sizes();
    const bool narrow = size.x < kNarrowScreen * s.scale;
    const float width = narrow ? size.x : std::min(kPanelWidth * s.scale, size.x * 0.6f);
    const ImVec2 at{min.x + size.x - width, min.y};
    if (!narrow) {
        ImDrawList& back = *ImGui::GetBackgroundDrawList();
        draw_shadow(back, at, {at.x + width, at.y + size.y}, 0.0f, 4);
    }
    ImGui::SetNextWindowPos(at);
    ImGui::SetNextWindowSize({width, size.y});
    if (std::exchange(appearing, false)) ImGui::SetNextWindowFocus();
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {s.xl, s.lg});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0.0f);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, s.hair);
    ImGui::PushStyleColor(ImGuiCol_WindowBg, theme().surface);
    ImGui::Begin(kWindow, nullptr,
                 ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(3);
    focused = ImGui::IsWindowFocused(ImGuiFocusedFlags_RootAndChildWindows);
    draw_header(context);
    draw_body(context);
    const bool idle =
        ImGui::GetCurrentContext()->ActiveIdPreviousFrame == 0 && !palette::is_popup_open();
    const bool escaped = focused && idle && ImGui::IsKeyPressed(ImGuiKey_Escape, false);
    ImGui::End();
    if (escaped) later.emplace_back([this](Context&) { forget(); });
}

void CardPanel::State::draw_body(Context& context) {
    const Sizes& s = sizes();
    const model::Card& card = *context.workspace().find(id);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {s.xs, s.sm});
    ImGui::BeginChild("card-body", {0, 0},
                      ImGuiChildFlags_NavFlattened | ImGuiChildFlags_AlwaysUseWindowPadding,
                      ImGuiWindowFlags_NoSavedSettings);
    ImGui::PopStyleVar();
    ImGui::PushID(static_cast<int>(static_cast<unsigned>(id.value)));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {s.sm, s.sm});
    switch (tab) {
        case 0:
            if (detail->delivered || !card.result_actual.empty()) draw_result(card);
            draw_blockers(context);
            draw_escalations(context);
            if (const Finish* known = finish.of(id); known != nullptr && draw_finish(*known)) {
                later.emplace_back([record = *known->record](Context& c) {
                    if (c.run(record))
                        c.toast({.tone = ToastRequest::Tone::Success,
                                 .text = "Kept as told. It is listed with the forecasts.",
                                 .action = {},
                                 .on_action = {}});
                });
            }
            draw_ready(context);
            draw_gate(context, "Gate to leave " + detail->gate_column, detail->gate, "gate");
            draw_checklist(context);
            draw_milestones(context);
            draw_links(context);
            draw_times();
            break;
        case 1:
            draw_brief(context, card);
            draw_result(card);
            break;
        case 2:
            draw_people(context, card);
            draw_properties(context, card);
            draw_due(context, card);
            draw_score(context, card);
            draw_money(context);
            break;
        case 3: draw_comments(context); break;
        case 4: draw_history(context); break;
        default: break;
    }
    gap(s.xl);
    ImGui::PopStyleVar();
    ImGui::PopID();
    ImGui::EndChild();
    draw_reject(context);
}

void CardPanel::State::run(const char* field, rules::Command command) {
    later.emplace_back(
        [this, name = std::string(field), command = std::move(command)](Context& context) {
            const rules::Verdict verdict = context.run(command, Context::At::Caller);
            passable.reset();
            if (verdict) {
                errors.erase(name);
                return;
            }
            errors[name] = rules::to_text(verdict.error());
            if (palette::may_override(context.desk(), verdict.error()))
                passable.emplace(command, verdict.error());
        });
}

void CardPanel::State::set(const char* field, std::string value) {
    run(field, rules::EditCard{.card = id, .set = {{field, std::move(value)}}});
}

std::string_view CardPanel::State::error(const char* field) const {
    const auto found = errors.find(field);
    return found == errors.end() ? std::string_view() : std::string_view(found->second);
}

void CardPanel::State::edit(const char* field, const std::string& current, FieldText look,
                            int lines) {
    TextEdit& text = texts[field];
    // What others write shows up unless the person is just writing.
    if (text.base != current && !text.active) {
        text.value = current;
        text.base = current;
    }
    look.error = error(field);
    const std::string field_id = std::string("field:") + field;
    const FieldResult result = lines > 1 ? text_area(field_id.c_str(), text.value, look, lines, 12)
                                         : text_field(field_id.c_str(), text.value, look);
    text.was_active = text.active;
    text.active = result.active;
    if (result.committed && text.value != current) {
        text.base = text.value;
        set(field, text.value);
    }
}

void CardPanel::add_actions(palette::Actions& actions) {
    State* state = state_.get();
    const auto here = [state](Context&) { return static_cast<bool>(state->id); };
    const auto keys = [state](Context&) { return state->focused; };
    const auto add = [&](const char* id, const char* title, const char* icon,
                         std::vector<std::string> shortcuts, auto run) {
        actions.add({.id = id,
                     .title = title,
                     .section = "Card panel",
                     .icon = icon,
                     .shortcuts = std::move(shortcuts),
                     .enabled = here,
                     .keys_when = keys,
                     .run = run});
    };
    const auto act = [state](CardAct what) {
        return [state, what](Context&) { state->acts.ask(what, {state->id}); };
    };
    add("panel.move", "Move this card…", icons::kArrowRight, {"M"}, act(CardAct::Move));
    add("panel.block", "Block this card…", icons::kBlocked, {"B"}, act(CardAct::Block));
    add("panel.unblock", "Clear this card's blockers", icons::kCheckCircle, {"U"},
        act(CardAct::Unblock));
    add("panel.title", "Change this card's title", icons::kEdit, {"T"}, [state](Context&) {
        state->editing_title = true;
        state->focus_title = true;
    });
    add("panel.comment", "Comment on this card", icons::kComment, {"C"}, [state](Context&) {
        state->tab = 3;
        state->focus_comment = true;
    });
    constexpr std::array kTabs{"Work", "Brief", "Details", "Comments", "History"};
    for (int i = 0; i < static_cast<int>(kTabs.size()); ++i) {
        const std::string id = "panel.tab-" + std::to_string(i + 1);
        const std::string title = std::string("Card: ") + kTabs[static_cast<std::size_t>(i)];
        add(id.c_str(), title.c_str(), icons::kList, {std::to_string(i + 1)},
            [state, i](Context&) { state->tab = i; });
    }
}

}  // namespace throughline::gui::card
