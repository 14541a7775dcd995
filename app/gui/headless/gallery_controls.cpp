#include <array>

#include "app/gui/headless/gallery_parts.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/choice.h"
#include "app/gui/widgets/dialog.h"
#include "app/gui/widgets/field.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/menu.h"
#include "app/gui/widgets/notice.h"
#include "app/gui/widgets/text.h"
#include "imgui.h"

namespace throughline::gui::headless {
namespace {

void buttons(GalleryState& state) {
    begin_panel("buttons");
    section_header("Buttons");
    if (primary_button("accept", "Accept", icons::kCheck)) state.last_pressed = "accept";
    ImGui::SameLine();
    if (button("ask", "Ask", {.icon = icons::kComment, .shortcut = "Q"}))
        state.last_pressed = "ask";
    ImGui::SameLine();
    if (button("dialog", "Decline …", {.kind = ButtonKind::Ghost})) open_dialog("decline");
    ImGui::SameLine();
    icon_button("filter", icons::kFilter, "Filter", {.kind = ButtonKind::Ghost, .shortcut = "F"});
    ImGui::SameLine();
    if (icon_button("more", icons::kMore, "More")) open_menu("more-menu");
    if (begin_menu("more-menu")) {
        menu_heading("Card");
        if (menu_item("copy", "Copy link", {.icon = icons::kLink, .shortcut = "Ctrl+L"}))
            state.last_pressed = "copy";
        menu_item("pin", "Pinned", {.selected = true});
        menu_item("move", "Move on",
                  {.icon = icons::kArrowRight,
                   .enabled = false,
                   .disabled_why = "Review is full: 3 of 3"});
        menu_separator();
        menu_item("void", "Void …", {.icon = icons::kDelete, .danger = true});
        end_menu();
    }
    danger_button("void", "Void card", icons::kDelete);
    ImGui::SameLine();
    button("off", "Deliver",
           {.kind = ButtonKind::Primary,
            .disabled = true,
            .disabled_why = "Three gate items are open"});
    ImGui::SameLine();
    button("small", "Small", {.size = ButtonSize::Small, .badge = "3"});
    ImGui::SameLine();
    button("picked", "Selected", {.size = ButtonSize::Small, .selected = true});
    link("why", "Why is it off?");
    ImGui::SameLine();
    key_cap("Ctrl+Shift+P");
    end_panel();
}

void marks() {
    begin_panel("marks");
    section_header("Marks", "7");
    chip("Standard", {.icon = icons::kStandard});
    ImGui::SameLine();
    chip("Fixed date",
         {.icon = icons::kFixedDate, .colours = &theme().service_class(ServiceClass::FixedDate)});
    ImGui::SameLine();
    chip("Expedite",
         {.icon = icons::kExpedite, .colours = &theme().service_class(ServiceClass::Expedite)});
    ImGui::SameLine();
    chip("Intangible",
         {.icon = icons::kIntangible, .colours = &theme().service_class(ServiceClass::Intangible)});
    constexpr std::array kAges{"2 d", "6 d", "11 d", "19 d"};
    for (std::size_t i = 0; i < kAges.size(); ++i) {
        if (i > 0) ImGui::SameLine();
        chip(kAges[i],
             {.icon = i == 3 ? icons::kAlert : icons::kClock, .colours = &theme().ages[i]});
    }
    ImGui::SameLine();
    chip("Blocked 3 d", {.tone = Tone::Danger, .icon = icons::kBlocked});
    chip("Ready", {.tone = Tone::Success});
    ImGui::SameLine();
    chip("Outlined", {.outlined = true});
    ImGui::SameLine();
    chip("A label that is far too long for its place",
         {.tone = Tone::Info, .max_width = 150.0f * sizes().scale});
    ImGui::SameLine();
    removable_chip("remove", "Email");
    ImGui::SameLine();
    pending_mark();
    chip_button("mine", "My cards", true);
    ImGui::SameLine();
    chip_button("blocked", "Blocked", false, {.icon = icons::kBlocked});
    ImGui::SameLine();
    chip_button("late", "Beyond SLE", false);
    constexpr std::array kNames{"Ada Lovelace", "Grace Hopper",    "Katherine Johnson",
                                "Mary Jackson", "Dorothy Vaughan", "Annie Easley",
                                "Hedy Lamarr",  "Radia Perlman",   "Barbara Liskov",
                                "Joan Clarke",  "Évelyne Ü",       "山田 花子"};
    for (std::size_t i = 0; i < kNames.size(); ++i) {
        if (i > 0) ImGui::SameLine(0.0f, sizes().xs + sizes().xxs);
        avatar({.name = kNames[i], .colour = i});
    }
    for (std::size_t i = 0; i < kCategoryCount; ++i) {
        if (i > 0) ImGui::SameLine(0.0f, sizes().sm);
        category_dot(i);
    }
    end_panel();
}

void switches(GalleryState& state) {
    begin_panel("switches");
    constexpr std::array kTabs{
        TabItem{.id = "details", .label = "Details"},
        TabItem{.id = "checklist", .label = "Checklist", .icon = icons::kChecklist, .badge = "2/5"},
        TabItem{.id = "log", .label = "History"}};
    tabs("tabs", state.tab, kTabs);
    checkbox("legal", "Legal has seen it", state.legal);
    checkbox("a11y", "Accessibility checked", state.notify,
             "Contrast, headings, alternative texts");
    toggle("digest", "Weekly digest", state.notify, "Every Monday at nine");
    end_panel();
}

}  // namespace

void gallery_controls(GalleryState& state) {
    buttons(state);
    marks();
    switches(state);
    constexpr std::array kActions{NoticeAction{.id = "override", .label = "Override …"},
                                  NoticeAction{.id = "swap", .label = "Choose what leaves"}};
    notice("full", {.tone = Tone::Danger,
                    .title = "Review is full: 3 of 3",
                    .text = "A place frees when one of MKT-12, MKT-31 or MKT-40 moves on.",
                    .remedy = "MKT-12 waits for approval since 3 days.",
                    .actions = kActions});
    notice("similar", {.tone = Tone::Info,
                       .title = "A similar request is open",
                       .text = "R-118 “Landing page for the autumn launch” by Mary Jackson.",
                       .closable = true});
    notice("sle", {.tone = Tone::Warning, .text = "Two cards are beyond their SLE."});
    notice("saved",
           {.tone = Tone::Success, .text = "Review closed. Its three decisions were published."});
}

void gallery_overlays(GalleryState& state) {
    if (begin_dialog("decline", {.title = "Decline the request?",
                                 .text = "The requester sees the reason and may file it again.",
                                 .icon = icons::kClose,
                                 .tone = Tone::Danger,
                                 .confirm = "Decline",
                                 .confirm_enabled = !state.dialog_text.empty(),
                                 .confirm_disabled_why = "Give a reason first"})) {
        text_field("reason", state.dialog_text,
                   {.label = "Reason",
                    .placeholder = "Serves no objective of this quarter",
                    .required = true});
        const DialogResult result = end_dialog();
        if (result == DialogResult::Confirmed) state.last_pressed = "declined";
        if (result == DialogResult::Cancelled) state.last_pressed = "cancelled";
    }
    if (!state.show_overlays) return;
    const ImVec2 view = ImGui::GetMainViewport()->Size;
    floating_notice("refused",
                    {.tone = Tone::Danger,
                     .title = "Not moved: Create is full",
                     .text = "4 of 4 places are taken.",
                     .remedy = "Finish or return one card first."},
                    {view.x * 0.5f, view.y * 0.55f}, {view.x * 0.55f, view.y * 0.6f});
    if (const auto action = state.toasts.draw(ImGui::GetTime())) state.last_pressed = *action;
}

}  // namespace throughline::gui::headless
