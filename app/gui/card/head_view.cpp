// The head of the card panel: key and state, title, facts, the named acts, tabs.
#include "app/gui/card/finish_view.h"
#include "app/gui/card/panel_state.h"
#include "app/gui/context/face_model.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/menu.h"
#include "app/gui/widgets/notice.h"
#include "core/base/words.h"
#include "core/report/chart_parts.h"

namespace throughline::gui::card {
namespace {

using palette::CardAct;

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
    chip(detail->state, {.tone = detail->on_board ? Tone::Neutral : Tone::Warning,
                         .icon = detail->on_board ? icons::kBoard : icons::kArchive,
                         .max_width = close_at * 0.4f});
    if (card.service_class != model::ServiceClass::Standard) {
        ImGui::SameLine(0, s.xs);
        chip(report::class_words(card.service_class),
             {.icon = class_icon(card.service_class),
              .colours = &theme().service_class(static_cast<ServiceClass>(card.service_class))});
    }
    const bool blocked = context.workspace().is_blocked(id);
    if (blocked) {
        ImGui::SameLine(0, s.xs);
        chip("blocked", {.tone = Tone::Danger, .icon = icons::kBlocked});
    }
    ImGui::SetCursorPos({start.x + close_at, start.y - s.xs});
    if (icon_button("close-card", icons::kClose, "Close",
                    {.kind = ButtonKind::Ghost, .size = ButtonSize::Small, .shortcut = "Esc"}))
        later.emplace_back([this](Context&) { forget(); });
    gap(s.sm);
    draw_title(card);
    gap(s.sm);
    draw_facts(context, card);
    gap(s.md);
    draw_acts(context);
    if (passable) {
        const NoticeAction actions[] = {{.id = "override-edit", .label = "Override…"}};
        const int pressed = notice("limit-refused", {.tone = Tone::Danger,
                                                     .title = passable->second.reason,
                                                     .text = passable->second.remedy,
                                                     .actions = actions,
                                                     .closable = true});
        if (pressed == 0) acts.ask_override(passable->first, {id}, passable->second);
        if (pressed != kNoticeOpen) passable.reset();
    }
    gap(s.sm);
    const bool begun = comment_draft(context) != nullptr;
    const std::string talk = begun                      ? "draft"
                             : detail->comments.empty() ? ""
                                                        : std::to_string(detail->comments.size());
    const TabItem items[] = {
        {.id = "tab-work", .label = "Work", .icon = icons::kChecklist},
        {.id = "tab-brief",
         .label = "Brief",
         .icon = icons::kDocument,
         .badge = detail->has_brief ? std::string_view() : std::string_view("!"),
         .badge_tone = Tone::Warning},
        {.id = "tab-details", .label = "Details", .icon = icons::kList},
        {.id = "tab-comments",
         .label = "Comments",
         .icon = icons::kComment,
         .badge = talk,
         .badge_tone = begun ? Tone::Warning : Tone::Neutral},
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
    const Pressable item = press_item(
        "title", card.title, {width_left(), wrap_height(card.title, title_style(), width) + s.xs});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (item.hovered)
        list.AddRectFilled({item.min.x - s.xs, item.min.y}, item.max, theme().hover, s.radius_sm);
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
    avatar({.name = dri != nullptr ? std::string_view(dri->name) : std::string_view(),
            .colour = static_cast<std::size_t>(card.dri.value % 12),
            .size = s.avatar_small});
    ImGui::SameLine(0, s.sm);
    text(dri != nullptr ? std::string_view(dri->name) : std::string_view("No DRI"),
         dri != nullptr ? body_style() : tone_style(Tone::Warning));
    if (const model::Objective* objective = workspace.find(card.objective)) {
        ImGui::SameLine(0, s.lg);
        category_dot(static_cast<std::size_t>(objective->colour));
        ImGui::SameLine(0, s.xs + s.xxs);
        const std::string key = model::key_of(*objective);
        if (link("open-objective", key, objective->title))
            later.emplace_back([id_of = objective->id](Context& c) { c.open_objective(id_of); });
        if (flag_of(workspace, card) == CardFlag::ObjectiveClosed) {
            ImGui::SameLine(0, s.sm);
            chip("closed", {.tone = Tone::Warning, .icon = icons::kLock});
            ImGui::SameLine(0, s.sm);
            if (link("tie-anew", "tie to another", "Work that goes on serves an open objective"))
                tab = 2;
        }
    } else {
        ImGui::SameLine(0, s.lg);
        text("No objective", tone_style(Tone::Warning));
    }
    if (card.due) {
        ImGui::SameLine(0, s.lg);
        const Day today = context.zone().day(context.now());
        const bool late = *card.due < today && !detail->delivered;
        chip("due " + short_date(*card.due, today) + (late ? ", late" : ""),
             {.tone = late ? Tone::Danger : Tone::Neutral,
              .icon = late ? icons::kAlert : icons::kCalendarBlank});
    }
    if (detail->delivered && card.result_actual.empty()) {
        flow(chip_size("no result yet", {.icon = icons::kTrophy}).x);
        chip("no result yet", {.tone = Tone::Warning, .icon = icons::kTrophy});
    }
    if (around.waiting > 0) {
        flow(chip_size("escalated", {.icon = icons::kArrowUp}).x);
        chip("escalated", {.tone = Tone::Warning, .icon = icons::kArrowUp});
    }
    if (!detail->age.empty()) {
        const Finish* known = finish.of(id);
        flow((known != nullptr ? age_word_width(*known) : 0.0f) +
             text_width(detail->age, muted_style()));
        if (known != nullptr && draw_age_word(*known)) ImGui::SameLine(0, s.sm);
        text_ellipsis(detail->age, muted_style());
    }
}

// The named acts, each with its reason.
void CardPanel::State::draw_acts(Context& context) {
    const Sizes& s = sizes();
    const auto act = [&](CardAct what) { acts.ask(what, {id}); };
    if (detail->on_board) {
        if (button("act-move", "Move to…",
                   {.kind = ButtonKind::Primary,
                    .size = ButtonSize::Small,
                    .icon = icons::kArrowRight,
                    .shortcut = "M"}))
            act(CardAct::Move);
        ImGui::SameLine(0, s.sm);
        if (context.workspace().is_blocked(id)) {
            if (button("act-unblock", "Clear blockers",
                       {.size = ButtonSize::Small, .icon = icons::kCheckCircle, .shortcut = "U"}))
                act(CardAct::Unblock);
        } else if (button("act-block", "Block…",
                          {.size = ButtonSize::Small, .icon = icons::kBlocked, .shortcut = "B"})) {
            act(CardAct::Block);
        }
    } else if (button("act-restore", "Restore…",
                      {.kind = ButtonKind::Primary,
                       .size = ButtonSize::Small,
                       .icon = icons::kUndo})) {
        act(CardAct::Restore);
    }
    if (!detail->has_brief) {
        ImGui::SameLine(0, s.sm);
        if (button("act-brief",
                   context.has_brief_draft(id) ? "Go on with its brief…" : "Add a brief…",
                   {.size = ButtonSize::Small, .icon = icons::kDocument}))
            later.emplace_back([card = id](Context& c) { c.attach_brief(card); });
    }
    ImGui::SameLine(0, s.sm);
    if (button("act-more", "More", {.size = ButtonSize::Small, .icon = icons::kMore}))
        open_menu("act-menu");
    if (!begin_menu_at("act-menu", ImGui::GetItemRectMin(), ImGui::GetItemRectMax())) return;
    const auto item = [&](const char* item_id, CardAct what, const char* label, const char* icon,
                          bool danger = false) {
        const auto no = palette::why_not(context.desk(), what, {id});
        const std::string why = no ? rules::to_text(*no) : "";
        if (menu_item(item_id, label,
                      {.icon = icon, .enabled = !no, .disabled_why = why, .danger = danger}))
            act(what);
    };
    item("act-return", CardAct::Return, "Return to the options…", icons::kArrowLeft);
    item("act-trade-out", CardAct::TradeOut, "Trade out to the queue…", icons::kSwap);
    item("act-archive", CardAct::Archive, "Archive…", icons::kArchive);
    item("act-discard", CardAct::Discard, "Discard…", icons::kDelete, true);
    item("act-void", CardAct::Void, "Void, a mistake…", icons::kClose, true);
    menu_separator();
    if (menu_item("escalate", "Escalate…", {.icon = icons::kArrowUp})) escalation.ask(id);
    if (menu_item("copy-key", "Copy key", {.icon = icons::kCopy}))
        later.emplace_back([key = detail->key](Context& c) { c.copy_text(key); });
    if (menu_item("copy-link", "Copy link", {.icon = icons::kLink}))
        later.emplace_back(
            [key = detail->key](Context& c) { c.copy_text("throughline:card/" + key); });
    if (detail->request_id &&
        menu_item("open-request", "Show its request", {.icon = icons::kInbox}))
        later.emplace_back([request = detail->request_id](Context& c) { c.open_request(request); });
    end_menu();
}

}  // namespace throughline::gui::card
