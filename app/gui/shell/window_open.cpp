#include <GL/gl.h>
#include <GLFW/glfw3.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "app/gui/shell/window_state.h"
#include "app/gui/theme/fonts.h"
#include "imgui.h"
#include "imgui_impl_glfw.h"
#include "imgui_impl_opengl3.h"

namespace throughline::gui::shell {
namespace {

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

std::string no_window_text(std::string_view what, std::string_view remedy) {
    std::string text(what);
    if (!last_glfw_error().empty()) text += " (" + last_glfw_error() + ")";
    return text + ". " + std::string(remedy);
}

}  // namespace

Window::State& Window::State::of(GLFWwindow* w) {
    return *static_cast<State*>(glfwGetWindowUserPointer(w));
}

void Window::State::apply_scaled_theme() const {
    ThemeSettings scaled = theme;
    scaled.scale = std::clamp(theme.scale * content_scale, 0.5f, 4.0f);
    apply_theme(scaled);
}

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

}  // namespace throughline::gui::shell
