// The report as files: Markdown and HTML in a folder, written off the frame.
#include "app/gui/context/text_file.h"
#include "app/gui/monthly/monthly_state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/dialog.h"
#include "app/gui/widgets/field.h"
#include "core/base/text.h"
#include "imgui.h"

#include <filesystem>
#include <utility>

namespace throughline::gui::monthly {
namespace {

constexpr const char* kExport = "export-report-dialog";

Status write_files(const std::string& folder, const std::string& name, const std::string& markdown,
                   const std::string& html) {
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (failed) {
        return Error{ErrorCode::Io, "The folder cannot be made: " + failed.message() + ".", folder};
    }
    const std::string base = (std::filesystem::path(folder) / name).string();
    const Status first = write_text_file(base + ".md", markdown);
    return first ? write_text_file(base + ".html", html) : first;
}

}  // namespace

void MonthlyView::State::draw_export(Context& context) {
    const Written* now = written.written();
    if (std::exchange(open_export, false) && now != nullptr) {
        if (folder.empty()) {
            std::error_code unknown;
            folder = (std::filesystem::current_path(unknown) / "reports").string();
        }
        export_failure.clear();
        close_export = false;
        open_dialog(kExport);
    }
    if (!is_dialog_open(kExport) || now == nullptr) return;
    const std::string words =
        "Writes " + month + ".md and " + month +
        ".html. The HTML file holds everything within; a browser prints it on "
        "two pages.";
    if (!begin_dialog(kExport, {.title = "Save the report as files",
                                .text = words,
                                .icon = icons::kDownload,
                                .confirm = "Save",
                                .confirm_enabled = !trim(folder).empty() && !writing.is_running(),
                                .confirm_disabled_why = "Name a folder."}))
        return;
    text_field("folder", folder,
               {.label = "Folder",
                .help = "It is made when it is not there.",
                .error = export_failure,
                .icon = icons::kFolder});
    if (std::exchange(close_export, false)) close_dialog();
    if (end_dialog() != DialogResult::Confirmed) return;
    export_failure.clear();
    keep_dialog_open(kExport);
    writing.start([where = std::string(trim(folder)), name = month, markdown = now->markdown,
                   html = now->html] { return write_files(where, name, markdown, html); },
                  context.waker());
}

void MonthlyView::State::take_files(Context& context) {
    const auto done = writing.take();
    if (!done) return;
    if (!*done) {
        export_failure = done->error().message + " " + done->error().where;
        return;
    }
    close_export = true;
    const std::string where(trim(folder));
    context.toast({.tone = ToastRequest::Tone::Success,
                   .text = "Saved " + month + ".md and " + month + ".html in " + where,
                   .action = "Open folder",
                   .on_action = [where, context_of = &context] {
                       if (!open_folder(where)) {
                           context_of->copy_text(where);
                           context_of->toast({.tone = ToastRequest::Tone::Info,
                                              .text = "No program here shows folders; its path "
                                                      "was copied: " +
                                                      where,
                                              .action = {},
                                              .on_action = {}});
                       }
                   }});
}

}  // namespace throughline::gui::monthly
