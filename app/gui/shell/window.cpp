#include "app/gui/shell/window.h"

#include <GL/gl.h>
#include <GLFW/glfw3.h>

#include <algorithm>
#include <limits>

#include "app/gui/shell/key_order.h"
#include "app/gui/shell/window_state.h"
#include "imgui.h"
#include "imgui_impl_glfw.h"
#include "imgui_impl_opengl3.h"
#include "imgui_internal.h"

namespace throughline::gui::shell {
namespace {

constexpr int kMostDrainFrames = 64;  // input frames worked off before one is shown
constexpr double kBlink_s = 0.4;

// The screen that holds a point, else the first one.
GLFWmonitor* monitor_under(int x, int y) {
    int count = 0;
    GLFWmonitor** monitors = glfwGetMonitors(&count);
    for (int i = 0; i < count; ++i) {
        int left = 0;
        int top = 0;
        glfwGetMonitorPos(monitors[i], &left, &top);
        const GLFWvidmode* mode = glfwGetVideoMode(monitors[i]);
        if (x >= left && x < left + mode->width && y >= top && y < top + mode->height)
            return monitors[i];
    }
    return glfwGetPrimaryMonitor();
}

}  // namespace

double App::next_deadline_s() const {
    return std::numeric_limits<double>::infinity();
}

// Whether something happened that asks for frames.
bool Window::State::take_events() {
    bool happened = !context->InputEventsQueue.empty() || dirty || scale_moved;
    dirty = false;
    if (woken.exchange(false)) happened = true;
    if (glfwWindowShouldClose(window)) {
        glfwSetWindowShouldClose(window, GLFW_FALSE);
        close_wanted = true;
        happened = true;
    }
    return happened;
}

// Works off all queued input, then shows one frame: on a machine without a GPU showing costs a
// hundred times more than building, and typing would lag behind.
void Window::State::draw_frame(App& app) {
    ImGui_ImplOpenGL3_NewFrame();
    for (int i = 0; i < kMostDrainFrames; ++i) {
        ImGui_ImplGlfw_NewFrame();
        {
            const KeyOrder order(*context);
            ImGui::NewFrame();
        }
        app.frame();
        ImGui::Render();
        if (context->InputEventsQueue.empty()) break;
    }
    show();
}

void Window::State::show() {
    int width = 0;
    int height = 0;
    glfwGetFramebufferSize(window, &width, &height);
    if (width <= 0 || height <= 0) return;  // minimised
    const ImVec4 ground = to_vec4(gui::theme().bg);
    glViewport(0, 0, width, height);
    glClearColor(ground.x, ground.y, ground.z, 1.0f);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    glfwSwapBuffers(window);
    ++frames_shown;
}

Window::Window(std::unique_ptr<State> state) : state_(std::move(state)) {}

Window::~Window() = default;

int Window::run(App& app) {
    State& s = *state_;
    app.scale_changed(s.content_scale);
    while (true) {
        const double wait = s.pacing.wait_s(now_s());
        if (wait > 0.0) {
            glfwWaitEventsTimeout(wait);
        } else {
            glfwPollEvents();
        }
        const double now = now_s();
        if (s.take_events()) s.pacing.happened(now);
        if (!s.pacing.due(now)) continue;  // woken for nothing
        if (s.scale_moved) {
            s.scale_moved = false;
            s.apply_scaled_theme();
            app.scale_changed(s.content_scale);
        }
        if (app.before_frame()) s.pacing.happened(now);
        if (s.close_wanted && app.may_close()) return 0;
        s.draw_frame(app);
        s.pacing.drawn(now);
        s.pacing.set_deadline(app.next_deadline_s());
        const ImGuiIO& io = ImGui::GetIO();
        s.pacing.set_blink(io.WantTextInput && io.ConfigInputTextCursorBlink ? kBlink_s : 0.0);
    }
}

void Window::wake() {
    state_->woken = true;
    glfwPostEmptyEvent();
}

void Window::request_close() {
    state_->close_wanted = true;
    wake();
}

void Window::cancel_close() {
    state_->close_wanted = false;
}

void Window::set_title(const std::string& title) {
    glfwSetWindowTitle(state_->window, title.c_str());
}

void Window::set_theme(const ThemeSettings& settings) {
    state_->theme = settings;
    state_->apply_scaled_theme();
    state_->dirty = true;
}

const ThemeSettings& Window::theme_settings() const {
    return state_->theme;
}

float Window::content_scale() const {
    return state_->content_scale;
}

bool Window::fullscreen() const {
    return glfwGetWindowMonitor(state_->window) != nullptr;
}

void Window::set_fullscreen(bool on) {
    State& s = *state_;
    if (on == fullscreen()) return;
    if (!on) {
        glfwSetWindowMonitor(s.window, nullptr, s.windowed_x, s.windowed_y, s.windowed_width,
                             s.windowed_height, GLFW_DONT_CARE);
        return;
    }
    glfwGetWindowPos(s.window, &s.windowed_x, &s.windowed_y);
    glfwGetWindowSize(s.window, &s.windowed_width, &s.windowed_height);
    GLFWmonitor* monitor =
        monitor_under(s.windowed_x + s.windowed_width / 2, s.windowed_y + s.windowed_height / 2);
    if (monitor == nullptr) return;
    const GLFWvidmode* mode = glfwGetVideoMode(monitor);
    glfwSetWindowMonitor(s.window, monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
}

bool Window::software_rendering() const {
    return state_->software;
}

double Window::now_s() const {
    return glfwGetTime();
}

std::uint64_t Window::frames_shown() const {
    return state_->frames_shown;
}

}  // namespace throughline::gui::shell
