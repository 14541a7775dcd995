#include "app/gui/palette/shortcuts_view.h"

#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/choice.h"
#include "app/gui/widgets/dialog.h"
#include "app/gui/widgets/field.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/text.h"

#include <algorithm>

namespace throughline::gui::palette {
namespace {

constexpr const char* kDialog = "keyboard-shortcuts";

// Titles on the left, keys on the right.
void draw_row(const Action& action) {
    const Sizes& size = sizes();
    const ImVec2 at = place({width_left(), size.row - size.xs});
    const float width = width_left();
    const float y = at.y + (size.row - size.xs) * 0.5f;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    float right = at.x + width;
    for (auto keys = action.shortcuts.rbegin(); keys != action.shortcuts.rend(); ++keys) {
        right -= key_cap_width(*keys);
        draw_key_cap(list, {right, y}, *keys);
        right -= size.sm;
        if (std::next(keys) != action.shortcuts.rend()) {
            right -= text_width("or", caption_style());
            draw_text_middle(list, {right, y}, "or", caption_style());
            right -= size.sm;
        }
    }
    draw_text_middle(list, {at.x, y}, action.title, body_style(), right - at.x);
}

}  // namespace

void ShortcutsView::draw(const Actions& actions) {
    if (wants_open_) {
        wants_open_ = false;
        query_.clear();
        open_dialog(kDialog);
    }
    const DialogOptions options{
        .title = "Keyboard shortcuts",
        .text = "Everything works without a mouse. Ctrl+K finds any of these by name.",
        .confirm = {},
        .cancel = "Close",
        .width = 620.0f,
        .body_height = 520.0f};
    if (!begin_dialog(kDialog, options)) return;
    search_box("shortcuts-query", query_, "Find a shortcut", {}, 0.0f, ImGui::IsWindowAppearing());
    gap(sizes().sm);
    draw_sections(actions);
    end_dialog();
}

void ShortcutsView::draw_sections(const Actions& actions) {
    std::vector<std::string_view> sections;
    for (const Action& action : actions.all()) {
        const bool known =
            std::find(sections.begin(), sections.end(), action.section) != sections.end();
        if (!known && !action.shortcuts.empty()) sections.push_back(action.section);
    }
    for (const std::string_view section : sections) {
        bool begun = false;
        for (const Action& action : actions.all()) {
            if (action.section != section || action.shortcuts.empty()) continue;
            if (!matches_query(action.title + " " + action.shortcuts.front() + " " + action.section,
                               query_))
                continue;
            if (!std::exchange(begun, true)) {
                gap(sizes().md);
                section_header(section);
            }
            draw_row(action);
        }
    }
}

}  // namespace throughline::gui::palette
