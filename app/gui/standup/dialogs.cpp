// Who is here, and the summary saved; what is written down is asked by palette::MeetingActs.
#include "app/gui/context/text_file.h"
#include "app/gui/standup/state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/choice.h"
#include "app/gui/widgets/dialog.h"
#include "app/gui/widgets/field.h"
#include "core/base/text.h"
#include "imgui.h"

#include <filesystem>

namespace throughline::gui::standup {

// What a note or commitment is about: the card in focus, else the whole.
palette::MeetingSubject StandupView::State::subject(Context& context) const {
    const model::Board& board = *context.workspace().board();
    return {.meeting = meeting,
            .part = stop() == nullptr ? "" : walk.columns[stop()->column].handle,
            .card = card(),
            .due = next_working_day(model::calendar_of(board), context.zone().day(context.now()))};
}

void StandupView::State::draw_dialogs(Context& context) {
    if (wants_dialog != nullptr) {
        if (std::string_view(wants_dialog) == "standup-save") {
            std::error_code unknown;
            const std::string day = to_text(context.zone().day(find_meeting(context)->started_at));
            save_path =
                (std::filesystem::current_path(unknown) / ("standup-" + day + ".md")).string();
        }
        open_dialog(std::exchange(wants_dialog, nullptr));
    }
    writing.draw(context);
    draw_present(context);
    draw_save(context);
}

void StandupView::State::draw_present(Context& context) {
    if (!begin_dialog("standup-present", {.title = "Who is here", .cancel = "", .width = 420.0f}))
        return;
    for (const LoadRow& row : loads(context.workspace())) {
        if (!context.workspace().find(row.person)->active) continue;
        bool here = !away.contains(row.person);
        const std::string id = "here:" + std::to_string(row.person.value);
        if (!checkbox(id.c_str(), row.name, here)) continue;
        if (here) {
            away.erase(row.person);
        } else {
            away.insert(row.person);
        }
    }
    end_dialog();
}

void StandupView::State::draw_save(Context& context) {
    if (!begin_dialog("standup-save", {.title = "Save the summary as Markdown",
                                       .icon = icons::kSave,
                                       .confirm = "Save",
                                       .confirm_enabled = !trim(save_path).empty(),
                                       .confirm_disabled_why = "Name a file."}))
        return;
    text_field("path", save_path, {.label = "File", .error = save_failure});
    if (end_dialog() != DialogResult::Confirmed) return;
    const std::string file(trim(save_path));
    const Status written = write_text_file(file, to_text(summary(context), SummaryForm::Markdown));
    if (!written) {
        save_failure = to_text(written.error());
        keep_dialog_open("standup-save");
        return;
    }
    context.toast({.tone = ToastRequest::Tone::Success,
                   .text = "Saved: " + file,
                   .action = {},
                   .on_action = {}});
}

}  // namespace throughline::gui::standup
