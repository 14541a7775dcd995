#include "app/gui/flow/chart_export.h"

#include "app/gui/context/text_file.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/dialog.h"
#include "app/gui/widgets/field.h"
#include "core/base/text.h"
#include "core/report/chart_draw.h"
#include "core/report/chart_file.h"
#include "imgui.h"

#include <array>
#include <filesystem>
#include <utility>

namespace throughline::gui::flow_screen {
namespace {

constexpr report::Size kPage{1400, 800};
constexpr std::array<const char*, 3> kEndings{"PNG", "SVG", "CSV"};

ButtonOptions small(const char* icon = nullptr) {
    return {.size = ButtonSize::Small, .icon = icon};
}

}  // namespace

float ChartExport::buttons_width() const {
    float width = 0.0f;
    for (const char* ending : kEndings)
        width += button_width(ending, small(icons::kDownload)) + sizes().sm;
    return width;
}

void ChartExport::draw_buttons(const report::Chart& chart) {
    for (const char* ending : kEndings) {
        ButtonOptions options = small(icons::kDownload);
        options.tooltip = "Save as a file";
        options.disabled = std::string_view(ending) == "PNG" && !write_picture;
        options.disabled_why = "This build draws no pictures; save as SVG.";
        if (button((std::string("save-") + ending).c_str(), ending, options)) ask(chart, ending);
        ImGui::SameLine(0, sizes().sm);
    }
}

void ChartExport::ask(const report::Chart& chart, const char* ending) {
    if (folder_.empty()) {
        std::error_code unknown;
        folder_ = std::filesystem::current_path(unknown).string();
    }
    path_ = (std::filesystem::path(folder_) / (chart.name + "." + fold(ending))).string();
    failure_.clear();
    open_dialog("save-chart");
}

Status ChartExport::write(Context& context, const report::Chart& chart) {
    const std::string file(trim(path_));
    if (file.ends_with(".png") && write_picture) {
        waiting_ = {chart, file};
        return Done{};
    }
    Status written = Done{};
    if (file.ends_with(".csv")) {
        written = write_text_file(file, report::chart_csv(chart));
    } else if (file.ends_with(".svg")) {
        const bool dark = context.appearance().dark;
        written = write_text_file(
            file, report::chart_svg(chart, kPage,
                                    dark ? report::SvgTheme::Dark : report::SvgTheme::Light));
    } else {
        return Error{ErrorCode::Invalid,
                     write_picture ? "Name a file that ends in .png, .svg or .csv."
                                   : "Name a file that ends in .svg or .csv.",
                     file};
    }
    if (written) tell(context, file);
    return written;
}

void ChartExport::tell(Context& context, const std::string& file) const {
    context.toast({.tone = ToastRequest::Tone::Success,
                   .text = "Saved: " + file,
                   .action = {},
                   .on_action = {}});
}

bool ChartExport::write_waiting(Context& context) {
    if (!waiting_) return false;
    const Picture picture = *std::exchange(waiting_, std::nullopt);
    const Status written = write_picture(
        [&picture](report::Canvas& canvas) { report::draw_page(canvas, picture.chart); }, kPage,
        report::page_scale(kPage), context.appearance().dark, picture.file);
    if (written) {
        tell(context, picture.file);
    } else {
        context.toast({.tone = ToastRequest::Tone::Danger,
                       .text = written.error().message + " " + picture.file,
                       .action = {},
                       .on_action = {}});
    }
    return true;
}

void ChartExport::draw_dialog(Context& context, const report::Chart& chart) {
    if (!begin_dialog("save-chart", {.title = "Save \"" + chart.title + "\"",
                                     .text = "The ending chooses the form: a picture, or the rows.",
                                     .confirm = "Save",
                                     .confirm_enabled = !trim(path_).empty(),
                                     .confirm_disabled_why = "Name a file."}))
        return;
    text_field("path", path_, {.label = "File", .error = failure_});
    if (end_dialog() != DialogResult::Confirmed) return;
    const Status written = write(context, chart);
    if (!written) {
        failure_ = written.error().message;
        keep_dialog_open("save-chart");
        return;
    }
    folder_ = std::filesystem::path(path_).parent_path().string();
}

}  // namespace throughline::gui::flow_screen
