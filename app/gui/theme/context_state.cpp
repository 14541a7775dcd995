#include "app/gui/theme/context_state.h"

#include "imgui.h"
#include "imgui_internal.h"

namespace throughline::gui::detail {
namespace {

// The hooks that a context keeps for extensions are where our objects hang; Owner marks them as
// ours.
constexpr ImGuiID kOwner = 0x7468726c;

struct Slot {
    const void* key = nullptr;
    std::unique_ptr<StateBase> state;
};

void destroy_slot(ImGuiContext*, ImGuiContextHook* hook) {
    delete static_cast<Slot*>(hook->UserData);
    hook->UserData = nullptr;
}

}  // namespace

StateBase* find_state(const void* key) {
    for (const ImGuiContextHook& hook : ImGui::GetCurrentContext()->Hooks) {
        if (hook.Owner != kOwner || hook.UserData == nullptr) continue;
        const auto* slot = static_cast<const Slot*>(hook.UserData);
        if (slot->key == key) return slot->state.get();
    }
    return nullptr;
}

StateBase* add_state(const void* key, std::unique_ptr<StateBase> state) {
    StateBase* result = state.get();
    ImGuiContextHook hook;
    hook.Type = ImGuiContextHookType_Shutdown;
    hook.Owner = kOwner;
    hook.Callback = destroy_slot;
    hook.UserData = new Slot{key, std::move(state)};  // freed by destroy_slot when the context ends
    ImGui::AddContextHook(ImGui::GetCurrentContext(), &hook);
    return result;
}

}  // namespace throughline::gui::detail
