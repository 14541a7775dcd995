#pragma once
// The four symbols Dear ImGui asks for under IMGUI_ENABLE_TEST_ENGINE, forwarded to the recorder of
// the context they are called for. No recorder, as in the shipped window: nothing happens.
// imgui_hooks.cpp is compiled into imgui_core, not into this room.

#include <string_view>

struct ImGuiContext;
struct ImRect;

namespace throughline::gui::headless {

class ItemRecorder {
public:
    virtual ~ItemRecorder() = default;
    // An item was laid out; its rectangle in screen pixels.
    virtual void item_add(ImGuiContext& context, unsigned id, const ImRect& rect) = 0;
    // An item said its label and status. Id 0: a text that can be read on screen (see test_text).
    virtual void item_info(ImGuiContext& context, unsigned id, std::string_view label,
                           int status_flags) = 0;
};

// Registers the recorder for a context, or none. The recorder must outlive its registration.
void set_item_recorder(ImGuiContext& context, ItemRecorder* recorder);

}  // namespace throughline::gui::headless
