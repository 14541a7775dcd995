// Title, key, where the card stands, its age, and the named acts.
#include "app/gui/card/panel_state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/menu.h"
#include "app/gui/widgets/text.h"

#include "imgui.h"

namespace throughline::gui::card {
namespace {

using palette::CardAct;

struct ActLook {
    const char* id;
    std::string_view label;
    const char* icon;
};

ActLook look_of(CardAct act) {
    switch (act) {
        case CardAct::Move: return {"card-move", "Move", icons::kArrowRight};
        case CardAct::Block: return {"card-block", "Block", icons::kBlocked};
        case CardAct::Unblock: return {"card-unblock", "Clear blocker", icons::kCheckCircle};
        case CardAct::Return: return {"card-return", "Return", icons::kArrowLeft};
        case CardAct::Discard: return {"card-discard", "Discard", icons::kDelete};
        case CardAct::Archive: return {"card-archive", "Archive", icons::kArchive};
        case CardAct::TradeOut: return {"card-trade-out", "Trade out", icons::kSwap};
        case CardAct::Void: return {"card-void", "Void", icons::kClose};
        case CardAct::Restore: return {"card-restore", "Restore", icons::kUndo};
    }
    return {"card-act", "", nullptr};
}

const ToneColours* age_colours(flow::AgeState state) {
    switch (state) {
        case flow::AgeState::Unknown: return nullptr;
        case flow::AgeState::Fresh: return &theme().age(AgeState::Fresh);
        case flow::AgeState::Watch: return &theme().age(AgeState::Watch);
        case flow::AgeState::AtRisk: return &theme().age(AgeState::AtRisk);
        case flow::AgeState::BeyondSle: return &theme().age(AgeState::Beyond);
    }
    return nullptr;
}

void flow_chip(std::string_view label, const ChipStyle& style) {
    flow(chip_size(label, style).x);
    chip(label, style);
}

void draw_chips(const CardDetail& d) {
    chip(d.state, {.tone = d.on_board ? Tone::Neutral : Tone::Warning});
    if (!d.column.empty()) flow_chip(d.column, {.tone = Tone::Info, .icon = icons::kBoard});
    if (d.blocked) flow_chip("Blocked", {.tone = Tone::Danger, .icon = icons::kBlocked});
    if (!d.age.empty()) {
        const std::string words = d.age_word.empty() ? d.age : d.age + ", " + d.age_word;
        flow_chip(words, {.icon = icons::kClock, .colours = age_colours(d.age_state)});
    }
    if (!d.type.empty()) flow_chip(d.type, {.icon = icons::kDocument, .outlined = true});
    if (!d.dri.empty()) flow_chip(d.dri, {.icon = icons::kPerson, .outlined = true});
}

void draw_acts(CardPanel::State& state) {
    bool first = true;
    for (const ActRow& row : state.detail.acts) {
        const ActLook look = look_of(row.act);
        const ButtonOptions options{.size = ButtonSize::Small, .icon = look.icon, .disabled = !row.why_not.empty(), .disabled_why = row.why_not};
        if (!first) flow(button_width(look.label, options));
        first = false;
        if (button(look.id, look.label, options)) state.acts.ask(row.act, {state.card});
    }
}

void draw_key(CardPanel::State& state, Context& context) {
    const CardDetail& d = state.detail;
    text(d.key, {.size = text_size::kHeading, .weight = Weight::Semibold, .colour = theme().text_muted});
    ImGui::SameLine(0.0f, sizes().xs);
    if (icon_button("card-copy-key", icons::kCopy, "Copy key", {.kind = ButtonKind::Ghost, .size = ButtonSize::Small})) {
        context.copy_text(d.key);
        context.toast({.text = "Copied " + d.key});
    }
    if (d.pending) {
        ImGui::SameLine(0.0f, sizes().sm);
        pending_mark("Not yet saved");
    }
    align_right(button_height(ButtonSize::Small));
    if (icon_button("card-close", icons::kClose, "Close", {.kind = ButtonKind::Ghost, .size = ButtonSize::Small, .shortcut = "Esc"})) state.closing = true;
}

}  // namespace

void draw_head(CardPanel::State& state, Context& context) {
    const CardDetail& d = state.detail;
    draw_key(state, context);
    if (!d.found) {
        text("This card is not there any more.", muted_style());
        return;
    }
    edit_line(state, "card-title", "title", {.name = "Title", .focus = false});
    gap(sizes().sm);
    draw_chips(d);
    if (!d.forecast.empty()) paragraph(d.forecast, {.size = text_size::kSmall, .colour = theme().text_muted});
    gap(sizes().sm);
    draw_acts(state);
}

}  // namespace throughline::gui::card
