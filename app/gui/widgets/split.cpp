#include <algorithm>
#include <string>
#include <vector>

#include "app/gui/theme/context_state.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/menu.h"

namespace throughline::gui {
namespace {

struct OpenSplit {
    float* first = nullptr;
    SplitOptions options;
    ImVec2 size{0, 0};
    float first_px = 0.0f;
    float most_px = 0.0f;
};

struct Splits {
    std::vector<OpenSplit> stack;
    ImGuiID taken = 0;  // the handle that the arrows move
};

constexpr float kKeyStep = 24.0f;  // unscaled

float handle_size() {
    return sizes().sm;
}

void begin_pane(const char* id, ImVec2 size) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0.0f, 0.0f});
    ImGui::BeginChild(id, size, ImGuiChildFlags_NavFlattened, ImGuiWindowFlags_NoSavedSettings);
    ImGui::PopStyleVar();
}

// How far the keys move the handle that was taken, in pixels. Nothing else hears them meanwhile.
float moved_by_keys(ImGuiID id, bool columns, float whole) {
    float moved = 0.0f;
    const auto key = [&](ImGuiKey which, float by) {
        if (ImGui::IsKeyPressed(which, true)) moved += by;
        ImGui::SetKeyOwner(which, id, ImGuiInputFlags_LockThisFrame);
    };
    const float step = kKeyStep * sizes().scale;
    key(columns ? ImGuiKey_LeftArrow : ImGuiKey_UpArrow, -step);
    key(columns ? ImGuiKey_RightArrow : ImGuiKey_DownArrow, step);
    key(ImGuiKey_Home, -whole);
    key(ImGuiKey_End, whole);
    ImGui::NavMoveRequestCancel();
    return moved;
}

// Enter takes the handle that has the keyboard and lets it go again, as Escape does; going
// elsewhere lets it go too. Result: it is taken.
bool is_taken(const Pressable& item) {
    ImGuiID& taken = context_state<Splits>().taken;
    const bool by_key = item.pressed && ImGui::GetCurrentContext()->NavActivateId == item.id;
    if (by_key) {
        taken = taken == item.id ? 0 : item.id;
    } else if (taken == item.id && (!item.focused || ImGui::IsKeyPressed(ImGuiKey_Escape, false))) {
        taken = 0;
    }
    return taken == item.id;
}

// Drag with the mouse, or take it by Enter and move it with the arrows.
void handle(OpenSplit& split, bool columns) {
    const ImVec2 size =
        columns ? ImVec2{handle_size(), split.size.y} : ImVec2{split.size.x, handle_size()};
    const Pressable item = press_item("divider", "Divider", size, ImGuiButtonFlags_NoNavFocus);
    const std::string_view arrows =
        columns ? "The left and right arrows" : "The up and down arrows";
    if (item.hovered || item.held)
        ImGui::SetMouseCursor(columns ? ImGuiMouseCursor_ResizeEW : ImGuiMouseCursor_ResizeNS);
    const bool taken = item.visible && is_taken(item);
    float moved = 0.0f;
    if (taken) {
        moved = moved_by_keys(item.id, columns, columns ? split.size.x : split.size.y);
    } else if (item.held) {
        const ImVec2 delta = ImGui::GetIO().MouseDelta;
        moved = columns ? delta.x : delta.y;
    }
    if (moved != 0.0f) {
        const float wanted = split.first_px + moved;
        const float least = split.options.min_first * sizes().scale;
        *split.first = std::clamp(wanted, least, std::max(least, split.most_px)) / sizes().scale;
    }
    const Theme& t = theme();
    const ImU32 colour =
        item.held || taken ? t.accent : (item.hovered || item.focused ? t.border_strong : t.border);
    const ImVec2 middle = item.middle();
    const float half = taken ? sizes().xxs : sizes().hair * 0.5f;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (columns) {
        list.AddRectFilled({middle.x - half, item.min.y}, {middle.x + half, item.max.y}, colour);
    } else {
        list.AddRectFilled({item.min.x, middle.y - half}, {item.max.x, middle.y + half}, colour);
    }
    focus_ring_of(item, sizes().radius_sm);
    if (item.focused)
        tooltip(taken ? std::string(arrows) + " move it; Enter lets go" : "Take it and move it",
                taken ? "" : "Enter");
}

}  // namespace

void begin_split(const char* id, float& first, const SplitOptions& options) {
    const bool columns = options.axis == SplitAxis::Columns;
    OpenSplit split{.first = &first, .options = options, .size = ImGui::GetContentRegionAvail()};
    if (options.height > 0.0f) split.size.y = options.height;
    const float whole = columns ? split.size.x : split.size.y;
    split.most_px = whole - handle_size() - options.min_second * sizes().scale;
    const float least = options.min_first * sizes().scale;
    split.first_px = std::clamp(first * sizes().scale, least, std::max(least, split.most_px));
    context_state<Splits>().stack.push_back(split);
    ImGui::PushID(id);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0.0f, 0.0f});
    begin_pane("first", columns ? ImVec2{split.first_px, split.size.y}
                                : ImVec2{split.size.x, split.first_px});
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {sizes().sm, sizes().sm});
}

void split_second() {
    OpenSplit& split = context_state<Splits>().stack.back();
    const bool columns = split.options.axis == SplitAxis::Columns;
    ImGui::PopStyleVar();
    ImGui::EndChild();
    if (columns) ImGui::SameLine();
    handle(split, columns);
    if (columns) ImGui::SameLine();
    const ImVec2 rest = columns
                            ? ImVec2{split.size.x - split.first_px - handle_size(), split.size.y}
                            : ImVec2{split.size.x, split.size.y - split.first_px - handle_size()};
    begin_pane("second", {std::max(rest.x, 1.0f), std::max(rest.y, 1.0f)});
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {sizes().sm, sizes().sm});
}

void end_split() {
    ImGui::PopStyleVar();
    ImGui::EndChild();
    ImGui::PopStyleVar();
    ImGui::PopID();
    context_state<Splits>().stack.pop_back();
}

}  // namespace throughline::gui
