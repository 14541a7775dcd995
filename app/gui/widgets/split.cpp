#include <algorithm>
#include <vector>

#include "app/gui/theme/context_state.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"

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
};

float handle_size() {
    return sizes().sm;
}

void begin_pane(const char* id, ImVec2 size) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0.0f, 0.0f});
    ImGui::BeginChild(id, size, ImGuiChildFlags_NavFlattened, ImGuiWindowFlags_NoSavedSettings);
    ImGui::PopStyleVar();
}

// Drag with the mouse, or arrows while the handle has the keyboard.
void handle(OpenSplit& split, bool columns) {
    const ImVec2 size =
        columns ? ImVec2{handle_size(), split.size.y} : ImVec2{split.size.x, handle_size()};
    const Pressable item = press_item("divider", "Divider", size, ImGuiButtonFlags_NoNavFocus);
    if (item.hovered || item.held)
        ImGui::SetMouseCursor(columns ? ImGuiMouseCursor_ResizeEW : ImGuiMouseCursor_ResizeNS);
    if (item.held) {
        const ImVec2 delta = ImGui::GetIO().MouseDelta;
        const float wanted = split.first_px + (columns ? delta.x : delta.y);
        const float least = split.options.min_first * sizes().scale;
        *split.first = std::clamp(wanted, least, std::max(least, split.most_px)) / sizes().scale;
    }
    const Theme& t = theme();
    const ImU32 colour =
        item.held ? t.accent : (item.hovered || item.focused ? t.border_strong : t.border);
    const ImVec2 middle = item.middle();
    const float half = sizes().hair * 0.5f;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (columns) {
        list.AddRectFilled({middle.x - half, item.min.y}, {middle.x + half, item.max.y}, colour);
    } else {
        list.AddRectFilled({item.min.x, middle.y - half}, {item.max.x, middle.y + half}, colour);
    }
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
