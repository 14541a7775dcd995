#pragma once
// Keys in the order they were pressed, without a window system: testable by itself. Dear ImGui
// takes as many queued events into one frame as it can without losing a press; the modifiers of
// that frame are those of its last event. So Ctrl+K that is pressed and let go at once, Ctrl first,
// would be heard as K. Here a frame ends before the modifiers change behind a pressed key, and
// before a second key is pressed: each press is heard with the modifiers it was pressed with.

#include "imgui.h"
#include "imgui_internal.h"

namespace throughline::gui::shell {

inline bool is_modifier(ImGuiKey key) {
    return (key & ImGuiMod_Mask_) != 0 || (key >= ImGuiKey_LeftCtrl && key <= ImGuiKey_RightSuper);
}

// How many events of the queue, from its front, one frame may hear.
inline int events_of_one_frame(const ImVector<ImGuiInputEvent>& queue) {
    bool pressed = false;
    for (int i = 0; i < queue.Size; ++i) {
        const ImGuiInputEvent& event = queue[i];
        if (event.Type != ImGuiInputEventType_Key) continue;
        const bool modifier = is_modifier(event.Key.Key);
        if (pressed && (modifier || event.Key.Down)) return i;
        pressed = pressed || (!modifier && event.Key.Down);
    }
    return queue.Size;
}

// Keeps the later events back while it lives: around ImGui::NewFrame.
class KeyOrder {
public:
    explicit KeyOrder(ImGuiContext& context) : queue_(context.InputEventsQueue) {
        const int now = events_of_one_frame(queue_);
        for (int i = now; i < queue_.Size; ++i)
            later_.push_back(queue_[i]);
        queue_.resize(now);
    }
    ~KeyOrder() {
        for (const ImGuiInputEvent& event : later_)
            queue_.push_back(event);
    }
    KeyOrder(const KeyOrder&) = delete;
    KeyOrder& operator=(const KeyOrder&) = delete;

private:
    ImVector<ImGuiInputEvent>& queue_;
    ImVector<ImGuiInputEvent> later_;
};

}  // namespace throughline::gui::shell
