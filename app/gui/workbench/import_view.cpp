#include "app/gui/workbench/import_view.h"

#include "app/gui/theme/icons.h"
#include "app/gui/widgets/choice.h"
#include "app/gui/widgets/dialog.h"
#include "app/gui/widgets/field.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/notice.h"
#include "app/gui/widgets/progress.h"
#include "app/gui/widgets/text.h"
#include "app/gui/workbench/import_table_view.h"
#include "core/base/text.h"
#include "imgui.h"

#include <algorithm>

namespace throughline::gui::workbench {
namespace {

constexpr const char* kDialog = "import";
constexpr std::size_t kMostShown = 8;

std::string_view confirm_words(const ImportModel& model) {
    switch (model.step()) {
        case ImportStep::Choose: return "Look at what comes in";
        case ImportStep::Reading: return "Reading";
        case ImportStep::Preview: return model.is_stale() ? "Look again" : "Import";
        case ImportStep::Running: return "Importing";
        case ImportStep::Done: return "To the board";
    }
    return "";
}

bool can_confirm(const ImportModel& model) {
    switch (model.step()) {
        case ImportStep::Choose: return !trim(model.form.path).empty();
        case ImportStep::Preview:
            return model.is_stale() || (!model.report().is_empty() && !model.report().refused);
        case ImportStep::Reading:
        case ImportStep::Running: return false;
        case ImportStep::Done: return true;
    }
    return false;
}

void draw_list(const char* title, const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    gap(sizes().md);
    text(std::string(title) + " (" + std::to_string(lines.size()) + ")",
         {.weight = Weight::Semibold});
    for (std::size_t i = 0; i < std::min(lines.size(), kMostShown); ++i) {
        gap(sizes().xs);
        paragraph(lines[i], {.size = text_size::kSmall, .colour = theme().text_muted});
    }
    if (lines.size() > kMostShown) {
        gap(sizes().xs);
        paragraph("and " + std::to_string(lines.size() - kMostShown) +
                      " more; `throughline import --dry-run` lists them all",
                  caption_style());
    }
}

}  // namespace

void ImportView::open(const std::string& path) {
    wants_open_ = true;
    pending_path_ = path;
}

void ImportView::draw(Context& context) {
    if (wants_open_) {
        wants_open_ = false;
        model_.reset(pending_path_);
        all_columns_ = false;
        open_dialog(kDialog);
    }
    const bool done = model_.step() == ImportStep::Done;
    if (!begin_dialog(kDialog,
                      {.title = done ? "Imported" : "Import",
                       .text = done ? "One step: Undo takes all of it back."
                                    : "Nothing is changed before you have seen what would come in.",
                       .icon = icons::kUpload,
                       .confirm = confirm_words(model_),
                       .cancel = done               ? "Close"
                                 : model_.is_busy() ? "Stop"
                                                    : "Cancel",
                       .confirm_enabled = can_confirm(model_),
                       .confirm_disabled_why = model_.step() == ImportStep::Choose
                                                   ? "Name the file first."
                                                   : "There is nothing new in this file.",
                       .width = model_.table() != nullptr && !done ? 880.0f : 640.0f})) {
        return;
    }
    if (model_.is_busy()) draw_work();
    if (!done && !model_.is_busy()) {
        draw_choose();
        if (model_.table() != nullptr) {
            gap(sizes().lg);
            draw_import_table(model_, context.zone(), context.now(), all_columns_);
        }
        draw_points();
    }
    if (done || is_previewed()) draw_report();
    const DialogResult result = end_dialog();
    if (result == DialogResult::Cancelled && model_.is_busy()) {
        model_.stop();
        keep_dialog_open(kDialog);
    }
    if (result != DialogResult::Confirmed) return;
    if (done) {
        context.go(Screen::Board);
        return;
    }
    keep_dialog_open(kDialog);
    if (is_previewed()) {
        model_.run(context);
    } else {
        model_.preview(context);
    }
}

// With the answers as they stand.
bool ImportView::is_previewed() const {
    return model_.step() == ImportStep::Preview && !model_.is_stale();
}

// Of the answers as they stand.
std::string_view ImportView::problem() const {
    return model_.is_stale() ? std::string_view() : model_.problem();
}

void ImportView::draw_choose() {
    const Sizes& s = sizes();
    text_field("path", model_.form.path,
               {.label = "File",
                .help = "Type or paste the path, or drop the file onto the window.",
                .placeholder = "~/Downloads/board.json",
                .error = model_.table() == nullptr ? problem() : std::string_view(),
                .icon = icons::kDocument});
    std::vector<ChoiceItem> formats;
    for (const exchange::ImportFormat& format : exchange::import_formats())
        formats.push_back({.label = format.title, .note = format.takes});
    gap(s.md);
    const std::string found = model_.form.format < 0 && model_.format() != nullptr
                                  ? "Found by its contents: " + std::string(model_.format()->title)
                                  : "";
    choice("format", model_.form.format, formats,
           {.label = "What it is", .help = found, .placeholder = "Find out by its contents"},
           "Find out by its contents");
    if (model_.table() != nullptr && !problem().empty()) {
        gap(s.md);
        notice("problem", {.tone = Tone::Danger, .text = problem()});
    }
    // The report stands under the columns, out of sight where there are many.
    if (model_.table() != nullptr && is_previewed() && !model_.report().is_empty()) {
        gap(s.md);
        notice("summary", {.tone = Tone::Success,
                           .title = "Would come in: " + model_.report().summary(),
                           .text = "See that the columns and dates are read rightly; what was "
                                   "assumed and left out stands below them."});
    }
}

// How far the reading is; a commit that has begun is quick.
void ImportView::draw_work() const {
    const double share = model_.progress();
    gap(sizes().md);
    text(share < 1.0 ? "Reading, " + std::to_string(static_cast<int>(share * 100.0)) + " %"
                     : "Making it ready",
         muted_style());
    gap(sizes().sm);
    progress_bar(static_cast<float>(share));
    gap(sizes().md);
}

void ImportView::draw_points() {
    const Sizes& s = sizes();
    gap(s.md);
    const float half = (width_left() - s.md) * 0.5f;
    ImGui::BeginGroup();
    text_field("start", model_.form.start,
               {.label = "Work begins in",
                .help = "List or column; empty: kept, or guessed and said below",
                .placeholder = "Doing",
                .optional_mark = true,
                .width = half});
    ImGui::EndGroup();
    ImGui::SameLine(0, s.md);
    ImGui::BeginGroup();
    text_field("done", model_.form.done,
               {.label = "Work is done in",
                .help = "One or more, separated by commas",
                .placeholder = "Done, Published",
                .optional_mark = true,
                .width = half});
    ImGui::EndGroup();
}

void ImportView::draw_report() {
    const Sizes& s = sizes();
    const exchange::ImportReport& report = model_.report();
    gap(s.lg);
    if (report.is_empty()) {
        notice("nothing", {.tone = Tone::Info,
                           .title = "Nothing new",
                           .text = "Everything in this file is on the board already."});
    } else {
        text(model_.step() == ImportStep::Done ? "What came in" : "What would come in",
             {.weight = Weight::Semibold});
        gap(s.xs);
    }
    if (begin_key_values("counts", 200.0f * s.scale)) {
        for (const ImportLine& line : lines_of(report))
            key_value(line.what, line.counts);
        end_key_values();
    }
    draw_list("Assumed", report.notes);
    draw_list("Left out", model_.left_out());
}

}  // namespace throughline::gui::workbench
