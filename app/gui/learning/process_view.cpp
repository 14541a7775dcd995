// The process map of a template: a box for each step, joined by arrows, wrapped into rows.
#include "app/gui/learning/learning_state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/menu.h"
#include "app/gui/widgets/text.h"
#include "imgui.h"

#include <algorithm>

namespace throughline::gui::learning {
namespace {

constexpr float kBoxWidth = 208.0f;  // unscaled
constexpr float kBoxHeight = 168.0f;
constexpr float kArrow = 30.0f;

// One line of a box with its label; the height it took.
float draw_fact(ImDrawList& list, ImVec2 at, float width, std::string_view label,
                const std::string& words) {
    if (words.empty()) return 0.0f;
    const TextStyle small{.size = text_size::kCaption, .colour = theme().text_muted};
    return draw_wrapped(list, at, std::string(label) + words, small, width, 2) + sizes().xxs;
}

void draw_box_text(ImDrawList& list, ImVec2 min, ImVec2 max, const StepRow& step) {
    const float pad = sizes().sm;
    const float width = max.x - min.x - 2.0f * pad;
    ImVec2 at{min.x + pad, min.y + pad};
    list.PushClipRect(min, max, true);
    at.y += draw_wrapped(list, at, std::to_string(step.place) + ". " + step.title,
                         {.weight = Weight::Semibold}, width, 2);
    const std::string who = step.role + (step.hours.empty() ? "" : ", " + step.hours);
    at.y += draw_wrapped(list, at, who,
                         {.size = text_size::kSmall, .colour = theme().tone(Tone::Accent).ink},
                         width, 1) +
            sizes().xs;
    at.y += draw_fact(list, at, width, "Needs: ", step.inputs);
    at.y += draw_fact(list, at, width, "Gives: ", step.outputs);
    (void)draw_fact(list, at, width, "Rule: ", step.rule);
    list.PopClipRect();
}

std::string whole_of(const StepRow& step) {
    const auto line = [](const char* label, const std::string& words) {
        return words.empty() ? std::string() : std::string("\n") + label + words;
    };
    return step.title + "\nBy " + step.role + line("Allowed: ", step.hours) +
           line("Needs: ", step.inputs) + line("Gives: ", step.outputs) + line("Rule: ", step.rule);
}

struct BoxEvents {
    bool pressed = false;
    bool opened = false;
    int moved = 0;  // by Ctrl and an arrow
};

BoxEvents draw_box(const StepRow& step, bool chosen) {
    const ImVec2 size{kBoxWidth * sizes().scale, kBoxHeight * sizes().scale};
    const Pressable item =
        press_item(("step:" + std::to_string(step.place)).c_str(), step.title, size);
    BoxEvents events{.pressed = item.pressed};
    events.opened = item.hovered && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left);
    if (item.focused) {
        if (ImGui::Shortcut(ImGuiMod_Ctrl | ImGuiKey_LeftArrow)) events.moved = -1;
        if (ImGui::Shortcut(ImGuiMod_Ctrl | ImGuiKey_RightArrow)) events.moved = 1;
    }
    if (!item.visible) return events;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const Theme& t = theme();
    list.AddRectFilled(item.min, item.max, item.hovered ? t.card_hover : t.card,
                       sizes().radius_card);
    list.AddRect(item.min, item.max, chosen ? t.tone(Tone::Accent).fill : t.border,
                 sizes().radius_card, 0, (chosen ? 2.0f : 1.0f) * sizes().scale);
    draw_box_text(list, item.min, item.max, step);
    focus_ring_of(item, sizes().radius_card);
    tooltip(whole_of(step));
    return events;
}

// Between two boxes of a row.
void draw_arrow() {
    const float width = kArrow * sizes().scale;
    const ImVec2 at = place({width, kBoxHeight * sizes().scale});
    draw_icon(*ImGui::GetWindowDrawList(),
              {at.x + width * 0.5f, at.y + kBoxHeight * sizes().scale * 0.5f}, icons::kArrowRight,
              theme().text_muted);
}

void move_step(Context& context, model::ProcessStepId id, int to) {
    (void)context.run_with_undo(
        rules::EditRecord{"process_step", id.value, {{"position", std::to_string(to)}}},
        "The step is number " + std::to_string(to) + " now");
}

}  // namespace

void LearningView::State::draw_map(Context& context) {
    const Playbook& book = *playbooks.find(form);
    const int count = static_cast<int>(book.steps.size());
    const std::string why = records::why_not(context, *rules::record_kind("process_step"));
    section_header("Process map", std::to_string(count),
                   book.hours.empty() ? "Who does what, with what, in which time, by which rule."
                                      : "Working hours allowed in all: " + book.hours + ".");
    const auto chosen = std::ranges::find(book.steps, step, &StepRow::id);
    const bool has = chosen != book.steps.end();
    const int place = has ? chosen->place : 0;
    ButtonOptions on_step{.size = ButtonSize::Small, .disabled = !has || !why.empty()};
    on_step.disabled_why = has ? std::string_view(why) : "Choose a step first.";
    const auto act = [&](const char* id, const char* label, const char* glyph, bool possible,
                         std::string_view else_why, std::string_view shortcut) {
        ButtonOptions options = on_step;
        options.icon = glyph;
        options.shortcut = shortcut;
        if (has && why.empty() && !possible) {
            options.disabled = true;
            options.disabled_why = else_why;
        }
        const bool pressed = button(id, label, options);
        ImGui::SameLine(0.0f, sizes().sm);
        return pressed;
    };
    gap(sizes().xs);
    const ButtonOptions add{.kind = count == 0 ? ButtonKind::Primary : ButtonKind::Secondary,
                            .size = ButtonSize::Small,
                            .icon = icons::kPlus,
                            .disabled = !why.empty(),
                            .disabled_why = why};
    if (button("add-step", "Add step", add))
        editor.add("process_step", {{"position", std::to_string(count + 1)}},
                   {{"template", book.handle}});
    ImGui::SameLine(0.0f, sizes().sm);
    int to = place;
    if (act("step-earlier", "Earlier", icons::kArrowLeft, place > 1, "It is the first.",
            "Ctrl+Left"))
        to = place - 1;
    if (act("step-later", "Later", icons::kArrowRight, place < count, "It is the last.",
            "Ctrl+Right"))
        to = place + 1;
    if (act("change-step", "Change", icons::kEdit, true, "", ""))
        editor.edit("process_step", step.value);
    if (act("remove-step", "Remove", icons::kDelete, true, "", ""))
        editor.remove("process_step", step.value);
    ImGui::NewLine();
    gap(sizes().sm);
    if (count == 0) {
        text("No steps yet. Add the first one: what is done, by whom, and what it gives.",
             muted_style());
        return;
    }
    const float box = (kBoxWidth + kArrow) * sizes().scale;
    const int per_row =
        std::max(1, static_cast<int>((width_left() + kArrow * sizes().scale) / box));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, sizes().sm});
    for (int i = 0; i < count; ++i) {
        const StepRow& row = book.steps[static_cast<std::size_t>(i)];
        if (i % per_row != 0) ImGui::SameLine(0, 0);
        const BoxEvents events = draw_box(row, row.id == step);
        if (events.pressed) step = row.id;
        if (events.opened && why.empty()) editor.edit("process_step", row.id.value);
        if (events.moved != 0 && why.empty()) {
            step = row.id;
            to = std::clamp(row.place + events.moved, 1, count);
            if (to != row.place)
                later.emplace_back([id = row.id, to](Context& c) { move_step(c, id, to); });
            to = place;
        }
        if (i + 1 < count) {
            ImGui::SameLine(0, 0);
            draw_arrow();
        }
    }
    ImGui::PopStyleVar();
    if (to != place) later.emplace_back([id = step, to](Context& c) { move_step(c, id, to); });
}

}  // namespace throughline::gui::learning
