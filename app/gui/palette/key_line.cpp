#include "app/gui/palette/key_line.h"

#include "app/gui/widgets/button.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/item.h"
#include "imgui.h"

namespace throughline::gui::palette {
namespace {

float key_width(const Action& action) {
    return key_cap_width(action.shortcuts.front()) + sizes().xs + button_width(action.title);
}

}  // namespace

float key_line_height(const Actions& actions, std::span<const char* const> ids) {
    const Sizes& s = sizes();
    const float room = width_left();
    float used = 0.0f;
    int lines = 1;
    for (const char* id : ids) {
        const float width = key_width(*actions.find(id)) + s.lg;
        if (used > 0.0f && used + width > room) {
            ++lines;
            used = 0.0f;
        }
        used += width;
    }
    return static_cast<float>(lines) * (s.control + s.xs);
}

void draw_key_line(Context& context, const Actions& actions, std::span<const char* const> ids,
                   std::string_view first) {
    const Sizes& s = sizes();
    const Action* pressed = nullptr;
    const float room = ImGui::GetCursorScreenPos().x + width_left();
    bool is_first = true;
    for (const char* id : ids) {
        const Action& action = *actions.find(id);
        if (!is_first) {
            const float next = ImGui::GetItemRectMax().x + s.lg + key_width(action);
            if (next <= room) ImGui::SameLine(0, s.lg);
        }
        is_first = false;
        ButtonOptions options{.kind =
                                  action.id == first ? ButtonKind::Primary : ButtonKind::Secondary};
        options.disabled = !action.is_enabled(context);
        options.disabled_why = "Not possible here";
        if (button(action.id.c_str(), action.title, options)) pressed = &action;
        ImGui::SameLine(0, s.xs);
        key_cap(action.shortcuts.front());
    }
    if (pressed != nullptr) pressed->run(context);
}

}  // namespace throughline::gui::palette
