// The dialog that brings a file of another program in: choose, look at what would happen, import.
#pragma once

#include "app/gui/workbench/import_model.h"

namespace throughline::gui::workbench {

class ImportView {
public:
    // Opens with the next frame.
    void open(const std::string& path = {});
    void draw(Context& context);
    bool is_busy() const { return model_.is_busy(); }

private:
    bool is_previewed() const;
    std::string_view problem() const;
    void draw_choose();
    void draw_points();
    void draw_work() const;
    void draw_report();

    ImportModel model_;
    std::string pending_path_;
    bool wants_open_ = false;
    bool all_columns_ = false;  // of a table with many
};

}  // namespace throughline::gui::workbench
