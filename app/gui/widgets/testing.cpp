#include "app/gui/widgets/testing.h"

#include <string>

#include "imgui_internal.h"

namespace throughline::gui {

bool test_hooks_on() {
    return ImGui::GetCurrentContext()->TestEngineHookItems;
}

void test_id(std::string_view name) {
    ImGuiContext& g = *ImGui::GetCurrentContext();
    if (!g.TestEngineHookItems || g.LastItemData.ID == 0) return;
    const std::string copy(name);
    ImGuiTestEngineHook_ItemInfo(&g, g.LastItemData.ID, copy.c_str(), g.LastItemData.StatusFlags);
}

void test_text(std::string_view text, ImVec2 min, ImVec2 max) {
    ImGuiContext& g = *ImGui::GetCurrentContext();
    if (!g.TestEngineHookItems || text.empty() || g.CurrentWindow == nullptr) return;
    if (!g.CurrentWindow->ClipRect.Overlaps(ImRect(min, max))) return;
    const std::string copy(text);
    ImGuiTestEngineHook_ItemInfo(&g, 0, copy.c_str(), ImGuiItemStatusFlags_None);
}

}  // namespace throughline::gui
