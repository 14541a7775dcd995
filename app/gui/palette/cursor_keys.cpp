#include "app/gui/palette/cursor_keys.h"

#include "app/gui/palette/shortcut.h"
#include "imgui_internal.h"

namespace throughline::gui::palette {

void CursorKeys::take() {
    frame_ = ImGui::GetFrameCount();
    const ImGuiContext& g = *ImGui::GetCurrentContext();
    const bool is_focused =
        g.NavWindow == nullptr ||
        ImGui::IsWindowFocused(ImGuiFocusedFlags_RootWindow | ImGuiFocusedFlags_ChildWindows);
    const bool is_free = is_focused && !is_typing() && !is_popup_open();
    if (is_free && ImGui::IsKeyPressed(ImGuiKey_Tab, false)) on_controls_ = true;
    const bool left = is_free && ImGui::IsKeyPressed(ImGuiKey_Escape, false);
    if (on_controls_ && (left || ImGui::IsMouseClicked(ImGuiMouseButton_Left))) {
        on_controls_ = false;
        ImGui::SetNavCursorVisible(false);
    }
    listens_ = is_free && !on_controls_;
    if (!listens_) return;
    if (g.NavCursorVisible) ImGui::SetNavCursorVisible(false);
    const ImGuiID owner = ImGui::GetID("cursor-keys");
    for (const ImGuiKey key :
         {ImGuiKey_LeftArrow, ImGuiKey_RightArrow, ImGuiKey_UpArrow, ImGuiKey_DownArrow,
          ImGuiKey_Enter, ImGuiKey_PageUp, ImGuiKey_PageDown}) {
        own_key(key, owner);
    }
}

bool CursorKeys::is_here() const {
    return listens_ && ImGui::GetFrameCount() - frame_ <= 1;
}

}  // namespace throughline::gui::palette
