#include "app/gui/shell/window.h"

#include <GL/gl.h>
#include <GLFW/glfw3.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <string_view>

#include "app/gui/shell/pacing.h"
#include "app/gui/shell/signal_watch.h"
#include "app/gui/theme/fonts.h"
#include "imgui.h"
#include "imgui_impl_glfw.h"
#include "imgui_impl_opengl3.h"
#include "imgui_internal.h"

namespace throughline::gui::shell {
namespace {

constexpr int kMostDrainFrames = 64;  // input frames worked off before one is shown
constexpr double kBlink_s = 0.4;

// GLFW reports by callback only; kept for the sentence that open() gives back.
std::string& last_glfw_error() {
    static std::string text;
    return text;
}

void on_glfw_error(int, const char* description) {
    last_glfw_error() = description;
}

bool is_software(std::string_view renderer) {
    for (const std::string_view name :
         {"llvmpipe", "softpipe", "SwiftShader", "Software Rasterizer", "swrast"}) {
        if (renderer.find(name) != std::string_view::npos) return true;
    }
    return false;
}

void hint_context() {
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 2);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
    glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
}

void set_icon(GLFWwindow* window, const WindowOptions& options) {
    const auto side = static_cast<std::size_t>(std::max(options.icon_size, 0));
    if (side == 0 || options.icon_rgba.size() != side * side * 4) return;
    std::string copy(options.icon_rgba.begin(), options.icon_rgba.end());
    const GLFWimage image{options.icon_size, options.icon_size,
                          reinterpret_cast<unsigned char*>(copy.data())};
    glfwSetWindowIcon(window, 1, &image);
}

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

std::string no_window_text(std::string_view what, std::string_view remedy) {
    std::string text(what);
    if (!last_glfw_error().empty()) text += " (" + last_glfw_error() + ")";
    return text + ". " + std::string(remedy);
}

}  // namespace

double App::next_deadline_s() const {
    return std::numeric_limits<double>::infinity();
}

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

    void apply_scaled_theme() const {
        ThemeSettings scaled = theme;
        scaled.scale = std::clamp(theme.scale * content_scale, 0.5f, 4.0f);
        apply_theme(scaled);
    }
    [[nodiscard]] bool take_events();
    static State& of(GLFWwindow* w) { return *static_cast<State*>(glfwGetWindowUserPointer(w)); }
    void start_imgui();
    void draw_frame(App& app);
    void show();
    ~State();
};

Window::State::~State() {
    if (context != nullptr) {
        ImGui_ImplOpenGL3_Shutdown();
        ImGui_ImplGlfw_Shutdown();
        ImGui::DestroyContext(context);
    }
    if (window != nullptr) glfwDestroyWindow(window);
    signals.reset();
    glfwTerminate();
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
        ImGui::NewFrame();
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

WindowOpen Window::open(const WindowOptions& options) {
    last_glfw_error().clear();
    glfwSetErrorCallback(on_glfw_error);
    if (glfwInit() != GLFW_TRUE) {
        return {.window = nullptr,
                .error = no_window_text(
                    "There is no display to open a window on",
                    "Start Throughline from a desktop session, or use the command line")};
    }
    auto state = std::make_unique<State>();
    hint_context();
    glfwWindowHint(GLFW_MAXIMIZED, options.maximized ? GLFW_TRUE : GLFW_FALSE);
    state->window =
        glfwCreateWindow(options.width, options.height, options.title.c_str(), nullptr, nullptr);
    if (state->window == nullptr) {
        return {.window = nullptr,
                .error = no_window_text(
                    "No window could be opened",
                    "Throughline needs OpenGL 3.2; on Debian install libgl1-mesa-dri")};
    }
    glfwMakeContextCurrent(state->window);
    glfwSwapInterval(1);
    set_icon(state->window, options);
    state->theme = options.theme;
    state->start_imgui();
    State* raw = state.get();
    state->signals = std::make_unique<SignalWatch>([raw] {
        raw->close_wanted = true;
        raw->woken = true;
        glfwPostEmptyEvent();
    });
    return {.window = std::unique_ptr<Window>(new Window(std::move(state))), .error = {}};
}

void Window::State::start_imgui() {
    glfwSetWindowUserPointer(window, this);
    glfwSetFramebufferSizeCallback(window, [](GLFWwindow* w, int, int) { of(w).dirty = true; });
    glfwSetWindowRefreshCallback(window, [](GLFWwindow* w) { of(w).dirty = true; });
    glfwSetWindowContentScaleCallback(window, [](GLFWwindow* w, float x, float) {
        of(w).content_scale = x;
        of(w).scale_moved = true;
    });
    context = ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;  // the app keeps its own view state
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    const auto* renderer = reinterpret_cast<const char*>(glGetString(GL_RENDERER));
    software = renderer != nullptr && is_software(renderer);
    io.ConfigInputTextCursorBlink = !software;  // each blink would cost a slow full frame
    ImGui_ImplGlfw_InitForOpenGL(window, true);
    ImGui_ImplOpenGL3_Init("#version 150");
    float scale_y = 1.0f;
    glfwGetWindowContentScale(window, &content_scale, &scale_y);
    apply_scaled_theme();
    load_fonts();
}

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
