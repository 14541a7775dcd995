#pragma once
// An ImGui context without a display: theme, fonts, fixed size and time step, a clipboard in
// memory. Draws a frame function any number of times and gives the pixels. Base of the UI driver
// and of screenshots. One thread; several stages may exist, each makes itself current while it
// works.

#include <functional>
#include <string>

#include "app/gui/headless/image.h"
#include "app/gui/theme/theme.h"

struct ImGuiContext;

namespace throughline::gui::headless {

struct StageOptions {
    ImVec2 size{1440, 900};  // in unscaled pixels; the picture is this times the scale
    ThemeSettings theme = {};
    bool fonts = true;  // false: the embedded font, fast
    float frame_s = 1.0f / 60.0f;
};

class Stage {
public:
    explicit Stage(std::function<void()> frame, const StageOptions& options = {});
    ~Stage();
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;

    // Draws without pixels.
    void frames(int count = 1);
    // Draws one more frame with pixels, on the theme's background.
    [[nodiscard]] Image picture();
    void set_theme(const ThemeSettings& settings);
    void resize(ImVec2 unscaled_size);
    [[nodiscard]] ImGuiContext& context() { return *context_; }
    [[nodiscard]] int frame_number() const { return frame_number_; }
    // Called before each frame; for the driver's book-keeping.
    std::function<void()> before_frame;

    std::string clipboard;

private:
    class Current;
    void one_frame();

    std::function<void()> frame_;
    StageOptions options_;
    ImGuiContext* context_ = nullptr;
    int frame_number_ = 0;
};

// Convenience: `settle` frames, then the picture.
[[nodiscard]] Image take_picture(const std::function<void()>& frame,
                                 const StageOptions& options = {}, int settle = 4);

}  // namespace throughline::gui::headless
