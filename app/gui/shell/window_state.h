#pragma once
// What a Window holds. Only window.cpp and window_open.cpp use this.

#include <atomic>
#include <cstdint>
#include <memory>

#include "app/gui/shell/pacing.h"
#include "app/gui/shell/signal_watch.h"
#include "app/gui/shell/window.h"

struct GLFWwindow;
struct ImGuiContext;

namespace throughline::gui::shell {

struct Window::State {
    GLFWwindow* window = nullptr;
    ImGuiContext* context = nullptr;
    ThemeSettings theme;
    float content_scale = 1.0f;
    bool scale_moved = false;
    bool software = false;
    bool dirty = true;  // damaged or resized
    std::atomic<bool> woken{false};
    std::atomic<bool> close_wanted{false};
    std::uint64_t frames_shown = 0;
    int windowed_x = 0, windowed_y = 0, windowed_width = 0, windowed_height = 0;
    Pacing pacing;
    std::unique_ptr<SignalWatch> signals;

    void apply_scaled_theme() const;
    [[nodiscard]] bool take_events();
    static State& of(GLFWwindow* w);
    void start_imgui();
    void draw_frame(App& app);
    void show();
    ~State();
};

}  // namespace throughline::gui::shell
