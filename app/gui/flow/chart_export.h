// Saving a chart as a file: asks where, writes PNG, SVG or CSV by the file's ending.
#pragma once

#include "app/gui/context/context.h"
#include "core/report/chart.h"

#include <functional>
#include <optional>
#include <string>

namespace throughline::gui::flow_screen {

// Draws a page into a PNG file, in the letters of the window. Given by whoever has a renderer
// without a display; called between two frames of the window, since the renderer has frames of its
// own. Empty: this build writes no PNG.
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
    // Between two frames: writes the picture that was asked for in the last one, and says so.
    // Result: there was one.
    bool write_waiting(Context& context);
    bool is_waiting() const { return waiting_.has_value(); }

private:
    struct Picture {
        report::Chart chart;
        std::string file;
    };
    void ask(const report::Chart& chart, const char* ending);
    // What is a picture waits for write_waiting.
    Status write(Context& context, const report::Chart& chart);
    void tell(Context& context, const std::string& file) const;

    std::string path_;
    std::string failure_;
    std::string folder_;  // of the last file
    std::optional<Picture> waiting_;
};

}  // namespace throughline::gui::flow_screen
