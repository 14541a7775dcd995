#include "app/gui/card/card_panel.h"

#include <algorithm>

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

constexpr float kPanelWidth = 600.0f;   // unscaled
constexpr float kNarrowScreen = 900.0f;  // below it the panel takes everything
constexpr const char* kWindow = "Card###card-panel";

const char* class_icon(model::ServiceClass service_class) {
    switch (service_class) {
        case model::ServiceClass::Standard: return icons::kStandard;
        case model::ServiceClass::FixedDate: return icons::kFixedDate;
        case model::ServiceClass::Expedite: return icons::kExpedite;
        case model::ServiceClass::Intangible: return icons::kIntangible;
    }
    return nullptr;
}

}  // namespace

CardPanel::CardPanel() : state_(std::make_unique<State>()) {}
CardPanel::~CardPanel() = default;

void CardPanel::open(model::CardId card) {
    if (card == state_->id) return;
    state_->forget();
    state_->id = card;
    state_->appearing = static_cast<bool>(card);
}
void CardPanel::close() { state_->forget(); }
bool CardPanel::is_open() const { return static_cast<bool>(state_->id); }
model::CardId CardPanel::card() const { return state_->id; }

void CardPanel::State::forget() {
    id = {};
    detail.reset();
    revision = 0;
    texts.clear();
    errors.clear();
    new_item.clear();
    new_item_due.reset();
    new_comment.clear();
    comment_error.clear();
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
    state.draw_window(context, area_min, area_size);
    state.acts.draw(context);
    (void)state.acts.take_done();
    for (const auto& work : std::exchange(state.later, {})) work(context);
}

void CardPanel::State::refresh(Context& context) {
    const Instant now_minute{context.now().us - context.now().us % kMicrosPerMinute};
    const std::uint64_t now_revision = context.desk().revision();
    if (detail && now_revision == revision && now_minute == minute) return;
    revision = now_revision;
    minute = now_minute;
    detail = make_detail({.workspace = context.workspace(), .zone = context.zone(), .now = context.now(), .me = context.desk().actor()}, id);
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
    ImGui::Begin(kWindow, nullptr, ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(3);
    focused = ImGui::IsWindowFocused(ImGuiFocusedFlags_RootAndChildWindows);
    draw_header(context);
    draw_body(context);
    const bool idle = ImGui::GetCurrentContext()->ActiveIdPreviousFrame == 0 && !palette::is_popup_open();
    const bool escaped = focused && idle && ImGui::IsKeyPressed(ImGuiKey_Escape, false);
    ImGui::End();
    if (escaped) later.emplace_back([this](Context&) { forget(); });
}

void CardPanel::State::draw_header(Context& context) {
    const Sizes& s = sizes();
    const model::Card& card = *context.workspace().find(id);
    const float close_at = width_left() - s.control_small;
    const ImVec2 start = ImGui::GetCursorPos();
    chip(detail->key, {.outlined = true});
    if (context.desk().is_pending(id.value)) {
        ImGui::SameLine(0, s.sm);
        pending_mark();
    }
    ImGui::SameLine(0, s.sm);
    chip(detail->state, {.tone = detail->on_board ? Tone::Neutral : Tone::Warning, .icon = detail->on_board ? icons::kBoard : icons::kArchive, .max_width = close_at * 0.4f});
    if (card.service_class != model::ServiceClass::Standard) {
        ImGui::SameLine(0, s.xs);
        chip(model::name_of(card.service_class), {.icon = class_icon(card.service_class), .colours = &theme().service_class(static_cast<ServiceClass>(card.service_class))});
    }
    const bool blocked = context.workspace().is_blocked(id);
    if (blocked) {
        ImGui::SameLine(0, s.xs);
        chip("blocked", {.tone = Tone::Danger, .icon = icons::kBlocked});
    }
    ImGui::SetCursorPos({start.x + close_at, start.y - s.xs});
    if (icon_button("close-card", icons::kClose, "Close", {.kind = ButtonKind::Ghost, .size = ButtonSize::Small, .shortcut = "Esc"})) later.emplace_back([this](Context&) { forget(); });
    gap(s.sm);
    draw_title(card);
    gap(s.sm);
    draw_facts(context, card);
    gap(s.md);
    draw_acts(context);
    if (passable) {
        const NoticeAction actions[] = {{.id = "override-edit", .label = "Override…"}};
        const int pressed = notice("limit-refused", {.tone = Tone::Danger, .title = passable->second.reason, .text = passable->second.remedy, .actions = actions, .closable = true});
        if (pressed == 0) acts.ask_override(passable->first, {id}, passable->second);
        if (pressed != kNoticeOpen) passable.reset();
    }
    gap(s.sm);
    const std::string talk = detail->comments.empty() ? "" : std::to_string(detail->comments.size());
    const TabItem items[] = {{.id = "tab-work", .label = "Work", .icon = icons::kChecklist},
                             {.id = "tab-brief", .label = "Brief", .icon = icons::kDocument, .badge = detail->has_brief ? std::string_view() : std::string_view("!"), .badge_tone = Tone::Warning},
                             {.id = "tab-details", .label = "Details", .icon = icons::kList},
                             {.id = "tab-comments", .label = "Comments", .icon = icons::kComment, .badge = talk},
                             {.id = "tab-history", .label = "History", .icon = icons::kHistory}};
    tabs("card-tabs", tab, items);
}

// Read in full until pressed; then a field that is committed once on leaving it.
void CardPanel::State::draw_title(const model::Card& card) {
    const Sizes& s = sizes();
    if (editing_title) {
        edit("title", card.title, {.name = "Title", .focus = std::exchange(focus_title, false)});
        const TextEdit& typed = texts["title"];
        if (!typed.active && typed.was_active && error("title").empty()) editing_title = false;
        return;
    }
    const float width = width_left() - 2.0f * s.xs;
    const Pressable item = press_item("title", card.title, {width_left(), wrap_height(card.title, title_style(), width) + s.xs});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (item.hovered) list.AddRectFilled({item.min.x - s.xs, item.min.y}, item.max, theme().hover, s.radius_sm);
    draw_wrapped(list, {item.min.x, item.min.y + s.xxs}, card.title, title_style(), width);
    focus_ring_of(item, s.radius_sm);
    tooltip("Change the title", "T");
    if (item.pressed) {
        editing_title = true;
        focus_title = true;
    }
}

// Who, what for, until when, how old: at a glance, whatever tab is open.
void CardPanel::State::draw_facts(Context& context, const model::Card& card) {
    const Sizes& s = sizes();
    const model::Workspace& workspace = context.workspace();
    const model::Person* dri = workspace.find(card.dri);
    avatar({.name = dri != nullptr ? std::string_view(dri->name) : std::string_view(), .colour = static_cast<std::size_t>(card.dri.value % 12), .size = s.avatar_small});
    ImGui::SameLine(0, s.sm);
    text(dri != nullptr ? std::string_view(dri->name) : std::string_view("No DRI"), dri != nullptr ? body_style() : tone_style(Tone::Warning));
    if (const model::Objective* objective = workspace.find(card.objective)) {
        ImGui::SameLine(0, s.lg);
        category_dot(static_cast<std::size_t>(objective->colour));
        ImGui::SameLine(0, s.xs + s.xxs);
        const std::string key = model::key_of(*objective);
        if (link("open-objective", key, objective->title)) later.emplace_back([id_of = objective->id](Context& c) { c.open_objective(id_of); });
    } else {
        ImGui::SameLine(0, s.lg);
        text("No objective", tone_style(Tone::Warning));
    }
    if (card.due) {
        ImGui::SameLine(0, s.lg);
        const Day today = context.zone().day(context.now());
        const bool late = *card.due < today && !detail->delivered;
        chip("due " + date_words(*card.due, today) + (late ? ", late" : ""), {.tone = late ? Tone::Danger : Tone::Neutral, .icon = late ? icons::kAlert : icons::kCalendarBlank});
    }
    if (!detail->age.empty()) {
        ImGui::SameLine(0, s.lg);
        text_ellipsis(detail->age, muted_style());
    }
}

// The named acts, each with its reason.
void CardPanel::State::draw_acts(Context& context) {
    const Sizes& s = sizes();
    const auto act = [&](CardAct what) { acts.ask(what, {id}); };
    if (detail->on_board) {
        if (button("act-move", "Move to…", {.kind = ButtonKind::Primary, .size = ButtonSize::Small, .icon = icons::kArrowRight, .shortcut = "M"})) act(CardAct::Move);
        ImGui::SameLine(0, s.sm);
        if (context.workspace().is_blocked(id)) {
            if (button("act-unblock", "Clear blockers", {.size = ButtonSize::Small, .icon = icons::kCheckCircle, .shortcut = "U"})) act(CardAct::Unblock);
        } else if (button("act-block", "Block…", {.size = ButtonSize::Small, .icon = icons::kBlocked, .shortcut = "B"})) {
            act(CardAct::Block);
        }
    } else if (button("act-restore", "Restore…", {.kind = ButtonKind::Primary, .size = ButtonSize::Small, .icon = icons::kUndo})) {
        act(CardAct::Restore);
    }
    if (!detail->has_brief) {
        ImGui::SameLine(0, s.sm);
        if (button("act-brief", "Add a brief…", {.size = ButtonSize::Small, .icon = icons::kDocument})) later.emplace_back([card = id](Context& c) { c.attach_brief(card); });
    }
    ImGui::SameLine(0, s.sm);
    if (button("act-more", "More", {.size = ButtonSize::Small, .icon = icons::kMore})) open_menu("act-menu");
    if (!begin_menu_at("act-menu", ImGui::GetItemRectMin(), ImGui::GetItemRectMax())) return;
    const auto item = [&](const char* item_id, CardAct what, const char* label, const char* icon, bool danger = false) {
        const auto no = palette::why_not(context.desk(), what, {id});
        const std::string why = no ? rules::to_text(*no) : "";
        if (menu_item(item_id, label, {.icon = icon, .enabled = !no, .disabled_why = why, .danger = danger})) act(what);
    };
    item("act-return", CardAct::Return, "Return to the options…", icons::kArrowLeft);
    item("act-trade-out", CardAct::TradeOut, "Trade out to the queue…", icons::kSwap);
    item("act-archive", CardAct::Archive, "Archive…", icons::kArchive);
    item("act-discard", CardAct::Discard, "Discard…", icons::kDelete, true);
    item("act-void", CardAct::Void, "Void, a mistake…", icons::kClose, true);
    menu_separator();
    if (menu_item("copy-key", "Copy key", {.icon = icons::kCopy})) later.emplace_back([key = detail->key](Context& c) { c.copy_text(key); });
    if (menu_item("copy-link", "Copy link", {.icon = icons::kLink})) later.emplace_back([key = detail->key](Context& c) { c.copy_text("throughline:card/" + key); });
    if (detail->request_id && menu_item("open-request", "Show its request", {.icon = icons::kInbox})) later.emplace_back([request = detail->request_id](Context& c) { c.open_request(request); });
    end_menu();
}

void CardPanel::State::draw_body(Context& context) {
    const Sizes& s = sizes();
    const model::Card& card = *context.workspace().find(id);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {s.xs, s.sm});
    ImGui::BeginChild("card-body", {0, 0}, ImGuiChildFlags_NavFlattened | ImGuiChildFlags_AlwaysUseWindowPadding, ImGuiWindowFlags_NoSavedSettings);
    ImGui::PopStyleVar();
    ImGui::PushID(static_cast<int>(static_cast<unsigned>(id.value)));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {s.sm, s.sm});
    switch (tab) {
        case 0:
            draw_blockers(context);
            draw_ready(context);
            draw_gate(context, "Gate to leave " + detail->gate_column, detail->gate, "gate");
            draw_checklist(context);
            draw_links(context);
            draw_times();
            if (detail->delivered || !card.result_actual.empty()) draw_result(card);
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
    later.emplace_back([this, name = std::string(field), command = std::move(command)](Context& context) {
        const rules::Verdict verdict = context.run(command, Context::At::Caller);
        passable.reset();
        if (verdict) {
            errors.erase(name);
            return;
        }
        errors[name] = rules::to_text(verdict.error());
        if (palette::may_override(context.desk(), verdict.error())) passable.emplace(command, verdict.error());
    });
}

void CardPanel::State::set(const char* field, std::string value) {
    run(field, rules::EditCard{.card = id, .set = {{field, std::move(value)}}});
}

std::string_view CardPanel::State::error(const char* field) const {
    const auto found = errors.find(field);
    return found == errors.end() ? std::string_view() : std::string_view(found->second);
}

void CardPanel::State::edit(const char* field, const std::string& current, FieldText look, int lines) {
    TextEdit& text = texts[field];
    // What others write shows up unless the person is just writing.
    if (text.base != current && !text.active) {
        text.value = current;
        text.base = current;
    }
    look.error = error(field);
    const std::string field_id = std::string("field:") + field;
    const FieldResult result = lines > 1 ? text_area(field_id.c_str(), text.value, look, lines, 12) : text_field(field_id.c_str(), text.value, look);
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
    const auto add = [&](const char* id, const char* title, const char* icon, std::vector<std::string> shortcuts, auto run) {
        actions.add({.id = id, .title = title, .section = "Card panel", .icon = icon, .shortcuts = std::move(shortcuts), .enabled = here, .keys_when = keys, .run = run});
    };
    const auto act = [state](CardAct what) { return [state, what](Context&) { state->acts.ask(what, {state->id}); }; };
    add("panel.move", "Move this card…", icons::kArrowRight, {"M"}, act(CardAct::Move));
    add("panel.block", "Block this card…", icons::kBlocked, {"B"}, act(CardAct::Block));
    add("panel.unblock", "Clear this card's blockers", icons::kCheckCircle, {"U"}, act(CardAct::Unblock));
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
        add(id.c_str(), title.c_str(), icons::kList, {std::to_string(i + 1)}, [state, i](Context&) { state->tab = i; });
    }
}

}  // namespace throughline::gui::card
