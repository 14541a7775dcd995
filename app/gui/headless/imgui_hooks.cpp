#include "app/gui/headless/imgui_hooks.h"

#include "imgui.h"
#include "imgui_internal.h"

namespace throughline::gui::headless {
namespace {

// The context itself carries the recorder: Dear ImGui keeps one pointer for a test engine.
ItemRecorder* recorder_of(ImGuiContext* context) {
    return static_cast<ItemRecorder*>(context->TestEngine);
}

}  // namespace

void set_item_recorder(ImGuiContext& context, ItemRecorder* recorder) {
    context.TestEngine = recorder;
    context.TestEngineHookItems = recorder != nullptr;
}

}  // namespace throughline::gui::headless

// Names and signatures are Dear ImGui's.
void ImGuiTestEngineHook_ItemAdd(ImGuiContext* context, ImGuiID id, const ImRect& rect,
                                 const ImGuiLastItemData*) {
    if (auto* r = throughline::gui::headless::recorder_of(context); r != nullptr)
        r->item_add(*context, id, rect);
}

void ImGuiTestEngineHook_ItemInfo(ImGuiContext* context, ImGuiID id, const char* label,
                                  ImGuiItemStatusFlags flags) {
    auto* r = throughline::gui::headless::recorder_of(context);
    if (r != nullptr && label != nullptr) r->item_info(*context, id, label, flags);
}

void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}

const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) {
    return "";
}
