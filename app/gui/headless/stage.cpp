#include "app/gui/headless/stage.h"

#include <algorithm>
#include <cmath>

#include "app/gui/headless/renderer.h"
#include "app/gui/theme/fonts.h"
#include "imgui.h"
#include "imgui_internal.h"

namespace throughline::gui::headless {
namespace {

void use_memory_clipboard(std::string* clipboard) {
    ImGuiPlatformIO& platform = ImGui::GetPlatformIO();
    platform.Platform_ClipboardUserData = clipboard;
    platform.Platform_GetClipboardTextFn = [](ImGuiContext*) {
        return static_cast<std::string*>(ImGui::GetPlatformIO().Platform_ClipboardUserData)
            ->c_str();
    };
    platform.Platform_SetClipboardTextFn = [](ImGuiContext*, const char* text) {
        *static_cast<std::string*>(ImGui::GetPlatformIO().Platform_ClipboardUserData) = text;
    };
}

ImVec2 scaled(ImVec2 size, float scale) {
    return {std::max(1.0f, std::round(size.x * scale)), std::max(1.0f, std::round(size.y * scale))};
}

}  // namespace

// Makes the stage's context current for a while, and the previous one afterwards.
class Stage::Current {
public:
    explicit Current(ImGuiContext* context) : before_(ImGui::GetCurrentContext()) {
        ImGui::SetCurrentContext(context);
    }
    ~Current() { ImGui::SetCurrentContext(before_); }
    Current(const Current&) = delete;
    Current& operator=(const Current&) = delete;

private:
    ImGuiContext* before_;
};

Stage::Stage(std::function<void()> frame, const StageOptions& options)
    : frame_(std::move(frame)), options_(options) {
    ImGuiContext* before = ImGui::GetCurrentContext();
    context_ = ImGui::CreateContext();
    ImGui::SetCurrentContext(context_);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.DeltaTime = options.frame_s;
    io.DisplaySize = scaled(options.size, options.theme.scale);
    io.ConfigInputTextCursorBlink = false;
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    use_memory_clipboard(&clipboard);
    init_renderer();
    apply_theme(options.theme);
    if (options.fonts) load_fonts();
    ImGui::SetCurrentContext(before != nullptr ? before : context_);
}

Stage::~Stage() {
    ImGuiContext* before = ImGui::GetCurrentContext();
    ImGui::SetCurrentContext(context_);
    shutdown_renderer();
    ImGui::DestroyContext(context_);
    if (before != context_) ImGui::SetCurrentContext(before);
}

void Stage::one_frame() {
    ++frame_number_;
    if (before_frame) before_frame();
    ImGui::NewFrame();
    frame_();
    ImGui::Render();
}

void Stage::frames(int count) {
    const Current current(context_);
    for (int i = 0; i < count; ++i) {
        one_frame();
        accept_textures();
    }
}

Image Stage::picture() {
    const Current current(context_);
    one_frame();
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    Image image = make_image(static_cast<int>(size.x), static_cast<int>(size.y), theme().bg);
    render(*ImGui::GetDrawData(), image);
    return image;
}

void Stage::set_theme(const ThemeSettings& settings) {
    const Current current(context_);
    options_.theme = settings;
    apply_theme(settings);
    ImGui::GetIO().DisplaySize = scaled(options_.size, settings.scale);
}

void Stage::resize(ImVec2 unscaled_size) {
    const Current current(context_);
    options_.size = unscaled_size;
    ImGui::GetIO().DisplaySize = scaled(unscaled_size, options_.theme.scale);
}

Image take_picture(const std::function<void()>& frame, const StageOptions& options, int settle) {
    Stage stage(frame, options);
    stage.frames(settle);
    return stage.picture();
}

}  // namespace throughline::gui::headless
