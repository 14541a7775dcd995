#include "app/gui/shell/run_window.h"

#include "app/gui/shell/window.h"
#include "app/gui/workbench/workbench.h"
#include "imgui.h"

#include <GLFW/glfw3.h>

#include <cmath>
#include <mutex>
#include <utility>
#include <vector>

namespace throughline::gui::shell {
namespace {

// Files dropped onto the window; GLFW calls on the frame thread, without a place for our own
// pointer.
std::vector<std::string>& dropped_files() {
    static std::vector<std::string> files;
    return files;
}

ThemeSettings settings_of(const Appearance& look) {
    return {.mode = look.dark ? Mode::Dark : Mode::Light,
            .high_contrast = look.high_contrast,
            .scale = static_cast<float>(look.zoom)};
}

class WindowApp final : public App {
public:
    WindowApp(Window& window, workbench::Workbench& bench)
        : window_(window), bench_(bench), look_(bench.window_prefs().appearance) {}

    bool before_frame() override {
        bool changed = bench_.before_frame();
        const Appearance& wanted = bench_.window_prefs().appearance;
        if (wanted != look_) {
            look_ = wanted;
            window_.set_theme(settings_of(look_));
            changed = true;
        }
        if (std::string title = bench_.title(); title != title_) {
            title_ = std::move(title);
            window_.set_title(title_);
        }
        for (const std::string& file : std::exchange(dropped_files(), {})) {
            bench_.file_dropped(file);
            changed = true;
        }
        return changed;
    }
    void frame() override {
        bench_.frame();
        // Remembered without the screen's own scale, so that it fits on another screen too.
        const ImVec2 size = ImGui::GetIO().DisplaySize;
        const float scale = window_.content_scale();
        GLFWwindow* handle = glfwGetCurrentContext();
        const bool maximized =
            handle != nullptr && glfwGetWindowAttrib(handle, GLFW_MAXIMIZED) == GLFW_TRUE;
        if (scale > 0 && !window_.fullscreen()) {
            bench_.set_window(static_cast<int>(std::lround(size.x / scale)),
                              static_cast<int>(std::lround(size.y / scale)), maximized);
        }
    }
    double next_deadline_s() const override { return bench_.next_deadline_s(); }
    bool may_close() override { return bench_.may_close(); }

private:
    Window& window_;
    workbench::Workbench& bench_;
    Appearance look_;
    std::string title_;
};

// The worker may wake before the window is there and after it is gone.
struct Waker {
    std::mutex mutex;
    Window* window = nullptr;

    void wake() {
        const std::lock_guard lock(mutex);
        if (window != nullptr) {
            window->wake();
        }
    }
    void set(Window* next) {
        const std::lock_guard lock(mutex);
        window = next;
    }
};

}  // namespace

Status run_window(const WindowRun& run) {
    const std::string folder = workbench::config_folder();
    const workbench::WindowPrefs prefs =
        workbench::window_prefs(workbench::read_text(workbench::window_file(folder)));
    WindowOpen opened = Window::open({.title = "Throughline",
                                      .width = prefs.width,
                                      .height = prefs.height,
                                      .maximized = prefs.maximized,
                                      .theme = settings_of(prefs.appearance)});
    if (!opened.window) {
        return Error{ErrorCode::Unsupported, opened.error, ""};
    }
    Window& window = *opened.window;
    Waker waker;
    waker.set(&window);
    int status = 0;
    {
        workbench::Workbench bench({.where = run.board,
                                    .actor = run.actor,
                                    .actor_named = run.actor_named,
                                    .actor_name = run.actor_name,
                                    .zone = run.zone,
                                    .config_folder = folder,
                                    .clock = run.clock,
                                    .nonces = run.nonces,
                                    .automatic_backups = run.automatic_backups,
                                    .make_demo = run.make_demo,
                                    .write_picture = run.write_picture,
                                    .wake = [&waker] { waker.wake(); },
                                    .seconds = [&window] { return window.now_s(); }});
        if (GLFWwindow* handle = glfwGetCurrentContext()) {
            glfwSetDropCallback(handle, [](GLFWwindow*, int count, const char** paths) {
                dropped_files().assign(paths, paths + count);
            });
        }
        WindowApp app(window, bench);
        status = window.run(app);
    }  // waits for pending commits
    waker.set(nullptr);
    if (status != 0) {
        return Error{ErrorCode::Io, "The window system failed.", ""};
    }
    return Done{};
}

}  // namespace throughline::gui::shell
