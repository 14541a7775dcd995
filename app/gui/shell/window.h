#pragma once
// The program's window: GLFW, OpenGL 3, the ImGui context, and a loop that sleeps. A frame is drawn
// after input, a wake(), a resize, or the app's next deadline, and two more after each to let hover
// and popups settle; otherwise nothing runs. One window per process; frame thread unless said.
//
//     WindowOpen opened = Window::open({.title = "Throughline"});
//     if (!opened.window) { print(opened.error); return 1; }
//     MyApp app;                       // app.frame() draws, app.may_close() waits for its work
//     return opened.window->run(app);

#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "app/gui/theme/theme.h"

namespace throughline::gui::shell {

// What runs in the window. All calls come on the frame thread.
class App {
public:
    App() = default;
    App(const App&) = delete;
    App& operator=(const App&) = delete;
    virtual ~App() = default;

    // Before the drawing of each frame, once, outside ImGui's frame: take what other threads have
    // brought, change the theme. True asks for the settling frames.
    virtual bool before_frame() { return false; }
    // Draws with ImGui. May run several times before the screen is shown once, when input queues
    // up.
    virtual void frame() = 0;
    // Seconds on Window::now_s()'s clock at which a frame is due without input; infinity: never.
    // A time that has passed draws at once, so move it on in frame().
    virtual double next_deadline_s() const;
    // Somebody wants the window closed (cross, SIGTERM, SIGINT). False keeps it open for now; it is
    // asked again after every following frame until it says true. Use wake() when that may have
    // changed.
    virtual bool may_close() { return true; }
    // The screen's content scale: at start, and when the window moves to another screen.
    virtual void scale_changed(float /*content_scale*/) {}
};

struct WindowOptions {
    std::string title = "Throughline";
    int width = 1440;  // unscaled; kept within the screen
    int height = 900;
    bool maximized = false;
    ThemeSettings theme = {};  // its scale is multiplied by the screen's content scale
    // Optional icon: square, RGBA bytes, rows from the top.
    std::span<const std::uint8_t> icon_rgba = {};
    int icon_size = 0;
};

class Window;
struct WindowOpen {
    std::unique_ptr<Window> window;  // null: see error
    std::string error;               // a sentence for the person, with the remedy
};

class Window {
public:
    // Fails when there is no display or no OpenGL 3.2.
    [[nodiscard]] static WindowOpen open(const WindowOptions& options);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    // Until closed. Result: 0, or 1 when the loop ended on a failure of the window system.
    int run(App& app);

    // Any thread, any time between open() and destruction: a frame soon.
    void wake();
    // Any thread: as if the cross had been pressed.
    void request_close();
    // Frame thread: the person thought better of it; may_close is asked no more.
    void cancel_close();

    void set_title(const std::string& title);
    // The person's zoom and colours; multiplied by the content scale. Not while ImGui draws: call
    // it from App::before_frame.
    void set_theme(const ThemeSettings& settings);
    [[nodiscard]] const ThemeSettings& theme_settings() const;
    [[nodiscard]] float content_scale() const;
    [[nodiscard]] bool fullscreen() const;
    void set_fullscreen(bool on);  // on the screen the window is on; for standup on a big screen
    [[nodiscard]] bool software_rendering() const;
    // Seconds of a steady clock that starts with the window.
    [[nodiscard]] double now_s() const;
    // Frames shown so far; for tests and diagnosis.
    [[nodiscard]] std::uint64_t frames_shown() const;

private:
    struct State;
    explicit Window(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace throughline::gui::shell
