#include "app/gui/headless/chart_picture.h"

#include "app/gui/headless/stage.h"
#include "app/gui/widgets/canvas_imgui.h"
#include "imgui.h"

namespace throughline::gui::headless {

Image draw_chart_picture(const std::function<void(report::Canvas&)>& draw, report::Size size,
                         double scale, bool dark) {
    const report::Size page{size.width / scale, size.height / scale};
    const auto frame = [&] {
        ImGuiCanvas canvas(*ImGui::GetBackgroundDrawList(), {0, 0}, page);
        canvas.fill_rect({0, 0, page.width, page.height}, {.ink = report::Ink::Background}, 0);
        draw(canvas);
    };
    return take_picture(
        frame,
        {.size = {static_cast<float>(page.width), static_cast<float>(page.height)},
         .theme = {.mode = dark ? Mode::Dark : Mode::Light, .scale = static_cast<float>(scale)}});
}

}  // namespace throughline::gui::headless
