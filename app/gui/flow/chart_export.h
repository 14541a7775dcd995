// Saving a chart as a file: asks where, writes PNG, SVG or CSV by the file's ending.
#pragma once

#include "app/gui/context/context.h"
#include "core/report/chart.h"

#include <functional>
#include <string>

namespace throughline::gui::flow_screen {

// Draws a page into a PNG file, in the letters of the window. Given by whoever has a renderer
// without a display; empty: this build writes no PNG.
using PictureWriter =
    std::function<Status(const std::function<void(report::Canvas&)>& draw, report::Size size,
                         double scale, bool dark, const std::string& file)>;

class ChartExport {
public:
    PictureWriter write_picture;

    // The three buttons; opens the dialog. Scaled width they take.
    void draw_buttons(const report::Chart& chart);
    float buttons_width() const;
    // The dialog, each frame.
    void draw_dialog(Context& context, const report::Chart& chart);

private:
    void ask(const report::Chart& chart, const char* ending);
    Status write(Context& context, const report::Chart& chart) const;

    std::string path_;
    std::string failure_;
    std::string folder_;  // of the last file
};

}  // namespace throughline::gui::flow_screen
